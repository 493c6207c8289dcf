"""People: who may use the desk beyond this machine, and their sessions."""
