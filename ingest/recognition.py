"""Words off a picture, by tesseract. Runs in the capped child only."""

import io
import os
import subprocess
from collections.abc import Iterator

from PIL import Image, ImageOps

from ingest.refused import Refused

_MAX_PIXELS = 50_000_000
_SIDE = 3000  # pixels: an A4 page at 250 dots an inch
_SECONDS = 60  # its own cap on CPU time is lower; this one is for a machine that stands still


def opened(content: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(content))
    except OSError:
        raise Refused("unreadable") from None
    except Image.DecompressionBombError:
        raise Refused("too large") from None
    if image.width * image.height > _MAX_PIXELS:
        raise Refused("too large")
    return image


def words_of(image: Image.Image) -> Iterator[str]:
    """Lines in reading order, of the first picture where there are several."""
    upright = ImageOps.exif_transpose(image).convert("RGB").convert("L")
    upright.thumbnail((_SIDE, _SIDE))
    file = io.BytesIO()
    upright.save(file, "PNG", compress_level=1)
    try:
        answer = subprocess.run(
            ["tesseract", "stdin", "stdout"],
            input=file.getvalue(),
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={"PATH": os.environ.get("PATH", os.defpath), "OMP_THREAD_LIMIT": "1"},
        )
    except FileNotFoundError:
        raise Refused("no recognition") from None
    if answer.returncode:
        raise Refused("too slow" if answer.returncode < 0 else "unreadable")
    yield from answer.stdout.decode("utf-8", "replace").replace("\f", "").split("\n")
