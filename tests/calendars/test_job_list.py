"""The agency's list of running jobs, as systems and spreadsheets write it out."""

import datetime as dt

import pytest

from briefs.jobs import DEFAULT_JOBS, JobState, RunningJob
from briefs.roles import Brand, Client
from calendars.errors import Unreadable
from calendars.job_list import LINES, ReadList, changes, read_job_list, with_the_unread
from calendars.list_cells import day_of, minutes_of, state_of

NORTHPEAK = Client("northpeak", "Northpeak Bank", brands=(Brand("zest", "Zest", ("zest card",)), Brand("solo", "Solo")))
KESTREL = Client("kestrel", "Kestrel Bikes")
TWICE = Client("twice", "Twice", brands=(Brand("zest", "Zest"),))
THIRD = dt.date(2026, 6, 3)


def read(text: str | bytes, *, day_first: bool = False, clients: tuple[Client, ...] = (NORTHPEAK, KESTREL)) -> ReadList:
    content = text if isinstance(text, bytes) else text.encode()
    return read_job_list(content, clients, DEFAULT_JOBS, ("creative", "digital"), day_first=day_first)


WHOLE = RunningJob("2041", "northpeak", "Spring banners", THIRD, "banner", "", "creative", 450)


@pytest.mark.parametrize(
    "text",
    [
        """number,client,title,kind,department,due,hours,state
2041,northpeak,Spring banners,banner,creative,2026-06-03,7.5,open
""",
        """State;HOURS;Due;Department;Kind;Title;Client;Number
In progress;7,5;2026-06-03;Creative;Banners;Spring banners;Northpeak Bank;2041
""".replace("\n", "\r\n"),
        """
Job No.\tDeadline\tStatus\tCustomer\tJob title\tType\tTeam\tHours left\tOwner
2041\t2026-06-03T17:00:00\twip\tNORTHPEAK\t"Spring\nbanners"\tBanner\tCREATIVE\t7,50 h\tSam

""",
    ],
)
def test_columns_stand_in_any_order_case_and_format(text: str) -> None:
    assert read(text) == ReadList((WHOLE,))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_spreadsheets_write_in_several_encodings(encoding: str) -> None:
    (job,) = read("number;due;title\n1;2026-06-03;Fête à Zürich – 5 €\n".encode(encoding)).jobs

    assert job.title == "Fête à Zürich – 5 €"


@pytest.mark.parametrize(
    ("text", "day_first", "day", "other"),
    [
        ("2026-06-03", False, THIRD, None),
        ("2026/6/3", False, THIRD, None),
        ("2026-06-03 17:00", False, THIRD, None),
        ("06/03/2026", False, THIRD, dt.date(2026, 3, 6)),
        ("03/06/26", True, THIRD, dt.date(2026, 3, 6)),
        ("3.6.2026", False, THIRD, None),
        ("03-Jun-26", False, THIRD, None),
        ("3 June 2026", False, THIRD, None),
        ("13/06/2026", False, dt.date(2026, 6, 13), None),
        ("06/13/2026", True, dt.date(2026, 6, 13), None),
        ("6/6/2026", True, dt.date(2026, 6, 6), None),
    ],
)
def test_a_day_is_read_in_the_order_of_the_country(
    text: str, day_first: bool, day: dt.date, other: dt.date | None
) -> None:
    assert day_of(text, day_first=day_first) == (day, other)


@pytest.mark.parametrize("text", ["31/02/2026", "2026-13-01", "soon", "06/03", "13/13/2026", "46176", "3 Foo 2026"])
def test_what_is_no_day_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="expected a day such as 2026-06-03, got"):
        day_of(text, day_first=True)


@pytest.mark.parametrize(
    ("text", "minutes"), [("7.5", 450), ("7,25", 435), ("12", 720), ("0", 0), ("3 h", 180), ("", None)]
)
def test_hours_have_a_comma_or_a_point(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["1,200", "-3", "many", "1.5.2", "999999"])
def test_what_is_no_number_of_hours_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected hours such as 7\.5, got"):
        minutes_of(text)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("open|In Progress|in_work|WIP||In Arbeit|with client", JobState.OPEN),
        ("On hold|on-hold|PAUSED", JobState.ON_HOLD),
        ("done|Closed|cancelled|Canceled|abgeschlossen|delivered", JobState.DONE),
    ],
)
def test_states_are_known_by_their_words(words: str, state: JobState) -> None:
    assert {state_of(word) for word in words.split("|")} == {state}


