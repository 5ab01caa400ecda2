"""config.yaml as a file: read, placed, and refused with every problem at once."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from briefs.jobs import DEFAULT_JOBS
from calendars.settings import merged
from extract.errors import BadVocabulary
from extract.own_words import Entry, own_words
from inbrief.config import Config, SampleSettings
from inbrief.errors import BadConfig, Problem
from ingest.settings import MailboxSettings


def read_config(path: Path) -> Config:
    """Read, merge and check; raises BadConfig with every problem found."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadConfig((Problem(str(path), "no such file; name one with --config or INBRIEF_CONFIG"),)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadConfig((Problem(str(path), f"cannot be read: {error}"),)) from error
    try:
        tree, lines = _parse(text)
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise BadConfig((Problem(f"{path.name}{line}", f"not valid YAML: {error.problem}"),)) from None
    except yaml.reader.ReaderError as error:
        raise BadConfig((Problem(path.name, f"not a text file: {error.reason}"),)) from None
    if not isinstance(tree, dict):
        raise BadConfig((Problem(path.name, "expected settings such as `agency: {…}`, found none"),))
    try:
        config = Config(**{str(key): value for key, value in tree.items()})
    except ValidationError as error:
        raise BadConfig(tuple(_problems(error, path.name, lines))) from None
    config = _anchored(config, path.resolve().parent)
    wrong = tuple(Problem(_placed(place, path.name, lines), sentence) for place, sentence in _contradictions(config))
    if wrong:
        raise BadConfig(wrong)
    return config


def _anchored(config: Config, base: Path) -> Config:
    """Paths mean the same wherever inbrief is started from."""
    mailboxes = tuple(
        box.model_copy(update={"folder": base / box.folder}) if box.folder is not None else box
        for box in config.mailboxes
    )
    calendars = tuple(one.model_copy(update={"file": base / one.file}) if one.file else one for one in config.calendars)
    outgoing = config.outgoing
    if outgoing.folder is not None:
        outgoing = outgoing.model_copy(update={"folder": base / outgoing.folder})
    samples = config.samples
    if samples is not None:
        samples = SampleSettings(mails=base / samples.mails, calendar=base / samples.calendar)
    database = re.sub(r"^(sqlite:///)(?!/)", lambda match: f"{match[1]}{base}/", config.database)
    return config.model_copy(
        update={
            "mailboxes": mailboxes,
            "calendars": calendars,
            "outgoing": outgoing,
            "samples": samples,
            "database": database,
            "vocabulary": None if config.vocabulary is None else base / config.vocabulary,
        }
    )


def _anchored_mailbox(box: MailboxSettings, base: Path) -> MailboxSettings:
    if box.folder is None:
        return box
    processed = None if box.processed is None else base / box.processed
    return box.model_copy(update={"folder": base / box.folder, "processed": processed})


def _parse(text: str) -> tuple[Any, dict[str, int]]:
    """The settings, and for each key's place the line it stands on."""
    lines: dict[str, int] = {}
    root = yaml.compose(text, Loader=yaml.SafeLoader)

    def visit(node: yaml.Node | None, place: str) -> None:
        if isinstance(node, yaml.MappingNode):
            keys = set()
            for key, value in node.value:
                if key.value in keys:
                    raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands twice", problem_mark=key.start_mark)
                keys.add(key.value)
                below = f"{place}.{key.value}" if place else str(key.value)
                lines[below] = key.start_mark.line + 1
                visit(value, below)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                lines[f"{place}[{index}]"] = item.start_mark.line + 1
                visit(item, f"{place}[{index}]")

    visit(root, "")
    return yaml.safe_load(text), lines


def _problems(error: ValidationError, file: str, lines: Mapping[str, int]) -> Iterator[Problem]:
    details = error.errors()
    for detail in details:
        if detail["type"] == "too_short" and any(_below(other["loc"], detail["loc"]) for other in details):
            continue  # the list is short only because its entries were refused, which is said there
        place = ""
        for part in detail["loc"]:
            place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else str(part)
        match detail["type"]:
            case "extra_forbidden":
                sentence = "no such setting"
            case "missing":
                sentence = "missing"
            case "too_short":
                sentence = "expected at least one"
            case "value_error":
                sentence = str(detail["ctx"]["error"])
            case _:
                sentence = _expected(detail["msg"])
        got = detail["input"]
        told = detail["type"] in {"missing", "extra_forbidden"} or repr(got) in sentence
        if not told and isinstance(got, str | int | float):  # never a whole section: a secret could stand in it
            sentence += f", got {got!r}"
        yield Problem(_placed(place, file, lines), sentence)


