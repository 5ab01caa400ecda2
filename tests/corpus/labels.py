"""What is wrong with a label, in sentences: its shape, and values that no mail can mean."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.corpus.scoring import Entry, Label

FIELDS = {
    "intent",
    "client",
    "forwarded_by",
    "sent_at",
    "budgets",
    "dates",
    "requirements",
    "deliverables",
    "objectives",
}
INTENTS = {"request", "change", "cancel", "none"}


def problems(label: Label) -> Iterator[str]:
    if label.keys() != FIELDS:
        yield f"fields missing or unknown: {sorted(label.keys() ^ FIELDS)}"
        return
    if label["intent"] not in INTENTS:
        yield f"no such intent: {label['intent']!r}"
    if (label["client"] is None) != (label["intent"] == "none"):
        yield f"intent {label['intent']} with client {label['client']!r}"
    for single in ("client", "forwarded_by"):
        if label[single] is not None and not re.fullmatch(r"[^@\sA-Z]+@[^@\sA-Z]+", label[single]):
            yield f"{single} is no address in lower case: {label[single]!r}"
    if dt.datetime.fromisoformat(label["sent_at"]).utcoffset() is None:
        yield f"sent_at without an offset: {label['sent_at']}"
    for listed, check in CHECKS.items():
        yield from (f"{listed}: {problem}: {entry}" for entry in label[listed] for problem in check(entry))
    for listed in ("requirements", "objectives"):
        yield from (f"{listed}: not words: {entry!r}" for entry in label[listed] if not _is_quote(entry))


def quotes(label: Label) -> Iterator[str]:
    """Everything the label copies from the mail."""
    for listed in CHECKS:
        yield from (entry["text"] for entry in label[listed])
    yield from label["requirements"]
    yield from label["objectives"]


def _budget(entry: Entry) -> Iterator[str]:
    if entry.keys() != {"min", "max", "currency", "text"} or not _is_quote(entry["text"]):
        yield "shape"
        return
    bounds = [bound for bound in (entry["min"], entry["max"]) if bound is not None]
    if not bounds or bounds != sorted(bounds) or not all(isinstance(bound, int) and bound > 0 for bound in bounds):
        yield "bounds"
    if not re.fullmatch("[A-Z]{3}", entry["currency"]):
        yield "currency"


def _date(entry: Entry) -> Iterator[str]:
    if entry.keys() != {"kind", "start", "date", "time", "text"} or not _is_quote(entry["text"]):
        yield "shape"
        return
    if entry["kind"] not in {"due", "live"}:
        yield "kind"
    if dt.date.fromisoformat(entry["start"]) > dt.date.fromisoformat(entry["date"]):
        yield "ends before it starts"
    if entry["time"] is not None:
        dt.time.fromisoformat(entry["time"])


def _deliverable(entry: Entry) -> Iterator[str]:
    if entry.keys() != {"quantity", "item", "text"} or not _is_quote(entry["text"]) or not _is_quote(entry["item"]):
        yield "shape"
    elif not (entry["quantity"] is None or (isinstance(entry["quantity"], int) and entry["quantity"] > 0)):
        yield "quantity"


def _is_quote(text: object) -> bool:
    """Words as a person reads them: on one line, single spaces (also hard or narrow ones), nothing around them."""
    return isinstance(text, str) and bool(text) and text == text.strip() and not re.search(r"\s\s|[\t\r\n]", text)


CHECKS: Mapping[str, Any] = {"budgets": _budget, "dates": _date, "deliverables": _deliverable}
