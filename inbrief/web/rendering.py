"""Templates, and the words they may use."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from functools import cache
from gettext import gettext as _
from importlib import resources

from fastapi import Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from briefs.conflicts import Severity
from briefs.draft import BriefState, BriefValue
from briefs.findings import DateKind, Field, Origin, Words
from briefs.mail import SegmentKind
from briefs.messages import Outcome
from notify import clashes, parts, with_the_mail, wording
from notify.language import language
from notify.pictures import LARGEST_PICTURE, SHOWN_TYPES
from notify.questions import question_for
from notify.views import BriefView, FileView, House
from notify.why import department_name, step_name


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
        also_said=wording.ALSO_SAID,
        question_for=question_for,
        Field=Field,
        DateKind=DateKind,
        _=_,
        outcomes=_outcome_names(),
        untold=lambda view: view.contact is None and view.client_id is None,
        untold_why=parts.untold,
        suspicion=parts.suspicion,
        away=parts.away,
        ways=parts.ways,
        late=parts.late,
        note_of=parts.note_of,
        step_name=step_name,
        department_name=department_name,
        elsewhere=with_the_mail.elsewhere,
        care=with_the_mail.care,
        host_of=with_the_mail.host_of,
        carrier_name=with_the_mail.carrier_name,
        appointment=with_the_mail.appointment,
        entry_mark=with_the_mail.entry_mark,
        may_show=_may_show,
        is_words=lambda value: isinstance(value, Words),
        says_why=lambda row: row.outcome not in (Outcome.BRIEF, Outcome.CHANGE) and row.reason,
        is_new=lambda view: view.state is BriefState.DRAFT,
        asked=lambda view: wording.headline(view.values, view.title),
        block_name=lambda kind: _segment_names().get(kind, ""),
        is_read=lambda kind: kind is SegmentKind.CONTENT,
        is_short=lambda kind: kind is SegmentKind.NOTE,
        is_question=lambda kind: kind is SegmentKind.QUESTION,
        origin=_origin,
        severity_class=lambda severity: {Severity.HIGH: "clash", Severity.MEDIUM: "ask"}.get(severity, "plain"),
        client_of=_client_of,
    )
    return environment


def _segment_names() -> dict[SegmentKind | None, str]:
    return {
        SegmentKind.NOTE: _("The colleague’s note"),
        SegmentKind.QUESTION: _("Question that was answered"),
        SegmentKind.HISTORY: _("Earlier mail"),
        SegmentKind.HEADER_BLOCK: _("Header of the mail below"),
        SegmentKind.SIGNATURE: _("Signature"),
        SegmentKind.DISCLAIMER: _("Disclaimer"),
        SegmentKind.BANNER: _("Banner"),
        SegmentKind.FOOTER: _("Footer"),
        SegmentKind.WITHDRAWN: _("Struck out by the writer"),
        None: _("Not read"),
    }


def _outcome_names() -> dict[Outcome, str]:
    return {
        Outcome.RECEIVED: _("Waiting to be read"),
        Outcome.BRIEF: _("Brief"),
        Outcome.CHANGE: _("Change order"),
        Outcome.ANSWER: _("Answer"),
        Outcome.CONTACT_REPORT: _("Contact report"),
        Outcome.NOTHING_ASKED: _("Nothing asked"),
        Outcome.AUTOMATIC: _("Automatic"),
        Outcome.DUPLICATE: _("Duplicate"),
        Outcome.PARKED: _("Parked"),
    }


def _may_show(file: FileView) -> bool:
    """Whether it is worth asking for as a picture; its bytes decide then."""
    return file.content_type in SHOWN_TYPES and file.size <= LARGEST_PICTURE


def _origin(value: BriefValue) -> str:
    return "" if value.origin is Origin.FOUND else wording.origin_name(value.origin)


def _client_of(view: BriefView) -> str:
    """Who asks, in a line: `Northpeak Bank · Zest`, or the address of somebody the directory does not know."""
    if view.client_id is not None:
        return " · ".join(wording.flowing(part) for part in (view.client_name, view.brand) if part)
    return wording.flowing(view.contact.address) if view.contact is not None else _("Client not known")
