"""Linking that goes on from what was linked before: a new article changes only what it touches."""
