"""Whole messages as mail programs write them, and what a careful person expects to be read from each."""

import datetime as dt
import hashlib
import json
import pathlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefs.mail import Mail, SegmentKind
from ingest.reading import read_message

FOLDER = pathlib.Path(__file__).parent
ARRIVED = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
ENOUGH = 0.9  # of the words, F1
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """One message; `want` is the JSON beside it, whose keys the README explains."""

    name: str
    content: bytes
    want: dict[str, object]

    @property
    def blind(self) -> bool:
        """Half of the cases are only ever scored, never shown to whoever writes the reader."""
        return hashlib.sha256(self.name.encode()).digest()[0] % 2 == 1

    def read(self) -> Mail:
        return read_message(
            self.content,
            ARRIVED,
            agency_domains=frozenset(_strings(self.want["agency"])),
            own_addresses=frozenset(_strings(self.want.get("own", []))),
            earlier=tuple(_strings(self.want.get("earlier", []))),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out for one key of a case."""

    key: str
    right: bool
    expected: object
    got: object


def cases() -> list[Case]:
    return [
        Case(path.stem, path.read_bytes(), json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.eml"))
    ]


def answers(case: Case) -> Iterator[Answer]:
    """One answer for each key that the case's JSON names and a reader can get wrong."""
    mail = case.read()
    for key, expected in case.want.items():
        if key in _GOT:
            got = _GOT[key](mail)
        elif key.endswith("_has"):
            got = _words(mail, *_kinds(key.removesuffix("_has")))
        elif key == "contact":
            got = {field: getattr(mail.contact, field, "") for field in expected} if isinstance(expected, dict) else {}
        else:
            continue
        yield Answer(key, _agrees(key, expected, got), expected, got)


def likeness(expected: str, got: str) -> float:
    """F1 over the words of both, each counted as often as it stands there; 1 where neither has any."""
    wanted, found = Counter(_WORD.findall(expected.casefold())), Counter(_WORD.findall(got.casefold()))
    if not wanted and not found:
        return 1.0
    return 2 * (wanted & found).total() / (wanted.total() + found.total())


def recall(expected: str, got: str) -> float:
    """The share of the expected words that are there."""
    wanted, found = Counter(_WORD.findall(expected.casefold())), Counter(_WORD.findall(got.casefold()))
    return (wanted & found).total() / wanted.total() if wanted else 1.0


def folded(text: str) -> str:
    return " ".join(text.split())


def _words(mail: Mail, *kinds: SegmentKind) -> str:
    segments = (segment for segment in mail.parts_of(*kinds) if not segment.part.startswith("header:"))
    return folded(" ".join(mail.text[segment.start : segment.end] for segment in segments))


def _kinds(name: str) -> tuple[SegmentKind, ...]:
    """A quote that is answered below it may count as a question as well as as history."""
    return (SegmentKind.HISTORY, SegmentKind.QUESTION) if name == "history" else (SegmentKind(name),)


def _agrees(key: str, expected: object, got: object) -> bool:
    if key in {"content", "note"}:
        return likeness(str(expected), str(got)) >= ENOUGH
    if key == "exchanges" and isinstance(expected, list) and isinstance(got, list):
        pairs = [words for each, one in zip(expected, got, strict=False) for words in zip(each, one, strict=True)]
        return len(expected) == len(got) and all(likeness(wanted, found) >= ENOUGH for wanted, found in pairs)
    if key.endswith("_has"):
        return all(words in str(got) for words in _strings(expected))
    if key == "sent_at":
        moments = [dt.datetime.fromisoformat(str(moment)).replace(second=0) for moment in (expected, got)]
        return moments[0] == moments[1]
    return expected == got


def _strings(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


_GOT: dict[str, Callable[[Mail], object]] = {
    "client": lambda mail: mail.client.address if mail.client else None,
    "forwarded_by": lambda mail: mail.forwarded_by.address if mail.forwarded_by else None,
    "sent_at": lambda mail: mail.sent_at.isoformat(),
    "automatic": lambda mail: mail.automatic != "",
    "back_on": lambda mail: mail.back_on.isoformat() if mail.back_on else None,
    "content": lambda mail: _words(mail, SegmentKind.CONTENT),
    "note": lambda mail: _words(mail, SegmentKind.NOTE),
    "exchanges": lambda mail: [[folded(each.question), folded(each.answer)] for each in mail.exchanges],
    "carriers": lambda mail: sorted(carrier.kind.value for carrier in mail.carriers),
    "entries": lambda mail: [
        [each.method, each.summary, each.start and each.start.isoformat()] for each in mail.entries
    ],
}
