"""Broken and malicious mail: it ends as a Mail or as Unreadable, soon, and what was cut off is said."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extract.reading import Extractor
from ingest.errors import Unreadable
from ingest.limits import Limits
from ingest.reading import read_message
from tests.conftest import RecordFigure
from tests.hostile import promises
from tests.hostile.building import page, plain
from tests.hostile.catalogue import GROUPS, HOSTILE
from tests.ingest.reading_help import ARRIVED, content, read_bytes
from tests.tenth import tenth

_SECONDS = 2.0
_EXTRACTING_SECONDS = 10.0  # 200,000 characters of the worst kind; what is over them is not read for a brief
_MEGABYTES = 500
_SHORT = 20_000  # bytes; what a longer one costs to be extracted from is for the soak to know
_LONG_TEXT = 100_000
_LONG_TEXT_SECONDS = 0.5


@pytest.mark.parametrize("name", tenth(tuple(HOSTILE)))
def test_every_tenth_message_is_read_or_refused_by_name(name: str, extractor: Extractor) -> None:
    message = HOSTILE[name]()

    mail = promises.read(message)
    if mail is not None and len(message) < _SHORT:
        extractor.read(mail)


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("group", GROUPS)
def test_every_message_is_read_or_refused_soon_and_in_little_memory(group: str, record_figure: RecordFigure) -> None:
    command = [sys.executable, "-m", "tests.hostile.measure", group]
    root = Path(__file__).parents[2]
    answer = subprocess.run(command, capture_output=True, check=False, cwd=root, text=True)
    costs = [json.loads(line) for line in answer.stdout.splitlines()]

    assert answer.returncode == 0, answer.stderr[-2000:]
    assert {cost["name"] for cost in costs if cost["broken"]} == set()
    slowest = max(costs, key=lambda cost: cost["reading"])
    record_figure(
        f"hostile mail, {group}",
        f"{len(costs)} messages, the slowest {slowest['reading']} s ({slowest['name']}), {costs[-1]['megabytes']} MB",
    )
    assert {cost["name"]: cost["reading"] for cost in costs if cost["reading"] > _SECONDS} == {}
    assert {cost["name"]: cost["extracting"] for cost in costs if cost["extracting"] > _EXTRACTING_SECONDS} == {}
    assert {cost["name"]: cost["megabytes"] for cost in costs if cost["megabytes"] > _MEGABYTES} == {}
    long_texts = [cost for cost in costs if cost["name"].startswith("texts: 100 kB") and cost["bytes"] >= _LONG_TEXT]
    assert {cost["name"]: cost["reading"] for cost in long_texts if cost["reading"] > _LONG_TEXT_SECONDS} == {}


def test_there_are_more_than_seven_hundred_messages() -> None:
    assert len(HOSTILE) >= 700


@pytest.mark.parametrize("name", ["nothing", "white space", "no header", "zeros"])
def test_a_message_with_nothing_to_read_says_so(name: str) -> None:
    with pytest.raises(Unreadable, match=r"empty|no header line"):
        read_message(HOSTILE[f"structure: {name}"](), ARRIVED)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("headers: huge subject", "the headers are longer than 256,000 bytes"),
        ("addresses: 100,000 recipients", "the headers are longer than 256,000 bytes"),
        ("addresses: recipients 5,000 addresses", "the field To is longer than anybody writes"),
        ("addresses: 1,000 fields of recipients", "the field To is longer than anybody writes"),
        ("structure: 10,000 parts", "more than 200 parts"),
        ("structure: 90 nested mixed", "deeper than 20"),
        ("structure: 60 nested messages", "deeper than 20"),
        ("structure: multipart without boundary", "could not be told apart"),
        ("files: zip bomb as docx", "brief.docx: it unpacks to more than may be read; it was kept and not read"),
        ("files: docx that is none", "brief.docx: the file could not be read"),
        ("texts: two million lines", "characters were read"),
    ],
)
def test_what_was_cut_off_is_noted(name: str, said: str) -> None:
    mail = read_message(HOSTILE[name](), ARRIVED)

    assert any(said in note for note in mail.notes)


def test_a_message_over_the_size_limit_is_read_as_far_as_it_goes() -> None:
    mail = read_message(plain(b"We need a film. " + b"x " * 2000), ARRIVED, limits=Limits(bytes=1000))

    assert content(mail).startswith("We need a film.")
    assert any("over 1,000 was left out" in note for note in mail.notes)


def test_recipients_over_the_limit_are_left_out_with_a_note() -> None:
    message = b"From: a@b.example\r\nTo: a@x.example, b@x.example, c@x.example\r\n\r\nhello"

    mail = read_message(message, ARRIVED, limits=Limits(recipients=2))

    assert [each.address for each in mail.recipients] == ["a@x.example", "b@x.example"]
    assert mail.notes == ("more than 2 recipients; the others were left out",)


def test_when_the_time_is_up_attached_messages_are_kept_and_not_read() -> None:
    mail = read_message(HOSTILE["structure: 3 nested messages"](), ARRIVED, limits=Limits(seconds=0))

    assert (mail.text, len(mail.attachments)) == ("", 1)
    assert mail.notes == ("reading took 0 seconds; messages attached were kept and not read",)


def test_four_megabytes_of_plain_text_are_complete() -> None:
    paragraph = (
        b"We would like three banners for the spring campaign, please,\nand they should be ready by June 12.\n\n"
    )
    body = paragraph * (4_000_000 // len(paragraph))

    mail = read_bytes(plain(body))

    assert content(mail) == " ".join(body.decode().split())
    assert mail.notes == ()


def test_words_deeper_than_any_page_nests_are_not_lost() -> None:
    mail = read_bytes(page(b"<div>" * 50_000 + b"We need a film."))

    assert content(mail) == "We need a film."


def test_a_subject_cannot_break_a_line() -> None:
    mail = read_message(HOSTILE["headers: header injection"](), ARRIVED)

    assert mail.subject == "a Bcc: x@evil.example"
