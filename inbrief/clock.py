"""The only place where the clock is read; everybody else is told what time it is."""

import datetime as dt
from collections.abc import Callable

Clock = Callable[[], dt.datetime]


def system_clock() -> dt.datetime:
    return dt.datetime.now(dt.UTC)  # noqa: TID251  # this is the place


def fixed(moment: dt.datetime) -> Clock:
    return lambda: moment
