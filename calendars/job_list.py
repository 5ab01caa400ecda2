"""Reads the agency's list of running jobs from the CSV its own system writes out."""

import codecs
import csv
import datetime as dt
import io
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.jobs import RunningJob
from briefs.roles import Client
from briefs.titles import brand_of
from calendars.errors import Unreadable
from calendars.list_cells import day_of, minutes_of, shows_order, state_of
from calendars.names import ClientNames

BYTES, LINES = 5_000_000, 20_000
_MARKS = (",", ";", "\t")
_FIRST, _MOST_COLUMNS = 10_000, 200
_LONGEST = {"number": 64, "title": 300}
_ANY = 120  # characters of any other field

_COLUMNS = {
    "number": "number|no|nr|job|job number|job no|job nr|job id|id|jobnummer|auftrag|nummer",
    "client": "client|customer|account|client name|kunde|client brand|brand",
    "title": "title|name|job title|job name|description|subject|titel|bezeichnung",
    "kind": "kind|type|kind of job|job type|job kind|category|art",
    "department": "department|dept|team|studio|abteilung",
    "due": "due|due date|due day|deadline|due on|fällig|fällig am|termin",
    "hours": "hours|hrs|hours left|remaining hours|hours remaining|stunden|reststunden",
    "state": "state|status|phase|zustand",
}
_COLUMN_OF = {name: column for column, names in _COLUMNS.items() for name in names.split("|")}
_NEEDED = {"number": "number", "due": "due day"}


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a line; `number` is the job's, where it could be read."""

    line: int
    sentence: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class ReadList:
    """The jobs of a file in its order; `bad` lines are no jobs, of those in `doubts` a part was guessed or left out."""

    jobs: tuple[RunningJob, ...]
    bad: tuple[Remark, ...] = ()
    doubts: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What a newer list changes in the one before; `changed` holds before and after."""

    new: tuple[RunningJob, ...] = ()
    changed: tuple[tuple[RunningJob, RunningJob], ...] = ()
    gone: tuple[RunningJob, ...] = ()


def changes(before: Iterable[RunningJob], after: Iterable[RunningJob]) -> Changes:
    known, now = ({job.number: job for job in jobs} for jobs in (before, after))
    return Changes(
        new=tuple(job for job in now.values() if job.number not in known),
        changed=tuple((known[job.number], job) for job in now.values() if known.get(job.number, job) != job),
        gone=tuple(job for job in known.values() if job.number not in now),
    )


def with_the_unread(read: ReadList, before: Iterable[RunningJob]) -> tuple[RunningJob, ...]:
    """The jobs of the file, and as they were before those whose line was bad: a slip of the pen ends no job."""
    listed = {job.number for job in read.jobs}
    unread = {remark.number for remark in read.bad} - listed
    return (*read.jobs, *(job for job in before if job.number in unread))


def read_job_list(
    content: bytes, clients: Sequence[Client], kinds: Iterable[str], departments: Iterable[str], *, day_first: bool
) -> ReadList:
    """The list in a CSV file with a header row; `Unreadable` where it cannot be one.

    Days in figures are in the order that the file's own days show, else day first where `day_first`.
    """
    if len(content) > BYTES:
        raise Unreadable(f"it has {len(content):,} bytes, over the limit of {BYTES:,}")
    rows, broken = _rows(_text(content))
    if not rows:
        raise Unreadable("it is empty")
    (_, header), listed = rows[0], rows[1:]
    columns = _columns(header)
    orders = {shows_order(_cell(row, columns, "due")) for _, row in listed} - {None}
    sure = len(orders) == 1
    reading = _Reading(
        columns=columns,
        width=len(header),
        whose=_whose({_cell(row, columns, "client") for _, row in listed}, clients),
        kinds={_fold(kind): kind for kind in kinds},
        departments={_fold(department): department for department in departments},
        sure=sure,
        day_first=orders == {True} if sure else day_first,
    )
    jobs: dict[str, RunningJob] = {}
    bad: list[Remark] = list(broken)
    doubts: list[Remark] = []
    for line, row in listed:
        number = _cell(row, columns, "number")[: _LONGEST["number"]]
        try:
            job, told = reading.job(row, taken=jobs)
        except ValueError as problem:
            bad.append(Remark(line, str(problem), number))
        else:
            jobs[number] = job
            doubts += [Remark(line, sentence, number) for sentence in told]
    return ReadList(tuple(jobs.values()), tuple(sorted(bad, key=lambda remark: remark.line)), tuple(doubts))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a line is read with; `sure` where the file's own days show their order."""

    columns: Mapping[str, int]
    width: int
    whose: Mapping[str, tuple[Client, str] | None]
    kinds: Mapping[str, str]
    departments: Mapping[str, str]
    sure: bool
    day_first: bool

    def job(self, row: Sequence[str], taken: Container[str]) -> tuple[RunningJob, tuple[str, ...]]:
        """The job of a line and what is in doubt about it; ValueError says why it is none."""
        self._must_fit(row)
        cells = {column: _cell(row, self.columns, column) for column in _COLUMNS}
        for column in _NEEDED:
            if not cells[column]:
                raise ValueError(f"it has no {_NEEDED[column]}")
        if cells["number"] in taken:
            raise ValueError(f"job {cells['number']} stands further up already")
        due, other = day_of(cells["due"], day_first=self.day_first)
        client, brand = self._client(cells["client"], cells["title"])
        kind = _fold(cells["kind"])
        job = RunningJob(
            number=cells["number"],
            client=client,
            title=cells["title"],
            due=due,
            kind=self.kinds.get(kind) or self.kinds.get(kind.removesuffix("s"), ""),
            brand=brand,
            department=self.departments.get(_fold(cells["department"]), ""),
            minutes=minutes_of(cells["hours"]),
            state=state_of(cells["state"]),
        )
        return job, tuple(self._doubts(cells, job, None if self.sure else other))

    def _doubts(self, cells: Mapping[str, str], job: RunningJob, other: dt.date | None) -> Iterator[str]:
        if other is not None:
            yield f"due {cells['due']} is read as {job.due.isoformat()} and could be {other.isoformat()}"
        if cells["client"] and not job.client:
            yield f"client {cells['client']!r} is none of the settings, or several of them"
        if cells["kind"] and not job.kind:
            yield f"kind {cells['kind']!r} is none of the table"
        if cells["department"] and not job.department:
            yield f"department {cells['department']!r} is not known: the job counts for the agency as a whole only"

    def _client(self, name: str, title: str) -> tuple[str, str]:
        """Ids of client and brand. A title may tell the brand, never the client."""
        found = self.whose.get(name)
        if found is None:
            return "", ""
        client, brand = found
        told = None if brand else brand_of(title, client)
        return client.id, told.id if told is not None else brand

    def _must_fit(self, row: Sequence[str]) -> None:
        if any(cell.strip() for cell in row[self.width :]):
            raise ValueError(f"it has {len(row)} fields, the first line has {self.width}; is a mark within a field?")
        for column in self.columns:
            length, most = len(_cell(row, self.columns, column)), _LONGEST.get(column, _ANY)
            if length > most:
                raise ValueError(f"its {column} has {length:,} characters, over the limit of {most}")


