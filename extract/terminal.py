"""The readable view of `inbrief extract`: the client's words with what was found marked, and the findings in a list."""

from decimal import Decimal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefs.findings import SURE_ENOUGH, DateSpan, Deliverable, Field, Finding, Findings, Intent, Value, Words
from briefs.mail import Mail, Segment, SegmentKind
from briefs.money import MoneyRange
from extract.label import BESIDES

STYLES = {
    Field.BUDGET: "bold green",
    Field.DATE: "bold cyan",
    Field.REQUIREMENT: "yellow",
    Field.DELIVERABLE: "bold magenta",
    Field.OBJECTIVE: "bold blue",
    **dict.fromkeys(BESIDES, "blue"),
}
_INTENTS = {Intent.REQUEST: "bold green", Intent.CHANGE: "bold yellow", Intent.CANCEL: "bold red", Intent.NONE: "dim"}

# Strangers write mail: what would move the cursor, ring the bell or turn the text round is shown as a mark, length for
# length so that places stay true.
_UNSAFE = dict.fromkeys((*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_SAFE = str.maketrans(_UNSAFE | {9: " ", 10: "\n", 13: " "})


def readable(mail: Mail, findings: Findings) -> RenderableType:
    """For a person at a terminal; nothing of the mail can control the terminal."""
    parts: list[RenderableType] = [_head(mail, findings), Padding(_marked(mail, findings), (1, 2))]
    if findings.found:
        parts.append(Padding(_listed(findings), (0, 2)))
    parts += [Text(f"  {number}. {safe(job.title)}", style="bold") for number, job in enumerate(findings.jobs, 1)]
    parts += [Text(f"  note: {safe(note)}", style="dim") for note in (*mail.notes, *findings.notes)]
    return Group(*parts)


def _head(mail: Mail, findings: Findings) -> Text:
    client = safe(str(mail.client)) if mail.client else "unknown"
    head = Text()
    head.append(safe(mail.subject) or "(no subject)", style="bold")
    head.append(f"\nfrom {client}, {mail.sent_at:%a %d %b %Y %H:%M %z}")
    if mail.forwarded_by is not None:
        head.append(f", forwarded by {safe(str(mail.forwarded_by))}")
    head.append("\n")
    head.append(findings.intent.value, style=_INTENTS[findings.intent])
    head.append(f" ({safe(findings.intent_rule)})", style="dim")
    return head


def _marked(mail: Mail, findings: Findings) -> Text:
    """The words that count, the rest only named: "[history, 12 lines]"."""
    whole = Text(safe(mail.text))
    for finding in findings.found:
        whole.stylize(STYLES[finding.field], finding.place.start, finding.place.end)
    shown = Text()
    for segment in mail.segments:
        if segment.kind is SegmentKind.CONTENT:
            shown.append_text(whole[segment.start : segment.end])
        elif mail.text[segment.start : segment.end].strip():
            if not shown.plain.endswith("\n") and shown.plain:
                shown.append("\n")
            shown.append(_named(mail, segment), style="dim")
    shown.rstrip()
    return shown


def _named(mail: Mail, segment: Segment) -> str:
    lines = len(mail.text[segment.start : segment.end].strip().splitlines())
    return f"[{segment.kind.value.replace('_', ' ')}, {lines} {'line' if lines == 1 else 'lines'}]\n"


def _listed(findings: Findings) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    for column in ("field", "value", "the client's words", "rule", "sure"):
        table.add_column(column, overflow="fold")
    for field in Field:
        for finding in findings.of(field):
            table.add_row(
                Text(field.value, style=STYLES[field]),
                _value(finding),
                Text(" ".join(safe(finding.quote).split()), style="italic"),
                Text(finding.rule, style="dim"),
                Text(f"{finding.confidence:.0%}", style="red" if finding.confidence < SURE_ENOUGH else "dim"),
            )
    return table


def _value(finding: Finding) -> Text:
    text = Text(safe(worded(finding.value)))
    for reading in finding.readings:
        text.append(f"\nor {safe(worded(reading))}", style="red")
    return text


def worded(value: Value) -> str:
    match value:
        case MoneyRange():
            return _money(value)
        case DateSpan():
            return _days(value)
        case Deliverable():
            count = f"{value.quantity} x " if value.quantity is not None else ""
            return f"{count}{value.item}" + (f" [{value.job}]" if value.job else "")
        case Words():
            return " ".join(value.words.split())


def _money(value: MoneyRange) -> str:
    low, high = (_amount(bound) if bound is not None else "" for bound in (value.min, value.max))
    if not low:
        return f"up to {high} {value.currency}"
    if not high:
        return f"from {low} {value.currency}"
    return f"{low} {value.currency}" if low == high else f"{low} to {high} {value.currency}"


def _amount(amount: Decimal) -> str:
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,f}"


def _days(value: DateSpan) -> str:
    days = f"{value.end:%a %d %b %Y}"
    if value.start != value.end:
        days = f"{value.start:%a %d %b} to {days}"
    return f"{value.kind.value} {days}" + (f", {value.time:%H:%M}" if value.time else "")


def safe(text: str) -> str:
    """Without what would drive a terminal, length for length."""
    return text.translate(_SAFE)
