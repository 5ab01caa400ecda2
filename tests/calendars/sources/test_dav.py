"""CalDAV servers that answer something else; how a good one is synced with is tested in test_syncing."""

import pytest

from calendars.errors import NotFetched
from calendars.sources.dav import fetch
from calendars.sources.guard import Guard, Limits
from calendars.sources.kept import Kept, Resource, packed, unpacked
from tests.calendars.feeds import ics
from tests.servers.feeds import Answer, Asked, Feeds, leads_to, page

KEPT = Kept(packed({"/dav/1.ics": Resource('"1"', "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")}), "", "token-1")


def looked(server: Feeds, kept: Kept | None = None) -> Kept:
    url = f"{server.address}/dav/"
    with Guard(url, allow_private=True, limits=Limits(seconds=20)) as guard:
        return fetch(guard, url, kept)


def xml(inside: str, status: int = 207) -> Answer:
    names = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"'
    return page(f"<d:multistatus {names}>{inside}</d:multistatus>".encode(), status, Content_Type="text/xml")


def a(href: str, props: str) -> str:
    good = "<d:status>HTTP/1.1 200 OK</d:status>"
    return f"<d:response><d:href>{href}</d:href><d:propstat><d:prop>{props}</d:prop>{good}</d:propstat></d:response>"


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    '<d:multistatus xmlns:d="DAV:"><d:response><d:href>&c;</d:href></d:response></d:multistatus>'
)
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><d:multistatus xmlns:d="DAV:">&a;</d:multistatus>'
CALENDAR = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (page(b"<html>Sign in</html>", Content_Type="text/html"), "there is no calendar at this address"),
        (page(b"<html>", 207, Content_Type="text/xml"), "its answer is no CalDAV"),
        (page(b"not XML", 207, Content_Type="text/xml"), "its answer is no CalDAV"),
        (page(LAUGHS.encode(), 207, Content_Type="text/xml"), "there is no calendar at this address"),
        (page(FILE.encode(), 207, Content_Type="text/xml"), ""),
        (page(b"", 207), "there is no calendar at this address"),
        (xml(""), "there is no calendar at this address"),
        (xml("<d:response/>"), ""),
        (xml("<d:response><d:href>" * 200), ""),
        (page(b"", 200), "there is no calendar at this address"),
        (page(b"", 401), "it asks for a user and a password"),
        (page(b"", 403), "it asks for a user and a password"),
        (page(b"", 405), "its answer is no CalDAV"),
        (page(b"", 429), "the server asks to come back later"),
        (page(b"", 500), "the server answers 500"),
        (page(b"", 503, Retry_After="86400"), "the server asks to come back later"),
        (page(b"x" * 10, 207, Content_Length="50000000"), "it sends more than 30,000,000 bytes"),
        (leads_to("http://169.254.169.254/"), "169.254.169.254 lies in a network"),
        (leads_to("?"), "it redirects more than 3 times"),
        (lambda asked: None, "it could not be reached"),
    ],
)
@pytest.mark.parametrize("kept", [None, KEPT], ids=["first", "later"])
def test_an_answer_that_is_no_caldav_is_refused(
    server: Feeds, answer: Answer, sentence: str, kept: Kept | None
) -> None:
    server.pages["/dav/"] = answer

    with pytest.raises(NotFetched) as problem:
        looked(server, kept)
    assert sentence in str(problem.value)


def test_a_server_without_sync_is_listed_and_strangers_hosts_in_it_are_not_asked(server: Feeds) -> None:
    """Its list names a resource on another host, one twice, a folder, and itself."""
    one = a("/dav/1.ics", '<d:getetag>"2"</d:getetag>')
    listed = [a("/dav/", CALENDAR + "<s:getctag>7</s:getctag>"), one, one]
    listed += [a("http://elsewhere.example/dav/2.ics", '<d:getetag>"1"</d:getetag>')]
    listed += [a("/dav/folder/", "<d:resourcetype><d:collection/></d:resourcetype>")]
    body = ics("UID:1").decode()
    data = a("/dav/1.ics", f'<d:getetag>"2"</d:getetag><c:calendar-data>{body}</c:calendar-data>')

    def answer(asked: Asked) -> None:
        if asked.command == "PROPFIND":
            xml("".join(listed))(asked)
        elif "Depth" in asked.headers:  # sync-collection
            page(b"", 501)(asked)
        else:
            xml(data)(asked)

    server.pages["/dav/"] = answer

    first = looked(server)

    assert list(unpacked(first.body)) == ["/dav/1.ics"]
    assert (first.etag, first.sync_token) == ("7", "")
    assert looked(server, first) == first
