"""A ledger as gold annotations: one JSON line an article, with offsets into the capture's text."""
