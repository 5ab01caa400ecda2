"""Says what the entries of one calendar are: whose absence, which booking, a closure, a meeting."""

import datetime as dt
from collections.abc import Iterator

from briefs.holds import is_ours
from briefs.jobs import JobState, RunningJob
from calendars.names import ClientNames, Names
from calendars.occurrences import Entry, Occurrence, is_day
from calendars.settings import CalendarSettings, EntryIs, EntryRule, Role, Who
from calendars.snapshot import Busy, BusyKind
from calendars.words import alternatives, phrase_in

_OF_ROLE = {
    Role.ABSENCES: BusyKind.ABSENCE,
    Role.RESOURCE: BusyKind.RESOURCE,
    Role.CLOSURES: BusyKind.CLOSURE,
    Role.MIXED: BusyKind.MEETING,
}


class Reading:
    """The rules of one calendar; `unmatched` gathers the absences that match nobody, each once."""

    def __init__(self, settings: CalendarSettings, names: Names, clients: ClientNames) -> None:
        self._settings = settings
        self._role = Role(settings.role)
        self._names = names
        self._clients = clients
        self._rules = [(alternatives(rule.match), rule) for rule in settings.entries]
        self._unmatched: dict[str, None] = {}

    @property
    def unmatched(self) -> tuple[str, ...]:
        return tuple(self._unmatched)

    def jobs(self, occurrence: Occurrence, zone: dt.tzinfo) -> Iterator[RunningJob]:
        """The running job an entry of a calendar of jobs stands for, due on its last day."""
        entry = occurrence.entry
        rule, _ = self._rule(entry.summary)
        if self._role is Role.JOBS and (rule is None or rule.is_ is not EntryIs.IGNORE):
            client = self._clients.in_text(entry.summary)
            yield RunningJob(
                number=entry.uid,
                client=client[0] if client else "",
                title=entry.summary,
                due=self._stretch(occurrence, BusyKind.MEETING).days(zone)[1],
                department=self._settings.department,
                state=JobState.ON_HOLD if entry.tentative else JobState.OPEN,
            )

    def busy(self, occurrence: Occurrence) -> Iterator[Busy]:
        """What the occurrence takes: nothing if it is to be ignored, one stretch for each person it is about."""
        entry = occurrence.entry
        if is_ours(entry.uid):
            return
        rule, found = self._rule(entry.summary)
        if (rule is not None and rule.is_ is EntryIs.IGNORE) or self._answer(entry) == "DECLINED":
            return
        kind = self._kind(occurrence) if rule is None else rule.is_.kind
        if kind is BusyKind.ABSENCE:
            for person_id, tentative in self._absent(entry, rule):
                yield self._stretch(occurrence, kind, person_id=person_id, tentative=tentative)
        elif kind is BusyKind.RESOURCE:
            resource = (rule and rule.resource) or self._settings.resource or found or self._settings.name
            yield self._stretch(occurrence, kind, resource=resource.casefold())
        elif kind is not None:
            yield self._stretch(occurrence, kind, client=self._settings.client if kind is BusyKind.CLIENT else None)

    def _answer(self, entry: Entry) -> str:
        """What the one whose own calendar this is has answered to an invitation, "" for anything else."""
        if self._role is not Role.PERSON:
            return ""
        answers = (party.status for party in entry.attendees if self._names.at(party) == self._settings.who)
        return next(answers, "")

    def _rule(self, title: str) -> tuple[EntryRule | None, str]:
        for phrases, rule in self._rules:
            found = phrase_in(title, phrases)
            if found is not None:
                return rule, found
        return None, ""

    def _kind(self, occurrence: Occurrence) -> BusyKind:
        if self._role is Role.CLIENT:
            return BusyKind.CLIENT if is_day(occurrence.start) else BusyKind.MEETING
        if self._role is Role.PERSON:
            # In somebody's own calendar whole days are absences, hours are meetings.
            away = is_day(occurrence.start) or occurrence.entry.out_of_office
            return BusyKind.ABSENCE if away else BusyKind.MEETING
        return _OF_ROLE.get(self._role, BusyKind.MEETING)

    def _absent(self, entry: Entry, rule: EntryRule | None) -> Iterator[tuple[str, bool]]:
        if self._role is Role.PERSON and self._settings.who is not None:
            yield self._settings.who, entry.tentative or self._answer(entry) == "TENTATIVE"
            return
        where = rule.who if rule is not None and rule.who is not None else self._settings.who
        found = dict(self._people(entry, None if where is None else Who(where)))
        if not found:
            self._unmatched.setdefault(f"{entry.summary!r} ({entry.uid})")
        yield from found.items()

    def _people(self, entry: Entry, where: Who | None) -> Iterator[tuple[str, bool]]:
        """Person and tentative. Unless told where to look: whom the title names, else who called it, else its guests.

        The title comes first because leave is often entered by somebody else, who is then the organiser.
        """
        named = self._names.in_text(entry.summary) if where in {None, Who.SUMMARY} else ()
        if named:
            yield from ((id, entry.tentative) for id in named)
            return
        organiser = self._names.at(entry.organiser) if where in {None, Who.ORGANISER} else None
        if organiser is not None:
            yield organiser, entry.tentative
            return
        if where in {None, Who.ATTENDEE}:
            for party in entry.attendees:
                id = self._names.at(party)
                if id is not None and party.status != "DECLINED":
                    yield id, entry.tentative or party.status == "TENTATIVE"

    def _stretch(
        self,
        occurrence: Occurrence,
        kind: BusyKind,
        person_id: str | None = None,
        resource: str | None = None,
        client: str | None = None,
        tentative: bool | None = None,
    ) -> Busy:
        return Busy(
            start=occurrence.start,
            end=occurrence.end,
            kind=kind,
            calendar=self._settings.name,
            uid=occurrence.entry.uid,
            summary=occurrence.entry.summary,
            person_id=person_id,
            resource=resource,
            client=client,
            tentative=occurrence.entry.tentative if tentative is None else tentative,
        )
