"""Which strangers' pictures are shown as they came."""

import io
import struct

import pytest
from PIL import Image

from briefs.pictures import size_of
from notify.pictures import LARGEST, shown, type_of
from tests.notify.invented import PNG

KINDS = {
    "PNG": "image/png",
    "GIF": "image/gif",
    "JPEG": "image/jpeg",
    "WEBP": "image/webp",
}


def drawn(kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (321, 123), "teal").save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_known_by_its_bytes(kind: str) -> None:
    content = drawn(kind)

    assert (type_of(content), size_of(content)) == (KINDS[kind], (321, 123))


@pytest.mark.parametrize(("kind", "options"), [("JPEG", {"progressive": True}), ("WEBP", {"lossless": True})])
def test_its_other_ways_of_writing_have_their_size_too(kind: str, options: dict[str, object]) -> None:
    assert size_of(drawn(kind, **options)) == (321, 123)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><img src=x>",
        b"BM\x00\x00\x00\x00",
        b"RIFF\x00\x00\x00\x00WAVE",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff" + b"\xff" * 5000,
        b"\xff\xd8\xff\xe0\x00\x00" * 1000,
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBPVP8X",
    ],
)
def test_what_is_no_whole_picture_of_the_four_kinds_is_not_shown(content: bytes) -> None:
    assert shown(content) is None


def test_a_small_file_that_unfolds_to_a_huge_picture_is_not_shown() -> None:
    assert shown(PNG) is not None
    assert shown(PNG[:16] + struct.pack(">II", 30_000, 30_000) + PNG[24:]) is None


def test_a_large_file_is_not_shown() -> None:
    assert shown(PNG + b"\0" * LARGEST) is None
