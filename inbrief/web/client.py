"""Saying on the page who the client is, where the mail did not tell."""

from gettext import gettext as _

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from briefs.errors import BriefsError
from inbrief.errors import Refused
from inbrief.web.pages import Slip, number_in, overtaken, refused, shown_brief
from inbrief.web.visitor import SignedIn, Typed, Visitor, person_of
from store.errors import NotAllowed, StaleRevision

routes = APIRouter()


@routes.post("/briefs/{number}/client")
def name_client(here: SignedIn, number: int, typed: Typed) -> Response:
    """Somebody known is picked, or an address typed; what was typed counts."""
    service, seen = here.site.service, number_in(typed.get("seen"), 10**9)
    address = typed.get("address", "").strip() or typed.get("known", "").strip()
    if not address:
        return _again(here, number, typed, _("Their mail address is needed."))
    try:
        service.name_client(number, seen, person_of(here), address[:320])
    except StaleRevision:
        return overtaken(here, number, seen)
    except Refused as why:
        return _again(here, number, typed, _sentence(str(why)))
    except (BriefsError, NotAllowed) as why:
        return refused(here, number, why)
    return RedirectResponse(f"/briefs/{number}?done=named", 303)


def _again(here: Visitor, number: int, typed: dict[str, str], problem: str) -> Response:
    slip = Slip("client", typed, {"address": problem})
    return shown_brief(here, here.site.service.brief(number), status=422, slip=slip)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
