"""The whole ledger as things in a fixed order: given out to be carried elsewhere, and taken in again."""
