"""A scanned PDF to lines of text, page by page. Runs in the capped child only."""

from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]  # it publishes no types

from ingest.recognition import words_of

_MAX_PAGES = 5
_DOTS = 200 / 72  # an inch has 72 points; more dots than 200 tell no more words
_LONGEST = 3000  # pixels


def read(content: bytes) -> Iterator[str]:
    """The first pages; a page laid out as a poster is made smaller."""
    document = pypdfium2.PdfDocument(content)
    for number in range(min(len(document), _MAX_PAGES)):
        page = document[number]
        scale = min(_DOTS, _LONGEST / max(*page.get_size(), 1))
        yield from words_of(page.render(scale=scale, grayscale=True).to_pil())
        yield ""
