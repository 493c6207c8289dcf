"""What linking remembers from one run to the next."""
