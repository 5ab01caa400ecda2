"""Forwards and replies in every form of tests/corpus/mail, built around the same two invented mails."""

import datetime as dt
import html
import pathlib
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests import tenth

NAME, CLIENT = "Dana López", "dana.lopez@northpeak.example"
COLLEAGUE, INTAKE = "sam.ortiz@brightwater.example", "intake@brightwater.example"
WRITTEN = dt.datetime(2026, 3, 3, 9, 14, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
ARRIVED = dt.datetime(2026, 3, 4, 14, 0, tzinfo=dt.UTC)
NOTE = "For intake, please. I told her 9k sounds right, and that we ring on Thursday."
ORIGINAL = (
    "Hi Sam,\n\nwe need three banners and a landing page by June 12. We have $6,000 for it, and the logo must "
    "stay green."
    "\n\nPlease send a first layout on May 20."
)
ANSWER = "Hi Sam,\n\nplease make it four banners, and we need them by June 19. The budget goes up to $7,500."
EARLIER = "Hi Dana,\n\nso far we have three banners for $6,000 and June 12.\n\nIs the green logo final?\n\nSam"
_MAIL = pathlib.Path(__file__).parent.parent / "corpus" / "mail"
# A language or an English word as short as its code: the few forms with such a word are worth reading too.
_LANGUAGE = re.compile(r"([a-z]{2})(-[A-Za-z]+)?")
_BODY = "MIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a forward or a reply; `settings` as the file says them."""

    name: str
    settings: dict[str, str]
    text: str

    @property
    def prefix(self) -> str:
        return f"{self.settings['prefix']} " if "prefix" in self.settings else ""

    def filled(self, **words: str) -> str:
        """The form with these words in their places."""
        text = self.text
        quoted = "\n".join(f"> {line}".rstrip() for line in ORIGINAL.split("\n"))
        fixed = {"name": NAME, "client": CLIENT, "colleague": COLLEAGUE, "quoted": quoted}
        for key, word in {**fixed, **words}.items():
            text = text.replace(f"{{{key}}}", word)
        return text

    def quoted(self, text: str) -> str:
        return "\n".join(f"{self.prefix}{line}".rstrip() for line in text.split("\n")) if self.prefix else text


def forms(name: str) -> list[Form]:
    """The forms of a file in tests/corpus/mail."""
    found: list[Form] = []
    for block in (_MAIL / name).read_text("utf-8").split("\n== ")[1:]:
        head, _, text = block.partition("\n\n")
        title, *keys = head.split("\n")
        pairs = (key.partition(": ") for key in keys)
        found.append(Form(title, {key: value for key, _, value in pairs}, text.rstrip("\n")))
    return found


@dataclass(frozen=True, slots=True)
class Built:
    """A form and how a message is made of it."""

    form: Form
    build: Callable[[Form], bytes]

    def shows(self) -> set[str]:
        """Its program and its language."""
        program, *words = self.form.name.split()
        return {program, *(found[1] for word in words if (found := _LANGUAGE.fullmatch(word)))}


def every(name: str, *builds: Callable[[Form], bytes]) -> list[pytest.ParameterSet]:
    """`form` and `build` of all forms of a file in each of these ways; `make test` takes a tenth of them."""
    # Each form first in one way, in turn, and then in the next.
    ways = range(len(builds))
    cases = [Built(form, builds[(at + way) % len(ways)]) for way in ways for at, form in enumerate(forms(name))]
    return tenth.marked(cases, Built.shows, lambda case: (case.form, case.build))


def called(value: Form | Callable[[Form], bytes]) -> str:
    """What a test's id calls one of them."""
    return value.name if isinstance(value, Form) else value.__name__


def forward(form: Form) -> bytes:
    """The form as a plain text message from the colleague to the intake mailbox."""
    return _message(_forwarding(form), "plain", f"{NOTE}\n\n{form.quoted(form.filled(original=ORIGINAL))}")


def page_forward(form: Form) -> bytes:
    """The same as a page, the quoted mail in a block of its own where the form has a prefix."""
    block = _page(form.filled(original=ORIGINAL))
    block = f'<blockquote type="cite">{block}</blockquote>' if form.prefix else f"<div>{block}</div>"
    return _message(_forwarding(form), "html", f"<html><body><div>{_page(NOTE)}</div><br>{block}</body></html>")


def reply(form: Form) -> bytes:
    """The form as the client's plain text answer to the colleague, with the intake mailbox in copy."""
    body = f"{ANSWER}\n\n{form.filled(earlier=form.quoted(EARLIER))}"
    return _message(_answering(), "plain", body)


def page_reply(form: Form) -> bytes:
    block, _, rest = form.filled(earlier="\0").partition("\0")
    quoted = f'<blockquote type="cite">{_page(EARLIER)}</blockquote>' if form.prefix else f"<div>{_page(EARLIER)}</div>"
    return _message(_answering(), "html", f"<p>{_page(ANSWER)}</p><div>{_page(block)}</div>{quoted}{_page(rest)}")


def _page(text: str) -> str:
    return html.escape(text).replace("\n", "<br>\n")


def _forwarding(form: Form) -> str:
    subject = form.settings.get("subject", "Fwd: Spring")
    return (
        f"From: Sam Ortiz <{COLLEAGUE}>\nTo: {INTAKE}\nSubject: {subject}\nDate: Tue, 03 Mar 2026 15:40:12 -0500\n"
        "Message-ID: <1@brightwater.example>\n"
    )


def _answering() -> str:
    return (
        f"From: {NAME} <{CLIENT}>\nTo: Sam Ortiz <{COLLEAGUE}>\nCc: {INTAKE}\nSubject: Re: Spring\n"
        "Date: Wed, 04 Mar 2026 08:01:00 -0500\nMessage-ID: <2@northpeak.example>\n"
        "In-Reply-To: <1@brightwater.example>\n"
    )


def _message(head: str, kind: str, body: str) -> bytes:
    return (head + _BODY.format(kind=kind, body=body)).replace("\n", "\r\n").encode()
