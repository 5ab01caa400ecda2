"""A small calendar, and the spans that it takes, worked out by hand.

Berlin is UTC+1 until 29 March 2026 at 02:00 and from 25 October at 03:00 on, UTC+2 between; New York changes on
8 March and 1 November.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    name: str
    entries: str
    expected: str
