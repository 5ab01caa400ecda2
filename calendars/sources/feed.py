"""A calendar published at an address: asked for only as it changed, believed only when it is a whole calendar."""

from email.utils import parsedate_to_datetime

from briefs.credentials import Credentials
from calendars.errors import NotFetched, Unreadable
from calendars.feed import whole_text
from calendars.sources.guard import Guard, Reply
from calendars.sources.kept import Kept


def fetch(guard: Guard, url: str, kept: Kept | None, credentials: Credentials | None = None) -> Kept:
    """What is published there now; the very `kept` where that is still it. Raises `NotFetched`."""
    headers = {"Accept": "text/calendar, */*;q=0.1"}
    if kept is not None and kept.etag:
        headers["If-Modified-Since" if _is_date(kept.etag) else "If-None-Match"] = kept.etag
    reply = guard.get(url, headers, credentials)
    if reply.status_code == 304 and kept is not None:
        return kept
    if reply.status_code != 200:
        raise NotFetched(refusal(reply.status_code, signed_in=credentials is not None))
    try:
        whole_text(reply.content)  # a page to sign in at is no calendar, and half a calendar none to trust
    except Unreadable as problem:
        raise NotFetched(str(problem)) from problem
    if kept is not None and kept.body == reply.content:
        return Kept(kept.body, _validator(reply))
    return Kept(reply.content, _validator(reply))


def _validator(reply: Reply) -> str:
    """What to ask with the next time: the entity tag, else the date it was last modified."""
    return str(reply.headers.get("ETag") or reply.headers.get("Last-Modified") or "")[:500]


def _is_date(validator: str) -> bool:
    try:
        parsedate_to_datetime(validator)
    except ValueError:
        return False
    return '"' not in validator


def refusal(status: int, *, signed_in: bool) -> str:
    """What a status that is no success means to whoever keeps the settings."""
    match status:
        case 401 | 403:
            return "it does not accept the user and password" if signed_in else "it asks for a user and a password"
        case 404 | 410:
            return f"there is no calendar at this address ({status})"
        case _:
            return f"the server answers {status}"
