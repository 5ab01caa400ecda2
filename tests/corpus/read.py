"""The labelled mails as inbrief reads them: each once a process, since that is what takes long in their tests."""

from dataclasses import dataclass, replace
from functools import cache

from briefs.findings import Findings
from extract.label import label
from extract.reading import Extractor
from extract.sure import is_likely
from tests.corpus.examples import Source, mails
from tests.corpus.scoring import Label


@dataclass(frozen=True, slots=True)
class Read:
    """`weighed` is everything that `Extractor.weigh` finds."""

    source: Source
    weighed: Findings

    @property
    def told(self) -> Findings:
        """What `Extractor.read` finds, but for the jobs, which no label holds."""
        return replace(self.weighed, found=tuple(filter(is_likely, self.weighed.found)), jobs=())

    @property
    def prediction(self) -> Label:
        return label(self.source.mail, self.told)


@cache
def read(part: str) -> tuple[Read, ...]:
    extractor = _extractor()
    return tuple(Read(source, extractor.weigh(source.mail)) for source in mails([part]))


@cache
def _extractor() -> Extractor:
    return Extractor()
