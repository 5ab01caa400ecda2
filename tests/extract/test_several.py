"""Several jobs in one mail: `sentences/several.txt` holds mails that separate them, `one_job.txt` mails that do not."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from briefs.findings import Field, Job
from briefs.mail import Mail
from extract.label import label
from extract.reading import Extractor
from tests.extract.marked import mail

FOLDER = Path(__file__).parent / "sentences"
COUNTED = (Field.BUDGET, Field.DATE, Field.DELIVERABLE)


@dataclass(frozen=True, slots=True)
class Told:
    """A mail and the briefs it becomes: title and words of each."""

    name: str
    mail: Mail
    jobs: tuple[tuple[str, tuple[str, ...]], ...]


def told(file: str) -> list[Told]:
    _, *parts = (FOLDER / f"{file}.txt").read_text("utf-8").split("\n~~~ ")
    return [_read(part) for part in parts]


def _read(part: str) -> Told:
    name, subject, body = part.split("\n", 2)
    lines = body.split("\n")
    jobs = [line[3:].split(" | ") for line in lines if line.startswith("=> ")]
    words = "\n".join(line for line in lines if not line.startswith("=> "))
    return Told(
        name,
        replace(mail(words), subject=subject.removeprefix("Subject: ")),
        tuple((title, tuple(values.split("; "))) for title, values in jobs),
    )


def unlike(job: Job, title: str, values: tuple[str, ...]) -> str:
    """What differs between a job and what is told of it; "" where nothing does."""
    found = [" ".join(one.quote.split()) for one in job.found if one.field in COUNTED]
    missed = [value for value in values if not any(value.lower() in quote.lower() for quote in found)]
    if title == job.title and not missed and len(found) == len(values):
        return ""
    return f"{title!r} {values} is {job.title!r} {found}"


@pytest.mark.parametrize("one", told("several"), ids=lambda one: one.name)
def test_a_mail_that_separates_its_jobs_has_them_apart(extractor: Extractor, one: Told) -> None:
    findings = extractor.read(one.mail)

    assert len(findings.jobs) == len(one.jobs), [job.title for job in findings.jobs]
    assert not [
        wrong
        for job, (title, values) in zip(findings.jobs, one.jobs, strict=True)
        if (wrong := unlike(job, title, values))
    ]


@pytest.mark.parametrize("one", told("several"), ids=lambda one: one.name)
def test_what_the_whole_mail_holds_is_not_less_for_its_jobs(extractor: Extractor, one: Told) -> None:
    findings = extractor.read(one.mail)

    for job in findings.jobs:
        for finding in job.found:
            assert one.mail.text[finding.place.start : finding.place.end] == finding.quote
    assert len(label(one.mail, findings)["jobs"]) == len(one.jobs)  # type: ignore[arg-type]  # a list


@pytest.mark.parametrize("one", told("one_job"), ids=lambda one: one.name)
def test_a_mail_that_does_not_clearly_separate_is_one_job(extractor: Extractor, one: Told) -> None:
    findings = extractor.read(one.mail)

    assert [job.title for job in findings.jobs] == []
    assert "jobs" not in label(one.mail, findings)
