"""Feeds by URL, from a real web server on loopback."""

import gzip
from contextlib import suppress

import pytest

from briefs.credentials import Credentials
from calendars.errors import NotFetched
from calendars.sources.feed import fetch
from calendars.sources.guard import Guard, Limits
from calendars.sources.kept import Kept
from tests.calendars.feeds import ics
from tests.servers.feeds import Asked, Feeds, feeds, leads_to, page

LEAVE = ics("UID:leave\nSUMMARY:Sam away\nDTSTART;VALUE=DATE:20260608")
ANA = Credentials("ana", "secret")


def fetched(
    server: Feeds,
    path: str = "/team.ics",
    kept: Kept | None = None,
    credentials: Credentials | None = None,
    *,
    allow_private: bool = True,
    seconds: float = 20,
) -> Kept:
    url = path if "://" in path else server.address + path
    with Guard(url, allow_private=allow_private, limits=Limits(seconds=seconds)) as guard:
        return fetch(guard, url, kept, credentials)


def refused(server: Feeds, path: str = "/team.ics", **given: object) -> str:
    with pytest.raises(NotFetched) as problem:
        fetched(server, path, **given)  # type: ignore[arg-type]
    return str(problem.value)


@pytest.mark.parametrize(
    ("header", "value", "question"),
    [("ETag", '"7"', "If-None-Match"), ("Last-Modified", "Mon, 01 Jun 2026 08:00:00 GMT", "If-Modified-Since")],
)
def test_an_unchanged_feed_is_not_sent_again(server: Feeds, header: str, value: str, question: str) -> None:
    def once(asked: Asked) -> None:
        if asked.headers.get(question) == value:
            asked.answer(b"", 304)
        else:
            page(LEAVE, 200, **{header: value})(asked)

    server.pages["/team.ics"] = once
    first = fetched(server)

    assert first == Kept(LEAVE, value)
    assert fetched(server, kept=first) is first


def test_a_feed_is_unpacked(server: Feeds) -> None:
    server.pages["/team.ics"] = page(gzip.compress(LEAVE), Content_Encoding="gzip")

    assert fetched(server).body == LEAVE


def test_a_redirect_is_followed_and_the_password_stays_behind(server: Feeds) -> None:
    server.pages |= {"/team.ics": leads_to("/moved.ics", 301), "/moved.ics": page(LEAVE)}

    assert fetched(server, credentials=ANA).body == LEAVE
    assert [(path, "Authorization" in sent) for path, sent in server.asked] == [
        ("/team.ics", True),
        ("/moved.ics", False),
    ]


