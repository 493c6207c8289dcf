"""Tokens: by which programs ask, each with a role, a clearance and an end."""
