"""Compare two names of a person, an organisation or a vessel, in any spelling or script; look a person up in a list."""
