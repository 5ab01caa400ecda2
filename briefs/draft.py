"""The brief: numbered revisions of values, each known apart from supposed."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from briefs.findings import DateKind, DateSpan, Deliverable, Field, Finding, Findings, Origin, Value


class BriefState(StrEnum):
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    OPENED = "opened"
    IN_WORK = "in_work"
    WITH_CLIENT = "with_client"
    RELEASED = "released"
    CLOSED = "closed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    ON_HOLD = "on_hold"


class RevisionState(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class MessageRole(StrEnum):
    """What a message is to a brief."""

    ORIGIN = "origin"
    CHANGE = "change"
    ANSWER = "answer"
    MENTION = "mention"
    SUSPECTED = "suspected"  # it may belong there, which a person has to say: its writer is no party to the brief


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A stretch of one stored canonical text, in code points."""

    text_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BriefValue:
    """One value of a revision and how it is known. `place` is None for what a person typed in."""

    field: Field
    value: Value
    origin: Origin
    quote: str = ""
    rule: str = ""
    confidence: float = 1.0
    place: TextPlace | None = None
    readings: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a brief would hold after one message: not yet a row. Times are aware."""

    client_id: str | None
    client_address: str
    client_name: str
    brand_id: str | None
    title: str
    asked_at: dt.datetime
    received_at: dt.datetime
    values: tuple[BriefValue, ...]

    def of(self, field: Field) -> tuple[BriefValue, ...]:
        return tuple(value for value in self.values if value.field is field)


def values_of(findings: Findings, text_id: int) -> tuple[BriefValue, ...]:
    """Findings in one stored text, as the values of a first revision."""
    return tuple(value_of(finding, text_id) for finding in findings.found)


def value_of(finding: Finding, text_id: int) -> BriefValue:
    return BriefValue(
        field=finding.field,
        value=finding.value,
        origin=Origin.FOUND,
        quote=finding.quote,
        rule=finding.rule,
        confidence=finding.confidence,
        place=TextPlace(text_id, finding.place.start, finding.place.end),
        readings=finding.readings,
    )


def days_of(values: tuple[BriefValue, ...], kind: DateKind) -> tuple[DateSpan, ...]:
    """The due or the live spans, by their last day, first the one everything else hangs on."""
    spans = [value.value for value in values if isinstance(value.value, DateSpan) and value.value.kind is kind]
    return tuple(sorted(spans, key=lambda span: span.end))


def kinds_of_job(values: tuple[BriefValue, ...]) -> tuple[str, ...]:
    """The kinds of job asked for, each once, in the order of the brief; "" where a deliverable is of no known kind."""
    jobs = [value.value.job for value in values if isinstance(value.value, Deliverable)]
    return tuple(dict.fromkeys(jobs))
