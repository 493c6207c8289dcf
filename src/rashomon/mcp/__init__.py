"""The ledger for people's assistants: read-only questions of the Model Context Protocol, every answer with its citations."""
