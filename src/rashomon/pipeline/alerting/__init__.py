"""Alerts: deciding what a watch is told, and delivering it once."""
