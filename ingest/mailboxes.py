"""Mailboxes as programs write them in quoted headers: who is meant by the value of a From line."""

import re

from briefs.mail import Address
from ingest.headers import LOOSE_ADDRESS

_ADDRESS_NAME = re.compile(r"[\s\"'*]{0,5}([^\"<\[(]{0,120}?)[\"']?\s*[<\[(]")
_COMMENT = re.compile(r"\s*[^\s<>()]{3,200}@[^\s<>()]{3,200}\s{1,3}\(([^@()\d]{2,80})\)\s*$")
_VIA = re.compile(r"^['\"]?(.{1,80}?)['\"]? (?:via|über|por|par|przez) ", re.IGNORECASE)


def author_of(text: str) -> Address | None:
    """The mailbox in a From value as programs write it; None when there is only a name."""
    found = LOOSE_ADDRESS.findall(text[:600]) if "@" in text else []
    if not found:
        return None
    # "a@b on behalf of c@d", "a@b <mailto:a@b>": the last.
    address = found[-1].lower()
    if any(other.lower() != address for other in found):
        return Address(address)  # the name in front is the other's
    return Address(address, _name_before(text) or _name_behind(text))


def _name_before(text: str) -> str:
    name = _ADDRESS_NAME.match(text)
    words = name[1].strip(" *\t,'") if name else ""
    return "" if "@" in words or words.lower().startswith("mailto") else words


def _name_behind(text: str) -> str:
    """ "ana@x.example (Ana Lopez)", the oldest way (RFC 822)."""
    comment = _COMMENT.match(text)
    return comment[1].strip() if comment else ""


def name_via(name: str) -> str:
    """The person in "'Ana Lopez' via Intake", as groups rewrite senders; "" when nobody was rewritten."""
    match = _VIA.match(f"{name} ")
    return match[1].strip("'\" ") if match else ""


def tidied(text: str) -> str:
    """`a@b <mailto:a@b>` and `[mailto:a@b]` as plain mailboxes, semicolons as commas."""
    if "<" not in text and "mailto:" not in text:
        return text.replace(";", ",")
    text = re.sub(r"[\[<(]\s*mailto:\s*([^\s\]>)]{1,300})[\]>)]{0,3}", r"<\1>", text)
    text = re.sub(r"<([^<>\s]{1,200})<[^<>\s]{1,200}>>?", r"<\1>", text)
    return re.sub(r"([^\s<>]{1,100}@[^\s<>]{1,200})\s*<\1>", r"\1", text).replace(";", ",")
