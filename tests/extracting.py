"""One extractor for all tests of a process: loading its vocabulary takes longer than most of them."""

from functools import cache

from extract.reading import Extractor


@cache
def shared_extractor() -> Extractor:
    return Extractor()
