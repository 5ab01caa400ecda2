"""A calendar on a CalDAV server: what changed since the last look, and nothing else, is fetched."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from xml.sax.saxutils import escape

from caldav.davclient import DAVClient
from caldav.lib.error import AuthorizationError, DAVError, RateLimitError
from caldav.response import DAVResponse, PropfindResult

from briefs.credentials import Credentials
from calendars.errors import NotFetched
from calendars.sources.feed import refusal
from calendars.sources.guard import Guard
from calendars.sources.kept import Kept, Resource, known_resources, packed

_ENTRIES = 50_000
_AT_ONCE = 200  # resources asked for in one request
_PAGES = 100  # of one list; more is a server that goes round in circles
_DAV = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"'
_ABOUT = f"<d:propfind {_DAV}><d:prop><d:resourcetype/><s:getctag/></d:prop></d:propfind>"
_TAGS = f"<d:propfind {_DAV}><d:prop><d:getetag/><d:resourcetype/></d:prop></d:propfind>"
_LEVEL = "<d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop>"
_CTAG = "{http://calendarserver.org/ns/}getctag"
_ETAG = "{DAV:}getetag"
_TYPE = "{DAV:}resourcetype"


@dataclass(frozen=True, slots=True)
class _Listed:
    """Places and states of resources: all there are, or, with `since`, those that changed. `gone` are no more."""

    etags: Mapping[str, str]
    gone: frozenset[str] = frozenset()
    sync_token: str = ""
    since: bool = False


def fetch(guard: Guard, url: str, kept: Kept | None, credentials: Credentials | None = None) -> Kept:
    """The calendar's resources now; the very `kept` where nothing changed. Raises `NotFetched`.

    It asks by sync token (RFC 6578); where there is none or the server has forgotten it, by the tag of the collection;
    else it lists every entity tag. Resources come in one request for many, and only those whose tag is another.
    """
    with told(signed_in=credentials is not None):
        return Calendar(guard, url, credentials).now(kept)


@contextmanager
def told(*, signed_in: bool) -> Iterator[None]:
    """Whatever a server or its library comes up with is a `NotFetched` with a sentence."""
    try:
        yield
    except AuthorizationError as problem:
        raise NotFetched(refusal(problem.status or 403, signed_in=signed_in)) from problem
    except RateLimitError as problem:
        raise NotFetched("the server asks to come back later") from problem
    except (DAVError, SyntaxError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as problem:
        # The first are its own and those of the XML; with the others it stumbles over answers that are no CalDAV.
        raise NotFetched(f"its answer is no CalDAV ({type(problem).__name__})") from problem


class Calendar:
    """One collection on a server, spoken to by way of the guard alone."""

    def __init__(self, guard: Guard, url: str, credentials: Credentials | None) -> None:
        self._url, self._signed_in = url, credentials is not None
        self._path = unquote(urlsplit(url).path).rstrip("/")
        self.client = DAVClient(
            url,
            username=None if credentials is None else credentials.user,
            password=None if credentials is None else credentials.password,
            enable_rfc6764=False,
            rate_limit_handle=False,
        )
        self.client.session.close()
        self.client.session = guard  # type: ignore[assignment]  # all that the client asks of a session

    def now(self, kept: Kept | None) -> Kept:
        known = known_resources(None if kept is None else kept.body)
        listed = self._since(kept.sync_token) if kept is not None and kept.sync_token else None
        tag = ""
        if listed is None:
            tag = self.tag()
            if kept is not None and tag and tag == kept.etag:
                return replace(kept, sync_token="")  # if there was one it is forgotten
            listed = self._since("") or self._all()
        resources = dict(known) if listed.since else {href: known[href] for href in listed.etags if href in known}
        for href in listed.gone:
            resources.pop(href, None)
        wanted = [
            href for href, etag in listed.etags.items() if not etag or href not in known or known[href].etag != etag
        ]
        resources |= self._resources(wanted, listed.etags)
        for href in wanted:
            if href not in resources or (href in known and resources[href] is known[href]):
                resources.pop(href, None)  # gone between the list and the question
        if len(resources) > _ENTRIES:
            raise NotFetched(f"it holds over {_ENTRIES:,} entries")
        if kept is not None and resources == known:
            return Kept(kept.body, tag or kept.etag, listed.sync_token)
        return Kept(packed(resources), tag, listed.sync_token)

    def _since(self, token: str) -> _Listed | None:
        """The changes since that state, or everything for ""; None where the server cannot tell."""
        first, etags, gone = token, dict[str, str](), set[str]()
        for _ in range(_PAGES):
            body = f"<d:sync-collection {_DAV}><d:sync-token>{escape(token)}</d:sync-token>{_LEVEL}</d:sync-collection>"
            try:
                page = self.client.report(self._url, body, 0).parse_sync_collection()
            except AuthorizationError as problem:
                if problem.status == 401:
                    raise
                return None
            except RateLimitError:
                raise
            except DAVError:
                return None
            for one in page.changed:
                if self._is_resource(one.href):
                    etags[one.href] = one.etag or ""
                    gone.discard(one.href)
            for href in page.deleted:
                etags.pop(href, None)
                gone.add(href)
            if len(etags) > _ENTRIES:
                raise NotFetched(f"it holds over {_ENTRIES:,} entries")
            if not page.truncated:
                return _Listed(etags, frozenset(gone), page.sync_token or "", bool(first)) if page.sync_token else None
            if not page.sync_token or page.sync_token == token:
                return None
            token = page.sync_token
        return None

    def tag(self) -> str:
        """The tag of the collection, "" where it has none; refuses an address that is no calendar."""
        about = next(iter(self._propfind(_ABOUT, 0)), None)
        if about is None or "calendar" not in str(about.properties.get(_TYPE)):
            raise NotFetched("there is no calendar at this address; give the address of the calendar itself")
        return str(about.properties.get(_CTAG) or "")

    def _all(self) -> _Listed:
        return _Listed(
            {
                one.href: str(one.properties.get(_ETAG) or "")
                for one in self._propfind(_TAGS, 1)
                if self._is_resource(one.href) and "collection" not in str(one.properties.get(_TYPE))
            }
        )

    def resource(self, href: str) -> Resource | None:
        """One resource by its path; None where there is none."""
        return self._resources([href], {href: ""}).get(href)

    def _resources(self, hrefs: list[str], etags: Mapping[str, str]) -> dict[str, Resource]:
        found = {}
        for some in _batches(hrefs):
            prop = "<d:prop><d:getetag/><c:calendar-data/></d:prop>"
            places = "".join(f"<d:href>{quote(href, safe='/:@')}</d:href>" for href in some)
            body = f"<c:calendar-multiget {_DAV}>{prop}{places}</c:calendar-multiget>"
            for one in self._report(body, None).parse_calendar_query():
                if one.calendar_data and one.href in etags:
                    found[one.href] = Resource(one.etag or etags[one.href], one.calendar_data)
        return found

    def _is_resource(self, href: str) -> bool:
        return not href.endswith("/") and href.rstrip("/") != self._path

    def _propfind(self, body: str, depth: int) -> list[PropfindResult]:
        return self._good(self.client.propfind(self._url, body, depth)).parse_propfind()

    def _report(self, body: str, depth: int | None) -> DAVResponse:
        return self._good(self.client.report(self._url, body, depth))

    def _good(self, reply: Any) -> DAVResponse:
        if reply.status in {404, 410} or reply.status >= 500:
            raise NotFetched(refusal(reply.status, signed_in=self._signed_in))
        assert isinstance(reply, DAVResponse)  # noqa: S101  # the asynchronous client has another
        return reply


def _batches(hrefs: list[str]) -> Iterator[Iterable[str]]:
    for start in range(0, len(hrefs), _AT_ONCE):
        yield hrefs[start : start + _AT_ONCE]
