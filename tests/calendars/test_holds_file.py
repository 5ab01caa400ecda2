"""Holds as other programs read them."""

import datetime as dt

from briefs.holds import Hold
from calendars.holds_file import holds_file
from tests.calendars.feeds import answer, spans

STAMP = dt.datetime(2026, 6, 1, 8, tzinfo=dt.UTC)
FIRM = Hold(
    "inbrief-12-1-aa", "Brief 12: Café; banners, flyers\nX:Y", dt.date(2026, 6, 12), dt.date(2026, 6, 13), firm=True
)


def test_a_hold_takes_nobodys_time() -> None:
    assert spans(answer(holds_file([FIRM], STAMP))) == []


def test_a_hold_is_whole_days_with_its_state() -> None:
    opaque = holds_file([FIRM, FIRM], STAMP).replace(b"TRANSPARENT", b"OPAQUE")
    pencilled = holds_file([Hold("u", "t", FIRM.first, FIRM.first, firm=False)], STAMP).replace(
        b"TRANSPARENT", b"OPAQUE"
    )

    assert set(spans(answer(opaque))) == {"20260612/20260614"}
    assert spans(answer(pencilled)) == ["20260612/20260613?"]


def test_words_of_a_title_stay_words() -> None:
    lines = holds_file([FIRM], STAMP).decode().replace("\r\n ", "").split("\r\n")

    assert r"SUMMARY:Brief 12: Café\; banners\, flyers\nX:Y" in lines
    assert not any(line.startswith("X:Y") for line in lines)
