"""Numbers as people write them: 12,500 and 12.500, 1,50,000, 25k, 1.2m, forty-five grand, a quarter of a million."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from extract.anycase import AnyCase
from extract.one_of import one_of
from extract.span import Span
from extract.value import value
from extract.values import languages

_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_SMALL = {word: value for value, word in enumerate(_UP_TO_TWENTY.split())}
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety"), strict=True
    )
}
_TENS["fourty"] = 40
_BIG = {"thousand": 10**3, "thou": 10**3, "grand": 10**3, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5}
_BIG |= {"k": 10**3, "million": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9}
_SCALES = _BIG | {
    "k": 10**3,
    "tsd": 10**3,
    "tausend": 10**3,
    "mila": 10**3,
    "mille": 10**3,
    "hundred": 100,
    "cr": 10**7,
    "l": 10**5,
    "mi": 10**6,
    "bn": 10**9,
    "mrd": 10**9,
    "b": 10**9,
}
_SCALES |= dict.fromkeys(("tusen", "duizend", "ribu", "tys", "tis", "bin"), 10**3)
_SCALES |= dict.fromkeys(("jt", "juta", "millones", "millón", "milhões", "milhão", "miljoen", "miljoner"), 10**6)
_SCALES |= dict.fromkeys(("m", "mm", "mn", "mil", "mio", "mln", "millions"), 10**6)
_SCALES |= {word: scale for word, scale in languages.pairs("scales").items() if scale >= 1000}


_DIGITS = AnyCase(
    rf"""
    (?:(?<![\w.,#/:])|(?<=\bRs)|(?<=\bRs\.)|(?<=\bR)|(?<=\b[NPK])|(?<=\b(?:RM|kr|Rp|Dh|SR|QR|KD|BD|JD|Tk|Br|Le|MK|Sh|Kz|LE|Bs|S/))
        |(?<=\b(?:KSh|Ksh|Php|Dhs|Shs|S/\.|B/\.|Sh\.|Tk\.))|(?<=\b[A-Z]{{3}})|(?<=\b(?:Kshs|FCFA|Birr|Ushs|Tshs|Shs\.|Ksh\.))|(?<=\bKshs\.)
        |(?<=\$[AC])|(?<=\$(?:NZ|AU|CA|US)))
    (?P<digits>
        \d{{1,3}}(?:[ ]\d{{3}}){{1,3}}(?:,\d\d)?             # 20 000
      | \d{{1,2}}(?:,\d\d){{1,3}},\d{{3}}(?:\.\d\d)?         # 1,50,000
      | \d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d\d)?              # 12,500.00
      | \d{{1,3}}(?:['.]\d{{3}}){{1,4}}(?:[,.]\d\d)?         # 12.500,00 and 12'500.00
      | \d{{1,12}}(?:[.,]\d{{1,3}})?
    )
    (?!\d|:\d) (?:[ -]?(?P<scale>{one_of(_SCALES)})\b(?<!bin(?![ ](?:TL|lira|euro|dolar)))
        (?:\.(?=[ ]?(?:[€$£₹]|(?-i:[A-Z]{{3}}\b)|Euros?\b|Franken\b|kr\b|zł|Kč)))? (?!'))?
    (?P<tail>[.,](?:--?|–))?                                 # 500.- and 9.850,–
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BEGINNINGS = sorted({word[:2] for word in (*_SMALL, *_TENS, *_BIG, "hundred", "half", "quarter", "couple")})
_WORDS = AnyCase(
    rf"""
    (?<![\w-])(?={one_of(_BEGINNINGS)}|an?[ ])            # a cheap look: as most words do not begin
    (?: (?:(?P<part>(?:a[ ])?(?:half|quarter|three[- ]quarters)(?:[ ]of)?)(?:[ ]an?)?
         | (?P<pointed>(?:{one_of(_SMALL | _TENS)})[ ]point(?:[ ](?:{one_of(_SMALL)})){{1,2}})
         | (?P<pair>(?:a[ ])?couple(?:[ ]of)?))
        [ ](?P<whole>hundred|{one_of(_BIG)})
      | (?P<sum>(?:an?[ ](?=hundred|{one_of(_BIG)})|(?=[a-z]))
         (?:{one_of(_SMALL | _TENS | _BIG)}|hundred)
         (?:(?:[\s-]|\s?and\s)(?:(?:a\s)?half|{one_of(_SMALL | _TENS | _BIG)}|hundred)\b){{0,9}}) )
    (?![\w]|-[a-z])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIGURES = re.compile(r"\d\d*")  # so `re` skips to them, as it does not with "\d+"
_GLUED = re.compile(
    r"(?![A-Z]{3}\b|ish\b|(?:RM|TL|Rs|kr|Ft|zł|Kč|Dhs?)\b|[A-Z]{1,3}\$|[円元])\w|\.\d|[:/]\d"
)  # 24x36, 15th, 12:30; not 500USD
_PAUSE = re.compile(r"[\s-]+")
# It begins with a figure, not with what may not stand before one: `re` then skips to the figures.
_PHONE = re.compile(r"\d(?<![\d-]\d)(?:(?<=1)[-.]\d{3}|\d\d)([-.])\d{3}\1\d{4}(?![\d-])")
_PARTS = {"half": Decimal("0.5"), "three": Decimal("0.75"), "quarter": Decimal("0.25")}


@value(frozen=True, slots=True, order=True)
class Number(Span):
    """`value` is with its scale; `scale` is 1 where none was written. `worded`: no figure in it."""

    value: Decimal
    scale: int
    worded: bool


def numbers(words: str) -> tuple[Number, ...]:
    """Every number that stands by itself, in order: no part of a code, a clock time, an address of the web."""
    found = [*_digits(words), *_worded(words), *_translated(words)]
    return tuple(sorted(found))


def _digits(words: str) -> Iterator[Number]:
    dialled = {at for phone in _PHONE.finditer(words) for at in range(*phone.span())}
    for match in _each_number(words):
        if match.start() in dialled:
            continue
        if _GLUED.match(words, match.end()):
            continue
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
        value = figure(match["digits"], scaled=scale > 1)
        yield Number(match.start(), match.end(), value * scale, scale, worded=False)


def _each_number(words: str) -> Iterator[re.Match[str]]:
    """Tried only where figures begin: most of a text has none."""
    reach = 0
    for figures in _FIGURES.finditer(words):
        match = _DIGITS.match(words, figures.start()) if figures.start() >= reach else None
        if match is not None:
            reach = match.end()
            yield match


def figure(digits: str, *, scaled: bool) -> Decimal:
    """Separators decided: three figures after the only one mean thousands, unless a scale follows (1.125 million)."""
    plain = digits.replace(" ", "").replace("'", "")
    marks = [mark for mark in plain if mark in ".,"]
    if not marks:
        return Decimal(plain)
    last = marks[-1]
    whole, _, rest = plain.rpartition(last)
    if len(rest) == 3 and (len(marks) > 1 or not scaled) and len(set(marks)) == 1:
        return Decimal(whole.replace(last, "") + rest)
    if len(rest) == 3 and len(set(marks)) > 1:
        return Decimal(plain.replace(",", "").replace(".", ""))
    return Decimal(whole.replace(",", "").replace(".", "") + "." + rest)


def _translated(words: str) -> Iterator[Number]:
    """ "Zwanzigtausend Euro", "vingt mille euros": the numbers of other languages, where a currency follows."""
    lower = words.lower()
    if not any(money in lower for money in _OTHER_MONEY):
        return
    numerals, scales = languages.pairs("numbers"), languages.pairs("scales")
    for match in _other_words().finditer(words):
        scale = scales[match["scale"].lower()]
        value = Decimal(numerals[match["word"].lower()]) * scale
        yield Number(match.start(), match.end(), value, scale, worded=True)


_OTHER_MONEY = ("eur", "franken", "chf", "francs", "€")  # as the pattern below has them; most texts name none


@cache
def _other_words() -> AnyCase:
    numerals, scales = one_of(languages.pairs("numbers")), one_of(languages.pairs("scales"))
    return AnyCase(
        rf"(?<![\w.,-])(?P<word>{numerals})[\s-]?(?P<scale>{scales})"
        r"(?=\s?(?:d['’]\s?|de\s)?(?:Euros?|EUR|Franken|CHF|francs?)\b|\s?€)"
    )


def _worded(words: str) -> Iterator[Number]:
    for match in _WORDS.finditer(words):
        if match["sum"]:
            yield from _sums(match)
        else:
            scale = _BIG.get(match["whole"].lower(), 100)
            part = (match["part"] or "").lower()
            share = _PARTS[next(name for name in _PARTS if name in part)] if part else Decimal(2)
            if match["pointed"]:
                share = _pointed(match["pointed"].lower())
            yield Number(match.start(), match.end(), scale * share, scale, worded=True)


def _sums(match: re.Match[str]) -> Iterator[Number]:
    """The number a run of words spells, or the two of "(between) ten and twenty thousand"."""
    value, scale = _spelled(_PAUSE.split(match["sum"].lower()))
    if value is not None:
        yield Number(match.start(), match.end(), value, scale, worded=True)
        return
    spelled = match["sum"].lower()
    joints = [joint.start() for joint in re.finditer(" and ", spelled)]
    pairs = [(_number(match, 0, joint), _number(match, joint + len(" and "), len(spelled))) for joint in joints]
    # "one and a half and two grand": cut where both sides are numbers.
    whole = next((pair for pair in pairs if None not in pair), next(iter(pairs), ()))
    yield from (number for number in whole if number is not None)


def _number(match: re.Match[str], start: int, end: int) -> Number | None:
    value, scale = _spelled(_PAUSE.split(match["sum"][start:end].lower()))
    place = match.start("sum") + start
    return None if value is None else Number(place, place + end - start, value, scale, worded=True)


def _pointed(words: str) -> Decimal:
    """ "one point five" -> 1.5"""
    whole, *places = (_SMALL.get(word) or _TENS.get(word) or 0 for word in words.split() if word != "point")
    return Decimal(f"{whole}.{''.join(map(str, places))}")


def _is_hundreds(number: Decimal) -> bool:
    """Whether tens may follow that are no part of the number: "twenty fifty" is none, "twenty seven fifty" 2,750."""
    return 0 < number <= 18 or (20 < number < 100 and number % 10 != 0)


def _spelled(parts: list[str]) -> tuple[Decimal | None, int]:
    """`two thousand five hundred` -> 2500, and the greatest scale; None where the words make no number."""
    if parts[0] in _BIG:  # "the grand opening", "million-dollar"
        return None, 1
    total, current, scale, halved = Decimal(0), Decimal(0), 1, False
    for part in parts:
        if part in ("a", "an", "and"):
            continue
        if part == "half":
            halved = True
            if scale > 100 and not current:  # "a million and a half" is half a million more
                total += scale * Decimal("0.5")
            else:
                current += Decimal("0.5")
        elif part in _TENS and not total and scale == 1 and _is_hundreds(current) and "and" not in parts:
            current = current * 100 + _TENS[part]  # "seventeen fifty", "twenty seven fifty"
        elif part in _SMALL or part in _TENS:
            small = _SMALL.get(part) or _TENS.get(part) or 0
            room = 100 if part in _TENS or small >= 10 else 10
            if halved or current % room or current % 100 in range(10, 20):
                return None, 1
            current += small
        elif part == "hundred":
            current, scale = (current or Decimal(1)) * 100, max(scale, 100)
        else:
            total, current, scale = total + (current or Decimal(1)) * _BIG[part], Decimal(0), max(scale, _BIG[part])
            halved = False
    return total + current, scale
