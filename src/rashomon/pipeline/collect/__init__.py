"""Fetching: the only code that opens the network, and only for addresses that a person named, or that those point on to."""
