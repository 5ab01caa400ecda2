"""A working title that tells forty jobs apart."""

import datetime as dt

from briefs.roles import Brand, Client
from briefs.titles import brand_of, title
from tests.briefs.making import deliverable, live

ZEST, PEAK = Brand("zest", "Zest", ("zest card",)), Brand("peak", "Peak")
BANK = Client("bank", "Northpeak Bank", brands=(ZEST, PEAK))


def test_a_title_names_brand_deliverable_and_live_date() -> None:
    values = (deliverable("banner ads", 3), live(dt.date(2026, 6, 5)))

    assert title("Re: hi", ZEST, values) == "Zest · 3 banner ads · live 5 Jun 2026"


def test_without_a_deliverable_the_subject_stands_in() -> None:
    assert title("Fwd: Spring push", PEAK, ()) == "Peak · Spring push"


def test_many_deliverables_are_counted() -> None:
    values = (deliverable("poster"), deliverable("flyers", 2), deliverable("radio spot"), deliverable("banner"))

    assert title("x", None, values) == "poster, 2 flyers and 2 more"


def test_a_long_subject_is_cut_visibly() -> None:
    assert title("x" * 500, None, ()) == "x" * 119 + "…"


def test_a_brand_is_known_by_its_words_alone() -> None:
    assert brand_of("New art for the ZEST card.", BANK) == ZEST


def test_a_brand_inside_another_word_is_not_named() -> None:
    assert brand_of("Zesty speakers", BANK) is None


def test_two_brands_named_is_no_brand_known() -> None:
    assert brand_of("Zest and Peak", BANK) is None


def test_a_subject_that_names_the_brand_is_not_told_twice() -> None:
    assert title("Zest autumn push", ZEST, ()) == "Zest autumn push"
