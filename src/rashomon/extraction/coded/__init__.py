"""Rows of coded events (ACLED, UCDP GED): an account made of the codes, to set beside what outlets tell of the same happening."""
