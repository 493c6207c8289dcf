"""Where two sides cannot both be right: the frames in which it is said, and contradictions."""
