"""`inbrief why`: how the earliest day of a brief comes about, day by day."""

import datetime as dt
from typing import Annotated, Any

import typer

from briefs.options import Option, Stage
from briefs.steps import Step
from calendars.question import Answer
from inbrief.build import open_app
from inbrief.cli.terminal import AsJson, ConfigPath, config_path, out, print_json
from inbrief.shapes import conflict_shape
from notify.clashes import inside
from notify.language import Language
from notify.options import option_sentence
from notify.timing_note import timing_note
from notify.views import BriefView
from notify.why import department_name, step_name, step_sentence


def why(
    number: Annotated[int, typer.Argument(metavar="BRIEF", help="The brief's number.")],
    json: AsJson = False,
    config: ConfigPath = None,
) -> None:
    """What stands against a brief's day as the calendars are now, what would work, and the count behind it."""
    with open_app(config_path(config)) as opened:
        view, answer = opened.desk.why(number)
        language = opened.language
    if json:
        print_json(_shape(view, answer, language))
        return
    screen = out()
    for line in _lines(view, answer, language):
        screen.print(line, markup=False)


def _lines(view: BriefView, answer: Answer, language: Language) -> list[str]:
    found = [f"Brief {view.number}, revision {view.revision}: {view.title}"]
    found += [f"! {inside(conflict, language)}" for conflict in answer.conflicts] or ["Nothing stands in the way."]
    found += ["", *(step_sentence(step, language) for step in answer.steps)]
    if answer.earliest is None:
        found.append("No day within two years would work.")
    if answer.options:
        found += ["", "What would work", *(f"  {option_sentence(option, language)}" for option in answer.options)]
    if answer.workback:
        found += ["", "Workback", *(f"  {_stage_line(stage, language)}" for stage in answer.workback)]
    if answer.latest_start is not None:
        found.append(f"  Latest start for the day asked: {language.day(answer.latest_start)}")
    note = _note(answer, language)
    return [*found, "", "For the client", f"  {note}"] if note else found


def _stage_line(stage: Stage, language: Language) -> str:
    who = department_name(stage.department)
    return f"{step_name(stage.step)}{f' ({who})' if who else ''}: {language.days(stage.first, stage.last)}"


def _note(answer: Answer, language: Language) -> str:
    return timing_note(answer.conflicts, answer.earliest, answer.options, language)


def _shape(view: BriefView, answer: Answer, language: Language) -> dict[str, Any]:
    return {
        "brief": view.number,
        "revision": view.revision,
        "checked": answer.checked,
        "conflicts": [conflict_shape(conflict, language) for conflict in answer.conflicts],
        "steps": [_step(step, step_sentence(step, language)) for step in answer.steps],
        "earliest": _plain(answer.earliest),
        "latest_start": _plain(answer.latest_start),
        "options": [_option(option, option_sentence(option, language)) for option in answer.options],
        "workback": [
            {
                "step": stage.step,
                "department": stage.department,
                "first": stage.first.isoformat(),
                "last": stage.last.isoformat(),
            }
            for stage in answer.workback
        ],
        "for_the_client": _note(answer, language),
    }


def _step(step: Step, sentence: str) -> dict[str, Any]:
    """`what` is the step's own word; a refused day's `kind` is that of the conflict."""
    given = {key: _plain(value) for key, value in step.parameters}
    return {"what": step.kind.value, "day": step.day.isoformat(), **given, "sentence": sentence}


def _option(option: Option, sentence: str) -> dict[str, Any]:
    given = {key: _plain(value) for key, value in option.parameters}
    return {"kind": option.kind.value, "day": option.day.isoformat(), **given, "sentence": sentence}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
