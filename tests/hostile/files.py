"""Files: bombs, cuts, lies about their kind; calendars without end."""

import io
import zipfile

from tests.hostile.building import Build, attached, bound, file_part, multipart, text_part, typed

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _zip(*entries: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return packed.getvalue()


def _bomb(inner: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(inner, "w", force_zip64=True) as entry:
            for _ in range(300):
                entry.write(bytes(1_000_000))
    return packed.getvalue()


def _many_entries() -> bytes:
    return _zip(*((f"word/{n}.xml", b"") for n in range(20_000)))


def _laughs() -> bytes:
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n + 1, b"&e%d;" % n * 10) for n in range(12))
    document = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">' + entities + b"]><d>&e12;</d>"
    return _zip(("[Content_Types].xml", document), ("word/document.xml", document))


def _calendar(*lines: bytes) -> bytes:
    event = b"\r\n".join((b"BEGIN:VEVENT", b"UID:1@x.example", *lines, b"END:VEVENT"))
    return b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n" + event + b"\r\nEND:VCALENDAR\r\n"


_START = b"DTSTART:20260310T090000Z"
_CALENDARS: dict[str, bytes] = {
    "every second for ever": _calendar(_START, b"RRULE:FREQ=SECONDLY"),
    "every minute until 9999": _calendar(_START, b"RRULE:FREQ=MINUTELY;UNTIL=99991231T235959Z"),
    "a billion times": _calendar(_START, b"RRULE:FREQ=DAILY;COUNT=1000000000"),
    "20,000 dates": _calendar(_START, b"RDATE:" + b",".join([b"20260310T090000Z"] * 20_000)),
    "20,000 events": b"BEGIN:VCALENDAR\r\n" + (b"BEGIN:VEVENT\r\nUID:1\r\n" + _START + b"\r\nEND:VEVENT\r\n") * 20_000,
    "20,000 guests": _calendar(_START, *[b"ATTENDEE:mailto:a@b.example"] * 20_000),
    "nested": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 20_000,
    "no start": _calendar(b"SUMMARY:x"),
    "a start of junk": _calendar(b"DTSTART:99999999T999999Z", b"DTEND:x"),
    "a zone of junk": _calendar(b"DTSTART;TZID=((((:20260310T090000"),
    "an end before the start": _calendar(_START, b"DTEND:20200101T000000Z"),
    "a duration of ages": _calendar(_START, b"DURATION:P99999999999W"),
    "a summary of 1 MB": _calendar(_START, b"SUMMARY:" + b"x" * 1_000_000),
    "folded in every character": _calendar(_START, b"SUMMARY:" + b"x\r\n " * 50_000),
    "8-bit": _calendar(_START, b"SUMMARY:caf\xe9 \xff\x00"),
    "nothing": b"",
    "no calendar": b"hello",
    "cut": _calendar(_START)[:80],
    "a method of junk": _calendar(_START).replace(b"REQUEST", b"X" * 5_000),
}  # fmt: skip
_FILES: dict[str, tuple[str, bytes]] = {
    "docx that is none": ("brief.docx", b"PK\x03\x04 not really"),
    "docx of nothing": ("brief.docx", b""),
    "docx without its parts": ("brief.docx", _zip(("a.txt", b"hello"))),
    "docx in capitals": ("BRIEF.DOCX", b"\xd0\xcf\x11\xe0" + b"\x00" * 600),
    "pdf that is none": ("brief.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj"),
    "pdf of nothing": ("brief.pdf", b""),
    "pdf that goes in circles": (
        "brief.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
    ),
    "pdf of brackets": ("brief.pdf", b"%PDF-1.4\n1 0 obj" + b"[" * 100_000),
    "pdf that is a page": ("brief.pdf", b"<html>hello"),
    "xlsx of nothing": ("brief.xlsx", b""),
    "xlsx that is csv": ("brief.xlsx", b"a,b,c\r\n"),
    "text of NUL": ("brief.txt", b"\0" * 50_000),
    "text of eight bits": ("brief.txt", bytes(range(256)) * 100),
    "text of 100,000 lines": ("brief.txt", b"x\r\n" * 100_000),
    "text that is a picture": ("brief.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 500),
    "csv of commas": ("brief.csv", b"," * 100_000),
    "csv of quotes": ("brief.csv", b'"' * 100_001),
    "markdown of stars": ("brief.md", b"*" * 100_000),
    "rtf of braces": ("brief.rtf", b"{\\rtf1" + b"{" * 50_000),
    "rtf of junk": ("brief.rtf", b"{\\rtf1\\bin99999999999 x}"),
    "odt that is none": ("brief.odt", b"PK\x03\x04"),
    "pptx that is none": ("brief.pptx", b"PK\x03\x04"),
    "msg that is none": ("brief.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 3_000),
    "eml that is none": ("brief.eml", b"\x00" * 500),
    "zip in zip": ("brief.zip", _zip(("a.zip", _zip(("b.zip", b"x"))))),
    "program": ("brief.pdf.exe", b"MZ" + b"\x00" * 200),
    "picture of junk": ("photo.jpg", b"\xff\xd8\xff" + b"\x00" * 500),
    "sound of junk": ("memo.m4a", b"\x00" * 500),
    "svg": ("logo.svg", b"<svg onload=alert(1)>" + b"<g>" * 20_000),
    "link file": ("brief.url", b"[InternetShortcut]\r\nURL=file:///etc/passwd\r\n"),
    "vcard": ("dana.vcf", b"BEGIN:VCARD\r\n" + b"TEL:1\r\n" * 10_000),
    "no name": ("", b"hello"),
    "name of spaces": ("   ", b"hello"),
    "name of quotes": ('a"b".txt', b"hello"),
}


def _invited(calendar: bytes) -> bytes:
    return multipart(
        text_part(), text_part(calendar, b"text/calendar; method=REQUEST; charset=utf-8"), kind="alternative"
    )


CASES: dict[str, Build] = {f"calendar of {name}": bound(_invited, calendar) for name, calendar in _CALENDARS.items()}
CASES |= {
    f"calendar file of {name}": bound(attached, "invite.ics", _CALENDARS[name], "application/ics")
    for name in [*_CALENDARS][:3]
}
CASES |= {name: bound(attached, *pair) for name, pair in _FILES.items()}
CASES |= {
    "zip bomb as docx": lambda: attached("brief.docx", _bomb("word/document.xml")),
    "zip bomb as xlsx": lambda: attached("brief.xlsx", _bomb("xl/workbook.xml")),
    "docx of 20,000 entries": lambda: attached("brief.docx", _many_entries(), _WORD),
    "docx that laughs a billion times": lambda: attached("brief.docx", _laughs(), _WORD),
    "an 11 MB text": lambda: attached("brief.txt", b"We need three banners.\n" * 500_000),
    "40 texts": lambda: multipart(*(file_part(f"{n}.txt", b"We need three banners.") for n in range(40))),
    "190 pictures": lambda: multipart(*(file_part(f"{n}.png", b"\x89PNG", "image/png", "inline") for n in range(190))),
    "the same file 150 times": lambda: multipart(*[file_part("a.bin", b"x" * 10_000)] * 150),
    "a file that says it is the text": lambda: multipart(file_part("a.txt", b"hello", "text/plain", "inline")),
    "a page as a file": lambda: attached("brief.html", b"<p>We need three banners</p>", "text/html"),
    "the whole message is a docx": lambda: typed(f"{_WORD}; name=brief.docx", b"UEsDBA==", encoding="base64"),
    "a delivery report of 1 MB": lambda: multipart(
        text_part(),
        text_part(
            b"Reporting-MTA: dns; x\r\n\r\n"
            + b"Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n\r\n" * 12_000,
            b"message/delivery-status",
        ),
        kind="report; report-type=delivery-status",
    ),
}
