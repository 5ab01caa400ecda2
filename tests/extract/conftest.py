"""One extractor for all: building it loads the vocabulary."""

import pytest

from extract.reading import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()
