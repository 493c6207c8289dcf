"""The run that joins the rooms: add, read, link, store; incremental, and restartable after any kill."""
