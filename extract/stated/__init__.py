"""What a brief may state beside its five lists, one file a field: how a sentence says it, and what fits its heading."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefs.findings import Field
from extract.clauses import Sentence
from extract.span import Span
from extract.stated import approver, audience, brand, channel, message, tone
from extract.text import Text


@dataclass(frozen=True, slots=True)
class Stated:
    """`id` is the field's name in the vocabulary; `most` the words of a value. `fits` is told what the heading says."""

    field: Field
    id: str
    most: int
    cued: Callable[[Text, Sentence], Iterator[Span]]
    fits: Callable[[Text, Span, str], bool]


STATED: tuple[Stated, ...] = (
    Stated(Field.AUDIENCE, "audience", 32, audience.cued, audience.fits),
    Stated(Field.MESSAGE, "message", 40, message.cued, message.fits),
    Stated(Field.TONE, "tone", 28, tone.cued, tone.fits),
    Stated(Field.CHANNEL, "channel", 24, channel.cued, channel.fits),
    Stated(Field.APPROVER, "approver", 16, approver.cued, approver.fits),
    Stated(Field.BRAND, "brand", 5, brand.cued, brand.fits),
)
