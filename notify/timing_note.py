"""The words about timing for the client's letter: what stands against the day, and which day we offer instead."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext

from briefs.conflicts import Conflict, ConflictKind
from briefs.options import Option, OptionKind
from notify.clashes import answer, clashing, gravest_first, of_the_house, outside
from notify.headers import one_line
from notify.language import Language


def timing_note(
    conflicts: Iterable[Conflict], earliest: dt.date | None, options: Iterable[Option], language: Language
) -> str:
    """One or two sentences to copy, "" where nothing stands against the day.

    They name no colleague, no other client, no booking and not how full the house is.
    """
    against = [conflict for conflict in gravest_first(conflicts) if clashing([conflict])]
    told = [sentence for conflict in _explained_first(against) if (sentence := _to_the_client(conflict, language))]
    if not told:
        return ""
    offered = _offer(against, earliest, options, language)
    return " ".join(part for part in (told[0], offered) if part)


def _explained_first(conflicts: list[Conflict]) -> list[Conflict]:
    """A reason that may be told comes before one that may only be hinted at."""
    return sorted(conflicts, key=of_the_house)


def _to_the_client(conflict: Conflict, language: Language) -> str:
    """As the client is spoken to: it is their country, their own closed day, their mail."""
    day, given = language.day(conflict.day), conflict.parameters
    match conflict.kind, given.get("reason"):
        case ConflictKind.PAST, _reason:
            return _("{day} has already passed.").format(day=day)
        case ConflictKind.DAY_OFF, "client_holiday":
            name = one_line(str(given.get("name") or ""))
            sentence = _("{day} is a public holiday where you are ({name}).") if name else ""
            return (sentence or _("{day} is a public holiday where you are.")).format(day=day, name=name)
        case ConflictKind.DAY_OFF, "client_closed":
            return _("As far as we know you are closed on {day}.").format(day=day)
    live = given.get("live") if given.get("supposed") else None
    plain = replace(conflict, parameters={**given, "supposed": None, "rush": None})
    sentence = " ".join(outside([plain], language))
    if sentence and isinstance(live, dt.date):
        return _("To be in market on {live} we would have to deliver by {day}. {sentence}").format(
            live=language.day(live), day=day, sentence=sentence
        )
    return sentence


def _offer(against: list[Conflict], earliest: dt.date | None, options: Iterable[Option], language: Language) -> str:
    if earliest is None or not answer(against, earliest, language):
        return ""
    day = language.day(earliest)
    sooner = next(_sooner(options, earliest, language), "")
    if sooner:
        return _("We could deliver on {day}, or {sooner}.").format(day=day, sooner=sooner)
    return _("We could deliver on {day}.").format(day=day)


def _sooner(options: Iterable[Option], earliest: dt.date, language: Language) -> Iterator[str]:
    """Ways that the client has a say in; who of the house does the work is none."""
    for option in options:
        day = language.day(option.day)
        if option.day >= earliest:
            continue
        if option.kind is OptionKind.RUSH:
            yield _("as a rush on {day}").format(day=day)
        elif option.kind is OptionKind.FEWER_ROUNDS:
            rounds = dict(option.parameters).get("rounds")
            left = rounds if isinstance(rounds, int) else 1
            sentence = ngettext("on {day} with {n} round of review", "on {day} with {n} rounds of review", left)
            yield sentence.format(day=day, n=left)
