"""Pieces of text that, said again and again, made a pattern or a search slow, or could have."""

import re

from extract.own_words import ours

_MOST = 40  # phrases of a kind

ATTACKS = {
    "spaces": " ",
    "digits": "1",
    "grouped digits": "1,000,",
    "spaced digits": "100 ",
    "number words": "twenty one ",
    "ands": "and ",
    "hundreds": "hundred ",
    "currencies": "$",
    "sums": "$5k ",
    "budgets": "up to $5k, ",
    "slashes": "1/2/",
    "days": "June 12 ",
    "weekdays": "Monday ",
    "the days": "the 12th ",
    "ranges": "June 1 to ",
    "befores": "the day before ",
    "nots": "not a ",
    "parts": "the very end of the ",
    "times": "5:30 ",
    "colons": "a:",
    "quotes": '"a ',
    "parentheses": "(",
    "line ends": "\n",
    "dots": "....",
    "capitals": "Max ",
    "spaced colons": "a: ",
    "days in a row": "June 12, 19 and 26, ",
    "limits": "$5,000 or more, $5k to $6k, ",
    "prohibitions": "and don't use ",
    "goals": "we want people to ",
    "musts": "the logo must be on it and ",
    "colons in a row": "so: no tartan, ",
    "brackets": "no (24%) stags ",
    "wishes": "so that more people come and ",
    "hopes": "we hope people will ",
    "things": "a poster, a flyer and ",
    "orders": "please make a poster ",
    "counts": "2 x posters (4), ",
    "apostrophes": "posters' ",
    "dotted capitals": "İ June 12 ",
    "cells": "a\t",
    "bars": "| a ",
}
# What nothing was slow for when it was thought of.
FURTHER = {
    "currency codes": "USD ",
    "pounds and euros": "£€",
    "ors": "or ",
    "nos": "no ",
    "bare nots": "not ",
    "double quotes": '"',
    "single quotes": "'",
    "quoted words": '"a" ',
    "open quotes": '"a. ',
    "brackets open": "[",
    "brackets shut": "]",
    "shut parentheses": ")",
    "nested parentheses": "(a ",
    "bullets": "- ",
    "bullet lines": "- a\n",
    "round bullets": "• logo\n",
    "deep bullets": "- a\n  - b\n    - c\n",
    "numbered lines": "1. a\n",
    "months": "June ",
    "weekdays and months": "Friday June ",
    "numbers": "twelve ",
    "a long word": "a",
    "one-letter words": "a ",
    "percents": "10% ",
    "decimals": "1.5.",
    "commas": ",",
    "comma lists": "a, ",
    "semicolons": "a; ",
    "hyphens": "-",
    "joined words": "well-",
    "dashes": "a - ",
    "long dashes": "a — ",
    "stops": "a. ",
    "questions": "a? ",
    "exclamations": "!",
    "tabs": "\t",
    "rows": "poster\t2\t$1,200\tJune 12\n",
    "rows of bars": "| poster | 2 | $1,200 | June 12 |\n",
    "labels": "Budget: $5k\n",
    "headings": "Deliverables:\n",
    "headed bullets": "Must have:\n- logo\n",
    "capital lines": "THE SPRING FAIR\n",
    "empty lines": "\n\n",
    "spaces and line ends": " \n",
    "indented lines": "    a\n",
    "returns": "\r\n",
    "thin spaces": "\u2009",
    "non-breaking spaces": "\xa0",
    "soft hyphens": "\xad",
    "zero-width spaces": "\u200b",
    "smileys": "\U0001f600 ",
    "combining accents": "e\u0301",
    "addresses": "a@b.example ",
    "links": "https://a.example/b?c=d ",
    "versions": "v1.2.3 ",
    "telephone numbers": "+44 20 7946 0000 ",
    "sizes": "4x6 ",
    "clocks": "5pm ",
    "spans": "from June 1 to June 9 ",
    "weeks": "the week of ",
    "next": "next ",
    "business days": "two business days after ",
    "relatives": "that is what ",
    "conditionals": "if ",
    "becauses": "because ",
    "pleases": "please ",
    "cans": "can you ",
    "modals": "should ",
    "negations": "we don't want ",
    "withdrawals": "not the 12th, the 19th, ",
    "supersessions": "make that $5k, ",
    "totals": "$5k plus $3k, ",
    "per units": "$5 each, ",
    "approvals": "approved, ",
    "brands": "for Acme Ltd and ",
    "jobs": "Job A: a poster by June 12 for $5k, please, for the spring fair in town.\n",
    "numbered jobs": "\n\n1. A poster\nWe need a poster by June 12 for $5k, please, for the fair.\n",
    "countries": "United States ",
    "German": "bis zum 12. Juni ",
    "French": "avant le 12 juin ",
    "audiences": "aimed at families and ",
    "possessives": "the client's brand's ",
    "slashed words": "and/or/",
    "ampersands": "a & b ",
    "ordinals": "the first of the ",
    "dotted letters": "a.b.",
    "ellipses": "a… ",
    "underscores": "_",
    "stars": "*",
    "equals": "a = ",
}


def of_vocabulary() -> dict[str, str]:
    """By its label, a few words of each kind that the vocabulary knows, as they begin a phrase."""
    phrases: dict[str, list[str]] = {}
    for entry in ours():
        if phrase := _plain(entry.pattern):
            phrases.setdefault(f"words of {entry.label}", []).append(phrase)
    return {name: ", ".join(its[:: max(1, len(its) // _MOST)]) + ", " for name, its in phrases.items()}


def of_first_words() -> dict[str, str]:
    """The first word of each kind's first phrase alone: many places where a search may begin."""
    return {f"first of {name}": words.split()[0].rstrip(",") + " " for name, words in of_vocabulary().items()}


def _plain(pattern: object) -> str:
    """A phrase with the first of its alternatives; "" for a pattern of tokens."""
    return re.sub(r"\|\S+", "", pattern).replace("?", "") if isinstance(pattern, str) else ""
