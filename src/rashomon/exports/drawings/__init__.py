"""Drawings as plain numbers: maps that pin no place too precisely, bars by month, series; what exports and pages share."""
