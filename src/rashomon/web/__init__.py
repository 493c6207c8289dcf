"""The desk: pages over the ledger, on loopback. Only this room knows HTTP."""
