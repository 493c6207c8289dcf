"""The ledger as somebody with a clearance may see it: without captures marked above it, and without what only they say."""
