"""Scheduling conflicts in words: in full for the house, and what of them may leave it."""

import datetime as dt
from collections.abc import Iterable
from gettext import gettext as _
from gettext import ngettext
from zoneinfo import ZoneInfo

from briefs.conflicts import QUESTIONS, Conflict, ConflictKind, Parameter, Severity
from briefs.draft import BriefValue
from briefs.findings import DateSpan
from briefs.jobs import UNKNOWN_JOB
from notify.headers import one_line
from notify.language import Language

# Who is away, what is booked and for whom, and how full the house is, is nobody's business outside.
_OF_THE_HOUSE = frozenset(
    {
        ConflictKind.ABSENCE,
        ConflictKind.RESOURCE,
        ConflictKind.CAPACITY,
        ConflictKind.SAME_CLIENT,
        ConflictKind.APPROVAL,
    }
)


def severity_name(severity: Severity) -> str:
    return {
        Severity.HIGH: _("does not work as asked"),
        Severity.MEDIUM: _("likely to hurt"),
        Severity.LOW: _("worth knowing"),
    }[severity]


def inside(conflict: Conflict, language: Language) -> str:
    """The whole sentence, for people of the house only; absences without their reason even there."""
    live = conflict.parameters.get("live")
    if conflict.parameters.get("supposed") and isinstance(live, dt.date):
        return _("{sentence} That is the supposed materials deadline for {live}.").format(
            sentence=_inside(conflict, language), live=language.day(live)
        )
    return _inside(conflict, language)


def _inside(conflict: Conflict, language: Language) -> str:
    day = language.day(conflict.day)
    given = conflict.parameters
    match conflict.kind:
        case ConflictKind.DAY_OFF:
            return _day_off(day, given, name_closures=True)
        case ConflictKind.LEAD_TIME:
            return _lead_time(conflict, language)
        case ConflictKind.ABSENCE:
            return _absence(conflict, language)
        case ConflictKind.RESOURCE:
            return _booked(conflict, language)
        case ConflictKind.CAPACITY:
            return _full(conflict, language)
        case ConflictKind.SAME_CLIENT:
            title = _words(given, "title")
            if title:
                return _("Another job for this client is due on {day} ({title}).").format(day=day, title=title)
            return _("Another job for this client is due on {day}.").format(day=day)
        case ConflictKind.ORDER:
            return _order(day, given, language)
        case ConflictKind.APPROVAL:
            by = _words(given, "by")
            if by:
                return _("An approval ({by}) is still open shortly before {day}.").format(by=by, day=day)
            return _("An approval is still open shortly before {day}.").format(day=day)
        case ConflictKind.PAST:
            return _("{day} had already passed when the client wrote.").format(day=day)
        case ConflictKind.UNCLEAR:
            return _unclear(conflict, language)
        case ConflictKind.NOT_CHECKED:
            return _not_checked(day, given, language)


def outside(conflicts: Iterable[Conflict], language: Language) -> tuple[str, ...]:
    """What a client may read: nothing of absences, bookings, other jobs or how full the house is, each sentence once.

    Clashes that are the house's own are told without a why, and only of a day that no other sentence speaks of.
    """
    told = [(conflict, _outside(conflict, language)) for conflict in conflicts]
    explained = {conflict.day for conflict, sentence in told if sentence and not of_the_house(conflict)}
    return tuple(
        dict.fromkeys(
            sentence
            for conflict, sentence in told
            if sentence and (not of_the_house(conflict) or conflict.day not in explained)
        )
    )


def answer(conflicts: Iterable[Conflict], earliest: dt.date | None, language: Language) -> str:
    """The day that would work instead, "" where none is known or no day asked for is in doubt."""
    asked = [conflict.day for conflict in conflicts if conflict.kind not in QUESTIONS]
    if earliest is None or not asked or earliest in asked:
        return ""
    if earliest > min(asked):
        return _("Earliest day that works: {day}.").format(day=language.day(earliest))
    return _("An earlier day would work: {day}.").format(day=language.day(earliest))


def of_the_house(conflict: Conflict) -> bool:
    """Whether its reason is nobody's business outside."""
    return conflict.kind in _OF_THE_HOUSE


def blocks(conflict: Conflict) -> bool:
    """Whether the day does not work as asked; the rest warns."""
    return conflict.severity is Severity.HIGH


def acceptable(conflict: Conflict) -> bool:
    """Whether somebody can live with it: a question is answered instead."""
    return conflict.kind not in QUESTIONS


def clashing(conflicts: Iterable[Conflict]) -> bool:
    """Whether anything stands against the day, known or likely; a doubt or what is merely worth knowing does not."""
    return any(conflict.severity >= Severity.MEDIUM and conflict.kind not in QUESTIONS for conflict in conflicts)


