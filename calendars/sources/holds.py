"""Our holds on a CalDAV server: entries of ours are put, changed and taken away, and no others are ever touched."""

import datetime as dt
from urllib.parse import unquote, urlsplit

from caldav.lib.error import AuthorizationError
from caldav.response import DAVResponse

from briefs.credentials import Credentials
from briefs.holds import Hold, Written
from calendars.errors import NotFetched, NotTaken
from calendars.holds_file import hold_entry, read_entry, unchanged
from calendars.sources.dav import Calendar, told
from calendars.sources.guard import Guard
from calendars.sources.kept import Resource

_GONE = {404, 410}
_OTHERWISE = 412  # it is not in the state that was asked for


class HoldsCalendar:
    """Everything is written on a condition: that nothing is there, or what is there is as we left it (RFC 9110, 13.1).

    Where that is not so, an entry that bears our own mark is one we wrote and did not get to note down. Any other is
    somebody's. `NotTaken` is about one entry, `NotFetched` about the server.
    """

    def __init__(self, guard: Guard, url: str, credentials: Credentials | None, key: bytes) -> None:
        self._url, self._key, self._signed_in = url.rstrip("/"), key, credentials is not None
        self._calendar = Calendar(guard, f"{self._url}/", credentials)

    def check(self) -> None:
        """Raises `NotFetched` where there is no calendar, or none for us; nothing is written."""
        with told(signed_in=self._signed_in):
            self._calendar.tag()

    def put(self, hold: Hold, before: Written | None, now: dt.datetime) -> Written:
        """It is there as it should be, or `theirs`; `before` is what we know to have written."""
        etag, sequence = ("", 0) if before is None else (before.etag, before.sequence + 1)
        reply = self._put(hold, sequence, etag, now)
        if reply.status in _GONE or reply.status == _OTHERWISE:
            there = self._there(hold.uid)
            if there is not None:
                known = unchanged(there.body, self._key)
                if known is None or known[0].uid != hold.uid:
                    return Written(hold, theirs=True)
                if known[0] == hold:
                    return Written(hold, _strong(there.etag), known[1])
                sequence = max(sequence, known[1] + 1)
            reply = self._put(hold, sequence, "" if there is None else _strong(there.etag), now)
        _must_be_done(reply)
        return Written(hold, _strong(reply.headers.get("ETag") or "") or self._etag(hold), sequence)

    def withdraw(self, written: Written) -> bool:
        """It is not there any more; False where it stays because it is somebody's."""
        etag, uid = written.etag, written.hold.uid
        for _ in range(2):
            if etag:
                reply = self._ask("DELETE", uid, {"If-Match": etag})
                if reply.status != _OTHERWISE:
                    if reply.status not in _GONE:
                        _must_be_done(reply)
                    return True
            there = self._there(uid)
            if there is None:
                return True
            known = unchanged(there.body, self._key)
            if known is None or known[0].uid != uid:
                return False
            etag = _strong(there.etag)
        raise NotTaken("it was changed while it was to be taken away")

    def _put(self, hold: Hold, sequence: int, etag: str, now: dt.datetime) -> DAVResponse:
        condition = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        return self._ask("PUT", hold.uid, headers, hold_entry(hold, sequence, now, self._key).decode())

    def _etag(self, hold: Hold) -> str:
        """Many servers tell none after writing; then what is there is asked for. "" where it is another by now."""
        there = self._there(hold.uid)
        read = None if there is None else read_entry(there.body)
        return "" if there is None or read is None or read[0] != hold else _strong(there.etag)

    def _there(self, uid: str) -> Resource | None:
        with told(signed_in=self._signed_in):
            return self._calendar.resource(unquote(urlsplit(self._place(uid)).path))

    def _ask(self, method: str, uid: str, headers: dict[str, str], body: str = "") -> DAVResponse:
        with told(signed_in=self._signed_in):
            try:
                return self._calendar.client.request(self._place(uid), method, body, headers)
            except AuthorizationError as problem:
                if problem.status == 403 and self._signed_in:
                    raise NotFetched("it does not let us write into this calendar") from problem
                raise

    def _place(self, uid: str) -> str:
        """The same for ever, so that after a crash the entry is found again."""
        return f"{self._url}/{uid}.ics"


def _strong(etag: str) -> str:
    """Proxies that compress mark a tag as weak, and a condition on a weak one is never met."""
    return etag.removeprefix("W/")


def _must_be_done(reply: DAVResponse) -> None:
    if reply.status >= 500:
        raise NotFetched(f"the server answers {reply.status}")
    if not 200 <= reply.status < 300:
        raise NotTaken(f"the server answers {reply.status}")
