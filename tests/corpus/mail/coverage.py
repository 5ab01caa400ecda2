"""Covered programs and languages: `python -m tests.corpus.mail.coverage` prints the table of docs/reading.md."""

import re
import sys
from collections import defaultdict

from tests.corpus.mail.cases import cases
from tests.ingest.programs import forms

# The first words of a case's or a form's name, by the name people know the program by.
_PROGRAMS = {
    "Gmail": ("gmail",),
    "Outlook (classic, new, web, mobile, Mac), Hotmail": ("outlook", "hotmail", "windows"),
    "Apple Mail, iPhone": ("apple", "iphone"),
    "Thunderbird": ("thunderbird",),
    "Yahoo, AOL": ("yahoo", "aol"),
    "Samsung, Huawei, Xiaomi": ("samsung", "huawei", "xiaomi"),
    "Proton": ("proton",),
    "Zimbra": ("zimbra",),
    "Fastmail": ("fastmail",),
    "Zoho": ("zoho",),
    "GMX, WEB.DE": ("gmx", "web.de"),
    "Roundcube, Horde, Open-Xchange": ("roundcube", "horde", "open"),
    "eM Client": ("emclient", "em"),
    "Notes": ("notes", "lotus"),
    "HubSpot": ("hubspot",),
}
_LANGUAGES = tuple(
    re.findall(
        r"\w+",
        "en de fr es it nl pt pl cs sk sv da no nb fi hu ro ru uk tr hr sl sr bg et lt lv el ca eu is he ar fa hi th "
        "id ms vi zh ja ko",
    )
)


def table() -> str:
    """One row a program."""
    found = covered()
    rows = [f"| {each} | {_list(found[each, 'forward'])} | {_list(found[each, 'reply'])} |" for each in _PROGRAMS]
    return "\n".join(("| program | forwards | answers |", "|---|---|---|", *rows))


def covered() -> dict[tuple[str, str], set[str]]:
    """The languages of each program's "forward" and "reply" cases; a name without a language is English."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, name in _named():
        first, *rest = re.split(r"[ -]", name)
        program = next((each for each, words in _PROGRAMS.items() if first in words), "others")
        language = next((word for word in rest if word in _LANGUAGES), "en")
        found[program, kind].add("no" if language == "nb" else language)
    return found


def _named() -> list[tuple[str, str]]:
    whole = [(kind, case.name) for case in cases() for kind in ("forward", "reply") if f"-{kind}" in case.name]
    bare = [("forward", form.name) for form in forms("forwards.txt")]
    return whole + bare + [("reply", form.name) for form in forms("replies.txt")]


def _list(languages: set[str]) -> str:
    return " ".join(language for language in _LANGUAGES if language in languages) or "-"


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
