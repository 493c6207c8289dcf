"""Search over the ledger: what a person asks in words, answered from columns that linking leaves ready."""

#: The orders a list of events may have; `rashomon.store.search.ordering` makes them.
ORDERS = ("newest", "oldest", "best", "accounts", "independent", "killed", "alarms")
#: Key of the row of ``meta`` that counts how often the columns were made, so how often linking has put what it made.
COLUMNS_VERSION = "search_columns"
