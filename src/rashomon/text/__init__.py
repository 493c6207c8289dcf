"""Characters, tokens and sentences: what every later room needs of a text, and nothing about its meaning."""
