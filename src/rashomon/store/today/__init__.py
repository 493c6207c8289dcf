"""What came since somebody last looked: a log of changes, kept when linking puts what it made."""
