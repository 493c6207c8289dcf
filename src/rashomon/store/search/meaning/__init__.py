"""Words of a like meaning: which there are, and a question widened by them."""

#: What a question asks of words of a like meaning: shown beside what holds its own words, counted with it, or left alone.
MEANINGS = ("beside", "with", "off")
