"""W3C PROV: how one event came to be known, from the bytes that were kept to the event as it stands."""
