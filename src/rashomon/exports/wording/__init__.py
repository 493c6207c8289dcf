"""How values are said in words: dates, counts, codes; what exports and pages share."""
