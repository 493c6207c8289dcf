"""Review: what waits for a person, what people decided and when, and how that takes effect at once."""
