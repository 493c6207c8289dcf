"""Alerts: what people watch, what came of it, and what still has to be delivered."""
