"""The size of a picture is looked for in bounded work."""

import struct
import time

from briefs.pictures import size_of


def test_a_jpeg_of_fill_bytes_is_given_up() -> None:
    start = time.process_time()
    assert size_of(b"\xff\xd8" + b"\xff" * 15_000_000) is None
    assert time.process_time() - start < 0.5  # stepping through each would take seconds


def test_fill_bytes_before_the_size_are_stepped_over() -> None:
    frame = struct.pack(">BBHBHH", 0xFF, 0xC0, 17, 8, 48, 64)
    assert size_of(b"\xff\xd8" + b"\xff" * 9 + frame) == (64, 48)


def test_a_file_that_ends_before_its_size_has_none() -> None:
    assert size_of(b"\x89PNG\r\n\x1a\n\x00\x00") is None
