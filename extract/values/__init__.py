"""Recognisers of values: numbers, money, days, clock times and spans of days, whatever role they play."""
