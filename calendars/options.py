"""What would work instead of what was asked: each way tried by the same code as the question itself."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from briefs.conflicts import Conflict, ConflictKind
from briefs.jobs import PER_ROUND
from briefs.options import Option, OptionKind
from calendars.candidates import first_free, grounds_for
from calendars.grounds import Grounds
from calendars.question import Question

_MOST = 3


def options(
    question: Question, grounds: Grounds, asked: dt.date | None, earliest: dt.date | None, now: dt.datetime
) -> tuple[Option, ...]:
    """Up to three ways, those that keep the day first, then the sooner day; () where the day works as asked."""
    if asked is None:
        return ()
    against = tuple(grounds.moving(asked))
    if not against:
        return ()
    found = [*_colleague(question, grounds, asked, against, now), *_sooner(question, grounds, asked, earliest, now)]
    found.sort(key=lambda option: (abs((option.day - asked).days), list(OptionKind).index(option.kind)))
    last = list(_as_asked(against, asked, earliest, grounds))
    room = _MOST - len(last)
    return (*found[:room], *last)


def _as_asked(
    against: tuple[Conflict, ...], asked: dt.date, earliest: dt.date | None, grounds: Grounds
) -> Iterator[Option]:
    """The work as it was asked for, on the nearest days that will do."""
    if earliest is not None and earliest < asked:
        yield Option(OptionKind.EARLIER, earliest)
    day = first_free(grounds, asked)
    if day is None:
        return
    booked = next((conflict for conflict in against if conflict.kind is ConflictKind.RESOURCE), None)
    if booked is not None:
        yield Option(OptionKind.FREE_DAY, day, (("resource", booked.parameters["resource"]),))
    else:
        yield Option(OptionKind.LATER, day)


def _sooner(
    question: Question, grounds: Grounds, asked: dt.date, earliest: dt.date | None, now: dt.datetime
) -> Iterator[Option]:
    """A rush, or fewer rounds of review, where that gives a day sooner than the earliest as asked."""
    if asked >= grounds.work.enough:
        return
    kind = grounds.work.kind
    rushed = replace(question, rush=True)
    if not question.rush:
        yield from _with_it(OptionKind.RUSH, rushed, grounds, asked, earliest, now, kind.rush, ())
    for rounds in range(kind.rounds - 1, 0, -1):  # one is the least a client can be asked to take
        days = grounds.work.days - PER_ROUND * (kind.rounds - rounds)
        if days < 1:
            return
        found = list(
            _with_it(OptionKind.FEWER_ROUNDS, question, grounds, asked, earliest, now, days, (("rounds", rounds),))
        )
        if found:
            yield found[0]
            return


def _with_it(
    kind: OptionKind,
    question: Question,
    grounds: Grounds,
    asked: dt.date,
    earliest: dt.date | None,
    now: dt.datetime,
    days: int,
    parameters: tuple[tuple[str, int], ...],
) -> Iterator[Option]:
    tried = grounds_for(question, grounds.work.kind, grounds.snapshot, grounds.rules, now, days)
    if next(tried.moving(asked), None) is None:
        yield Option(kind, asked, parameters)
        return
    day = first_free(tried)
    if day is not None and (earliest is None or day < earliest):
        yield Option(kind, day, parameters)


def _colleague(
    question: Question, grounds: Grounds, asked: dt.date, against: tuple[Conflict, ...], now: dt.datetime
) -> Iterator[Option]:
    """Somebody else in place of the one person who is away, where that is all that stands in the way."""
    away = [conflict.parameters.get("person") for conflict in against if conflict.kind is ConflictKind.ABSENCE]
    if len(away) != 1:
        return
    for colleague in question.colleagues.get(str(away[0]), ()):
        people = tuple(colleague if person.id == away[0] else person for person in question.people)
        tried = grounds_for(
            replace(question, people=people), grounds.work.kind, grounds.snapshot, grounds.rules, now, grounds.work.days
        )
        if next(tried.moving(asked), None) is None:
            yield Option(OptionKind.PERSON, asked, (("person", colleague.id), ("name", colleague.name)))
            return
