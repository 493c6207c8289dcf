"""Pages of web sites that are still HTML: what they declare, their main text, and the stories of archive pages."""
