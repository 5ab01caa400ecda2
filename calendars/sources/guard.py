"""The one way to the network: every request bounded, every address checked before it is connected to."""

import socket
import threading
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

import niquests
from niquests.exceptions import ConnectionError as NotConnected
from niquests.exceptions import ConnectTimeout, ReadTimeout, RequestException, SSLError
from niquests.structures import CaseInsensitiveDict

from briefs.credentials import Credentials
from calendars.errors import NotFetched
from calendars.sources.resolver import GuardedResolver

if TYPE_CHECKING:
    from urllib3.exceptions import HTTPError
else:  # as in the resolver
    from niquests.packages.urllib3.exceptions import HTTPError

_CHUNK = 16_384  # compressed a thousand to one, a chunk is 16 MB
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one look at a calendar may take: bytes as unpacked, seconds in all, and seconds of silence."""

    bytes: int = 30_000_000
    seconds: float = 60
    silence: float = 15
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class Reply:
    """A response, read whole. The names of its fields are those that caldav looks for."""

    url: str
    status_code: int
    reason: str
    headers: Mapping[str, str]
    content: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")


class Guard:
    """A session for one calendar, over when its context is left or its time is up.

    `allow_private` permits exactly the host and port of `address` to be private. The environment's proxies, .netrc and
    cookies count for nothing. Everything that goes wrong is a `NotFetched`.
    """

    def __init__(self, address: str, *, allow_private: bool = False, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._resolver = GuardedResolver(_host_and_port(_checked(address)) if allow_private else None)
        self._session = niquests.Session(
            resolver=self._resolver,
            retries=0,
            disable_http2=True,
            disable_http3=True,  # an Alt-Svc header would lead to another host
            revocation_configuration=None,  # it asks servers that a certificate names
            allow_incoming_cookies=False,
        )
        self._session.trust_env = False
        self._left = limits.bytes
        self._timer = threading.Timer(limits.seconds, self.cut)
        self._timer.daemon = True
        self._was_cut = False

    def __enter__(self) -> Self:
        self._ends = time.monotonic() + self._limits.seconds
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._timer.cancel()
        self._session.close()
        self._resolver.forget()

    def cut(self) -> None:
        """End whatever is going on; the one waiting for it gets a `NotFetched`. From any thread."""
        self._was_cut = True
        self._resolver.cut()

    def get(self, url: str, headers: Mapping[str, str], credentials: Credentials | None) -> Reply:
        auth = None if credentials is None else (credentials.user, credentials.password)
        return self.request("GET", url, headers=headers, auth=auth)

    def request(
        self,
        method: str,
        url: str,
        data: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        auth: Any = None,
        **_theirs: object,
    ) -> Reply:
        """Ask, and follow a few redirects; what signs us in goes to `url` and to nowhere it redirects to.

        caldav would also choose proxies, timeouts and verification (`_theirs`): these are not for it to choose.
        """
        asked = _checked(url)
        sent = dict(headers or {})
        for _ in range(self._limits.redirects + 1):
            reply = self._once(method, urlunsplit(asked), data, sent, auth)
            location = reply.headers.get("Location")
            if reply.status_code not in _REDIRECTS or not location:
                return reply
            target = _checked(urljoin(reply.url, location))
            if asked.scheme == "https" and target.scheme != "https":
                raise NotFetched(f"it redirects from https to {target.scheme}")
            asked, auth = target, None
            sent = {key: value for key, value in sent.items() if key.lower() not in {"authorization", "cookie"}}
            if reply.status_code == 303:
                method, data = "GET", None
        raise NotFetched(f"it redirects more than {self._limits.redirects} times")

    def _once(self, method: str, url: str, data: bytes | str | None, headers: dict[str, str], auth: Any) -> Reply:
        # Only codings with an end that can be seen; and one at a time, since they multiply.
        headers = {**headers, "Accept-Encoding": "gzip"}
        try:
            response = self._session.request(
                method,
                url,
                data=data,
                headers=headers,
                auth=auth,
                stream=True,
                allow_redirects=False,
                timeout=min(self._limits.silence, max(0.01, self._ends - time.monotonic())),
                verify=True,
            )
            with closing(response):
                content = self._content(response)
                got = CaseInsensitiveDict({str(key): str(value) for key, value in (response.headers or {}).items()})
                return Reply(url, response.status_code or 0, response.reason or "", got, content)
        except (RequestException, HTTPError, OSError, ValueError) as problem:
            raise NotFetched(self._sentence(problem)) from problem

    def _content(self, response: niquests.Response) -> bytes:
        coding = str(response.headers.get("Content-Encoding") or "identity").strip().lower()
        if coding not in {"gzip", "x-gzip", "identity"}:
            raise NotFetched(f"it is packed as {coding[:40]!r}, which was not asked for")
        with suppress(ValueError):
            self._count(int(str(response.headers.get("Content-Length") or 0)), take=False)
        chunks = []
        for chunk in response.iter_content(_CHUNK):
            self._count(len(chunk))
            chunks.append(chunk)
        if self._was_cut:  # the end of what was sent, or of the time for it
            raise NotFetched(self._late())
        return b"".join(chunks)

    def _count(self, size: int, *, take: bool = True) -> None:
        if size > self._left:
            raise NotFetched(f"it sends more than {self._limits.bytes:,} bytes")
        if take:
            self._left -= size
        if time.monotonic() > self._ends:
            raise NotFetched(self._late())

    def _late(self) -> str:
        return f"it was not all there after {self._limits.seconds:g} seconds"

    def _sentence(self, problem: Exception) -> str:
        """What happened, without the address: that of a private feed is a secret."""
        if self._was_cut or time.monotonic() > self._ends:
            return self._late()
        if isinstance(problem, ConnectTimeout | ReadTimeout | TimeoutError):
            return f"it did not answer within {self._limits.silence:g} seconds"
        if isinstance(problem, SSLError):
            return "its certificate could not be verified"
        cause = _first_cause(problem)
        if isinstance(cause, socket.gaierror):
            return "no such host is known"
        if isinstance(cause, OSError) and cause.strerror:
            return f"it could not be reached ({cause.strerror})"
        if isinstance(problem, NotConnected):
            return "it could not be reached"
        return f"what it sent broke off or is no HTTP ({type(problem).__name__})"


def host_of(url: str) -> str:
    """The host to name in a sentence; the rest of an address may be a secret."""
    return urlsplit(url).hostname or "?"


def _first_cause(problem: BaseException) -> BaseException:
    seen = {id(problem)}
    while (cause := problem.__cause__ or problem.__context__) is not None and id(cause) not in seen:
        seen.add(id(cause))
        problem = cause
    return problem


def _checked(url: str) -> SplitResult:
    """Its parts, without user, password and fragment; raises `NotFetched` for anything but the web's own schemes."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as problem:
        raise NotFetched("its address cannot be read") from problem
    if parts.scheme not in {"http", "https"}:
        raise NotFetched(f"it leads to {parts.scheme[:20]!r}, which is neither https nor http")
    if not host:
        raise NotFetched("its address names no host")
    name = f"[{host}]" if ":" in host else host
    return SplitResult(parts.scheme, name if port is None else f"{name}:{port}", parts.path, parts.query, "")


def _host_and_port(parts: SplitResult) -> tuple[str, int]:
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
