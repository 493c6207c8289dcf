"""Events that sum up many, and the single ones they contain."""
