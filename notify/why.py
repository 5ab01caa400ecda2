"""The arithmetic behind the earliest day, a sentence a step, and the steps of the work by name."""

import datetime as dt
from collections.abc import Mapping
from gettext import gettext as _
from gettext import ngettext

from briefs.conflicts import ConflictKind, Parameter
from briefs.steps import Step, StepKind
from notify.clashes import job_name
from notify.headers import one_line
from notify.language import Language


def step_sentence(step: Step, language: Language) -> str:
    """For people of the house: closures are named."""
    day, given = language.day(step.day), dict(step.parameters)
    match step.kind:
        case StepKind.RECEIVED:
            return _received(given, day, language)
        case StepKind.NEEDS:
            return _needs(given)
        case StepKind.COUNTED:
            return _("{day}: working day {n}").format(day=day, n=given.get("number"))
        case StepKind.SKIPPED:
            return _("{day}: not counted, {why}").format(day=day, why=_off(given))
        case StepKind.ENOUGH:
            return _("{day}: there is time enough from here on").format(day=day)
        case StepKind.REFUSED:
            return _("{day}: passed over, {why}").format(day=day, why=kind_name(given.get("kind")))
        case StepKind.EARLIEST:
            return _("{day}: the earliest day that works").format(day=day)


def step_name(step: str) -> str:
    """A step of the workback."""
    names = {
        "brief": _("Brief"),
        "concept": _("Concept"),
        "copy": _("Copy"),
        "review": _("Review by the client"),
        "production": _("Production"),
        "legal": _("Legal"),
        "proof": _("Proof"),
        "release": _("Release"),
    }
    return names.get(step) or _capital(step)


def department_name(department: str) -> str:
    return _("PR") if department == "pr" else _capital(department)


def kind_name(kind: Parameter) -> str:
    """What stands in the way, in a word or two."""
    names: Mapping[str, str] = {
        ConflictKind.DAY_OFF: _("a day off"),
        ConflictKind.LEAD_TIME: _("too soon"),
        ConflictKind.ABSENCE: _("somebody is away"),
        ConflictKind.RESOURCE: _("what it needs is booked"),
        ConflictKind.CAPACITY: _("no room for another job"),
        ConflictKind.PAST: _("already over"),
    }
    return names.get(str(kind)) or one_line(str(kind)).replace("_", " ")


def _received(given: dict[str, Parameter], day: str, language: Language) -> str:
    at, zero = given.get("at"), given.get("zero")
    moment = language.moment(dt.datetime.fromisoformat(at)) if isinstance(at, str) else day
    if not isinstance(zero, dt.date):
        return _("Received {moment}").format(moment=moment)
    return _("Received {moment}; day 0 is {zero}").format(moment=moment, zero=language.day(zero))


def _needs(given: dict[str, Parameter]) -> str:
    days = given.get("days")
    number = days if isinstance(days, int) else 0
    job = job_name(str(given.get("job") or ""))
    sentence = ngettext("{n} working day is needed for {job}", "{n} working days are needed for {job}", number)
    told = sentence.format(n=number, job=job)
    return _("{told}, as a rush").format(told=told) if given.get("rush") else told


def _off(given: dict[str, Parameter]) -> str:
    name = one_line(str(given.get("name") or ""))
    why = {
        "weekend": _("a weekend"),
        "holiday": _("a public holiday"),
        "closure": _("the office is closed"),
        "client_holiday": _("a public holiday of the client’s"),
        "client_closed": _("the client does not work"),
    }.get(str(given.get("reason")), _("a day off"))
    return f"{why} ({name})" if name and given.get("reason") != "weekend" else why


def _capital(words: str) -> str:
    told = one_line(words).replace("_", " ")
    return told[:1].upper() + told[1:]
