"""The extractor, loaded when the first mail is read: listing and showing briefs takes no second for it."""

import gc
from functools import cached_property
from typing import Protocol

from briefs.findings import Findings
from briefs.mail import Mail
from extract.own_words import Entry
from extract.setting import Setting


class Reads(Protocol):
    """Finds what a mail asks for, knowing of its client what `setting` says."""

    def read(self, mail: Mail, setting: Setting) -> Findings: ...


class LateExtractor:
    """Not for several threads at once before the first mail was read."""

    def __init__(self, own: tuple[Entry, ...] = ()) -> None:
        self._own = own

    def read(self, mail: Mail, setting: Setting) -> Findings:
        return self._extractor.read(mail, setting)

    @cached_property
    def _extractor(self) -> Reads:
        from extract.reading import Extractor  # spaCy and its vocabulary come with it

        extractor = Extractor(self._own)
        # The vocabulary is some 300,000 objects that stay: the garbage collector, which looks through all it knows
        # every few mails, need not look at them. An eighth of the time of a mail went there.
        gc.freeze()
        return extractor
