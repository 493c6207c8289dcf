"""Accounts of one happening: how alike they are, what is merged, and the event that comes of it."""
