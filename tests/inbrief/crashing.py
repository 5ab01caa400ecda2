"""A poll that kills itself at a named point of the story, as a power cut would: `python -m tests.inbrief.crashing`."""

import datetime as dt
import os
import signal
import sys
from pathlib import Path

from inbrief.build import open_app
from inbrief.clock import fixed


def main(config: str, point: str, now: str) -> None:
    def die(here: str) -> None:
        if here == point:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_app(Path(config), upgrade=True, clock=fixed(dt.datetime.fromisoformat(now)), checkpoint=die) as app:
        for source in app.sources:
            app.service.receive(source)
        app.service.read_waiting()
        app.service.deliver()


if __name__ == "__main__":
    main(*sys.argv[1:])
