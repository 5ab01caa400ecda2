"""What the recognisers of days share: words of the calendar as patterns, and what a form of writing a day is."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from extract.anycase import AnyCase
from extract.one_of import one_of
from extract.values import almanac

A_MONTH = one_of(almanac.MONTHS)
A_WEEKDAY = one_of(almanac.WEEKDAYS)
# The full stop of a month that is not shortened ends a sentence: "by 15 March. 6 to 7k".
_SHORTENED = r"(?<!\bmay)(?<!\bjune)(?<!\bjuly)(?:(?<=\b\w{3})|(?<=\b\w{4}))\."
MONTH = rf"(?P<month>{A_MONTH})\b(?:{_SHORTENED})?"
WEEKDAY = rf"(?P<weekday>{A_WEEKDAY})\b\.?"
YEAR = r"(?:(?:,|\sof)?\s?(?P<year>(?:20|19)\d\d)(?!\d)|\s?'(?P<year2>\d\d)\b)?"
TO = r"\s?(?:-{1,2}|–|—|~|to|thru|through|until|till|til|bis|au|and|&|'?n'?)\s?(?:the\s)?"

_UP_TO_SIXTEEN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
NUMBERS = {word: number for number, word in enumerate(_UP_TO_SIXTEEN.split())}
NUMBERS |= {"a": 1, "an": 1, "couple": 2, "few": 3, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90}
_UP_TO_A_MONTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINALS = {word: number for number, word in enumerate(_UP_TO_A_MONTH.split(), 1)}
ORDINAL = rf"(?P<ordinal>{one_of(ORDINALS)})".replace(r"\-", r"[\s-]")
COUNT = rf"(?P<count>\d{{1,3}}|an?\scouple(?:\sof)?|couple\sof|{one_of(NUMBERS)})"
UNIT = (
    r"(?P<business>(?:business|working|work|week)[\s-])?"
    r"(?P<unit>days?|weeks?|wks?|fortnights?|months?|years?|hours?|hrs?)"
)

# What a day may be counted from where the mail names its day elsewhere: "two weeks before launch".
EVENT = (
    r"(?:launch|go-live|going\slive|opening|event|function|show|fair|gala|race|sale|party|premiere|release|conference|festival|campaign|"
    r"air\sdate|street\sdate|kick-?off|exhibition|wedding|concert|drop|airing|broadcast|mailing|release\sdate|big\s(?:day|night)|"
    r"performance|match|tournament|opening\s(?:night|day)|ceremony|"
    r"screening|dinner|parade|summit|convention|expo|re-?opening|(?:first|big|final)\s(?:day|night|show|game|match|date)|event\sdate|"
    r"launch\sday|show\s?time|open\s(?:day|house|evening)|trade\sshow|(?:it|this|that|everything)\s(?:all\s)?(?:opens|launches|starts|begins|airs|ships|"
    r"drops|runs|goes\s(?:live|up|out|on\sair|on\ssale|to\spress|to\sprint))|(?:we|they|you)\s(?:open|launch|start|go\slive|reopen)|doors|"
    r"start(?:\sdate)?|then|that(?!'))"
)

_WORD, _PLAIN_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[a-z]+")  # the plain one is found in a third of the time
_FIGURES = re.compile(r"\d(?!\d)([/.-]?)(?=(\d?))")
FIGURES = ("1",)  # how `vocabulary` tells that there are some

FirstLast = tuple[dt.date, dt.date]


class Grain(StrEnum):
    DAY = "day"
    WEEK = "week"
    PART = "part"  # of a month, a quarter, a year: early June
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Reader:
    """Where days are counted from: when the mail was sent, on its writer's clock, and how its country writes dates."""

    sent: dt.date
    country: str
    day_first: bool
    certain: bool  # that it is day first, or month first


Build = Callable[[re.Match[str], Reader], FirstLast | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a day: `build` makes its first and last day of a match, None where it is none after all.

    `needs`: words of which one, or `least` of them, must stand in the text (`vocabulary`), or it need not be searched
    at all; where there are `others`, one of those too, and where there is a `whole` of names by the word they need, all
    words of one.
    `blocks`: a match without a day holds its words against other forms (31 April is not April).
    """

    name: str
    pattern: AnyCase
    build: Build
    grain: Grain
    blocks: bool
    needs: frozenset[str]
    others: frozenset[str]
    least: int = 1
    whole: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)

    def may_stand(self, present: set[str]) -> bool:
        """Whether the words that are present are enough, one of those needed being among them."""
        if self.others and self.others.isdisjoint(present):
            return False
        said = self.needs & present if self.whole or self.least > 1 else ()
        if self.whole:
            return any(words <= present for word in said for words in self.whole[word])
        return self.least == 1 or len(said) >= self.least


def form(
    name: str,
    pattern: str,
    build: Build,
    grain: Grain = Grain.DAY,
    *,
    needs: Iterable[str],
    others: Iterable[str] = (),
    least: int = 1,
    whole: Mapping[str, tuple[frozenset[str], ...]] = MappingProxyType({}),
    blocks: bool = False,
) -> Form:
    """`pattern` in verbose syntax; case does not matter."""
    return Form(
        name, AnyCase(pattern, re.VERBOSE), build, grain, blocks, frozenset(needs), frozenset(others), least, whole
    )


def vocabulary(words: str) -> set[str]:
    """The words of a text in lower case, "1" where it has figures, "1/" or "1/1" where a mark is behind or between."""
    lower = words.lower()
    known = set((_PLAIN_WORD if lower.isascii() else _WORD).findall(lower))
    for mark, figure in set(_FIGURES.findall(words)):
        known |= {"1", f"1{mark}{figure and '1'}"}
    return known


def ordinal(match: re.Match[str]) -> int:
    """The number that a match of ORDINAL spells: "twenty first" too."""
    return ORDINALS["-".join(match["ordinal"].lower().split())]


def one(found: dt.date | None) -> FirstLast | None:
    return None if found is None else (found, found)


def year_of(match: re.Match[str]) -> int | None:
    """The year written, two figures of this century or four."""
    groups = match.groupdict()
    if groups.get("year"):
        year = int(groups["year"])
        return year if year >= 100 else 2000 + year
    return 2000 + int(groups["year2"]) if groups.get("year2") else None


def counted(match: re.Match[str], base: dt.date, step: int) -> dt.date | None:
    """`base` and what a match of COUNT and UNIT counts, on (step 1) or back (-1); None where that leads too far."""
    groups = match.groupdict()
    if groups.get("fortnight"):
        return base + step * dt.timedelta(days=14)
    words = (groups["count"] or "a").lower().split()
    count = int(words[0]) if words[0].isdigit() else NUMBERS["couple" if "couple" in words else words[-1]]
    unit = match["unit"].lower()
    if match["business"] and unit.startswith("day"):
        return almanac.add_business_days(base, step * count)
    if unit.startswith("h"):
        return base + step * dt.timedelta(days=count // 24) if count in (24, 48, 72, 96) else None
    if unit.startswith("year"):
        return almanac.add_months(base, step * 12 * count) if count <= 3 else None
    if unit.startswith("month"):
        return almanac.add_months(base, step * count) if count <= 36 else None
    if unit.startswith("day") and " clear " in f" {match[0].lower()} ":
        count += 1  # the days at both ends do not count
    size = 1 if unit.startswith("day") else 14 if unit.startswith("fortnight") else 7
    return base + step * dt.timedelta(days=count * size)
