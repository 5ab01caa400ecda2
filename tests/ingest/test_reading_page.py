"""docs/reading.md says nothing of programs, languages and limits that is not so."""

import dataclasses
import pathlib
import re

import pytest

from ingest.limits import Limits
from tests.corpus.mail.coverage import covered

PAGE = (pathlib.Path(__file__).parent.parent.parent / "docs" / "reading.md").read_text("utf-8")
_PROGRAMS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("| program |")[2].partition("\n\n")[0].splitlines()[2:]
]
_LIMITS = re.findall(r"^\| `(\w+)`: [^|]+ \| ([\d,]+) ", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("program", "forwards", "answers"), _PROGRAMS, ids=lambda cell: cell.split(",")[0][:20])
def test_a_language_that_the_page_names_has_a_case(program: str, forwards: str, answers: str) -> None:
    shown = covered()

    assert set(forwards.split()) - {"-"} <= shown[program, "forward"]
    assert set(answers.split()) - {"-"} <= shown[program, "reply"]


def test_the_limits_on_the_page_are_as_they_ship() -> None:
    shipped = {field.name: f"{getattr(Limits(), field.name):,}" for field in dataclasses.fields(Limits)}

    assert len(_LIMITS) > 5
    assert dict(_LIMITS).items() <= shipped.items()
