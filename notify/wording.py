"""The words for a brief's values and for what is missing, the same in mails and on pages."""

from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from briefs.changes import Change
from briefs.draft import BriefState, BriefValue, days_of
from briefs.findings import SURE_ENOUGH, DateKind, DateSpan, Deliverable, Field, Origin, Value, Words
from briefs.money import MoneyRange
from notify.headers import without_controls
from notify.language import Language

# Two things are both named in a heading if they leave room for client and date on a phone.
_SHORT = 34
# The order in which a brief is read: what, by when, for how much, under which conditions, what for.
READING_ORDER = (Field.DELIVERABLE, Field.DATE, Field.BUDGET, Field.REQUIREMENT, Field.OBJECTIVE)
# What a brief may say besides, together in one quiet block: nobody misses what is not there.
ALSO_SAID = (Field.AUDIENCE, Field.MESSAGE, Field.TONE, Field.CHANNEL, Field.APPROVER, Field.BRAND)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in one language. What comes from mail is freed of control characters here, escaped by the template."""

    language: Language

    def value(self, value: Value) -> str:
        match value:
            case MoneyRange():
                return self.language.money(value)
            case DateSpan():
                return self.language.span(value)
            case Deliverable():
                return counted(value)
            case Words():
                return flowing(value.words)

    def label(self, value: Value) -> str:
        """What kind of date it is; other values need no label within their group."""
        return date_kind(value.kind) if isinstance(value, DateSpan) else ""

    def readings(self, value: BriefValue) -> str:
        """`“03/04” may mean Wed, March 4, 2026 or Fri, April 3, 2026`, "" when there is one reading."""
        if not value.readings:
            return ""
        return _("“{quote}” may mean {choice}").format(quote=flowing(value.quote), choice=self.choice(value))

    def choice(self, value: BriefValue) -> str:
        """What the words mean, or may mean: `Wed, March 4, 2026 or Fri, April 3, 2026`."""
        several = [self.value(reading) for reading in (value.value, *value.readings)]
        if len(several) == 1:
            return several[0]
        return _("{others} or {last}").format(others=", ".join(several[:-1]), last=several[-1])

    def change(self, change: Change) -> tuple[str, str]:
        """Before and after; "" where there is none."""
        before = self.choice(change.before) if change.before else ""
        return before, self.choice(change.after) if change.after else ""

    def short_change(self, change: Change) -> tuple[str, str]:
        """Before and after in a few words, for a heading; "" where a few words would not do."""
        if change.before is None or change.after is None or change.before.readings or change.after.readings:
            return "", ""
        match change.before.value, change.after.value:
            case DateSpan() as before, DateSpan() as after:
                kind = {DateKind.DUE: _("due {day}"), DateKind.LIVE: _("live {day}")}[before.kind]
                return kind.format(day=self.language.short_day(before.end)), self.language.short_day(after.end)
            case ((MoneyRange() | Deliverable()), (MoneyRange() | Deliverable())):
                return self.change(change)
        return "", ""

    def due(self, values: tuple[BriefValue, ...]) -> str:
        """`due June 12` for a subject line, `due March 4?` when unsure; "live June 20" without a due day; else ""."""
        for kind, words in ((DateKind.DUE, _("due {day}")), (DateKind.LIVE, _("live {day}"))):
            for span in days_of(values, kind)[:1]:
                unsure = any(value.readings for value in values if value.value == span)
                return words.format(day=self.language.short_day(span.end)) + "?" * unsure
        return ""


def file_size(size: int) -> str:
    """`340 kB`, `1.2 MB`; never 0 for a file that holds something."""
    if size < 999_500:
        return _("{n} kB").format(n=max(1, round(size / 1000)) if size else 0)
    return _("{n} MB").format(n=f"{size / 1_000_000:.1f}")


def flowing(words: str) -> str:
    """Someone's words as one run of text, without controls and without the mail's line breaks."""
    return " ".join(without_controls(words).split())


def counted(deliverable: Deliverable) -> str:
    item = flowing(deliverable.item)
    return item if deliverable.quantity is None else f"{deliverable.quantity} {item}"


def in_order(values: tuple[BriefValue, ...], field: Field) -> tuple[tuple[int, BriefValue], ...]:
    """The values of a group with their positions in the brief: dates by delivery and day, others as written."""
    of_field = [(at, value) for at, value in enumerate(values) if value.field is field]
    return tuple(sorted(of_field, key=lambda numbered: _day_order(numbered[1])))


def headline(values: tuple[BriefValue, ...], title: str) -> str:
    """What is asked for in a few words: `poster and radio spot`, `3 banner ads and 2 more`, else the title."""
    asked = [_named(value.value) for value in values if isinstance(value.value, Deliverable)]
    if not asked:
        return flowing(title)
    first, *more = asked
    if not more:
        return first
    if len(more) == 1 and len(first) + len(more[0]) <= _SHORT:
        return _("{first} and {second}").format(first=first, second=more[0])
    return ngettext("{first} and {n} more", "{first} and {n} more", len(more)).format(first=first, n=len(more))


def _named(deliverable: Deliverable) -> str:
    """A single thing needs no number in a heading."""
    return flowing(deliverable.item) if deliverable.quantity == 1 else counted(deliverable)


def field_heading(field: Field) -> str:
    return {
        Field.DELIVERABLE: _("Deliverables"),
        Field.DATE: _("Dates"),
        Field.BUDGET: _("Budget"),
        Field.REQUIREMENT: _("Mandatories and specs"),
        Field.OBJECTIVE: _("Objectives"),
        Field.AUDIENCE: _("Audience"),
        Field.MESSAGE: _("Key message"),
        Field.TONE: _("Tone"),
        Field.CHANNEL: _("Channel"),
        Field.APPROVER: _("Approver"),
        Field.BRAND: _("Brand"),
    }[field]


def field_name(field: Field) -> str:
    """One value of the group, as in "Add a date"."""
    return {
        Field.DELIVERABLE: _("a deliverable"),
        Field.DATE: _("a date"),
        Field.BUDGET: _("a budget"),
        Field.REQUIREMENT: _("a mandatory or spec"),
        Field.OBJECTIVE: _("an objective"),
        Field.AUDIENCE: _("an audience"),
        Field.MESSAGE: _("a key message"),
        Field.TONE: _("a tone"),
        Field.CHANNEL: _("a channel"),
        Field.APPROVER: _("an approver"),
        Field.BRAND: _("a brand"),
    }[field]


def date_kind(kind: DateKind) -> str:
    return {DateKind.DUE: _("Delivery"), DateKind.LIVE: _("In market")}[kind]


def state_name(state: BriefState) -> str:
    return {
        BriefState.DRAFT: _("Draft"),
        BriefState.CONFIRMED: _("Confirmed"),
        BriefState.OPENED: _("Opened"),
        BriefState.IN_WORK: _("In work"),
        BriefState.WITH_CLIENT: _("With client"),
        BriefState.RELEASED: _("Released"),
        BriefState.CLOSED: _("Closed"),
        BriefState.REJECTED: _("Rejected"),
        BriefState.CANCELLED: _("Cancelled"),
        BriefState.ON_HOLD: _("On hold"),
    }[state]


def origin_name(origin: Origin) -> str:
    """Where a value comes from, when it is not the client's mail."""
    return {
        Origin.FOUND: "",
        Origin.CORRECTED: _("corrected by hand"),
        Origin.CHANGED: _("from a change order"),
        Origin.NOTE: _("from a colleague’s note"),
        Origin.EARLIER_JOB: _("from an earlier job"),
    }[origin]


