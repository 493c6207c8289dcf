"""Tables whose rows are articles (CSV, JSON) and tables of coded events that are read to be compared with (ACLED, UCDP GED)."""
