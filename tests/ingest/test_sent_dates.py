"""The date of a quoted header block, in the languages and orders of mail programs."""

import datetime as dt

import pytest

from ingest.sent_dates import read_sent_date

ARRIVED = dt.datetime(2026, 7, 9, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=2)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday, July 7, 2026 5:04 PM", "2026-07-07T17:04:00+02:00"),
        ("7/7/26  5:04 PM  (GMT-06:00)", "2026-07-07T17:04:00-06:00"),
        ("Tue, 7 Jul 2026 17:04:09 -0500", "2026-07-07T17:04:09-05:00"),
        ("July 7, 2026 at 5:04:12 PM EDT", "2026-07-07T17:04:12-04:00"),
        ("7 July 2026 at 17:04:12 BST", "2026-07-07T17:04:12+01:00"),
        ("Dienstag, 7. Juli 2026 um 17:04 Uhr", "2026-07-07T17:04:00+02:00"),
        ("7. Juli 2026 um 17:04:00 MESZ", "2026-07-07T17:04:00+02:00"),
        ("mar. 7 juil. 2026 à 17:04", "2026-07-07T17:04:00+02:00"),
        ("martes, 7 de julio de 2026 5:04 p. m.", "2026-07-07T17:04:00+02:00"),
        ("mar 7 lug 2026 alle ore 17:04", "2026-07-07T17:04:00+02:00"),
        ("7 lipca 2026 17:04", "2026-07-07T17:04:00+02:00"),
        ("2026. július 7., kedd 17:04", "2026-07-07T17:04:00+02:00"),
        ("7 июля 2026 г. в 17:04", "2026-07-07T17:04:00+02:00"),
        ("7 Temmuz 2026 Salı 17:04", "2026-07-07T17:04:00+02:00"),
        ("2026年7月7日 17:04", "2026-07-07T17:04:00+02:00"),
        ("2026-07-07 17:04", "2026-07-07T17:04:00+02:00"),
        ("2026-07-07T17:04:00Z", "2026-07-07T17:04:00+00:00"),
        ("07.07.26 um 17:04", "2026-07-07T17:04:00+02:00"),
        ("7 juli 2026 kl. 17.04.30 CEST", "2026-07-07T17:04:30+02:00"),
        ("12:30 AM, July 7, 2026", "2026-07-07T00:30:00+02:00"),
        ("2026. július 7. 17:04:00 CEST", "2026-07-07T17:04:00+02:00"),
        ("2026年7月7日 GMT+8 17:04:00", "2026-07-07T17:04:00+08:00"),
        ("2026년 7월 7일 오후 5시 4분 0초 GMT+9", "2026-07-07T17:04:00+09:00"),
        ("7 Ιουλίου 2026 στις 5:04:00 μ.μ. EEST", "2026-07-07T17:04:00+03:00"),
        ("7 Ιουλίου 2026 στις 12:04 π.μ.", "2026-07-07T00:04:00+02:00"),
        ("Th 3, 7 thg 7, 2026 vào lúc 17:04", "2026-07-07T17:04:00+02:00"),
        ("dimarts, 7 de juliol de 2026 17:04", "2026-07-07T17:04:00+02:00"),
        ("2026 m. liepos 7 d., antradienis 17:04", "2026-07-07T17:04:00+02:00"),
        ("otrdiena, 2026. gada 7. jūlijs 17:04", "2026-07-07T17:04:00+02:00"),
        ("יום שלישי 07 יולי 2026 17:04", "2026-07-07T17:04:00+02:00"),
        ("On Tue, Jul 7, 2026 at 5:04 PM April Smith", "2026-07-07T17:04:00+02:00"),
        ("2026/7/7 17:04", "2026-07-07T17:04:00+02:00"),
        ("2026/7/7 下午5:04:00 [+0800]", "2026-07-07T17:04:00+08:00"),
        ("2026年7月7日 凌晨12:04", "2026-07-07T00:04:00+02:00"),
        ("2026. 7. 7. 오후 5:04", "2026-07-07T17:04:00+02:00"),
        ("26. 7. 6. PM 5:04", "2026-07-06T17:04:00+02:00"),
        ("17.04.00 07.07.2026", "2026-07-07T17:04:00+02:00"),
        ("7 Juli 2026 17.04.00", "2026-07-07T17:04:00+02:00"),
        ("7 Agustus 2025 09.14.20", "2025-08-07T09:14:20+02:00"),
        ("úterý 7. července 2026 5:04 odp.", "2026-07-07T17:04:00+02:00"),
        ("tiistai 7. heinäkuuta 2026 5.04 ip.", "2026-07-07T17:04:00+02:00"),
        ("Salı, 7 Temmuz 2026 ÖS 5:04", "2026-07-07T17:04:00+02:00"),
        ("7 июля 2026 г. 17:04 МСК", "2026-07-07T17:04:00+03:00"),
        ("7. Juli 2026 um 17:04:00 OESZ", "2026-07-07T17:04:00+03:00"),
        ("วันอังคารที่ 7 กรกฎาคม พ.ศ. 2569 เวลา 17:04 น.", "2026-07-07T17:04:00+02:00"),
        ("7 ก.ค. 2026 เวลา 17:04", "2026-07-07T17:04:00+02:00"),
        ("7 กรกฎาคม 2026 17 นาฬิกา 04 นาที 00 วินาที", "2026-07-07T17:04:00+02:00"),
        ("الثلاثاء، 7 يوليو 2026 5:04 م", "2026-07-07T17:04:00+02:00"),
        ("7\u200f/7\u200f/2026 5:04 م", "2026-07-07T17:04:00+02:00"),
        ("יום ג׳, 7 ביולי 2026 ב-17:04", "2026-07-07T17:04:00+02:00"),
        ("יום ב׳, 5 בינו׳ 2026 17:04", "2026-01-05T17:04:00+02:00"),
        ("utorak, 7. jul 2026. 17:04", "2026-07-07T17:04:00+02:00"),
        ("23. 1. 26 17:04", "2026-01-23T17:04:00+02:00"),
        ("mar, 7 de jul de 2026, 5:04 p.m.", "2026-07-07T17:04:00+02:00"),
    ],
)
def test_a_date_is_read_in_its_own_language(text: str, expected: str) -> None:
    assert read_sent_date(text, ARRIVED) == dt.datetime.fromisoformat(expected)


