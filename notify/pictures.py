"""Pictures that may be shown as they came: of four kinds, known by their own first bytes, small and not too wide.

Nothing is decoded here: mail is written by strangers, and so are its pictures.
"""

import hashlib

from briefs.mail import CarrierKind, Mail
from briefs.outgoing import Picture
from briefs.pictures import size_of
from notify.views import Enclosed

LARGEST = 1024 * 1024  # bytes, within a mail
LARGEST_PICTURE = 15 * 1024 * 1024  # bytes, on a page
SHOWN_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
MOST = 3  # pictures in one mail
MOST_PIXELS = 40_000_000  # what a page of 40 megapixels takes in memory is what a telephone still has


def shown(content: bytes, largest: int = LARGEST) -> Picture | None:
    """The picture that the bytes are, None where they are none that may be shown."""
    content_type = type_of(content)
    if not content_type or len(content) > largest:
        return None
    size = size_of(content)
    if size is None or size[0] * size[1] > MOST_PIXELS:
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
