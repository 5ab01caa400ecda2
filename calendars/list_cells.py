"""Reads the cells of a list of jobs: days, hours and states as agencies' systems write them out."""

import datetime as dt
import re
from decimal import Decimal

from briefs.jobs import JobState

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].{0,40})?")
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ].{0,40})?")
_NAMED = re.compile(r"(\d{1,2})[ .-]{1,2}([^\W\d_]{3,12})\.?[ ,-]{1,2}(\d{4}|\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Two digits at most after the mark: "1,200" could be twelve hundred as well as one and a fifth.
_HOURS = re.compile(r"(\d{1,5})(?:[.,](\d{1,2}))?\s*(?:h|hrs?|hours?|std\.?)?", re.IGNORECASE)

_STATES = {
    JobState.OPEN: "open|opened|new|active|current|running|started|ongoing|planned|scheduled|approved|booked|confirmed"
    "|in progress|in work|in production|in review|in studio|with client|wip|work in progress|offen|aktiv|laufend"
    "|in arbeit|geplant|en cours|ouvert",
    JobState.ON_HOLD: "on hold|hold|held|paused|waiting|parked|suspended|pausiert|wartet|ruht|en attente",
    JobState.DONE: "done|closed|complete|completed|finished|delivered|released|archived|invoiced|billed|live|cancelled"
    "|canceled|void|dead|erledigt|fertig|abgeschlossen|geschlossen|storniert|abgebrochen|fini|clos",
}
_STATE_OF = {word: state for state, words in _STATES.items() for word in words.split("|")}


def day_of(text: str, *, day_first: bool) -> tuple[dt.date, dt.date | None]:
    """The day and, where the figures fit two, the other one; ValueError where it is no day."""
    try:
        return _day_of(text, day_first=day_first)
    except ValueError:
        raise ValueError(f"expected a day such as 2026-06-03, got {text!r}") from None


def _day_of(text: str, *, day_first: bool) -> tuple[dt.date, dt.date | None]:
    iso, figures, named = (form.fullmatch(text) for form in (_ISO, _FIGURES, _NAMED))
    if iso is not None:
        return dt.date(int(iso[1]), int(iso[2]), int(iso[3])), None
    if named is not None and named[2][:3].casefold() in _MONTHS:
        return dt.date(_year(named[3]), _MONTHS.index(named[2][:3].casefold()) + 1, int(named[1])), None
    if figures is None:
        raise ValueError
    one, other, year = int(figures[1]), int(figures[3]), _year(figures[4])
    if figures[2] == ".":  # with dots the day is first wherever it is written so
        return dt.date(year, other, one), None
    if one > 12 or other > 12 or one == other:
        return (dt.date(year, other, one) if one > 12 else dt.date(year, one, other)), None
    first, second = dt.date(year, other, one), dt.date(year, one, other)
    return (first, second) if day_first else (second, first)


def shows_order(text: str) -> bool | None:
    """True where the figures can only be day first, False where only month first, None where they show neither."""
    figures = _FIGURES.fullmatch(text)
    if figures is None or figures[2] == ".":
        return None
    one, other = int(figures[1]), int(figures[3])
    return True if one > 12 >= other else False if other > 12 >= one else None


def minutes_of(text: str) -> int | None:
    """Hours with a decimal comma or point, as minutes; None where nothing stands there."""
    if not text:
        return None
    hours = _HOURS.fullmatch(text)
    if hours is None:
        raise ValueError(f"expected hours such as 7.5, got {text!r}")
    return int((Decimal(f"{hours[1]}.{hours[2] or 0}") * 60).to_integral_value())


def state_of(text: str) -> JobState:
    """Of a job without one nobody has said that it is not open."""
    if not text:
        return JobState.OPEN
    state = _STATE_OF.get(" ".join(re.split(r"[\W_]+", text.casefold())).strip())
    if state is None:
        raise ValueError(f"expected a state such as open, on hold, done or cancelled, got {text!r}")
    return state


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)