def _whose(cells: Iterable[str], clients: Sequence[Client]) -> dict[str, tuple[Client, str] | None]:
    """For each cell the one client it names, by id or name, else by what stands in it, and the brand it names."""
    names = ClientNames(clients)
    known = {client.id: client for client in clients if client.active}
    exact = {_fold(name): client.id for client in known.values() for name in (client.name, client.id)}
    found: dict[str, tuple[Client, str] | None] = {}
    for cell in cells:
        named = names.named(cell)
        whole = exact.get(_fold(cell))
        ids = {whole} if whole else {id for id, _ in named}
        brands = {brand for id, brand in named if id in ids and brand}
        one = known[ids.pop()] if len(ids) == 1 else None
        found[cell] = None if one is None else (one, brands.pop() if len(brands) == 1 else "")
    return found


def _text(content: bytes) -> str:
    """Spreadsheets write UTF-8 with or without a mark, UTF-16 with one, or the Windows page of Western Europe."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(text: str) -> tuple[list[tuple[int, list[str]]], list[Remark]]:
    """The rows with anything in them, each with the line it begins on, and the lines that cannot be taken apart."""
    first = next((line for line in io.StringIO(text) if line.strip()), "")[:_FIRST]
    mark = max(_MARKS, key=lambda mark: len(_known(next(csv.reader([first], delimiter=mark), []))))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    rows: list[tuple[int, list[str]]] = []
    broken: list[Remark] = []
    while True:
        begins = reader.line_num + 1
        if begins > LINES:
            raise Unreadable(f"it has more than {LINES:,} lines")
        try:
            row = next(reader, None)
        except csv.Error as problem:
            if "end of data" in str(problem):  # what follows may be jobs; reading on would lose them in silence
                raise Unreadable(f"a quotation mark is left open from line {begins} on") from problem
            broken.append(Remark(begins, f"it cannot be taken apart: {problem}"))
            continue
        if row is None:
            return rows, broken
        if any(cell.strip() for cell in row):
            rows.append((begins, row))


def _columns(header: Sequence[str]) -> dict[str, int]:
    columns = _known(header)
    missing = [column for column in _NEEDED if column not in columns]
    if missing:
        raise Unreadable(
            f"its first line must name the columns ({', '.join(_COLUMNS)}); {' and '.join(missing)} cannot be missing"
        )
    return columns


def _known(header: Sequence[str]) -> dict[str, int]:
    """Where each column stands; of two with one meaning the first."""
    found: dict[str, int] = {}
    for index, name in enumerate(header[:_MOST_COLUMNS]):
        column = _COLUMN_OF.get(" ".join(re.findall(r"\w+", name.casefold().replace("_", " "))))
        if column is not None:
            found.setdefault(column, index)
    return found


def _cell(row: Sequence[str], columns: Mapping[str, int], column: str) -> str:
    index = columns.get(column)
    text = "" if index is None or index >= len(row) else " ".join(row[index].split())
    return text if text.isprintable() else "".join(each for each in text if each.isprintable())


def _fold(text: str) -> str:
    """What names of kinds and departments have in common however they are written: E-Mail is email."""
    return "".join(re.findall(r"[^\W_]+", text.casefold()))
