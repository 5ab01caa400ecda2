"""What reading any message promises, whatever its bytes: a Mail that holds together, or a refusal that says why."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from unittest import mock

from briefs.mail import Mail, SegmentKind
from ingest import reading
from ingest.canonical import Canonical
from ingest.errors import Unreadable
from ingest.limits import Limits
from ingest.lines import Rendered

ARRIVED = dt.datetime(2026, 3, 4, 14, 0, tzinfo=dt.UTC)
_LIMITS = Limits()
# Neither PostgreSQL nor a mail's header can hold them.
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_SPACE = re.compile(r"\s")


class BrokenPromise(AssertionError):
    """A message was read into something that does not hold together."""


def read(content: bytes, limits: Limits = _LIMITS) -> Mail | None:
    """The mail, None when it was refused with a reason. Raises BrokenPromise."""
    with _renderings() as rendered:
        try:
            mail = reading.read_message(content, ARRIVED, limits=limits)
        except Unreadable as reason:
            if not str(reason):
                raise BrokenPromise("refused without a reason") from reason
            return None
    broken = [*_untiled(mail), *_misplaced(mail, rendered), *_unfit(mail), *_lying(mail)]
    if broken:
        raise BrokenPromise("; ".join(broken[:5]))
    return mail


@contextmanager
def _renderings() -> Iterator[dict[str, str]]:
    """Each part's text as it was rendered, filled in while messages are read."""
    seen: dict[str, str] = {}

    class Recording(Canonical):
        def add(self, part: str, rendered: Rendered, kinds: Sequence[SegmentKind], columns: dict[int, int]) -> None:
            seen[part] = rendered.text
            Canonical.add(self, part, rendered, kinds, columns)

    with mock.patch.object(reading, "Canonical", Recording):
        yield seen


def _untiled(mail: Mail) -> Iterator[str]:
    """Segments stand in order, hold words each, and leave out only white space."""
    at = 0
    for segment in mail.segments:
        if segment.start < at or segment.end > len(mail.text):
            yield f"segment {segment} overlaps or leaves the text"
        if mail.text[at : segment.start].strip():
            yield f"words in no segment: {mail.text[at : segment.start].strip()[:60]!r}"
        if not mail.text[segment.start : segment.end].strip():
            yield f"a segment without words: {segment}"
        at = max(at, segment.end)
    if mail.text[at:].strip():
        yield f"words in no segment: {mail.text[at:].strip()[:60]!r}"


def _misplaced(mail: Mail, rendered: Mapping[str, str]) -> Iterator[str]:
    for segment in mail.segments:
        source = rendered.get(segment.part)
        if source is None:
            continue
        there = source[segment.offset : segment.offset + segment.end - segment.start]
        if _SPACE.sub(" ", there) != _SPACE.sub(" ", mail.text[segment.start : segment.end]):
            yield f"{segment} is not what its part says there"


def _unfit(mail: Mail) -> Iterator[str]:
    """Every string can be stored and sent; the one-line ones are one line."""
    yield from (f"{where} holds what no store takes: {text[:60]!r}" for where, text in _strings(mail, "mail"))
    people = [mail.author, *mail.recipients, *(each for each in (mail.client, mail.forwarded_by) if each)]
    single = [mail.subject, mail.message_id, *mail.references, *mail.notes, *(file.name for file in mail.attachments)]
    for text in (*single, *(str(person) for person in people)):
        if _CONTROL.search(text):
            yield f"control characters in {text[:60]!r}"


def _strings(value: object, where: str) -> Iterator[tuple[str, str]]:
    """The strings within that hold unfit characters, with the way to them."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        if _UNFIT.search(value):
            yield where, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _strings(each, f"{where}[{number}]")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name), f"{where}.{field.name}")


def _lying(mail: Mail) -> Iterator[str]:
    yield from (f"{file.name}: wrong size" for file in mail.attachments if file.size != len(file.content))
    if len(mail.text) > _LIMITS.text_characters + 2 * len(mail.segments) + 100:
        yield f"{len(mail.text):,} characters of text"
