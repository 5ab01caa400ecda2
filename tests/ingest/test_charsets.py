"""Text as it was really sent: wrong labels, missing ones, two charsets in one text, words and names encoded oddly."""

import pytest

from ingest.headers import decoded, parameter
from tests.hostile.building import typed
from tests.ingest.reading_help import content, read_bytes


@pytest.mark.parametrize(
    ("content_type", "sent", "seen"),
    [
        ("text/plain; charset=utf-8", b"The budget is \xa310,000", "The budget is £10,000"),
        ("text/plain; charset=iso-8859-1", b"about \x8010k \x96 net", "about €10k – net"),
        ("text/plain; charset=iso-8859-1", "about £10k".encode(), "about £10k"),
        ("text/plain", b"caf\xe9 for \xa35k", "café for £5k"),
        ("text/plain; charset=us-ascii", b"for \xa35k", "for £5k"),
        ("text/plain; charset=gb2312", "预算 鎔".encode("gb18030"), "预算 鎔"),
        ("text/plain; charset=utf-8", "café for £5k ".encode() + b"or \xa36k", "café for £5k or £6k"),
        ("text/plain; charset=windows-1252", "“café” for £5k ".encode() + b"or \xa36k", "“café” for £5k or £6k"),
        ("text/plain; charset=utf-8", "café for £5k, caf".encode() + b"\xc3", "café for £5k, caf\ufffd"),
        ("text/plain; charset=utf-16", b"for $5k in all", "for $5k in all"),
        ("text/plain; charset=utf-7", b"for +AKM-5k +2AA-", "for £5k \ufffd"),
        ("text/html", '<meta charset="windows-1251"><p>Бюджет 5k'.encode("cp1251"), "Бюджет 5k"),
        ("text/html", '<meta content="text/html; charset=koi8-r"><p>Бюджет 5k'.encode("koi8-r"), "Бюджет 5k"),
        ("text/html", b'<meta charset="utf-16"><p>for $5k', "for $5k"),
    ],
)
def test_a_text_is_read_in_the_charset_it_was_written_in(content_type: str, sent: bytes, seen: str) -> None:
    assert content(read_bytes(typed(content_type, sent, encoding="8bit"))) == seen


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"),
        ("=?utf-8?q?our caf=C3=A9?=", "our café"),
        ("=?utf-8?b?caf=C3=A9?=", "café"),
        ('"=?utf-8?q?caf=C3=A9?="', '"café"'),
        ("=?us-ascii?q?caf=E9?=", "café"),
        ("Re:=?utf-8?q?caf=C3=A9?=", "Re:café"),
    ],
)
def test_an_encoded_word_is_read_whatever_is_wrong_with_it(sent: str, seen: str) -> None:
    assert decoded(sent) == seen


@pytest.mark.parametrize(
    "sent",
    [
        "x; name*0*=utf-8''caf%C3; name*1*=%A9.png",
        'x; name*1=".png"; name*0="café"',
        'x; name="=?utf-8?q?caf=C3=A9.png?="',
        'x; name*0="=?utf-8?q?caf=C3=A9"; name*1=".png?="',
        "x; name*=iso-8859-1'en'caf%E9.png",
    ],
)
def test_a_file_name_is_read_however_it_was_broken_up(sent: str) -> None:
    assert parameter(sent, "name") == "café.png"
