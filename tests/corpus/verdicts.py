"""Findings of labelled mails and marked lines, each with its signs and whether a person wrote the same down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from briefs.findings import Finding, Words
from extract.intent import intent_of, told
from extract.label import LISTS, lists
from extract.reading import Extractor, found_in
from extract.signs import Signs
from extract.sure import LABELLED, candidates
from extract.sure_signs import named, signs_of
from tests.corpus.examples import Source
from tests.corpus.reading_lines import is_of
from tests.corpus.scoring import MATCHES, Label


@dataclass(frozen=True, slots=True)
class Verdict:
    """`finding` as its rule left it. In a mail that asks for nothing every value is wrong."""

    mail: str
    finding: Finding
    signs: Signs
    right: bool


def verdicts(extractor: Extractor, read: Iterable[Source]) -> Iterator[Verdict]:
    for source in read:
        text = extractor.text(source.mail)
        found = found_in(text)
        wanted = intent_of(text, found)
        taken = told(wanted.intent, found)
        every = candidates(text, taken, wanted)
        signs = signs_of(text, every, len(taken), wanted)
        labelled = [
            (finding, its)
            for finding, its in zip(every, signs, strict=True)
            if finding.field in LABELLED and finding.field in source.fields
        ]
        right = rights(source, [finding for finding, _ in labelled])
        for (finding, its), is_right in zip(labelled, right, strict=True):
            yield Verdict(source.name, finding, named(its), is_right)


def rights(source: Source, found: Iterable[Finding]) -> list[bool]:
    """Of each finding whether it is right. A label or a mark makes one right, no two.

    Words may be read in several ways of which one stands in the end: a condition with the clause behind it and without.
    A label makes right all that would pass for it, else the first would be called right and the best of them wrong.
    """
    return _labelled(source.label, found) if source.label is not None else _marked(source, found)


def _labelled(label: Label, found: Iterable[Finding]) -> list[bool]:
    left = {name: list(label[name]) for name in LISTS.values()}
    right = []
    for finding in found:
        name, worded = LISTS[finding.field], isinstance(finding.value, Words)
        shape = cast("list[Any]", lists([(finding.field, finding.value, finding.quote)])[name])[0]
        same = next((wanted for wanted in left[name] if MATCHES[name](shape, wanted)), None)
        if same is not None and not worded:
            left[name].remove(same)
        right.append(same is not None)
    return right


def _marked(source: Source, found: Iterable[Finding]) -> list[bool]:
    left = list(source.marks)
    right = []
    for finding in found:
        mark = next((mark for mark in left if is_of(source.mail, finding, mark)), None)
        if mark is not None and not isinstance(finding.value, Words):
            left.remove(mark)
        right.append(mark is not None)
    return right
