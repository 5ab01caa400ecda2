"""What is kept of a message over the limit."""

import pytest

from ingest.limits import Limits
from ingest.oversize import header_of, left_out


def test_what_fits_is_not_left_out() -> None:
    assert left_out(30_000_000, Limits()) == ""


def test_what_is_left_out_is_said_with_both_sizes() -> None:
    assert left_out(52_400_000, Limits()) == "52 MB, over the limit of 30 MB"


@pytest.mark.parametrize("end", [b"\r\n\r\n", b"\n\n"])
def test_a_header_ends_with_its_first_blank_line(end: bytes) -> None:
    assert header_of(b"Subject: x" + end + b"body" + end, Limits()) == b"Subject: x" + end


def test_a_header_without_end_is_cut_at_its_limit() -> None:
    assert len(header_of(b"x" * 1000, Limits(header_bytes=100))) == 100
