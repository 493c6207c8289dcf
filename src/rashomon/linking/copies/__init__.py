"""Which text repeats which, letter by letter, and in what order."""
