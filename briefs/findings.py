"""What was read from a mail: values, each with the words it was read from."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from briefs.money import MoneyRange


class Intent(StrEnum):
    """What the writer wants of the agency."""

    REQUEST = "request"
    CHANGE = "change"
    CANCEL = "cancel"
    NONE = "none"


# The intent rule of a mail whose few words point at what came with it (`Mail.carriers`): a person must look there.
REQUEST_ELSEWHERE = "the request is in the attachment"
# The intent rules of a mail that asks for nothing but says yes or no to work ("approved, go to print", "not yet"), and
# of a request that points at what was made before ("same as last time").
APPROVAL = "approves the work"
REFUSAL = "refuses the work"
EARLIER_JOB = "as an earlier job"


# A value whose chance of being right is below this is shown as one that needs a look: a person holds it against the
# client's words. Five of six wrong values are below it, and one right value of six (docs/confidence.md).
SURE_ENOUGH = 0.92


class Field(StrEnum):
    """Which list of the brief a value belongs to."""

    BUDGET = "budget"
    DATE = "date"
    REQUIREMENT = "requirement"
    DELIVERABLE = "deliverable"
    OBJECTIVE = "objective"
    # What a brief may state beside those; each only where it is said.
    AUDIENCE = "audience"
    MESSAGE = "message"  # the one thing to be said
    TONE = "tone"
    CHANNEL = "channel"
    APPROVER = "approver"
    BRAND = "brand"


class DateKind(StrEnum):
    DUE = "due"  # the agency must have handed something over by then
    LIVE = "live"  # the work, or what it is for, goes public


class Origin(StrEnum):
    """How a value came into a brief."""

    FOUND = "found"
    CORRECTED = "corrected"
    CHANGED = "changed"
    NOTE = "note"  # from a colleague's note above the forward
    EARLIER_JOB = "earlier_job"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day, or days, that the job hangs on. `time` is on the client's clock; `zone` its IANA name where known."""

    kind: DateKind
    start: dt.date
    end: dt.date
    time: dt.time | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A thing to be made: the noun phrase without its number. `job` is the kind of job lead times know, or ""."""

    item: str
    quantity: int | None = None
    job: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A requirement, an objective or what is stated besides: the client’s words are the value."""

    words: str


Value = MoneyRange | DateSpan | Deliverable | Words


@dataclass(frozen=True, slots=True)
class Place:
    """`Mail.text[start:end]`, in code points. Which text (mail and reader's version) the holder of the place says."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One value and where it stands: `quote` equals the canonical text at `place`.

    `confidence` is the chance that the value is right. `readings` holds the other values the same words could mean
    (03/04), best first, without `value` itself; a value with readings is ambiguous and is shown as such.
    """

    field: Field
    value: Value
    place: Place
    quote: str
    rule: str
    confidence: float
    readings: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One of several jobs of a mail: what the mail calls it, and what is said of it or of all of them."""

    title: str
    found: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was read from one mail, in the order of the text; `left_out` characters at its end were not read.

    `jobs` are there where the mail separates several; `found` is what they hold together. `notes` say what was left
    out beside those characters.
    """

    intent: Intent
    intent_rule: str
    found: tuple[Finding, ...]
    left_out: int = 0
    jobs: tuple[Job, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, field: Field) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.found if finding.field is field)