@pytest.mark.parametrize(
    ("client", "title", "expected"),
    [
        ("northpeak", "Banners", ("northpeak", "")),
        ("NORTHPEAK BANK", "Banners", ("northpeak", "")),
        ("Zest", "Banners", ("northpeak", "zest")),
        ("Northpeak Bank / Solo", "Banners", ("northpeak", "solo")),
        ("Northpeak Bank", "Zest card banners", ("northpeak", "zest")),
        ("", "Zest banners", ("", "")),
        ("Northpeak and Kestrel Bikes", "Banners", ("", "")),
        ("Acme", "Banners", ("", "")),
    ],
)
def test_a_client_is_known_by_id_name_or_brand(client: str, title: str, expected: tuple[str, str]) -> None:
    (job,) = read(f"number;client;title;due\n1;{client};{title};2026-06-03\n").jobs

    assert (job.client, job.brand) == expected


def test_a_brand_of_two_clients_tells_neither() -> None:
    found = read("number,client,due\n1,Zest,2026-06-03\n", clients=(NORTHPEAK, TWICE))

    assert found.jobs[0].client == ""
    assert [remark.sentence for remark in found.doubts] == ["client 'Zest' is none of the settings, or several of them"]


def test_each_bad_line_is_told_and_the_rest_is_read() -> None:
    found = read(
        "number,title,due,hours,state\n"
        "1,Fine,2026-06-03,1,open\n"
        ",No number,2026-06-03,1,open\n"
        "3,No day,,1,open\n"
        "4,Odd day,someday,1,open\n"
        "5,Odd hours,2026-06-03,lots,open\n"
        "6,Odd state,2026-06-03,1,perhaps\n"
        "1,Again,2026-06-03,1,open\n"
        "8,A, comma,2026-06-03,1,open\n"
        '9,"A" mark,2026-06-03,1,open\n'
        f"10,{'x' * 301},2026-06-03,1,open\n"
        "11,Fine too,2026-06-03,1,open\n"
    )

    assert [job.number for job in found.jobs] == ["1", "11"]
    assert [(remark.line, remark.sentence) for remark in found.bad] == [
        (3, "it has no number"),
        (4, "it has no due day"),
        (5, "expected a day such as 2026-06-03, got 'someday'"),
        (6, "expected hours such as 7.5, got 'lots'"),
        (7, "expected a state such as open, on hold, done or cancelled, got 'perhaps'"),
        (8, "job 1 stands further up already"),
        (9, "it has 6 fields, the first line has 5; is a mark within a field?"),
        (10, "it cannot be taken apart: ',' expected after '\"'"),
        (11, "its title has 301 characters, over the limit of 300"),
    ]


def test_what_was_guessed_or_left_out_is_told() -> None:
    found = read("number,client,kind,department,due\n1,Acme,hologram,moon base,06/03/2026\n")

    assert found.jobs == (RunningJob("1", "", "", THIRD),)
    assert [remark.sentence for remark in found.doubts] == [
        "due 06/03/2026 is read as 2026-06-03 and could be 2026-03-06",
        "client 'Acme' is none of the settings, or several of them",
        "kind 'hologram' is none of the table",
        "department 'moon base' is not known: the job counts for the agency as a whole only",
    ]


def test_days_of_the_file_that_fit_one_order_settle_the_others() -> None:
    found = read("number,due\n1,03/06/2026\n2,25/06/2026\n")

    assert [job.due for job in found.jobs] == [THIRD, dt.date(2026, 6, 25)]
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "it is empty"),
        (b"\n \n", "it is empty"),
        (b"title,due\nBanners,2026-06-03\n", "number cannot be missing"),
        (b"PK\x03\x04" + bytes(range(256)), "must name the columns"),
        (b'number,due,title\n1,2026-06-03,"Open\n2,2026-06-03,Lost\n', "a quotation mark is left open from line 2 on"),
        (b"number,due\n" + b"1,2026-06-03\n" * LINES, "it has more than 20,000 lines"),
        (b"number,due\n" + b"x" * 5_000_000, "over the limit of 5,000,000"),
    ],
)
def test_a_file_that_is_no_list_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read(content)


def test_nothing_of_a_title_moves_the_cursor_of_a_terminal() -> None:
    (job,) = read("number,due,title\n1,2026-06-03,\x1b[2JBanners\u202e\n").jobs

    assert job.title == "[2JBanners"


def test_changes_are_told_by_number() -> None:
    before = read("number,due,title\n1,2026-06-03,A\n2,2026-06-03,B\n3,2026-06-03,C\n").jobs
    after = read("number,due,title\n4,2026-06-03,D\n1,2026-06-03,A\n2,2026-06-04,B\n").jobs

    told = changes(before, after)

    assert [job.number for job in told.new] == ["4"]
    assert [(old.due.day, new.due.day) for old, new in told.changed] == [(3, 4)]
    assert [job.number for job in told.gone] == ["3"]


def test_a_job_whose_line_is_bad_stays_as_it_was() -> None:
    before = read("number,due,title\n1,2026-06-03,A\n2,2026-06-03,B\n3,2026-06-03,C\n").jobs
    found = read("number,due,title\n1,2026-06-03,A\n2,whenever,B\n")

    assert [job.number for job in with_the_unread(found, before)] == ["1", "2"]