def test_a_day_that_could_be_two_is_the_nearest_before_the_forward() -> None:
    near = read_sent_date("06/07/2026 09:00", ARRIVED)

    assert near is not None
    assert (near.month, near.day) == (7, 6)


def test_a_day_after_the_forward_is_the_other_reading() -> None:
    read = read_sent_date("07/12/2026 09:00", ARRIVED.replace(month=12, day=8))

    assert read is not None
    assert (read.month, read.day) == (12, 7)


@pytest.mark.parametrize("text", ["", "yesterday", "99/99/2026", "31 February 2026", "the 7th", "1:11 " * 30])
def test_what_is_no_date_tells_none(text: str) -> None:
    assert read_sent_date(text, ARRIVED) is None


@pytest.mark.parametrize(
    ("name", "ours", "minutes"),
    [
        ("IST", 60, 60),
        ("IST", 120, 120),
        ("IST", 180, 120),
        ("IST", 330, 330),
        ("IST", -300, 330),
        ("IST", 0, 330),
        ("CST", -300, -360),
        ("CST", 480, 480),
        ("CST", 0, -360),
        ("BST", 0, 60),
        ("BST", 360, 360),
        ("AST", 180, 180),
        ("AST", -180, -240),
        ("EST", 600, 600),
        ("EST", 660, 600),
        ("EST", 60, -300),
        ("MST", 480, 480),
        ("PST", -420, -480),
    ],
)
def test_a_zone_name_of_several_places_means_that_of_who_passed_the_mail_on(name: str, ours: int, minutes: int) -> None:
    arrived = dt.datetime(2026, 7, 9, 12, 0, tzinfo=dt.timezone(dt.timedelta(minutes=ours)))
    read = read_sent_date(f"July 7, 2026 at 5:04:12 PM {name}", arrived)

    assert read is not None
    assert read.utcoffset() == dt.timedelta(minutes=minutes)
