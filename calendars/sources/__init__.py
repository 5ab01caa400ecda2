"""Calendars that lie on the network: feeds by URL and CalDAV, each fetched under one guard."""
