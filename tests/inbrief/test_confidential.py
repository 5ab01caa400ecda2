"""What a colleague writes above a forward never reaches what may leave the house, nor another department."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from briefs.conflicts import Conflict, ConflictKind, Severity
from briefs.findings import Intent
from briefs.mail import Mail, SegmentKind
from briefs.roles import Directory, Person, Role
from extract.reading import Extractor
from inbrief.decide import Opens, contact_of, drafts_of
from ingest.reading import read_message
from notify.alert import alert
from notify.letter import internal_line
from notify.summary import summary
from notify.views import BriefView
from tests.corpus.mail.cases import cases
from tests.corpus.predicting import ARRIVED_AT
from tests.extracting import shared_extractor
from tests.notify.invented import ANA_AWAY, HOUSE, NOW, PLAIN, SAM, TESS, to

OPEN = Path(__file__).parents[1] / "corpus" / "open"
RUN = 4  # so many words of a note in a row are the note, and not a turn of phrase that the client has too


@dataclass(frozen=True)
class Forward:
    name: str
    mail: Mail

    @property
    def secret(self) -> set[str]:
        """Runs of words that stand in the note alone."""
        open_words = " ".join(_words(self.mail.words_of(*(set(SegmentKind) - {SegmentKind.NOTE})) + self.mail.subject))
        return {run for run in _runs(self.mail.words_of(SegmentKind.NOTE)) if f" {run} " not in f" {open_words} "}


def forwards() -> Iterator[Forward]:
    for path in sorted(OPEN.glob("*/*.eml")):
        yield Forward(path.stem, read_message(path.read_bytes(), ARRIVED_AT))
    for case in cases():
        if not case.blind:
            yield Forward(case.name, case.read())


@pytest.fixture(scope="module")
def noted() -> list[Forward]:
    """Every forward above which a colleague wrote some words."""
    return [forward for forward in forwards() if forward.mail.forwarded_by is not None and forward.secret]


def test_no_run_of_a_note_leaves_the_house(noted: list[Forward]) -> None:
    extractor = shared_extractor()

    leaks = {}
    for forward in noted:
        view = view_of(forward.mail, extractor)
        mail = summary(view, to(SAM), HOUSE, NOW)
        assert _runs(view.note) & set(_runs(mail.text.partition(internal_line())[2])), f"{forward.name}: no note below"
        safe = (mail.subject, mail.text.partition(internal_line())[0], _shown(mail.html.partition(internal_line())[0]))
        told = alert(replace(view, conflicts=(_CLASH,)), to(TESS), HOUSE, NOW)
        leaks[forward.name] = forward.secret & {run for text in (*safe, told.text, told.subject) for run in _runs(text)}
    assert {name: found for name, found in leaks.items() if found} == {}
    assert len(leaks) > 40


_CLASH = Conflict(ConflictKind.LEAD_TIME, Severity.HIGH, ANA_AWAY.day, {"job": "poster", "needs": 8, "has": 3})


def view_of(mail: Mail, extractor: Extractor) -> BriefView:
    """The brief as a summary is told of it."""
    house = Directory("Brightwater", (mail.author.domain,), "US", "America/New_York", "sam", (_person(mail),))
    contact = contact_of(mail, house)
    draft, *_ = drafts_of(mail, extractor.read(mail), Opens(Intent.REQUEST, contact, None), text_id=1)
    return replace(
        PLAIN,
        title=draft.title,
        client_id=None,
        client_name="",
        brand="",
        contact=contact,
        values=draft.values,
        excerpt=mail.words_of(SegmentKind.CONTENT)[:600],
        note=mail.words_of(SegmentKind.NOTE),
        carriers=mail.carriers,
        entries=mail.entries,
        notes=mail.notes,
    )


def _person(mail: Mail) -> Person:
    return Person("sam", "Sam Ortiz", (mail.author.address,), frozenset({Role.ACCOUNT_EXECUTIVE}))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(text: str) -> set[str]:
    words = _words(text)
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _shown(html: str) -> str:
    return re.sub(r"<style.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)
