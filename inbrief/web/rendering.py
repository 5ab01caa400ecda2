"""Templates, and the words they may use."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from fastapi import Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from briefs.conflicts import Severity
from briefs.draft import BriefState, BriefValue
from briefs.findings import DateKind, Field, Origin, Words
from briefs.mail import SegmentKind
from briefs.messages import Outcome
from notify import clashes, wording
from notify.language import language
from notify.views import BriefView, House

_SEGMENTS = {
    SegmentKind.NOTE: "A colleague’s note",
    SegmentKind.QUESTION: "Question that was answered",
    SegmentKind.HISTORY: "Earlier mail",
    SegmentKind.HEADER_BLOCK: "Forwarded header",
    SegmentKind.SIGNATURE: "Signature",
    SegmentKind.DISCLAIMER: "Disclaimer",
    SegmentKind.BANNER: "Banner",
    SegmentKind.FOOTER: "Footer",
    SegmentKind.WITHDRAWN: "Struck out by the writer",
    None: "Not read",
}
_OUTCOMES = {
    Outcome.RECEIVED: "Waiting to be read",
    Outcome.BRIEF: "Brief",
    Outcome.CHANGE: "Change order",
    Outcome.ANSWER: "Answer",
    Outcome.CONTACT_REPORT: "Contact report",
    Outcome.NOTHING_ASKED: "Nothing asked",
    Outcome.AUTOMATIC: "Automatic",
    Outcome.DUPLICATE: "Duplicate",
    Outcome.PARKED: "Parked",
}


def words_for(house: House, now: dt.datetime) -> wording.Wording:
    return wording.Wording(language(house.country, house.time_zone, now.date()))


def rendered(template: str, given: Mapping[str, object], status: int = 200) -> Response:
    return HTMLResponse(_environment().get_template(template).render(**given), status_code=status)


@cache
def style_version() -> str:
    """Changes with the style sheet, so that browsers may keep it for long."""
    content = resources.files("inbrief.web").joinpath("static", "style.css").read_bytes()
    return hashlib.sha256(content).hexdigest()[:12]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("inbrief.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update(
        style_version=style_version(),
        clashes=clashes,
        wording=wording,
        fields=wording.READING_ORDER,
        Field=Field,
        DateKind=DateKind,
        outcomes=_OUTCOMES,
        is_words=lambda value: isinstance(value, Words),
        says_why=lambda row: row.outcome not in (Outcome.BRIEF, Outcome.CHANGE) and row.reason,
        is_new=lambda view: view.state is BriefState.DRAFT,
        asked=lambda view: wording.headline(view.values, view.title),
        block_name=lambda kind: _SEGMENTS.get(kind, ""),
        is_read=lambda kind: kind is SegmentKind.CONTENT,
        is_short=lambda kind: kind in (SegmentKind.NOTE, SegmentKind.QUESTION, SegmentKind.WITHDRAWN),
        origin=_origin,
        severity_class=lambda severity: {Severity.HIGH: "clash", Severity.MEDIUM: "ask"}.get(severity, "plain"),
        client_of=_client_of,
    )
    return environment


def _origin(value: BriefValue) -> str:
    return "" if value.origin is Origin.FOUND else wording.origin_name(value.origin)


def _client_of(view: BriefView) -> str:
    """Who asks, in a line: `Northpeak Bank · Zest`, or the address of somebody the directory does not know."""
    if view.client_id is not None:
        return " · ".join(wording.flowing(part) for part in (view.client_name, view.brand) if part)
    return wording.flowing(view.contact.address) if view.contact is not None else "Client not known"
