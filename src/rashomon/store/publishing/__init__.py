"""What exports, briefs and alerts are made of: events with words, roots, grades and places, as far as they may be shared."""