def _below(place: tuple[int | str, ...], parent: tuple[int | str, ...]) -> bool:
    return len(place) > len(parent) and place[: len(parent)] == parent


def _expected(message: str) -> str:
    return re.sub(r"^(Value error, |Input should be )", "expected ", message).replace("expected expected", "expected")


def _placed(place: str, file: str, lines: Mapping[str, int]) -> str:
    """`config.yaml:12: people[0].name`; a missing key stands where its nearest parent does."""
    nearest = place
    while nearest and nearest not in lines:
        nearest = re.sub(r"(\.[^.\[]*|\[\d+\]|^[^.\[]+)$", "", nearest)
    line = f":{lines[nearest]}" if nearest else ""
    return f"{file}{line}: {place}" if place else f"{file}{line}"


def _contradictions(config: Config) -> Iterator[tuple[str, str]]:
    """What single values cannot show: names that point nowhere, things said twice, a demo that is none."""
    people = {person.id for person in config.people}
    known = f"expected the id of a person ({', '.join(sorted(people))})"
    yield from _repeated("people", [person.id for person in config.people])
    yield from _repeated("clients", [client.id for client in config.clients])
    yield from _repeated("mailboxes", [mailbox.name for mailbox in config.mailboxes])
    yield from _repeated("calendars", [calendar.name for calendar in config.calendars])
    if config.agency.intake_owner not in people:
        yield "agency.intake_owner", f"{known}, got {config.agency.intake_owner!r}"
    offices = [office.id for office in config.agency.offices]
    yield from _repeated("agency.offices", offices)
    owners: dict[str, int] = {}
    for index, person in enumerate(config.people):
        if person.stand_in is not None and person.stand_in not in people:
            yield f"people[{index}].stand_in", f"{known}, got {person.stand_in!r}"
        if person.office is not None and person.office not in offices:
            named = ", ".join(sorted(offices)) or "there is none"
            yield f"people[{index}].office", f"expected an id of agency.offices ({named}), got {person.office!r}"
        for address in person.addresses:
            if address in owners:
                yield f"people[{index}].addresses", f"{address} is also of people[{owners[address]}]"
            owners[address] = index
    for index, client in enumerate(config.clients):
        if client.account_executive is not None and client.account_executive not in people:
            yield f"clients[{index}].account_executive", f"{known}, got {client.account_executive!r}"
        for member in client.team:
            if member not in people:
                yield f"clients[{index}].team", f"{known}, got {member!r}"
        for domain in client.domains:
            if domain in config.agency.domains:
                yield f"clients[{index}].domains", f"{domain} is the agency's own"
    for index, calendar in enumerate(config.calendars):
        if calendar.role == "person" and calendar.who not in people:
            yield f"calendars[{index}].who", f"{known}, got {calendar.who!r}"
    try:
        merged(config.jobs, DEFAULT_JOBS)
    except ValueError as error:
        yield "jobs", str(error)
    else:
        yield from _misworded(config)
    if config.web.demo:
        for index, mailbox in enumerate(config.mailboxes):
            if mailbox.folder is None:
                yield (
                    f"mailboxes[{index}]",
                    "web.demo needs no sign-in, so it is refused with a real mailbox; set demo: false",
                )
        if config.outgoing.folder is None:
            yield "outgoing", "web.demo needs no sign-in, so it is refused with real outgoing mail; set demo: false"
    if config.samples is not None and not config.web.demo:
        yield "samples", "sample mails belong to the demo; take this out or set web.demo: true"


def _misworded(config: Config) -> Iterator[tuple[str, str]]:
    try:
        own_words_of(config)
    except BadVocabulary as error:
        yield from (("vocabulary", problem) for problem in error.problems)


def own_words_of(config: Config) -> tuple[Entry, ...]:
    """The agency's own vocabulary; it may name the kinds of job that the settings add."""
    return () if config.vocabulary is None else own_words(config.vocabulary, config.job_kinds)


def _repeated(place: str, names: list[str]) -> Iterator[tuple[str, str]]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield f"{place}[{index}]", f"{name!r} stands twice"
