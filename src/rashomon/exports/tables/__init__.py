"""The ledger as one file a table: Parquet or CSV, with each column documented beside them."""
