"""The ledger on disk: one SQLite file and the captures beside it. Only this room knows SQL."""
