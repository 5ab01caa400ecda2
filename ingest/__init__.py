"""Bytes in, Mail out: where messages come from, and whose words in them count."""
