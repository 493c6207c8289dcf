"""Which articles tell one story, by words, openings, names, streets and time."""
