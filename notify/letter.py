"""A mail before it is text and HTML: what needs a decision, what was asked, and what stays in the house."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from gettext import gettext as _

import css_inline
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from briefs.outgoing import OutgoingKind, OutgoingMail, Picture
from briefs.pictures import size_of
from notify.headers import one_line
from notify.language import NO_BREAK
from notify.views import Envelope

WIDTH = 76
PICTURE_WIDTH = 546  # pixels: what the sheet leaves; Outlook looks at this attribute alone


class Tone(StrEnum):
    PLAIN = "plain"
    CLASH = "clash"  # does not work as asked
    ASK = "ask"  # somebody has to say something


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: what we understood (`text`), what it was before, and the client's own words for it (`quote`).

    `mark` qualifies it in a word or two ("to be confirmed").
    """

    text: str = ""
    quote: str = ""
    label: str = ""
    before: str = ""
    mark: str = ""
    picture: Picture | None = None
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Action:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """What a letter about several briefs says of one."""

    kicker: str
    heading: str
    decisions: tuple[Row, ...] = ()
    action: Action | None = None
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything up to `internal` is safe to forward; what follows stands below a line that says so.

    `message` is a paragraph for letters that need no list. `enclosed` is the text of another mail, shown as it is.
    """

    subject: str
    kicker: str
    heading: str
    byline: str = ""
    message: str = ""
    decisions: tuple[Row, ...] = ()
    action: Action | None = None
    sections: tuple[Section, ...] = ()
    parts: tuple[Part, ...] = ()
    internal: tuple[Section, ...] = ()
    enclosed: str = ""
    closing: str = ""


def written(letter: Letter, kind: OutgoingKind, envelope: Envelope) -> OutgoingMail:
    """The letter as it is queued."""
    return OutgoingMail(
        key=envelope.key,
        kind=kind,
        message_id=envelope.message_id,
        recipient=envelope.recipient.address,
        subject=one_line(letter.subject),
        text=as_text(letter),
        html=as_html(letter),
        in_reply_to=envelope.in_reply_to,
        references=envelope.references,
        reply_to=envelope.reply_to,
        pictures=tuple(dict.fromkeys(row.picture for row in _rows(letter) if row.picture is not None)),
    )


def _rows(letter: Letter) -> Iterator[Row]:
    of_parts = (section for part in letter.parts for section in part.sections)
    for section in (*letter.sections, *of_parts, *letter.internal):
        yield from section.rows


def as_text(letter: Letter) -> str:
    lines = _templates().get_template("letter.txt").render(letter=letter).replace(NO_BREAK, " ").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip() + "\n"


def as_html(letter: Letter) -> str:
    """One file with its styles inlined, for programs that drop them; the dark palette stays a media query."""
    page = _templates().get_template("letter.html").render(letter=letter)
    return css_inline.inline(page, keep_at_rules=True, load_remote_stylesheets=False)


def internal_line() -> str:
    return _("Internal: please do not forward what follows")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("notify"),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["folded"] = _folded
    environment.filters["shown_width"] = _shown_width
    environment.globals["internal_line"] = internal_line
    environment.globals["decisions_heading"] = lambda: _("Needs a decision")
    return environment


def _shown_width(picture: Picture) -> int:
    size = size_of(picture.content)
    return min(size[0], PICTURE_WIDTH) if size is not None else PICTURE_WIDTH


def _folded(text: str, first: str = "", rest: str = "") -> str:
    """Wrapped for a narrow window; addresses and links are never broken."""
    return textwrap.fill(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
