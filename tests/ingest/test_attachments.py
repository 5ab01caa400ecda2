"""Attached files that carry a brief are read in a child process; the others are kept."""

import base64
import datetime as dt
import io

import docx
import openpyxl
import pytest

from briefs.mail import Mail
from ingest.limits import Limits
from ingest.reading import read_message
from tests.ingest.reading_help import ARRIVED, HEAD, content


def with_file(name: str, data: bytes, *, limits: Limits = Limits()) -> Mail:  # noqa: B008  # frozen
    head = HEAD.replace("\n", "\r\n").encode()
    body = (
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
        b"Brief attached.\r\n--b\r\n"
        b'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="%s"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n%s\r\n--b--\r\n"
    )
    return read_message(head + body % (name.encode(), base64.encodebytes(data)), ARRIVED, limits=limits)


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Spring brief", 1)
    document.add_paragraph("Three banners", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "Budget"
    table.rows[0].cells[1].text = "$6,000"
    document.add_paragraph("By June 12.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_file_is_read_in_its_order() -> None:
    mail = with_file("brief.docx", word_file())

    assert [line for line in mail.text.split("\n") if line] == [
        "Brief attached.",
        "Spring brief",
        "- Three banners",
        "Budget: $6,000",
        "By June 12.",
    ]
    assert [attachment.outcome for attachment in mail.attachments] == ["read"]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (12000, '"$"#,##0', "$12,000"),
        (12000.5, "#,##0.00", "12,000.50"),
        (0.25, "0%", "25%"),
        (3, "General", "3"),
        (12000, "#,##0 [$€-407]", "12,000 €"),
        ("2026-06-12", "dd-mm-yyyy", "12-06-2026"),
        ("2026-06-12", "m/d/yy", "6/12/26"),
        ("2026-06-12", "d mmmm yyyy", "12 June 2026"),
        ("2026-06-12", "yyyy-mm-dd", "2026-06-12"),
    ],
)
def test_a_cell_reads_as_its_format_shows_it(value: float | str, number_format: str, shown: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Value", dt.datetime.fromisoformat(value) if isinstance(value, str) else value])
    sheet["B1"].number_format = number_format
    file = io.BytesIO()
    book.save(file)

    assert content(with_file("brief.xlsx", file.getvalue())) == f"Brief attached. Value: {shown}"


def test_a_hidden_sheet_is_not_read() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "Three banners"
    secret = book.create_sheet("margins")
    secret["A1"] = "40 %"
    secret.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)

    assert "40 %" not in with_file("brief.xlsx", file.getvalue()).text


@pytest.mark.parametrize("name", ["brief.txt", "brief.md", "BRIEF.TXT"])
def test_a_text_file_keeps_its_pound_sign(name: str) -> None:
    assert content(with_file(name, b"Budget \xa36,000")) == "Brief attached. Budget £6,000"


@pytest.mark.parametrize("name", ["logo.png", "brief.zip", "song.mp3", "brief"])
def test_other_files_are_kept_and_not_read(name: str) -> None:
    mail = with_file(name, b"Three banners")

    assert content(mail) == "Brief attached."
    assert [(each.outcome, each.content) for each in mail.attachments] == [("kept", b"Three banners")]


def test_an_invitation_is_no_prose() -> None:
    mail = with_file("kickoff.ics", b"BEGIN:VCALENDAR\r\nSUMMARY:Kick-off\r\nEND:VCALENDAR\r\n")

    assert content(mail) == "Brief attached."
    assert [each.outcome for each in mail.attachments] == ["calendar"]


def test_a_file_over_its_limit_is_kept_with_a_note() -> None:
    mail = with_file("brief.txt", b"x" * 2000, limits=Limits(attachment_bytes=1000))

    assert [each.outcome for each in mail.attachments] == ["too large"]
    assert "over the limit of 1,000" in mail.notes[0]


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    mail = with_file("brief.docx", word_file(), limits=Limits(attachments_seconds=0))

    assert [each.outcome for each in mail.attachments] == ["too slow"]


def test_a_long_file_is_read_up_to_its_limit_with_a_note() -> None:
    mail = with_file("brief.docx", word_file(), limits=Limits(attachment_characters=20))

    assert content(mail) == "Brief attached. Spring brief"
    assert "only the first 20 characters were read" in mail.notes[0]


def test_only_so_many_files_are_read() -> None:
    mail = with_file("brief.txt", b"Three banners", limits=Limits(attachments=0))

    assert [each.outcome for each in mail.attachments] == ["kept"]
    assert "only 0 files are" in mail.notes[0]


def test_a_transcript_in_a_file_counts_by_its_speakers() -> None:
    chat = b"Sam: What do you need?\nDana: Three banners.\nSam: For 8k?\nDana: For six.\n"

    assert content(with_file("call.txt", chat)) == "Brief attached. Three banners. For six."
