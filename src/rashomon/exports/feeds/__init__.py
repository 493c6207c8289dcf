"""Feeds of any question: RSS 2.0 and Atom, each entry an event with who says so, in which words, where."""
