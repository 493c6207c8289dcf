"""One article in, one reading out: mentions, accounts, claims, figures and ties, each with its words."""
