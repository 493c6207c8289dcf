"""Bytes in, articles out: one module a kind of input."""