def besides_readings(conflicts: Iterable[Conflict], values: Iterable[BriefValue]) -> tuple[Conflict, ...]:
    """The gravest first, without the doubt about a day where the value's readings are asked about anyway."""
    asked_about = any(isinstance(value.value, DateSpan) and value.readings for value in values)
    return gravest_first(
        conflict for conflict in conflicts if not (asked_about and conflict.kind is ConflictKind.UNCLEAR)
    )


def gravest_first(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    return tuple(sorted(conflicts, key=lambda conflict: (-conflict.severity, conflict.day)))


def job_name(job: str) -> str:
    """A kind of job as in "5 working days for …"."""
    names = {
        "social_post": _("a social post"),
        "social_set": _("a set of social posts"),
        "email": _("an e-mail"),
        "banner": _("banners"),
        "html5_banner": _("HTML5 banners"),
        "rich_media": _("rich media"),
        "trafficking": _("trafficking"),
        "landing_page": _("a landing page"),
        "website": _("a website"),
        "print_ad": _("a print ad"),
        "press_release": _("a press release"),
        "flyer": _("a flyer"),
        "poster": _("a poster"),
        "brochure": _("a brochure with print"),
        "direct_mail": _("direct mail"),
        "signage": _("signage"),
        "out_of_home": _("out-of-home"),
        "digital_out_of_home": _("digital out-of-home"),
        "radio": _("a radio spot"),
        "video_edit": _("a video edit"),
        "video": _("a video with a shoot"),
        "tv_spot": _("a TV spot"),
        "photo": _("a photo shoot"),
        "logo": _("a logo"),
        "rebrand": _("a rebrand"),
        "packaging": _("packaging"),
        "event": _("an event"),
        UNKNOWN_JOB: _("work of this kind"),
    }
    return names.get(job) or one_line(job).replace("_", " ") or names[UNKNOWN_JOB]


def _outside(conflict: Conflict, language: Language) -> str:
    day = language.day(conflict.day)
    if conflict.kind is ConflictKind.NOT_CHECKED:
        return ""
    if conflict.kind in _OF_THE_HOUSE:
        told = {
            Severity.HIGH: _("{day} does not fit our schedule."),
            Severity.MEDIUM: _("{day} may not fit our schedule."),
            Severity.LOW: "",
        }
        return told[conflict.severity].format(day=day)
    if conflict.kind is ConflictKind.DAY_OFF:
        return _day_off(day, conflict.parameters, name_closures=False)
    return inside(conflict, language)


def _day_off(day: str, given: dict[str, Parameter], *, name_closures: bool) -> str:
    reason, name = given.get("reason"), _words(given, "name")
    if reason == "weekend":
        return _("{day} is a weekend.").format(day=day)
    if reason in ("holiday", "client_holiday"):
        where = _(" in the client’s country") if reason == "client_holiday" else ""
        sentence = _("{day} is a public holiday{where} ({name}).") if name else _("{day} is a public holiday{where}.")
        return sentence.format(day=day, where=where, name=name)
    if reason == "client_closed":
        return _("The client does not work on {day}.").format(day=day)
    if name and name_closures:
        return _("The office is closed on {day} ({name}).").format(day=day, name=name)
    return _("The office is closed on {day}.").format(day=day)


def _lead_time(conflict: Conflict, language: Language) -> str:
    given, day = conflict.parameters, language.day(conflict.day)
    job, needs, has, rush = job_name(_words(given, "job")), given.get("needs"), given.get("has"), given.get("rush")
    if not isinstance(needs, int) or not isinstance(has, int):
        return _("{day} is too soon for {job}.").format(day=day, job=job)
    needed = ngettext("{n} working day is needed", "{n} working days are needed", needs).format(n=needs)
    as_a_rush = _(" It works only as a rush.") if isinstance(rush, dt.date) and rush <= conflict.day else ""
    left = _("none is left") if has <= 0 else ngettext("{n} is left", "{n} are left", has).format(n=has)
    return _("{day} is too soon for {job}: {needed}, {left}.{as_a_rush}").format(
        day=day, job=job, needed=needed, left=left, as_a_rush=as_a_rush
    )


def _absence(conflict: Conflict, language: Language) -> str:
    given, day = conflict.parameters, language.day(conflict.day)
    department = _words(given, "department")
    if department:
        if conflict.severity is Severity.LOW:
            return _("Perhaps nobody in {department} is free on {day}.").format(department=department, day=day)
        return _("Nobody in {department} is free on {day}.").format(department=department, day=day)
    name, first, last = _words(given, "name", _("A key person")), given.get("first"), given.get("last")
    away = _("may be away") if conflict.severity is Severity.LOW else _("is away")
    if not isinstance(first, dt.date) or not isinstance(last, dt.date):
        return _("{name} {away} on {day}.").format(name=name, away=away, day=day)
    when = language.days(first, last) if first != last else _("on {day}").format(day=language.day(first))
    days, of = given.get("days"), given.get("of")
    if given.get("where") != "window" or not days or not of:
        half = _(", half of the day") if days == "0.5" else ""
        return _("{name} {away} {when}{half}.").format(name=name, away=away, when=when, half=half)
    return _("{name} {away} {when}: {days} of the {of} working days until {day}.").format(
        name=name, away=away, when=when, days=days, of=of, day=day
    )


def _booked(conflict: Conflict, language: Language) -> str:
    given, day = conflict.parameters, language.day(conflict.day)
    first, last = given.get("first"), given.get("last")
    booked = _("pencilled") if conflict.severity is Severity.LOW else _("booked")
    resource = _words(given, "resource", _("studio"))
    if isinstance(first, dt.date) and isinstance(last, dt.date) and first != last:
        return _("The {resource} is {booked} on {day} ({when}).").format(
            resource=resource, booked=booked, day=day, when=language.days(first, last)
        )
    return _("The {resource} is {booked} on {day}.").format(resource=resource, booked=booked, day=day)


def _full(conflict: Conflict, language: Language) -> str:
    given, day = conflict.parameters, language.day(conflict.day)
    who, due, of = _words(given, "department") or _("the team"), given.get("due"), given.get("of")
    who = who[:1].upper() + who[1:]
    if due is None or of is None:
        return _("{who} is full on {day}.").format(who=who, day=day)
    unit = _("jobs") if given.get("unit") == "jobs" else _("hours")
    when = _("on {day}") if given.get("span") == "day" else _("in the week of {day}")
    return _("{who} is full {when}: {due} {unit} due, {of} may be planned.").format(
        who=who, when=when.format(day=day), due=due, unit=unit, of=of
    )


def _order(day: str, given: dict[str, Parameter], language: Language) -> str:
    due, live, copy = given.get("due"), given.get("live"), given.get("copy")
    if isinstance(copy, dt.date):
        told = _words(given, "medium", _("the medium"))
        if isinstance(live, dt.date):
            sentence = _("In market on {day}, before the copy date of {medium} ({copy}).")
        else:
            sentence = _("Delivery on {day}, after the copy date of {medium} ({copy}).")
        return sentence.format(day=day, medium=told, copy=language.day(copy))
    if isinstance(due, dt.date) and isinstance(live, dt.date):
        template = (
            _("In market on {live}, delivery on the same day.")
            if due == live
            else _("In market on {live}, before delivery on {due}.")
        )
        return template.format(live=language.day(live), due=language.day(due))
    return _("{day} is in the wrong order with the other date.").format(day=day)


def _not_checked(day: str, given: dict[str, Parameter], language: Language) -> str:
    """`since` is the instant of the last good copy (ISO 8601), `until` the last day the calendar is known for."""
    calendar, since, until = _words(given, "calendar"), given.get("since"), given.get("until")
    if given.get("list") == "jobs":
        listed = _instant(since)
        if listed is None:
            return _("Capacity not checked: there is no job list.")
        written = listed.astimezone(ZoneInfo(language.time_zone)).date()
        return _("Capacity not checked: job list of {day}.").format(day=language.short_day(written))
    if isinstance(until, dt.date):
        return _("Not checked: the calendar “{calendar}” is known until {until} only.").format(
            calendar=calendar, until=language.day(until)
        )
    moment = _instant(since)
    if moment is not None:
        return _("Not checked: the calendar “{calendar}” could not be read since {moment}.").format(
            calendar=calendar, moment=language.moment(moment)
        )
    return _("Not checked: the calendar “{calendar}” could not be read.").format(calendar=calendar)


def _unclear(conflict: Conflict, language: Language) -> str:
    first, second = conflict.parameters.get("first"), conflict.parameters.get("second")
    if isinstance(first, dt.date) and isinstance(second, dt.date):
        return _("Which day is meant, {first} or {second}?").format(
            first=language.day(first), second=language.day(second)
        )
    return _("Which day is meant? We read {day}.").format(day=language.day(conflict.day))


def _instant(given: Parameter) -> dt.datetime | None:
    if not isinstance(given, str):
        return None
    try:
        moment = dt.datetime.fromisoformat(given)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _words(given: dict[str, Parameter], name: str, otherwise: str = "") -> str:
    value = given.get(name)
    return one_line(value) if isinstance(value, str) and value.strip() else otherwise
