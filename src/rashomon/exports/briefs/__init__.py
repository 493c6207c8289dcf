"""Briefs: texts made of a ledger by templates, in which every sentence carries the words that say it."""
