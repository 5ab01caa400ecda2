"""What inbrief reads from the mails of the corpus, without any directory, as `inbrief extract --json` does."""

import datetime as dt
from collections.abc import Iterable

from extract.label import label
from extract.reading import Extractor
from ingest.reading import read_message
from tests.corpus.scoring import Case, Label

ARRIVED_AT = dt.datetime(2028, 1, 1, tzinfo=dt.UTC)  # after every mail; each has its own Date


def predictions(cases: Iterable[Case]) -> dict[str, Label]:
    extractor = Extractor()
    return {case.name: predicted(extractor, case.path.read_bytes()) for case in cases}


def predicted(extractor: Extractor, content: bytes) -> Label:
    mail = read_message(content, ARRIVED_AT)
    return label(mail, extractor.read(mail))
