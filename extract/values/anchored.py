"""Days counted from the launch itself: "two weeks before launch", "the Thursday before the party"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.anycase import AnyCase
from extract.values.days import Days
from extract.values.forms import A_WEEKDAY, COUNT, EVENT, UNIT, Grain
from extract.values.offsets import may_count, moved_by

_NEAR = 60  # characters around a day in which its event is named
_MOST = 20  # days looked at
_STEM = 4  # letters: launch, launches
_PATTERN = AnyCase(
    rf"(?<![\w-])(?:(?P<fixed>(?:the|a)\s(?:day|week|weekend|month|fortnight))|(?:the\s)?(?P<weekday>{A_WEEKDAY})|"
    rf"{COUNT}[\s-](?:full\s|clear\s)?{UNIT})"
    rf"\s(?P<way>before|after|ahead\sof|prior\sto|following)\s(?:the\s|our\s|that\s)?(?:\w+\s)?(?P<event>{EVENT})\b"
    r"(?:\s(?:opens|starts|begins|launches|airs|takes\splace|itself)\b)?",
    re.IGNORECASE,
)


def anchored(words: str, live: Sequence[Days]) -> Iterator[Days]:
    """Nothing where the mail names no live day, or several that could be meant."""
    around = [(one, words[max(0, one.start - _NEAR) : one.end + _NEAR].lower()) for one in live[:_MOST]]
    for match in _PATTERN.finditer(words) if live and may_count(words) else ():
        base = _only(live) or _only([one for one, near in around if match["event"][:_STEM].lower() in near])
        if base is None:
            continue
        back = match["way"].lower() not in ("after", "following")
        moved = moved_by(replace(base, time=None, grain=Grain.DAY), match, back)
        if moved is not None:
            yield replace(moved, start=match.start(), end=match.end(), form="offset")


def _only(days: Sequence[Days]) -> Days | None:
    """The day that is meant where all of them are the same."""
    return days[0] if len({one.first for one in days[:_MOST]}) == 1 else None
