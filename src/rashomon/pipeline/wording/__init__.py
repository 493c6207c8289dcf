"""Wording by a language model of the user's own: asked only where an address is set."""
