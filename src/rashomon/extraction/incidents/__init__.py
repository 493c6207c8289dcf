"""Incidents of political violence in one report: what was done to whom by whom, with what, where and when."""
