"""Which words in different articles mean one event."""
