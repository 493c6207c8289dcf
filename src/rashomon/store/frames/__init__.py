"""The ledger as flat tables: published columns, rows streamed a batch at a time, joined by keys."""
