"""Pictures that may be shown as they came: of four kinds, known by their own first bytes, small and not too wide.

Nothing is decoded here: mail is written by strangers, and so are its pictures.
"""

import hashlib
import struct

from briefs.mail import CarrierKind, Mail
from briefs.outgoing import Picture
from notify.views import Enclosed

LARGEST = 1024 * 1024  # bytes, within a mail
LARGEST_PICTURE = 15 * 1024 * 1024  # bytes, on a page
SHOWN_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
MOST = 3  # pictures in one mail
MOST_PIXELS = 40_000_000  # what a page of 40 megapixels takes in memory is what a telephone still has
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # the start of frame (ITU-T T.81, table B.1)
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def shown(content: bytes, largest: int = LARGEST) -> Picture | None:
    """The picture that the bytes are, None where they are none that may be shown."""
    content_type = type_of(content)
    if not content_type or len(content) > largest:
        return None
    width, height = size_of(content)
    if not 0 < width * height <= MOST_PIXELS:
        return None
    return Picture(hashlib.sha256(content).hexdigest(), content_type, content)


def enclosed(mail: Mail) -> tuple[Enclosed, ...]:
    """The pictures that may hold a mail's request, as far as they may be shown."""
    files = {file.part: file for file in mail.attachments}
    found = []
    for carrier in mail.carriers:
        file = files.get(carrier.part) if carrier.kind is CarrierKind.PICTURE else None
        picture = shown(file.content) if file is not None else None
        if picture is not None:
            found.append(Enclosed(carrier.part, carrier.name, picture))
    return tuple(found[:MOST])


def type_of(content: bytes) -> str:
    """What the first bytes say, whatever the file is called; "" for all that is not shown, SVG among it."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return ""


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; (0, 0) where they do not stand where they should."""
    try:
        match type_of(content):
            case "image/png":
                width, height = struct.unpack_from(">4xII", content, 12)
            case "image/gif":
                width, height = struct.unpack_from("<HH", content, 6)
            case "image/jpeg":
                width, height = _jpeg_size(content)
            case "image/webp":
                width, height = _webp_size(content)
            case _:
                return 0, 0
    except struct.error:
        return 0, 0
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while True:
        mark, code = struct.unpack_from(">BB", content, at)
        if mark != 0xFF or code == 0xDA:  # the picture itself begins, and its size was not said
            return 0, 0
        if code == 0xFF:
            at += 1
            continue
        if code in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 if code in _JPEG_ALONE else 2 + max(2, struct.unpack_from(">H", content, at + 2)[0])


def _webp_size(content: bytes) -> tuple[int, int]:
    """RFC 9649 section 2: a canvas, or one lossy or lossless picture."""
    match content[12:16]:
        case b"VP8X":
            low_width, high_width, low_height, high_height = struct.unpack_from("<HBHB", content, 24)
            return low_width + (high_width << 16) + 1, low_height + (high_height << 16) + 1
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", content, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", content, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0
