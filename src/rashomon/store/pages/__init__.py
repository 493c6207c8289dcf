"""What the pages of the desk ask beyond the ledger's own views: outlets, network, map, lists in pages, how things fared."""
