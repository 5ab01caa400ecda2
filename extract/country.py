"""Where the writer is: decides what a bare $ means, which of 03/04 is the month, and whose holidays count."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from briefs.mail import Mail, SegmentKind
from extract.setting import Setting

_WORD = re.compile(r"\w+")


@cache
def data(name: str) -> Any:
    """A table of `extract/vocabulary`, read once."""
    return json.loads((files("extract.vocabulary") / f"{name}.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Country:
    """ISO 3166-1 alpha-2, "" where nothing shows it; `shown`: by the mail itself, not by the directory."""

    code: str
    shown: bool

    @property
    def day_first(self) -> bool:
        return bool(self.code) and self.code not in data("countries")["month_first"].split()

    @property
    def dollar(self) -> str:
        """What a bare $ is there."""
        return str(data("currencies")["dollars"].get(self.code, "USD"))

    @property
    def currency(self) -> str:
        return str(data("currencies")["home"].get(self.code, self.dollar))


def country_of(mail: Mail, setting: Setting) -> Country:
    """Domain first, then the signature, then a trunk code, then what the directory says."""
    writer = (mail.client or mail.author).domain
    signed = mail.words_of(SegmentKind.SIGNATURE) + "\n" + _last_lines(mail)
    found = _of_domain(writer) or _of_signature(signed)
    if found:
        return Country(found, shown=True)
    return Country(setting.country or "", shown=False)


def _of_domain(domain: str) -> str:
    table = data("countries")
    last = domain.rpartition(".")[2]
    if last in table["domains"]:
        return str(table["domains"][last])
    if len(last) == 2 and last not in table["generic"].split():
        return last.upper()
    return ""


def _of_signature(signed: str) -> str:
    table = data("countries")
    if dialled := _trunk_codes().search(signed):
        return str(table["dialling"][dialled[1]])
    first_words, names = _names()
    for word in _WORD.finditer(signed):
        if word[0].lower() in first_words and (named := names.match(signed, word.start())):
            return str(table["names"][named[1].lower()])
    return ""


@cache
def _trunk_codes() -> re.Pattern[str]:
    codes = "|".join(sorted(data("countries")["dialling"], key=len, reverse=True))
    return re.compile(rf"(?<![\w+])(?:\+|00 ?)({codes})(?=[ .()-]?[ ()\d])")


@cache
def _names() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of the names, and all names: tried only where a first word of one stands."""
    # A city with a state behind it is another one: Paris TX, Berlin, NH.
    known = data("countries")["names"]
    names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    first_words = frozenset(_WORD.findall(name)[0] for name in known)
    return first_words, re.compile(rf"\b({names})\b(?!(?i:,? (?-i:[A-Z]{{2}})\b))", re.IGNORECASE)


def _last_lines(mail: Mail) -> str:
    """The end of the client's words: a signature that nothing set apart."""
    contents = list(mail.parts_of(SegmentKind.CONTENT))
    if not contents:
        return ""
    tail = mail.text[max(contents[-1].start, contents[-1].end - 400) : contents[-1].end]
    return "\n".join(tail.rstrip().splitlines()[-4:])
