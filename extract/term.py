"""A word or phrase that the vocabulary knows, where it stands."""

from dataclasses import dataclass

from extract.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Term(Span):
    """`label` is the kind of term ("due", "deliverable"), `id` what it means, "" where it means itself."""

    label: str
    id: str
