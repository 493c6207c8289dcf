"""Collecting: what the ledger follows, when each is due, how each fares, and what hosts asked of us."""
