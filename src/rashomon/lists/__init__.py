"""What Rashomon knows before it reads: actors, outlets, places, countries and words, in files a person can edit."""
