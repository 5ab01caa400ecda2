"""The currency written beside a number: $, US$, EUR, quid, before it or behind."""

import re
from functools import cache

from extract.anycase import AnyCase
from extract.country import Country, data
from extract.one_of import one_of
from extract.value import value

_THOUSANDS = re.compile(
    r"(?:[Tt](?=[A-Z€k])|[kK](?=[A-Z€])(?!KSHS|SHS)|ty[sś]|tis)(?:[A-Z]{3}|€|kr)|(?:tys|tis)\S* \w+"
)
_MILLIONS = re.compile(r"[Mm](?:[A-Z]{3}|€|kr)|MDP|mdp")

# "In pounds" may be a weight, "in real" no money at all.
_STATED = AnyCase(
    r"\b(?:in|that's|that\sis|it's|all|those\sare|these\sare|figures|amounts|sums)\s(?:in\s|are\sin\s)?"
    r"(?P<name>euros?|naira|cedis|rupees|rands?|shillings|kroner|kronor|pesos|dirhams|ringgit|baht|yen|zloty|sterling)"
    r"(?=\s?(?:[.,;:)!?\n]|$|and\b|not\b|please\b))",
)
# One of these is in each of the names: a cheap look before the expensive one.
_NAMED = (
    "euro", "naira", "cedi", "rupee", "rand", "shilling", "kron", "peso", "dirham", "ringgit", "baht", "yen", "zloty",
    "sterling",
)  # fmt: skip
_ONLY_BEFORE = ("R", "r", "Re", "N", "P", "K", "Le", "LE", "Br", "Sh", "Bs", "S/", "S/.", "B/.")
_ONLY_BEHIND = ("e", "/=", "/-")
_ENDS = r"(?=\s?(?:[.,;:)!?]|$|(?:for|to|max|tops|all|plus|in|on|and|or)\b))"  # "9 thousand Canadian.", no noun behind
_PESOS = ("MXN", "ARS", "CLP", "COP", "UYU", "BRL", "PHP")


@value(frozen=True, slots=True)
class Mark:
    """`code` is ISO 4217, "" for a dollar or krone of the writer's own country."""

    start: int
    end: int
    code: str
    text: str

    @property
    def scale(self) -> int:
        """TEUR 25, 100 k€: the mark counts thousands; 0,9 MSEK: millions."""
        if self.text in _codes():
            return 1
        return 1000 if _THOUSANDS.fullmatch(self.text) else 10**6 if _MILLIONS.fullmatch(self.text) else 1

    def currency(self, country: Country) -> str:
        if self.text in ("/=", "/-") or country.currency in data("currencies")["same_name"].get(self.text.lower(), ()):
            return country.currency  # money of one name in several countries is the writer's own
        if self.code:
            return self.code
        if country.dollar in _PESOS and self.text.lower().startswith(("dollar", "buck")):
            return "USD"  # a $ there is the peso's
        if "kr" in self.text.lower():
            return country.currency if country.currency in ("SEK", "NOK", "DKK", "ISK") else "SEK"
        return country.dollar

    def is_of(self, country: Country) -> bool:
        """False for letters that are money at home alone (P2,500, 900 e), where the writer's home is another."""
        only = data("currencies")["only_in"].get(self.text)
        return only is None or country.code in only


def stated(words: str, country: Country) -> str:
    """ "That's euros", "all figures in naira": what the bare numbers of the mail are in; "" where nothing says so."""
    lower = words.lower()
    said = _STATED.search(words) if any(name in lower for name in _NAMED) else None
    return "" if said is None else Mark(0, 0, _code(said["name"].lower()), said["name"]).currency(country)


def before(words: str, number: int) -> Mark | None:
    """The mark that ends where the number at offset `number` begins, with a space between at most."""
    near = words[max(0, number - 4) : number].removesuffix(" ").removesuffix(":")
    if near[-2:] not in _ends() and near[-1:] not in _ends():
        return None  # a cheap look before the expensive one
    start = max(0, number - 8)
    match = _before().search(words[start:number])
    return None if match is None else Mark(start + match.start(1), start + match.end(1), _code(match[1]), match[1])


def after(words: str, number: int) -> Mark | None:
    """The mark that begins where the number ends."""
    if not _may_begin(words[number : number + 3].lower()):
        return None
    match = _after().match(words[number : number + 32])
    if match is None:
        return None
    code = match["behind"] or _code(match[1])  # "1 600 $ CAD"
    return Mark(number + match.start(1), number + match.end("behind" if match["behind"] else 1), code, match[1])


def _may_begin(near: str) -> bool:
    """A cheap look before the expensive one: a mark stands there, or behind one space or hyphen."""
    return (
        near[:1] in _beginnings()
        or near[:2] in _beginnings()
        or near[1:3] in _beginnings()
        or near[1:2] in _beginnings()
    )


@cache
def _codes() -> frozenset[str]:
    return frozenset(data("currencies")["codes"].split())


@cache
def _typed() -> frozenset[str]:
    """The codes as people type them: USD, usd, Usd. Those that are words ("all", "try", "mad") only in capitals."""
    small = data("currencies")["typed_small"].split()
    return _codes().union(small, (code.title() for code in small))


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of every mark that stands behind numbers, and of the "de" and "d'" before one."""
    table = data("currencies")
    marks = (*table["marks"], *table["names"], *table["nationals"], *_typed())
    return frozenset(mark[:2].lower() for mark in (*marks, "de", "d'", "d’") if mark not in _ONLY_BEFORE)


@cache
def _ends() -> frozenset[str]:
    """The last two characters of every mark that stands before numbers."""
    table = data("currencies")
    return frozenset(mark[-2:] for mark in (*table["marks"], *_typed()))


@cache
def _before() -> re.Pattern[str]:
    marks = [mark for mark in data("currencies")["marks"] if mark not in _ONLY_BEHIND]
    return re.compile(rf"(?<![A-Za-z])({one_of([*marks, *_typed()])})(?:(?<=[A-Z]{{3}}):)?[ ]?$")


@cache
def _after() -> re.Pattern[str]:
    signs = one_of(mark for mark in data("currencies")["marks"] if mark not in _ONLY_BEFORE)
    names, codes = one_of(data("currencies")["names"]), one_of(_typed())
    nationals = "|".join(re.escape(name) for name in data("currencies")["nationals"])
    return re.compile(
        rf"(?:[ -]?|\sd['’]|\sde\s)((?:{signs})(?![\w])|(?:{codes})\b|(?i:{names})\b(?!'[a-z])|(?:{nationals}){_ENDS})"
        rf"(?:(?<=\$)\s(?P<behind>{codes})\b)?"
    )


def _code(mark: str) -> str:
    table = data("currencies")
    if mark in table["marks"]:
        return str(table["marks"][mark])
    if mark.lower() in table["names"]:
        return str(table["names"][mark.lower()])
    if mark in table["nationals"]:
        return str(table["nationals"][mark])
    return mark.upper()
