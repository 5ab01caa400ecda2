"""The check held against a second reading of the same conventions, written with nothing but days in a list."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.conflicts import ConflictKind
from briefs.findings import DateKind, DateSpan
from briefs.jobs import JobKind, RunningJob
from calendars.feasibility import Answer, Question, check
from calendars.rules import Full, Rules
from calendars.snapshot import Busy, BusyKind, JobList, Snapshot
from calendars.workdays import Office
from tests.calendars.people import ANA, JON, SAM, WILL
from tests.calendars.scenarios import ZONE

FIRST = dt.date(2026, 3, 2)  # a Monday; the clocks change within the month
OFFICE = Office(None, ZONE)
MOVING = {
    ConflictKind.LEAD_TIME,
    ConflictKind.DAY_OFF,
    ConflictKind.ABSENCE,
    ConflictKind.RESOURCE,
    ConflictKind.CAPACITY,
    ConflictKind.PAST,
}


@dataclass(frozen=True)
class World:
    """Days are counted from `FIRST`; each entry is (about, first day, number of days)."""

    entries: tuple[tuple[str, int, int], ...]
    received: int
    hour: int
    lead_time: int
    rush: bool
    due: int

    @property
    def received_at(self) -> dt.datetime:
        return dt.datetime.combine(FIRST + dt.timedelta(days=self.received), dt.time(self.hour), ZONE)

    def question(self, due: dt.date) -> Question:
        return Question(
            self.received_at,
            (DateSpan(DateKind.DUE, due, due),),
            jobs=("work",),
            people=(SAM, JON),
            pools={"creative": (ANA, WILL)},
            client="acme",
            rush=self.rush,
        )

    def check(self, due: dt.date) -> Answer:
        jobs = {
            "work": JobKind("work", self.lead_time, (self.lead_time + 1) // 2, needs=("studio",), roles=("creative",))
        }
        rules = Rules(OFFICE, jobs, capacity=(Full("creative", jobs_a_day=Fraction(2)),))
        return check(self.question(due), self.snapshot, rules, self.received_at)

    @property
    def snapshot(self) -> Snapshot:
        kinds = {"closed": BusyKind.CLOSURE, "studio": BusyKind.RESOURCE, "client": BusyKind.CLIENT}
        found = []
        for number, (about, first, days) in enumerate(self.entries):
            start = FIRST + dt.timedelta(days=first)
            kind = kinds.get(about, BusyKind.ABSENCE)
            if about == "job":
                continue
            found.append(
                Busy(
                    start,
                    start + dt.timedelta(days=days),
                    kind,
                    "team",
                    str(number),
                    person_id=about if kind is BusyKind.ABSENCE else None,
                    resource=about if kind is BusyKind.RESOURCE else None,
                    client="acme" if kind is BusyKind.CLIENT else None,
                )
            )
        return Snapshot(
            self.received_at,
            ZONE,
            FIRST,
            FIRST + dt.timedelta(days=400),
            busy=tuple(found),
            jobs=JobList(self.received_at, tuple(self.jobs())),
        )

    def jobs(self) -> Iterator[RunningJob]:
        """A "job" entry is one job due on each of its days."""
        for number, (about, first, days) in enumerate(self.entries):
            for day in range(first, first + days) if about == "job" else ():
                due = FIRST + dt.timedelta(days=day)
                yield RunningJob(f"{number}-{day}", client="other", title="", due=due, department="creative")

    # The second reading: everything below knows only numbers of days.

    def taken(self, about: str, day: int) -> bool:
        return any(what == about and first <= day < first + days for what, first, days in self.entries)

    def worked(self, day: int) -> bool:
        return (FIRST + dt.timedelta(days=day)).weekday() < 5 and not self.taken("closed", day)

    @property
    def day_zero(self) -> int:
        if self.rush:
            return self.received
        day = self.received + 1 if self.hour > 17 else self.received
        while not self.worked(day):
            day += 1
        return day

    def long_enough(self, day: int) -> bool:
        needed = (self.lead_time + 1) // 2 if self.rush else self.lead_time
        return day >= self.day_zero and sum(map(self.worked, range(self.day_zero + 1, day + 1))) >= needed

    def works(self, day: int) -> bool:
        return (
            self.worked(day)
            and day >= self.received
            and self.long_enough(day)
            and not self.taken("sam", day)
            and not self.taken("jon", day)
            and not self.taken("studio", day)
            and not self.taken("client", day)
            and not (self.taken("ana", day) and self.taken("will", day))
            and sum(what == "job" and first <= day < first + days for what, first, days in self.entries) < 2
        )


worlds = st.builds(
    World,
    entries=st.lists(
        st.tuples(
            st.sampled_from(["closed", "studio", "sam", "jon", "ana", "will", "client", "job"]),
            st.integers(0, 45),
            st.integers(1, 12),
        ),
        max_size=10,
    ).map(tuple),
    received=st.integers(0, 30),
    hour=st.integers(0, 23),
    lead_time=st.integers(0, 15),
    rush=st.booleans(),
    due=st.integers(-5, 90),
)


@given(worlds)
@settings(deadline=None, max_examples=150)
def test_the_earliest_day_is_the_first_that_works_when_counted_by_hand(world: World) -> None:
    by_hand = next(day for day in range(400) if world.works(day))

    assert world.check(FIRST).earliest == FIRST + dt.timedelta(days=by_hand)


@given(worlds)
@settings(deadline=None, max_examples=150)
def test_lead_time_is_raised_exactly_when_too_few_days_are_counted(world: World) -> None:
    due = FIRST + dt.timedelta(days=world.due)

    raised = any(conflict.kind is ConflictKind.LEAD_TIME for conflict in world.check(due).conflicts)

    assert raised is not world.long_enough(world.due)


@given(worlds)
@settings(deadline=None, max_examples=60)
def test_nothing_moves_the_earliest_day_and_something_moves_every_earlier_one(world: World) -> None:
    earliest = world.check(FIRST).earliest or FIRST

    moved = []
    day = world.received_at.date()
    while day <= earliest:
        conflicts = world.check(day).conflicts
        moving = [each for each in conflicts if each.kind in MOVING and each.parameters.get("where") != "window"]
        moved.append(bool(moving))
        day += dt.timedelta(days=1)

    assert moved == [True] * (len(moved) - 1) + [False]


@given(worlds)
@settings(deadline=None, max_examples=60)
def test_less_work_is_never_done_later(world: World) -> None:
    less = replace(world, lead_time=max(0, world.lead_time - 1))

    assert (less.check(FIRST).earliest or dt.date.max) <= (world.check(FIRST).earliest or dt.date.min)
