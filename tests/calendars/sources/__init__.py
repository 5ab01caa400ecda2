"""Calendars on the network."""
