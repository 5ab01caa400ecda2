"""Whole mails with what a careful account executive would have written down from each, and their scorer."""
