"""The demo's intake and team calendar: sample mails dated as if they had just come in, written once."""

import base64
import datetime as dt
import email
import email.header
import io
import os
import quopri
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import docx
import jinja2

from inbrief.sample_days import FORMATS, SampleDays

ENDING = ".j2"


def prepare(
    *, mails: Path, calendar: Path, mails_into: Path, calendar_into: Path, now: dt.datetime, zone: ZoneInfo
) -> tuple[Path, ...]:
    """Render the folder `mails` and the file `calendar`; return what was written.

    A target that is there is left alone, whatever it holds, so that starting again brings nothing twice. Mails come
    with the last two working days before `now`, as dates and as the files' times.
    """
    days = SampleDays(now.astimezone(zone).date(), zone)
    written: list[Path] = []
    if not calendar_into.exists():
        written.append(_write(calendar_into, render(calendar, days)))
    if not mails_into.exists():
        unfinished = mails_into.with_name(f".{mails_into.name}.{os.getpid()}.tmp")
        unfinished.mkdir(parents=True)
        names = [_write_mail(template, unfinished, days).name for template in sorted(mails.glob(f"*.eml{ENDING}"))]
        unfinished.rename(mails_into)  # all of them or none, also after a crash
        written += [mails_into / name for name in names]
    return tuple(written)


def render(template: Path, days: SampleDays) -> bytes:
    """One sample as bytes on the wire: UTF-8 where the template does not encode, lines ended by CRLF (RFC 5322 2.3)."""
    environment = jinja2.Environment(  # noqa: S701  # mail and calendars, not HTML; and the templates are our own
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters |= FORMATS
    environment.filters |= {"quoted_printable": _quoted_printable, "encoded": _encoded, "docx": _docx}
    environment.filters["base64"] = lambda name: base64.encodebytes((template.parent / name).read_bytes()).decode()
    text = environment.from_string(template.read_text(encoding="utf-8")).render(
        today=days.today,
        workday=days.workday,
        saturday=days.saturday,
        monday=days.monday,
        ambiguous=days.ambiguous,
        moment=days.moment,
        after=days.after,
    )
    return text.replace("\n", "\r\n").encode()


def _write_mail(template: Path, folder: Path, days: SampleDays) -> Path:
    content = render(template, days)
    path = _write(folder / template.name.removesuffix(ENDING), content)
    sent = parsedate_to_datetime(email.message_from_bytes(content)["Date"]).timestamp()
    os.utime(path, (sent, sent))
    return path


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.tmp")
    unfinished.write_bytes(content)
    return unfinished.replace(path)


def _quoted_printable(text: str, charset: str = "utf-8") -> str:
    """RFC 2045 6.7, as mail programs send text with long lines."""
    return quopri.encodestring(text.encode(charset)).decode("ascii")


def _encoded(text: str, charset: str = "utf-8") -> str:
    """A header's words (RFC 2047)."""
    return email.header.Header(text, charset).encode()


def _docx(text: str) -> str:
    """A Word file in base64 from lines: `# heading`, `- point`, `cell | cell`, and paragraphs."""
    document = docx.Document()
    for is_table, lines in _blocks(text):
        if is_table:
            table = document.add_table(rows=0, cols=2, style="Table Grid")
            for line in lines:
                for cell, words in zip(table.add_row().cells, line.split(" | "), strict=True):
                    cell.text = words
            continue
        for line in lines:
            style = {"# ": "Heading 1", "- ": "List Bullet"}.get(line[:2])
            document.add_paragraph(line[2:] if style else line, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return base64.encodebytes(stream.getvalue()).decode("ascii")


def _blocks(text: str) -> Iterator[tuple[bool, list[str]]]:
    for block in re.split(r"\n\n+", text.strip()):
        lines = block.splitlines()
        yield all(" | " in line for line in lines), lines
