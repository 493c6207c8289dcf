"""A ledger in Python: its tables as pandas, polars or Arrow frames."""
