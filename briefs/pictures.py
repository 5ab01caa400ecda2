"""How large a picture is, from its own first bytes; nothing is unpacked, since strangers send them."""

import struct

_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # the start of frame (ITU-T T.81, table B.1)
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_STEPS = 500  # segments and fill bytes before the size; a file may be nothing else


def size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF, JPEG, BMP or WebP; None where they cannot be told."""
    try:
        size = _size(content)
    except struct.error:  # it ends before its size
        return None
    return size if size is not None and size[0] > 0 and size[1] > 0 else None


def _size(content: bytes) -> tuple[int, int] | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _pair(">II", content, 16)
    if content.startswith((b"GIF87a", b"GIF89a")):
        return _pair("<HH", content, 6)
    if content.startswith(b"BM"):
        width, height = _pair("<ii", content, 18)
        return abs(width), abs(height)
    if content.startswith(b"\xff\xd8\xff"):
        return _jpeg(content)
    return _webp(content) if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None


def _pair(layout: str, content: bytes, offset: int) -> tuple[int, int]:
    first, second = struct.unpack_from(layout, content, offset)
    return int(first), int(second)


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    for _ in range(_JPEG_STEPS):
        mark, code = _pair(">BB", content, at)
        if mark != 0xFF or code == 0xDA:  # the picture itself begins, and its size was not said
            return None
        if code == 0xFF:
            at += 1
        elif code in _JPEG_SIZES:
            height, width = _pair(">HH", content, at + 5)
            return width, height
        else:
            at += 2 if code in _JPEG_ALONE else 2 + max(2, struct.unpack_from(">H", content, at + 2)[0])
    return None


def _webp(content: bytes) -> tuple[int, int] | None:
    """RFC 9649 section 2: a canvas, or one lossy or lossless picture."""
    match content[12:16]:
        case b"VP8X":
            low_width, high_width, low_height, high_height = struct.unpack_from("<HBHB", content, 24)
            return low_width + (high_width << 16) + 1, low_height + (high_height << 16) + 1
        case b"VP8 ":
            width, height = _pair("<HH", content, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", content, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None
