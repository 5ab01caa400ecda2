"""The pages of briefs: what waits, and one brief with what may be done to it."""

from dataclasses import dataclass, field
from gettext import gettext as _

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from briefs.changes import changes
from briefs.errors import BriefsError
from briefs.findings import Field
from briefs.roles import MAY_ACCEPT, Role
from briefs.states import ENDED
from inbrief.errors import Refused
from inbrief.web.edits import BadInput, added, corrected, inputs_of, read_value, removed
from inbrief.web.marking import marked
from inbrief.web.service import CalendarStates
from inbrief.web.visitor import SignedIn, Typed, Visitor, person_of
from inbrief.web.waiting import overview
from notify.views import BriefView
from notify.wording import needs_a_look
from store.errors import NoSuch, NotAllowed, StaleRevision

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Slip:
    """A form that came back: which one, what was typed, and what is wrong with it."""

    form: str
    typed: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


NO_SLIP = Slip("")


@routes.get("/")
def front_page(here: SignedIn) -> Response:
    person = person_of(here)
    watches = bool(person.roles & {Role.TRAFFIC, Role.OPERATOR})
    states = here.site.service.calendars() if watches else CalendarStates()
    return here.page("briefs.html", overview=overview(here.site.service.briefs(), person), calendars=states)


@routes.get("/briefs/{number}")
def brief_page(here: SignedIn, number: int, seen: int | None = None, done: str = "") -> Response:
    view = here.site.service.brief(number)
    return shown_brief(here, view, seen=seen, note=_done(done))


@routes.post("/briefs/{number}/confirm")
def confirm(here: SignedIn, number: int, typed: Typed) -> Response:
    seen = _seen(typed)
    try:
        here.site.service.confirm(number, seen, person_of(here))
    except StaleRevision:
        return overtaken(here, number, seen)
    except (BriefsError, NotAllowed, Refused) as why:
        return refused(here, number, why)
    return RedirectResponse(f"/briefs/{number}?done=confirmed", 303)


@routes.post("/briefs/{number}/reject")
def reject(here: SignedIn, number: int, typed: Typed) -> Response:
    seen, reason = _seen(typed), " ".join(typed.get("reason", "").split())[:1000]
    if not reason:
        problems = {"reason": _("Please say in a few words why; whoever asks later will want to know.")}
        return shown_brief(here, here.site.service.brief(number), status=422, slip=Slip("reject", typed, problems))
    try:
        here.site.service.reject(number, seen, person_of(here), reason)
    except StaleRevision:
        return overtaken(here, number, seen)
    except (BriefsError, NotAllowed, Refused) as why:
        return refused(here, number, why)
    return RedirectResponse(f"/briefs/{number}?done=rejected", 303)


@routes.post("/briefs/{number}/correct")
def correct(here: SignedIn, number: int, typed: Typed) -> Response:
    """One value is typed anew, settled as it was read, added or taken out; the others stay."""
    service, seen = here.site.service, _seen(typed)
    standing = service.brief(number)
    if standing.revision != seen:
        return overtaken(here, number, seen)
    form, position = typed.get("form", ""), _position(typed, standing)
    try:
        match typed.get("do"):
            case "add" if form in set(Field):
                values = added(standing.values, Field(form), read_value(Field(form), typed, None))
            case "save" if position is not None:
                old = standing.values[position]
                values = corrected(standing.values, position, read_value(old.field, typed, old.value))
            case "settle" if position is not None:
                old = standing.values[position]
                readings = (old.value, *old.readings)
                values = corrected(standing.values, position, readings[number_in(typed.get("reading"), len(readings))])
            case "remove" if position is not None:
                values = removed(standing.values, position)
            case _:
                return refused(here, number, Refused(_("That form is not one of this page.")))
        service.correct(number, seen, person_of(here), values)
    except BadInput as bad:
        return shown_brief(here, standing, status=422, slip=Slip(form, typed, dict(bad.problems)))
    except StaleRevision:
        return overtaken(here, number, seen)
    except (BriefsError, NotAllowed, Refused) as why:
        return refused(here, number, why)
    return RedirectResponse(f"/briefs/{number}?done=corrected", 303)


def shown_brief(
    here: Visitor,
    view: BriefView,
    *,
    status: int = 200,
    seen: int | None = None,
    slip: Slip = NO_SLIP,
    note: str = "",
    warning: str = "",
) -> Response:
    service = here.site.service
    mails = service.mails(view.number)
    before = _as_seen(here, view, seen)
    ended = view.state in ENDED
    return here.page(
        "brief.html",
        status,
        view=view,
        may_decide=not ended and not view.decided,
        may_correct=not ended,
        may_accept=not ended and bool(person_of(here).roles & MAY_ACCEPT),
        contacts=service.contacts() if untold(view) and not ended else (),
        mails=tuple(marked(mail, view.values) for mail in mails),
        told_notes={note for mail in mails for note in mail.notes},
        history=service.history(view.number),
        jobs=service.jobs(),
        doubtful=tuple((at, value) for at, value in enumerate(view.values) if needs_a_look(value)),
        inputs=tuple(inputs_of(value.value) for value in view.values),
        slip=slip,
        note=note,
        warning=warning,
        seen=before.revision if before is not None else None,
        since=changes(before.values, view.values) if before is not None else (),
    )


def _done(what: str) -> str:
    """What a form that was just sent did."""
    return {
        "confirmed": _("Confirmed."),
        "corrected": _("Corrected: this is a new revision, please confirm it."),
        "accepted": _("Accepted: it stands in nobody’s way any more."),
        "named": _("The client is named: this is a new revision, please confirm it."),
        "rejected": _("Rejected."),
    }.get(what, "")


def _as_seen(here: Visitor, view: BriefView, seen: int | None) -> BriefView | None:
    """The older revision somebody came from; None when they saw the standing one, or one that never was."""
    if seen is None or not 0 < seen < view.revision:
        return None
    try:
        return here.site.service.brief(view.number, seen)
    except NoSuch:
        return None


def overtaken(here: Visitor, number: int, seen: int) -> Response:
    view = here.site.service.brief(number)
    warning = _("Nothing was changed: revision {standing} stands by now, and you saw revision {seen}.").format(
        standing=view.revision, seen=seen
    )
    return shown_brief(here, view, status=409, seen=seen, warning=warning)


def refused(here: Visitor, number: int, why: Exception) -> Response:
    sentence = str(why)
    warning = _("Nothing was changed: {why}.").format(why=f"{sentence[:1].lower()}{sentence[1:].rstrip('.')}")
    return shown_brief(here, here.site.service.brief(number), status=409, warning=warning)


def _seen(typed: dict[str, str]) -> int:
    return number_in(typed.get("seen"), 10**9)


def _position(typed: dict[str, str], view: BriefView) -> int | None:
    given = typed.get("position", "")
    known = given.isascii() and given.isdecimal() and len(given) < 6 and int(given) < len(view.values)
    return int(given) if known else None


def untold(view: BriefView) -> bool:
    """Whether nobody knows yet who asks."""
    return view.contact is None and view.client_id is None


def number_in(given: str | None, below: int) -> int:
    """A number from a hidden input of ours; anything else is 0, which no revision has."""
    text = given or ""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    return number if number < below else 0
