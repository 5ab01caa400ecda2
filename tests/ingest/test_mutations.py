"""Real mails, broken at random: a reading or a named refusal, never anything else."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import Unreadable
from ingest.reading import read_message
from tests.extracting import shared_extractor

ARRIVED = dt.datetime(2026, 3, 3, 9, 0, tzinfo=dt.UTC)
# Without those whose attachment starts a process: it has its own tests, and they would be all the time spent here.
MAILS = sorted(
    path
    for path in (Path(__file__).parents[1] / "corpus" / "open").rglob("*.eml")
    if not path.name.startswith(("b-docx", "b-pdf", "b-xlsx"))
)
BREAKS = st.tuples(
    st.integers(0, 20_000),
    st.integers(0, 200),
    st.binary(max_size=40)
    | st.sampled_from(
        [
            b"\r\n\r\n",
            b"\r\n> ",
            b"\r\n--",
            b"=?utf-8?q?=00?=",
            b"\xff\xfe",
            b"<div>",
            b"From: ",
            b"On ",
            b"$",
            b"12/13/14",
        ]
    ),
)


@given(st.sampled_from(MAILS), st.lists(BREAKS, min_size=1, max_size=6))
def test_a_broken_mail_is_read_or_refused_by_name(path: Path, breaks: list[tuple[int, int, bytes]]) -> None:
    content = path.read_bytes()
    for place, length, put in breaks:
        content = content[: place % len(content)] + put + content[place % len(content) + length :] or b"x"

    try:
        mail = read_message(content, ARRIVED)
    except Unreadable:
        return
    for finding in shared_extractor().read(mail).found:
        assert finding.quote == mail.text[finding.place.start : finding.place.end]
    assert all(before.end <= after.start for before, after in zip(mail.segments, mail.segments[1:], strict=False))


@pytest.mark.parametrize("size", [0, 1, 2])
def test_almost_nothing_is_refused_by_name(size: int) -> None:
    with pytest.raises(Unreadable):
        read_message(b"\n" * size, ARRIVED)
