"""The pages of the desk, one module each: ask the ledger, answer."""
