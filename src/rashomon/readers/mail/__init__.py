"""Newsletters as e-mail: single messages (EML) and mailboxes (MBOX)."""
