"""`inbrief calendar sync`: look at the calendars on the network now."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from calendars.settings import CalendarSettings
from inbrief.build import open_app
from inbrief.cli.terminal import AsJson, ConfigPath, config_path, out, print_json
from inbrief.syncing import Outcome, on_the_network


def sync(
    calendar: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only this one; several times.")] = None,
    json: AsJson = False,
    config: ConfigPath = None,
) -> None:
    """Fetch what changed in the calendars on the network, and write our due dates where the settings say so.

    Exit code 1 when one could not be fetched or written.
    """
    failed = False
    with open_app(config_path(config)) as opened:
        for one in _chosen(opened.config.calendars, calendar or []):
            done = opened.syncing.sync(one)
            failed = failed or done.outcome is Outcome.FAILED
            if json:
                shape = {"calendar": done.calendar, "outcome": done.outcome.value, "entries": done.entries}
                print_json({**shape, "why": done.why})
            else:
                out().print(done.sentence, markup=False)
        if opened.holding.wanted and not calendar:
            held = opened.holding.write()
            failed = failed or bool(held.why)
            if json:
                print_json({"holds": asdict(held)})
            else:
                out().print(held.sentence, markup=False, soft_wrap=True)
    if failed:
        raise typer.Exit(1)


def _chosen(calendars: tuple[CalendarSettings, ...], names: list[str]) -> Iterator[CalendarSettings]:
    there = {one.name: one for one in on_the_network(calendars)}
    for name in names:
        if name not in there:
            known = ", ".join(there) or "none"
            raise typer.BadParameter(f"--calendar: {name!r} is no calendar on the network ({known})")
    yield from (there[name] for name in names or there)
