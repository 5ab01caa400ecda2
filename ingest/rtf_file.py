"""An RTF file to lines of text. Runs in the capped child only."""

from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from ingest.rows import row_lines


def read(content: bytes) -> Iterator[str]:
    """Paragraphs and table rows; the reader writes a bar after each cell."""
    text: str = rtf_to_text(content.decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]  # striprtf publishes no types
    for line in text.split("\n"):
        if line.endswith("|") and line.count("|") > 1:
            yield from row_lines(line.split("|"))
        else:
            yield line
