"""Sentences that carry their expectation: `[due 2026-06-12 17:00: 5pm on Friday June 12]`."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from briefs.findings import DateSpan, Field, Finding
from briefs.mail import Address, Mail, Segment, SegmentKind
from briefs.money import MoneyRange

SENT_AT = dt.datetime(2026, 3, 3, 9, 14, tzinfo=dt.timezone(dt.timedelta(hours=-5)))  # a Tuesday
_MARK = re.compile(r"\[(?P<kind>budget|due|live) (?P<value>[^:\]]+(?::\d\d)?): (?P<quote>[^\]]+)\]")
_DOMAINS = {"GB": "client.co.uk", "US": "client.example", "AU": "client.com.au"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """`words` as the client wrote them; `expected` as `said` prints findings."""

    place: str
    words: str
    country: str
    expected: tuple[str, ...]


def sentences(name: str) -> list[Sentence]:
    """The sentences of `sentences/NAME.txt`; a line that opens with "!" expects nothing."""
    found = []
    path = Path(__file__).parent / "sentences" / f"{name}.txt"
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        rest, country = line, "US"
        if rest.startswith("@"):
            country, rest = rest[1:3], rest[3:].strip()
        words = _MARK.sub(lambda mark: mark["quote"], rest.removeprefix("!").strip())
        expected = tuple(f"{mark['kind']} {mark['value']}: {mark['quote']}" for mark in _MARK.finditer(rest))
        if bool(expected) == rest.startswith("!"):
            raise ValueError(f"{path.name}:{number}: a sentence has marks or opens with '!': {line}")
        found.append(Sentence(f"{path.name}:{number}", words, country, expected))
    return found


def mail(words: str, country: str = "US", sent_at: dt.datetime = SENT_AT) -> Mail:
    """A mail of one body, from a client of that country."""
    client = Address("dana@" + _DOMAINS.get(country, f"client.{country.lower()}"))
    content = Segment(0, len(words), SegmentKind.CONTENT, "1", 0)
    return Mail(
        reader=1,
        message_id="<1@client.example>",
        in_reply_to=(),
        references=(),
        original_message_id="",
        subject="",
        author=client,
        recipients=(),
        client=client,
        forwarded_by=None,
        arrived_at=sent_at,
        sent_at=sent_at,
        text=words,
        segments=(content,),
        attachments=(),
        automatic="",
        bounced=(),
        notes=(),
        sha256="",
    )


def said(finding: Finding) -> str:
    """A finding in the notation of the marks."""
    value = finding.value
    if isinstance(value, MoneyRange):
        low, high = value.min, value.max
        amount = _amount(low) if low == high else f"{_amount(low)}-{_amount(high)}"
        return f"budget {value.currency} {amount}: {finding.quote}"
    if isinstance(value, DateSpan):
        days = f"{value.start}" if value.start == value.end else f"{value.start}..{value.end}"
        time = f" {value.time:%H:%M}" if value.time else ""
        return f"{value.kind} {days}{time}: {finding.quote}"
    return f"{finding.field}: {finding.quote}"


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}".removesuffix(".00")


def same(expected: str, found: str) -> bool:
    """Equal values; the quote may take in a bound or a preposition that the mark left out, or the other way round."""
    value, _, quote = expected.partition(": ")
    other, _, found_quote = found.partition(": ")
    inside, around = _letters(quote), _letters(found_quote)
    return value == other and (inside in around or around in inside)


def _letters(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def values_only(found: tuple[Finding, ...]) -> list[str]:
    return [said(finding) for finding in found if finding.field in (Field.BUDGET, Field.DATE)]
