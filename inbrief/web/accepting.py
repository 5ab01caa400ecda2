"""Living with a scheduling conflict: whoever may says why, and it stands in nobody's way any more."""

from gettext import gettext as _

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from briefs.errors import BriefsError
from inbrief.errors import Refused
from inbrief.web.pages import Slip, number_in, overtaken, refused, shown_brief
from inbrief.web.visitor import SignedIn, Typed, person_of
from store.errors import NotAllowed, StaleRevision

routes = APIRouter()


@routes.post("/briefs/{number}/accept")
def accept(here: SignedIn, number: int, typed: Typed) -> Response:
    service, seen = here.site.service, number_in(typed.get("seen"), 10**9)
    why = " ".join(typed.get("why", "").split())[:1000]
    if not why:
        problems = {"why": _("Please say in a few words why; whoever asks later will want to know.")}
        return shown_brief(here, service.brief(number), status=422, slip=Slip("accept", typed, problems))
    try:
        service.accept(number, seen, person_of(here), typed.get("clash", ""), why)
    except StaleRevision:
        return overtaken(here, number, seen)
    except (BriefsError, NotAllowed, Refused) as reason:
        return refused(here, number, reason)
    return RedirectResponse(f"/briefs/{number}?done=accepted", 303)
