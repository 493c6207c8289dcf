"""Many readings in, one ledger out: who is who, where is where, what is a copy, what is one event, what cannot both hold."""
