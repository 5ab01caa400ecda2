"""Why a day works or does not: what the desk answers and `inbrief why` prints."""

from pathlib import Path
from typing import cast

from briefs.steps import StepKind
from inbrief.build import App
from notify.language import NO_BREAK
from notify.why import step_sentence
from tests.inbrief.house import a_request, agency, drop, mails, story
from tests.inbrief.test_commands import inbrief, lines

SOON = a_request(body="Hi Sam,\n\nWe need two posters for the Zest card by March 9.\n\nThanks,\nDana\n")


def sentences(app: App) -> list[str]:
    _view, answer = app.desk.why(1)
    return [step_sentence(step, app.language).replace(NO_BREAK, " ") for step in answer.steps]


def test_the_count_is_told_day_by_day(tmp_path: Path) -> None:
    drop(tmp_path, SOON)

    with agency(tmp_path) as app:
        story(app)

        assert sentences(app) == [
            "Received Tue, March 3, 2026, 9:59 AM; day 0 is Tue, March 3",
            "7 working days are needed for a poster",
            "Wed, March 4: working day 1",
            "Thu, March 5: working day 2",
            "Fri, March 6: working day 3",
            "Sat, March 7: not counted, a weekend",
            "Sun, March 8: not counted, a weekend",
            "Mon, March 9: working day 4",
            "Tue, March 10: working day 5",
            "Wed, March 11: working day 6",
            "Thu, March 12: working day 7",
            "Thu, March 12: there is time enough from here on",
            "Thu, March 12: the earliest day that works",
        ]


def test_the_page_and_the_mails_show_what_would_work(tmp_path: Path) -> None:
    drop(tmp_path, SOON)

    with agency(tmp_path) as app:
        story(app)
        view = app.desk.brief(1)

    assert [option.kind.value for option in view.options] == ["rush", "later"]
    assert view.workback[-1].last.isoformat() == "2026-03-09"
    told = [mail.get_body(("plain",)).get_content() for mail in mails(tmp_path)]  # type: ignore[union-attr]
    assert all("As a rush on" in text for text in told)
    assert ["FOR THE CLIENT" in text for text in told] == [True, False]


def test_the_command_prints_it_for_people_and_for_programs(tmp_path: Path) -> None:
    drop(tmp_path, SOON)
    with agency(tmp_path) as app:
        story(app)

    for_people = inbrief("why", "1", "--config", tmp_path / "config.yaml")
    (for_programs,) = lines(inbrief("why", "1", "--json", "--config", tmp_path / "config.yaml"))

    assert "working day 7" in for_people.stdout
    assert (for_programs["brief"], for_programs["latest_start"]) == (1, "2026-02-26")
    steps = cast("list[dict[str, object]]", for_programs["steps"])
    assert [step["what"] for step in steps][:3] == [StepKind.RECEIVED, StepKind.NEEDS, StepKind.COUNTED]


def test_a_brief_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    with agency(tmp_path):
        pass

    assert inbrief("why", "7", "--config", tmp_path / "config.yaml").returncode == 1