def gaps(values: tuple[BriefValue, ...]) -> dict[Field, str]:
    """What the brief does not say, in the order of reading: `{Field.BUDGET: "no budget"}`."""
    fields = {value.field for value in values}
    missing = {
        Field.DELIVERABLE: "" if Field.DELIVERABLE in fields else _("no deliverables"),
        Field.DATE: "" if days_of(values, DateKind.DUE) else _("no delivery date"),
        Field.BUDGET: "" if Field.BUDGET in fields else _("no budget"),
        Field.OBJECTIVE: "" if Field.OBJECTIVE in fields else _("no objective"),
    }
    return {field: gap for field, gap in missing.items() if gap}


def gap_sentence(values: tuple[BriefValue, ...]) -> str:
    """`No budget and no objective given.`, "" when nothing is missing."""
    missing = list(gaps(values).values())
    if not missing:
        return ""
    return capital(_("{gaps} given.").format(gaps=listed(missing)))


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def needs_a_look(value: BriefValue) -> bool:
    """Found, but not surely: a person should hold it against the client's words."""
    return value.origin is Origin.FOUND and (bool(value.readings) or value.confidence < SURE_ENOUGH)


def may_leave_the_house(value: BriefValue) -> bool:
    """What a colleague noted, or an earlier job held, the client has not said in this brief."""
    return value.origin not in (Origin.NOTE, Origin.EARLIER_JOB)


def said(values: tuple[BriefValue, ...]) -> tuple[BriefValue, ...]:
    """The values that may stand above the internal line."""
    return tuple(value for value in values if may_leave_the_house(value))


def _day_order(value: BriefValue) -> tuple[bool, int]:
    span = value.value
    return (span.kind is not DateKind.DUE, span.start.toordinal()) if isinstance(span, DateSpan) else (False, 0)


def listed(things: list[str]) -> str:
    """`flyer, poster and banner`; "" of none."""
    if len(things) < 2:
        return "".join(things)
    return _("{others} and {last}").format(others=", ".join(things[:-1]), last=things[-1])
