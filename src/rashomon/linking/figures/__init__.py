"""Published numbers: tolls, series, what follows from them, and what cannot be reconciled."""
