"""The team's time: busy spans, working days, lead times, and whether a date would work."""
