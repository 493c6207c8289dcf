"""Rashomon keeps a ledger of what outlets report about armed groups and political violence: what happened, according to whom."""

__version__ = "0.1.0"
