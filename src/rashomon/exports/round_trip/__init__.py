"""The round trip: a sheet of events and accounts that people edit, and its edits as decisions (docs/round-trip.md)."""
