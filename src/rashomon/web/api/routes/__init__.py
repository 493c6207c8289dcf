"""The addresses of the API, one module a subject: ask the ledger, return what it says."""
