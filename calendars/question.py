"""What is asked of the calendar and what it answers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefs.conflicts import Conflict
from briefs.findings import DateSpan
from briefs.jobs import Approval, CopyDate
from briefs.options import Option, Stage
from briefs.roles import Person
from briefs.steps import Step


@dataclass(frozen=True, slots=True)
class Question:
    """The timing of one brief.

    `due` and `live` are in the order of their days. `jobs` are ids of kinds of job, "" or an unknown id for what no
    lead time is known of. `people` are those without whom it does not work. `unclear` holds, for each date whose words
    allow several days, its readings, the one in use first. `needs` are resources on top of those of the kinds of job.
    `pools` are the people of each department the work needs and nobody is assigned of: it works while one is there.
    `number` is the job's own on the list of running jobs, which it does not clash with. `approvals` are still open,
    `copy_dates` those of the media that are booked.
    `colleagues` could do the work in place of one of the `people`: an id of theirs to who could. `departments` are
    everybody of each.
    """

    received_at: dt.datetime
    due: tuple[DateSpan, ...] = ()
    live: tuple[DateSpan, ...] = ()
    jobs: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    unclear: tuple[tuple[DateSpan, ...], ...] = ()
    client_country: str | None = None
    client_region: str | None = None
    rush: bool = False
    needs: tuple[str, ...] = ()
    pools: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    colleagues: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    departments: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    client: str | None = None
    brand: str = ""
    number: str = ""
    approvals: tuple[Approval, ...] = ()
    copy_dates: tuple[CopyDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in the way, the worst first, and the first day on which nothing that moves it does.

    `earliest` is None where no day within two years would do. `checked` is False where a calendar could not be read or
    does not reach as far as the day: then no conflict does not mean that there is none. `steps` lead to `earliest`.
    `latest_start` is the last day on which the work can begin for the day asked for, `options` what would work, and
    `workback` the schedule from the day asked for (or the earliest) back to its first step.
    """

    conflicts: tuple[Conflict, ...]
    earliest: dt.date | None
    checked: bool
    steps: tuple[Step, ...] = ()
    latest_start: dt.date | None = None
    options: tuple[Option, ...] = ()
    workback: tuple[Stage, ...] = ()
