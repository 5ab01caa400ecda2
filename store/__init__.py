"""Rows and transactions: what is kept, and how it is found again."""
