"""The reader that is being trained: a small encoder with heads for spans and for pairs of spans, run without torch."""
