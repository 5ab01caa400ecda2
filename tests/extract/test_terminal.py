"""The readable view shows the client's words with what was found in them, and lets nobody drive the terminal."""

import dataclasses
import datetime as dt

from rich.console import Console

from briefs.findings import DateKind, DateSpan, Deliverable, Field, Finding, Findings, Intent, Place, Words
from briefs.mail import Address, Mail, Segment, SegmentKind
from briefs.money import MoneyRange
from extract.reading import Extractor
from extract.terminal import readable, worded
from tests.extract.marked import mail

_NOTHING = Findings(Intent.NONE, "nothing asked for", ())


def _shown(message: Mail, findings: Findings, *, colour: bool = False) -> str:
    console = Console(width=120, record=True, force_terminal=colour, color_system="truecolor" if colour else None)
    with console.capture() as capture:
        console.print(readable(message, findings))
    return capture.get()


def _finding(field: Field, value: Words | Deliverable | DateSpan, message: Mail, quote: str) -> Finding:
    start = message.text.index(quote)
    return Finding(field, value, Place(start, start + len(quote)), quote, "a rule", 0.9)


def test_the_intent_stands_with_its_reason() -> None:
    assert "none (nothing asked for)" in _shown(mail("Thanks!"), _NOTHING)


def test_the_clients_words_are_shown() -> None:
    assert "We love the goose." in _shown(mail("We love the goose."), _NOTHING)


def test_what_was_found_is_marked_in_the_words() -> None:
    message = mail("We need three posters soon.")
    poster = _finding(Field.DELIVERABLE, Deliverable("posters", 3, "poster"), message, "three posters")

    shown = _shown(message, Findings(Intent.REQUEST, "", (poster,)), colour=True)

    assert "\x1b[1;35mthree posters\x1b[0m" in shown


def test_every_finding_is_listed_with_its_words_and_its_rule() -> None:
    message = mail("No red, please.")
    red = _finding(Field.REQUIREMENT, Words("No red"), message, "No red")

    shown = _shown(message, Findings(Intent.REQUEST, "", (red,)))

    assert [line.split() for line in shown.splitlines() if "a rule" in line] == [
        ["requirement", "No", "red", "No", "red", "a", "rule", "90%"]
    ]


def test_a_second_reading_is_shown_beside_the_first() -> None:
    message = mail("Due 03/04.")
    first, second = (DateSpan(DateKind.DUE, dt.date(2026, m, d), dt.date(2026, m, d)) for m, d in ((3, 4), (4, 3)))
    due = dataclasses.replace(_finding(Field.DATE, first, message, "03/04"), readings=(second,))

    assert "or due Fri 03 Apr 2026" in _shown(message, Findings(Intent.REQUEST, "", (due,)))


def test_history_is_named_and_not_repeated() -> None:
    words = "Yes please.\nOn Monday Sam wrote:\nShall we?"
    message = dataclasses.replace(
        mail(words),
        segments=(
            Segment(0, 12, SegmentKind.CONTENT, "1", 0),
            Segment(12, len(words), SegmentKind.HISTORY, "1", 12),
        ),
    )

    shown = _shown(message, _NOTHING)

    assert "[history, 2 lines]" in shown
    assert "Shall we?" not in shown


def test_who_forwarded_is_told() -> None:
    message = dataclasses.replace(mail("Hello"), forwarded_by=Address("sam@brightwater.example", "Sam"))

    assert "forwarded by Sam <sam@brightwater.example>" in _shown(message, _NOTHING)


def test_no_mail_can_drive_the_terminal() -> None:
    evil = "Hi \x1b[2J\x07\x9b31m\u202egnp.exe\r\nthere"
    message = dataclasses.replace(mail(evil), subject="\x1b]0;title\x07", notes=("\x1b[31mred",))

    shown = _shown(message, _NOTHING)

    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r"}.intersection(shown)


def test_markup_in_a_mail_is_only_words() -> None:
    assert "[bold]not bold[/bold]" in _shown(mail("[bold]not bold[/bold]"), _NOTHING)


def test_money_is_worded_with_its_bounds() -> None:
    assert [
        worded(MoneyRange(low, high, "USD")) for low, high in ((400, 400), (None, 400), (400, None), (100, 400))
    ] == [
        "4 USD",
        "up to 4 USD",
        "from 4 USD",
        "1 to 4 USD",
    ]


def test_a_span_is_worded_from_its_first_day_to_its_last() -> None:
    sale = DateSpan(DateKind.LIVE, dt.date(2026, 11, 28), dt.date(2026, 12, 1), dt.time(9, 0))

    assert worded(sale) == "live Sat 28 Nov to Tue 01 Dec 2026, 09:00"


def test_a_real_mail_is_shown_whole(extractor: Extractor) -> None:
    message = mail(
        "We need 2 posters by June 12, budget is $4,000. No red. The goal is to get people to walk in.\n"
        "Audience: commuters\nKey message: we are open\nTone: warm\nChannel: radio\nApprover: the CEO\nBrand: Zest"
    )

    shown = _shown(message, extractor.read(message))

    assert all(field.value in shown for field in Field)
