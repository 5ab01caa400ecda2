"""Days as people name them: every form of writing one, and of those that share words the longest."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extract.anycase import AnyCase
from extract.needs import Needs
from extract.span import Span
from extract.value import value
from extract.values import almanac, holiday_forms, long_spans, named_days, near_days
from extract.values.forms import A_WEEKDAY, Form, Grain, Reader, vocabulary
from extract.values.translated import translated

_AND = AnyCase(r"(?:and|&|\bn'?)\s")
_BETWEEN = AnyCase(r"\bbetween\s(?:the\s)?$")
_BESIDE = re.compile(r",?\s\(?")  # between a day and the weekday it falls on
_LISTS_ON = re.compile(r"\s?(?:,\s(?:and\s)?|and\s|&\s|or\s|/)\s?(?:the\s)?(?:\d|[A-Z][a-z]+)")
_LED = re.compile(r"(?:on|by|from|until|before)\s", re.IGNORECASE)
_SAME_FEAST = dt.timedelta(days=60)  # from one country's Mother's Day to another's
_A_WEEK = dt.timedelta(days=7)
_COUNTED_FROM = AnyCase(
    r"\b(?:eve\sof|(?:days?|nights?|weeks?|weekend|fortnight|months?|"
    rf"{A_WEEKDAY})\s(?:after|before|following|preceding|ahead\sof|prior\sto))\s(?:the\s)?$",
)
_LONGEST_WAY = len("fortnight following the ")
_SHORT = re.compile(r"[^\W\d_]+\.?")
_DATED = ("month day", "day month", "figures", "iso")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_NO_DAY = "no day"


@value(frozen=True, slots=True, order=True)
class Days(Span):
    """`first` to `last` as they would stand with nothing around them; `form` is how they were written.

    `readings` are the other days the same figures could mean. `floating`: the year, and for a weekday the week, were
    supposed from when the mail was sent.
    """

    first: dt.date
    last: dt.date
    grain: Grain
    form: str
    time: dt.time | None = None
    floating: bool = True
    readings: tuple[dt.date, ...] = ()


def days(words: str, reader: Reader) -> tuple[Days, ...]:
    """Every day named, in order."""
    present: set[str] = set()
    english = _english(words, reader, present)
    return tuple(_longest(words, [*english, *translated(words, present, reader, _read)]))


def _read(words: str, reader: Reader) -> list[Days]:
    return _longest(words, _english(words, reader, set()))


def _english(words: str, reader: Reader, seen: set[str]) -> list[Days]:
    """The days of every paragraph; its words are added to `seen`."""
    found: list[Days] = []
    for paragraph in _paragraphs(words):
        present = vocabulary(words[paragraph.start : paragraph.end])
        seen |= present
        for form in _forms_of(present):
            found += _of_form(form, paragraph, words, reader)
    return found


def _longest(words: str, found: list[Days]) -> list[Days]:
    """Of those that share words the longest."""
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Days] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if len(one) > len(kept[-1]):
                # "Good Friday, 3 April" is no Friday, 3 April that is good.
                named = kept[-1].form == "holiday" and one.form in _DATED and one.end > kept[-1].end
                end = one.end + (words.startswith(")", one.end) and "(" in words[kept[-1].end : one.end])
                kept[-1] = replace(one, start=kept[-1].start, end=end) if named else one
        else:
            kept.append(one)
    return list(_said_twice(words, [one for one in kept if one.form != _NO_DAY]))


def _said_twice(words: str, found: list[Days]) -> Iterator[Days]:
    """ "Jul 18, Sat" is one day where the weekday is that day's, "Mother's Day, 3 May" the one that is dated."""
    index = 0
    while index < len(found):
        one, other = found[index], found[index + 1] if index + 1 < len(found) else None
        index += 1
        if other and _BESIDE.fullmatch(words, one.end, other.start):
            end = other.end + words.startswith(")", other.end)
            if _is_its_weekday(words, one, other):
                one = replace(one, end=end)
                index += 1
            elif _is_its_date(words, one, other):
                one = replace(other, start=one.start, end=end)
                index += 1
        yield one


def _is_its_weekday(words: str, one: Days, other: Days) -> bool:
    if one.first != one.last or one.form not in _DATED or other.form != "weekday":
        return False
    return other.first.weekday() == one.first.weekday() and _SHORT.fullmatch(words, *_place(other)) is not None


def _is_its_date(words: str, one: Days, other: Days) -> bool:
    """Feasts of one name are kept on different days: the writer's own counts. Of a list each is a day of its own."""
    if (
        one.form != "holiday"
        or other.form not in _DATED
        or _LED.match(words, other.start)
        or one.first != one.last
        or other.first != other.last
    ):
        return False
    apart = abs(one.first - other.first)
    if dt.timedelta() < apart <= _A_WEEK and _COUNTED_FROM.search(words, max(0, one.start - _LONGEST_WAY), one.start):
        return False  # "the eve of Matariki, 9 July": the date of the eve
    named = words[one.start : one.end].lower().endswith(" day")  # who knows on which day all the others keep theirs
    return (named or apart <= _SAME_FEAST) and _LISTS_ON.match(words, other.end) is None


def _place(one: Span) -> tuple[int, int]:
    return one.start, one.end


def _paragraphs(words: str) -> Iterator[Span]:
    """No form of a day reaches across an empty line, and most paragraphs name none."""
    start = 0
    for gap in _EMPTY_LINE.finditer(words):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(words))


def _forms_of(present: set[str]) -> list[Form]:
    """The forms that may stand among these words, in their order."""
    forms, needs = _forms()
    return [form for form in map(forms.__getitem__, needs.met(present)) if form.may_stand(present)]


@cache
def _forms() -> tuple[tuple[Form, ...], Needs]:
    forms = (*named_days.forms(), *near_days.forms(), *holiday_forms.forms(), *long_spans.forms())
    return forms, Needs(form.needs for form in forms)


def _of_form(form: Form, paragraph: Span, words: str, reader: Reader) -> Iterator[Days]:
    for match in form.pattern.finditer(words, paragraph.start, paragraph.end):
        span = form.build(match, reader)
        groups = match.groupdict()
        if span is None:
            if form.blocks:
                yield Days(match.start(), match.end(), reader.sent, reader.sent, form.grain, _NO_DAY)
            continue
        readings = named_days.other_reading(match, reader) if form.name == "figures" else ()
        floating = not (groups.get("year") or groups.get("year2"))
        joined = _joint_of(words, match) if groups.get("day2") and span[1] - span[0] > almanac.ONE_DAY else None
        if joined is not None:
            # "June 3 and 10" is two days; "June 3 and 4", "between June 3 and 10" a span.
            ends = match.end("day") + len(words[match.end("day") : joined.start()].rstrip(" ,"))
            yield Days(match.start(), ends, span[0], span[0], form.grain, form.name, None, floating)
            yield Days(joined.end(), match.end(), span[1], span[1], form.grain, form.name, None, floating)
            continue
        yield Days(match.start(), match.end(), *span, form.grain, form.name, None, floating, readings)


def _joint_of(words: str, match: re.Match[str]) -> re.Match[str] | None:
    """The "and" that makes two days of the match."""
    if _BETWEEN.search(words, max(0, match.start() - 20), match.start()):
        return None
    return _AND.search(words, match.end("day"), match.start("day2"))
