"""Public and invented test sets: one module a set. Nothing of a set's text is kept here."""
