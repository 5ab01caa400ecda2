"""An attached HTML file to lines of text. Runs in the capped child only."""

from collections.abc import Iterator

from ingest.charsets import decode
from ingest.html import read_html


def read(content: bytes) -> Iterator[str]:
    for line in read_html(decode(content, "")[0].removeprefix("\ufeff")).lines:
        yield line.text
