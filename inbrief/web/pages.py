"""The pages: what waits, one brief with what may be done to it, and every message."""

from collections import Counter
from dataclasses import dataclass, field

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from briefs.changes import changes
from briefs.errors import BriefsError
from briefs.findings import Field
from briefs.messages import Outcome
from briefs.states import ENDED
from inbrief.errors import Refused
from inbrief.web.edits import BadInput, added, corrected, inputs_of, read_value, removed
from inbrief.web.marking import marked
from inbrief.web.visitor import SignedIn, Typed, Visitor, person_of
from inbrief.web.waiting import overview
from notify.views import BriefView
from notify.wording import needs_a_look
from store.errors import NoSuch, NotAllowed, StaleRevision

routes = APIRouter()

MOST_MESSAGES = 300
_DONE = {
    "confirmed": "Confirmed.",
    "corrected": "Corrected: this is a new revision, please confirm it.",
    "rejected": "Rejected.",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """A form that came back: which one, what was typed, and what is wrong with it."""

    form: str
    typed: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


NO_SLIP = Slip("")


@routes.get("/")
def front_page(here: SignedIn) -> Response:
    return here.page("briefs.html", overview=overview(here.site.service.briefs(), person_of(here)))


@routes.get("/briefs/{number}")
def brief_page(here: SignedIn, number: int, seen: int | None = None, done: str = "") -> Response:
    view = here.site.service.brief(number)
    return _shown(here, view, seen=seen, note=_DONE.get(done, ""))


@routes.post("/briefs/{number}/confirm")
def confirm(here: SignedIn, number: int, typed: Typed) -> Response:
    seen = _seen(typed)
    try:
        here.site.service.confirm(number, seen, person_of(here))
    except StaleRevision:
        return _overtaken(here, number, seen)
    except (BriefsError, NotAllowed, Refused) as refused:
        return _refused(here, number, refused)
    return RedirectResponse(f"/briefs/{number}?done=confirmed", 303)


@routes.post("/briefs/{number}/reject")
def reject(here: SignedIn, number: int, typed: Typed) -> Response:
    seen, reason = _seen(typed), " ".join(typed.get("reason", "").split())[:1000]
    if not reason:
        problems = {"reason": "Please say in a few words why; whoever asks later will want to know."}
        return _shown(here, here.site.service.brief(number), status=422, slip=Slip("reject", typed, problems))
    try:
        here.site.service.reject(number, seen, person_of(here), reason)
    except StaleRevision:
        return _overtaken(here, number, seen)
    except (BriefsError, NotAllowed, Refused) as refused:
        return _refused(here, number, refused)
    return RedirectResponse(f"/briefs/{number}?done=rejected", 303)


@routes.post("/briefs/{number}/correct")
def correct(here: SignedIn, number: int, typed: Typed) -> Response:
    """One value is typed anew, settled as it was read, added or taken out; the others stay."""
    service, seen = here.site.service, _seen(typed)
    standing = service.brief(number)
    if standing.revision != seen:
        return _overtaken(here, number, seen)
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
                values = corrected(standing.values, position, readings[_number(typed.get("reading"), len(readings))])
            case "remove" if position is not None:
                values = removed(standing.values, position)
            case _:
                return _refused(here, number, Refused("That form is not one of this page."))
        service.correct(number, seen, person_of(here), values)
    except BadInput as bad:
        return _shown(here, standing, status=422, slip=Slip(form, typed, dict(bad.problems)))
    except StaleRevision:
        return _overtaken(here, number, seen)
    except (BriefsError, NotAllowed, Refused) as refused:
        return _refused(here, number, refused)
    return RedirectResponse(f"/briefs/{number}?done=corrected", 303)


@routes.get("/messages")
def messages_page(here: SignedIn, outcome: str = "") -> Response:
    rows = here.site.service.messages()
    chosen = Outcome(outcome) if outcome in set(Outcome) else None
    shown = [row for row in rows if chosen is None or row.outcome is chosen]
    return here.page(
        "messages.html",
        rows=shown[:MOST_MESSAGES],
        left_out=max(0, len(shown) - MOST_MESSAGES),
        counts=Counter(row.outcome for row in rows),
        total=len(rows),
        chosen=chosen,
    )


def _shown(
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
    before = _as_seen(here, view, seen)
    ended = view.state in ENDED
    return here.page(
        "brief.html",
        status,
        view=view,
        may_decide=not ended and not view.decided,
        may_correct=not ended,
        mails=tuple(marked(mail, view.values) for mail in service.mails(view.number)),
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


def _as_seen(here: Visitor, view: BriefView, seen: int | None) -> BriefView | None:
    """The older revision somebody came from; None when they saw the standing one, or one that never was."""
    if seen is None or not 0 < seen < view.revision:
        return None
    try:
        return here.site.service.brief(view.number, seen)
    except NoSuch:
        return None


def _overtaken(here: Visitor, number: int, seen: int) -> Response:
    view = here.site.service.brief(number)
    warning = f"Nothing was changed: revision {view.revision} stands by now, and you saw revision {seen}."
    return _shown(here, view, status=409, seen=seen, warning=warning)


def _refused(here: Visitor, number: int, refused: Exception) -> Response:
    sentence = str(refused)
    warning = f"Nothing was changed: {sentence[:1].lower()}{sentence[1:].rstrip('.')}."
    return _shown(here, here.site.service.brief(number), status=409, warning=warning)


def _seen(typed: dict[str, str]) -> int:
    return _number(typed.get("seen"), 10**9)


def _position(typed: dict[str, str], view: BriefView) -> int | None:
    given = typed.get("position", "")
    known = given.isascii() and given.isdecimal() and len(given) < 6 and int(given) < len(view.values)
    return int(given) if known else None


def _number(given: str | None, below: int) -> int:
    """A number from a hidden input of ours; anything else is 0, which no revision has."""
    text = given or ""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    return number if number < below else 0
