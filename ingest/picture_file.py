"""A picture of words to lines of text. Runs in the capped child only."""

from collections.abc import Iterator

from ingest.recognition import opened, words_of


def read(content: bytes) -> Iterator[str]:
    yield from words_of(opened(content))
