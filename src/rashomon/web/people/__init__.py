"""Who is at the desk: sessions, rights, and the checks that every change passes."""
