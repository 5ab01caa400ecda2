"""A PDF to lines of text. Runs in the capped child only."""

import io
from collections.abc import Iterator

from pypdf import PdfReader

_MAX_PAGES = 200


def read(content: bytes) -> Iterator[str]:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        reader.decrypt("")
    for number, page in enumerate(reader.pages):
        if number >= _MAX_PAGES:
            return
        yield from page.extract_text().split("\n")
        yield ""
