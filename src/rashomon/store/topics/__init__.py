"""Topics: searches that somebody saved, each with a dated archive of briefs."""
