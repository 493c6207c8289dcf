"""Evidence: what was fetched and kept, in a log that shows tampering, and the versions of an article."""
