"""Where information first comes from, how sources fared, and grades."""
