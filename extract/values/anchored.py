"""Days counted from what happens on a day told elsewhere: "two weeks before launch", "the Monday of event week"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.anycase import AnyCase
from extract.value import value
from extract.values.days import Days
from extract.values.forms import A_MONTH, A_WEEKDAY, COUNT, EVENT, ORDINALS, UNIT, Grain
from extract.values.offsets import is_back, may_count, moved_by, week_of, weekday_of

_NEAR = 60  # characters around a day in which its event is named
_MOST = 20  # days looked at
_STEM = 4  # letters at least: announces, announcement
_SHORT = 6  # letters of a word that is its own stem
_COUNTED = (
    r"(?:(?P<fixed>(?:the|a)\s(?:day|night|evening|week|weekend|month|fortnight))|"
    rf"(?:the\s)?(?:(?P<nth>first|second|third|2nd|3rd)\s)?(?P<weekday>{A_WEEKDAY})|{COUNT}[\s-](?:full\s|clear\s|whole\s)?{UNIT})"
)
_WAY = r"(?P<way>before|b4|after|ahead\sof|prior\sto|following|in\sadvance\sof|out\sfrom|preceding)"
_THE = r"(?:the|our|that|this|its|your|their|his|her|my)"
# Nouns that name no event of the client's: "two days before the deadline" may be any.
_NO_EVENT = (
    r"(?:end|start|beginning|meeting|call|deadline|invoice|approval|proof|draft|due|quote|files?|artwork|last|next|week|month|year|"
    r"holidays?|weekend|fact|time|others?|rest|one|same|date|day|first|client|team|printers?|press|board|committee|boss|"
    r"legal|lawyers?|office|agency|following|previous|current|usual|original|new|old|"
    rf"{A_WEEKDAY}|{A_MONTH}|{'|'.join(ORDINALS)})"
)
_HAPPENS = r"(?:opens|starts|begins|launches|airs|ends|closes|finishes|arrives|leaves|sails|takes\splace)"
_BEFORE_IT = AnyCase(
    rf"(?<![\w-]){_COUNTED}\s{_WAY}\s(?:{_THE}\s)?(?:\w+\s)?(?P<event>{EVENT})\b"
    r"(?:\s(?:opens|starts|begins|launches|airs|takes\splace|itself|day|night|evening)\b)?",
    re.IGNORECASE,
)
_BEFORE_THING = AnyCase(
    rf"(?<![\w-]){_COUNTED}\s{_WAY}\s(?:(?:{_THE}\s)(?:[\w'-]+\s){{0,2}}?|(?=[\w'-]+\s{_HAPPENS}\b))"
    rf"(?!{_NO_EVENT}\b)(?P<event>[^\W\d_][\w'-]{{2,}})(?:\s(?:{_HAPPENS}|day|night|evening))?"
    r"(?=\s?[.,;:!?)\n]|\s(?:and|but|or|so|please|because|as|for|at|in|on|is|if|when|to|with|we|I|you|they|it)\b|\s?$)",
    re.IGNORECASE,
)
_OUT = AnyCase(
    rf"(?<![\w-])(?<!\band\s)(?P<fixed>(?!))?(?P<nth>(?!))?(?P<weekday>(?!))?{COUNT}\s{UNIT}\s"
    r"(?P<way>out(?=\s?[.,;:!?)\n]|\s(?:and|but|so|please|at|because|for)\b|\s?$)|in\sadvance(?!\sof)|beforehand)(?!\w)",
    re.IGNORECASE,
)
_WITH_WEEK = (
    *("launch", "event", "show", "fair", "race", "gala", "festival", "opening", "conference", "sale", "party"),
    *("premiere", "release", "election", "expo", "tournament", "convention", "wedding", "campaign", "match"),
    "exhibition",
)
# What is held, and not printed, sent or aired: where the mail names one such day, that is its day.
_OCCASIONS = (
    *("event", "function", "show", "fair", "race", "gala", "festival", "conference", "party", "ceremony", "parade"),
    *("premiere", "expo", "tournament", "convention", "wedding", "match", "exhibition", "concert", "dinner", "summit"),
    *("screening", "performance"),
)
# "The parade on 1 December": what stands right before a day is on that day, whatever else is near.
_ITS_DAY = re.compile(
    r"\w*(?:\s(?:day|night|evening|itself|will|shall|be|is|are|was|takes|place|falls|held|now|set|for|on|this|of|the))*"
    r"\s?[:,(–—-]?\s?(?:is\s)?(?:on\s|the\s)*$"
)
_WEEK = re.compile(r"week(?P<of>\sof\s)?")
_ITS_WEEK = AnyCase(
    rf"(?<![\w-])(?<!\bbefore\s)(?:(?:the\s)?(?P<weekday>{A_WEEKDAY})\s(?:of|in)\s)?(?:"
    r"(?:the\s|our\s)?(?:(?!(?:by|in|for|on|during|until|till|from|and|of)\b)\w+\s)?"
    rf"(?P<event>{'|'.join(_WITH_WEEK)})\sweek(?![\w-])|"
    rf"(?:the\s)?week\sof\s{_THE}\s(?:\w+\s)?(?P<event2>{EVENT})\b)",
    re.IGNORECASE,
)
_UNTIL_IT = re.compile(r"\s(?:until|till|til|to|through|thru|up\sto)\s")
_SENTENCE = re.compile(r"[.!?;]\s|\n\s*\n")


@value(frozen=True, slots=True)
class Bases:
    """What may be counted from: of all the days `named` those on which something happens for sure, those of them on
    which it is held and not sent, and those on which it may happen."""

    named: Sequence[Days]
    live: Sequence[Days]
    held: Sequence[Days]
    happens: Sequence[Days]


def anchored(words: str, bases: Bases) -> Iterator[Days]:
    """Nothing where the mail names no such day, or several that could be meant."""
    if not bases.named:
        return
    taken: list[tuple[int, int]] = []  # in order; none shares words with another
    lower = words.lower()
    for match, base in _matched(words, bases) if may_count(lower) else ():
        place = bisect_left(taken, (match.end(),))
        if place and taken[place - 1][1] > match.start():
            continue
        back = match["way"].lower() in ("out", "beforehand", "in advance") or is_back(match["way"])
        moved = moved_by(replace(base, time=None, grain=Grain.DAY), match, back)
        if moved is not None:
            taken.insert(place, (match.start(), match.end()))
            yield replace(moved, start=match.start(), end=match.end(), form="offset")
    for match in _ITS_WEEK.finditer(words) if bases.live and _may_say_week(lower) else ():
        base_day = _meant(words, match, match["event"] or match["event2"], bases)
        if base_day is not None:
            week = week_of(replace(base_day, time=None))
            found = weekday_of(week, match) if match["weekday"] else week
            if found is not None:
                yield replace(found, start=match.start(), end=match.end(), form="offset")


def reached(words: str, one: Days, other: Days) -> Days | None:
    """The span "from 18 January until the Saturday before the fair"; None where the two days make none."""
    if other.form != "offset" or one.first != one.last or one.last >= other.last:
        return None
    if one.end > other.start or not _UNTIL_IT.fullmatch(words, one.end, other.start):
        return None
    return replace(one, end=other.end, last=other.last, form="range")


def _may_say_week(lower: str) -> bool:
    """A cheap look before the expensive one."""
    return any(week["of"] or lower.endswith(_WITH_WEEK, 0, max(0, week.start() - 1)) for week in _WEEK.finditer(lower))


def _matched(words: str, bases: Bases) -> Iterator[tuple[re.Match[str], Days]]:
    for match in _BEFORE_IT.finditer(words) if bases.live else ():
        if (base := _meant(words, match, match["event"], bases)) is not None:
            yield match, base
    for match in _BEFORE_THING.finditer(words):
        if (base := _only(_beside(words, match, match["event"], bases.named))) is not None:
            yield match, base
    for match in _OUT.finditer(words) if bases.live else ():
        if (base := _only(bases.live)) is not None:
            yield match, base


def _meant(words: str, match: re.Match[str], event: str, bases: Bases) -> Days | None:
    """Beside which day the event is named, or the only day on which anything happens."""
    return (
        _only(_beside(words, match, event, bases.live))
        or _only(_beside(words, match, event, bases.happens))
        or _only(bases.live)
        or (_only(bases.held) if event.lower().endswith(_OCCASIONS) else None)
    )


def _beside(words: str, match: re.Match[str], event: str, days: Sequence[Days]) -> list[Days]:
    """The days beside which, in their sentence, the event is named; of several those right behind its name."""
    said = event.lower().split()[-1]
    if said in ("then", "that"):
        return []
    stem = said.removesuffix("s") if len(said) <= _SHORT else said[: max(_STEM, len(said) - 4)]
    named = re.compile(rf"\b{re.escape(stem)}")
    near = [(one, tuple(_around(words, one, match))) for one in days[:_MOST]]
    beside = [(one, before) for one, (before, behind) in near if named.search(before) or named.search(behind)]
    right_behind = [
        one for one, before in beside if any(_ITS_DAY.match(before, name.end()) for name in named.finditer(before))
    ]
    return right_behind or [one for one, _ in beside]


def _around(words: str, one: Days, match: re.Match[str]) -> Iterator[str]:
    """What stands before and behind a day, without the words of the match."""
    before = _SENTENCE.split(words[max(0, one.start - _NEAR) : one.start])[-1]
    closed = words[one.end - 1] in ".!?"  # "on 4 June." may have taken the sentence's full stop
    behind = "" if closed else _SENTENCE.split(words[one.end : one.end + _NEAR])[0]
    starts, ends = one.start - len(before), one.end + len(behind)
    yield words[starts : min(one.start, match.start()) if match.start() > starts else one.start].lower()
    yield words[one.end : max(one.end, min(ends, match.start())) if match.start() >= one.end else ends].lower()


def _only(days: Sequence[Days]) -> Days | None:
    """The day that is meant where all of them are the same, or all that are not counted from another."""
    for such in (days[:_MOST], [one for one in days[:_MOST] if one.form != "offset"]):
        if len({one.first for one in such}) == 1:
            return such[0]
    return None
