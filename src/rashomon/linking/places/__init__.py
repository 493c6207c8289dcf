"""Which place a name means: features of names and maps, what settles together, links."""