def test_what_the_machine_is_set_up_with_counts_for_nothing(
    server: Feeds, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login ana password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.pages |= {
        "/team.ics": lambda asked: asked.answer(b"", 302, Location="/next.ics", Set_Cookie="seen=1"),
        "/next.ics": page(LEAVE),
    }

    assert fetched(server).body == LEAVE
    assert not any({"Authorization", "Cookie"} & sent.keys() for _, sent in server.asked)


def test_permission_is_for_one_port_and_no_redirect_leaves_it(server: Feeds) -> None:
    with feeds() as other:
        other.pages["/keys"] = page(LEAVE)
        server.pages["/team.ics"] = leads_to(f"{other.address}/keys")

        assert "lies in a network that is not to be reached" in refused(server)
        assert other.asked == []


def test_without_permission_nothing_private_is_asked(server: Feeds) -> None:
    port = server.server_address[1]
    names = ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1")

    told = {refused(server, f"http://{name}:{port}/team.ics", allow_private=False) for name in names}

    assert all("lies in a network that is not to be reached" in sentence for sentence in told)
    assert server.asked == []


def _drips(asked: Asked) -> None:
    asked.send_response(200)
    asked.end_headers()
    while not asked.server.over.wait(0.02):
        asked.wfile.write(b"X")
        asked.wfile.flush()


def _drips_headers(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not asked.server.over.wait(0.02):
        asked.wfile.write(b"X")
        asked.wfile.flush()


def _endless_headers(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\n")
    with suppress(OSError):
        while not asked.server.over.is_set():
            asked.wfile.write(b"X-More: and more\r\n" * 100)


def _endless(asked: Asked) -> None:
    asked.send_response(200)
    asked.end_headers()
    with suppress(OSError):
        while not asked.server.over.is_set():
            asked.wfile.write(b"X" * 1_000_000)


def _half(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Length", str(len(LEAVE)))
    asked.end_headers()
    asked.wfile.write(LEAVE[:40])


BOMB = gzip.compress(b"\0" * 50_000_000)
TOO_MUCH = "it sends more than 30,000,000 bytes"
LATE = "it was not all there after 1 seconds"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (page(b"<html>Sign in</html>", Content_Type="text/html"), "it is not a calendar: it starts with '<html>Sign"),
        (page(b""), "it is empty"),
        (page(LEAVE[:-20]), "it ends in the middle: END:VCALENDAR is missing"),
        (page(b"", 304), "the server answers 304"),
        (page(b"", 401, WWW_Authenticate="Basic"), "it asks for a user and a password"),
        (page(b"", 403), "it asks for a user and a password"),
        (page(b"", 404), "there is no calendar at this address (404)"),
        (page(b"", 410), "there is no calendar at this address (410)"),
        (page(LEAVE, 500), "the server answers 500"),
        (page(LEAVE, 206), "the server answers 206"),
        (page(BOMB, Content_Encoding="gzip"), TOO_MUCH),
        (page(b"x" * 50_000, Content_Length="50000000"), TOO_MUCH),
        (_endless, TOO_MUCH),
        (page(b"not packed", Content_Encoding="gzip"), "what it sent broke off or is no HTTP"),
        (page(BOMB, Content_Encoding="gzip, gzip"), "it is packed as 'gzip, gzip', which was not asked for"),
        (page(BOMB, Content_Encoding="zstd"), "it is packed as 'zstd', which was not asked for"),
        (_drips, LATE),
        (_drips_headers, LATE),
        (_endless_headers, "it could not be reached"),
        (_half, "what it sent broke off or is no HTTP"),
        (lambda asked: asked.wfile.write(b"\0\1\2\r\n\r\n"), "it could not be reached"),
        (lambda asked: None, "it could not be reached"),
        (leads_to("/team.ics"), "it redirects more than 3 times"),
        (leads_to("http://169.254.169.254/latest/meta-data"), "169.254.169.254 lies in a network that is not to be"),
        (leads_to("http://[::1]/"), "::1 lies in a network that is not to be reached"),
        (leads_to("http://10.0.0.1/"), "10.0.0.1 lies in a network that is not to be reached"),
        (leads_to("http://2002:7f00:1::/"), "its address cannot be read"),
        (leads_to("http://[64:ff9b::7f00:1]/"), "64:ff9b::7f00:1 lies in a network that is not to be reached"),
        (leads_to("file:///etc/passwd"), "it leads to 'file', which is neither https nor http"),
        (leads_to("http+unix://%2Frun%2Fx.sock/"), "it leads to 'http+unix', which is neither https nor http"),
        (leads_to("https://"), "its address names no host"),
        (leads_to("http://ana:secret@127.0.0.1:1/"), "127.0.0.1 lies in a network that is not to be reached"),
    ],
)
def test_a_hostile_or_broken_feed_is_refused_with_the_reason(server: Feeds, answer: object, sentence: str) -> None:
    server.pages["/team.ics"] = answer  # type: ignore[assignment]

    assert refused(server, seconds=1 if sentence == LATE else 20).startswith(sentence)


@pytest.mark.parametrize("path", ["http://nowhere.example/a.ics", "http://127.0.0.1:1/a.ics", "http://" + "a" * 300])
def test_a_server_that_is_not_there_is_said(server: Feeds, path: str) -> None:
    assert refused(server, path)


def test_a_certificate_that_nobody_vouches_for_is_refused(server: Feeds) -> None:
    """The server speaks no TLS at all, which is as bad."""
    assert "could not be" in refused(server, server.address.replace("http://", "https://") + "/team.ics")
