"""Days counted from the launch itself: "two weeks before launch", "the day after the show"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.anycase import AnyCase
from extract.values.days import Days
from extract.values.forms import COUNT, UNIT, Grain
from extract.values.offsets import moved_by

_EVENT = (
    r"(?:launch|go-live|going\slive|opening|event|show|fair|gala|race|sale|party|premiere|release|conference|festival|campaign|air\sdate|"
    r"street\sdate|kick-?off|exhibition|wedding|concert|then|that(?!')|it\sopens|we\sopen|we\slaunch|it\slaunches|doors|the\sbig\sday|start)"
)
_PATTERN = AnyCase(
    rf"(?<![\w-])(?:(?P<fixed>(?:the|a)\s(?:day|week|weekend|month|fortnight))|(?P<weekday>(?!x)x)|{COUNT}[\s-](?:full\s|clear\s)?{UNIT})"
    rf"\s(?P<way>before|after|ahead\sof|prior\sto|following)\s(?:the\s|our\s|that\s)?(?:\w+\s)?{_EVENT}\b(?:\s(?:opens|starts|begins|launches|airs|takes\splace|itself)\b)?",
    re.IGNORECASE,
)


def anchored(words: str, live: Sequence[Days]) -> Iterator[Days]:
    """Nothing where the mail names no live day, or several that could be meant."""
    days = {one.first for one in live}
    if len(days) != 1:
        return
    base = live[0]
    for match in _PATTERN.finditer(words):
        back = match["way"].lower() not in ("after", "following")
        moved = moved_by(replace(base, time=None, grain=Grain.DAY), match, back)
        if moved is not None:
            yield replace(moved, start=match.start(), end=match.end(), form="offset")
