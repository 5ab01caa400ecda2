"""The feed of due dates, for calendar programs: they cannot sign in, so the address itself is the key."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from inbrief.web.visitor import Site
from store.errors import NoSuch

routes = APIRouter()

Key = Annotated[str, Path(pattern=r"^[0-9a-f]{40}$")]


@routes.get("/holds/{key}.ics")
def feed(request: Request, key: Key) -> Response:
    """The holds of all briefs; not there unless the settings say so, nor for a wrong key."""
    site: Site = request.app.state.site
    known = site.service.holds_feed()
    if known is None or not hmac.compare_digest(known.key, key):
        raise NoSuch("feed", 0)
    return Response(
        known.content, media_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, no-cache"}
    )
