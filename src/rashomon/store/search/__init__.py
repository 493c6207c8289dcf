"""Search over the ledger: what a person asks in words, answered from columns that linking leaves ready."""

#: The orders a list of events may have; `rashomon.store.search.ordering` makes them.
ORDERS = ("newest", "oldest", "accounts", "independent", "killed", "alarms")
