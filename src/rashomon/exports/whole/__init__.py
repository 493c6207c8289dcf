"""The whole ledger as a folder that another Rashomon reads back (docs/whole-ledger.md)."""
