"""STIX 2.1 (OASIS): a bundle of incidents, who and where, what is said about them by whom, and the reports that say it."""
