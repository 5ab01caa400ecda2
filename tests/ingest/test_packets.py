"""What Outlook packs is opened: a dragged-in message is a forward, winmail.dat stands for the files in it."""

import datetime as dt

import pytest

from briefs.mail import SegmentKind
from ingest.packed_rtf import text_of_packed
from tests.ingest.outlook import BINARY, STRING, TIME, Tree, attached, compound, embedded, message, packet
from tests.ingest.reading_help import content, words
from tests.ingest.test_carriers import mail

SENT = dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)
FILETIME = int((SENT - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)).total_seconds()) * 10**7
CLIENT = {
    (0x0042, STRING): "Ana Lopéz",
    (0x5D02, STRING): "ana@client.example",
    (0x0037, STRING): "Frühling",
    (0x0039, TIME): FILETIME,
    (0x1035, STRING): "<9@client.example>",
    (0x1000, STRING): "Three banners für £6,000.\r\n",
}
PEOPLE = [("Dana", "dana@northpeak.example")]
SAM = "sam@brightwater.example"
MSG = "application/vnd.ms-outlook"


def client_message() -> Tree:
    return message(CLIENT, to=PEOPLE, files=[attached("sizes.txt", b"Size: 300x250")])


def test_a_message_that_a_colleague_attached_is_a_forward() -> None:
    found = mail([("Frühling.msg", MSG, compound(client_message()))], text="Can you open this?", author=SAM)

    assert found.client is not None
    assert (str(found.client), found.sent_at) == ("Ana Lopéz <ana@client.example>", SENT)
    assert content(found) == "Three banners für £6,000. Size: 300x250"
    assert words(found, SegmentKind.NOTE) == "Can you open this?"
    assert found.original_message_id == "<9@client.example>"
    assert [(each.name, each.outcome) for each in found.attachments] == [
        ("Frühling.msg", "read"),
        ("sizes.txt", "read"),
    ]


def test_the_message_file_itself_is_kept_as_it_came() -> None:
    file = compound(client_message())

    assert mail([("a.msg", MSG, file)]).attachments[0].content == file


def test_the_page_of_a_message_file_goes_before_its_plain_text() -> None:
    page = "<p>Three <s>two</s> banners für £6,000.</p>".encode()
    file = compound(message({**CLIENT, (0x1013, BINARY): page, (0x3FDE, 0x3): 65001}))

    assert words(mail([("a.msg", MSG, file)]), SegmentKind.WITHDRAWN) == "two"


def test_exchange_names_are_no_addresses() -> None:
    sender = {**CLIENT, (0x5D02, STRING): "", (0x0065, STRING): "/O=EXCHANGELABS/CN=RECIPIENTS/CN=ANA"}

    assert mail([("a.msg", MSG, compound(message(sender)))], text="See this", author=SAM).client is None


def test_a_message_within_a_message_file_is_read_too() -> None:
    colleague = {**CLIENT, (0x5D02, STRING): SAM, (0x1000, STRING): "Look."}
    file = compound(message(colleague, files=[embedded(client_message())]))
    found = mail([("a.msg", MSG, file)], text="See this", author=SAM)

    assert found.client is not None
    assert found.client.address == "ana@client.example"


def test_the_text_and_the_files_of_a_winmail_dat_are_parts_of_the_mail() -> None:
    found = mail([("winmail.dat", "application/ms-tnef", packet("Hello", {"brief.txt": b"Three banners"}))], text=" ")

    assert content(found) == "Hello Three banners"
    assert [(each.name, each.outcome) for each in found.attachments] == [
        ("winmail.dat", "opened"),
        ("brief.txt", "read"),
    ]


def test_the_text_of_a_winmail_dat_is_no_second_copy_of_the_mails_own() -> None:
    found = mail([("winmail.dat", "application/ms-tnef", packet("Hello", {}))], text="Hello")

    assert content(found) == "Hello"


@pytest.mark.parametrize(
    ("name", "kind", "data"),
    [
        ("a.msg", MSG, compound(client_message())[:3000]),
        ("a.msg", MSG, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le") * 50),
        ("winmail.dat", "application/ms-tnef", packet("x", {"a.txt": b"x"})[:-20].replace(b"\xe4\x04", b"\xff\xff")),
    ],
)
def test_a_broken_packet_is_kept_with_a_note(name: str, kind: str, data: bytes) -> None:
    found = mail([(name, kind, data)])

    assert [(each.content, each.outcome) for each in found.attachments] == [(data, "unreadable")]
    assert found.notes == (f"{name}: the file could not be read; it may be damaged",)


def test_a_saved_mail_attached_as_any_file_is_a_forward() -> None:
    saved = b"From: Ana <ana@client.example>\r\nDate: Mon, 2 Mar 2026 08:30:00 +0000\r\n\r\nThree banners.\r\n"
    found = mail([("Spring.eml", "application/octet-stream", saved)], text="See this", author=SAM)

    assert (str(found.client), found.sent_at) == ("Ana <ana@client.example>", SENT)
    assert content(found) == "Three banners."
    assert [each.content for each in found.attachments] == [saved]


def test_a_file_that_only_calls_itself_a_mail_is_kept() -> None:
    found = mail([("Spring.eml", "application/octet-stream", b"\0\1\2")])

    assert [(each.outcome, each.content) for each in found.attachments] == [("unreadable", b"\0\1\2")]


def test_compressed_rtf_reads_as_its_words() -> None:
    packed = bytes.fromhex(  # the example of MS-OXRTFCP 3.1.1
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )

    assert text_of_packed(packed).strip() == "hello world"
