"""How a text is cut into tokens: at every change between letters, digits and signs."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, no stub
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.span import Span

# "$40-45k" is four tokens and a hyphen, "EOD/COB" three, "don't" and "sign-off" stay whole: a hyphen or an
# apostrophe between letters joins them. A number keeps the separators inside it.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,']\d+)*|[^\w\s]|_+")


@dataclass(frozen=True, slots=True, order=True)
class Word(Span):
    """One token in lower case."""

    lower: str


def tokenizer(vocab: Vocab) -> Tokenizer:
    """spaCy's tokenizer with our one pattern in place of its English exceptions."""
    return Tokenizer(vocab, infix_finditer=_infixes)


class Tokens:
    """The tokens of a text that are no white space, made once: rules look at each many times."""

    def __init__(self, doc: Doc) -> None:
        self._words = tuple(Word(t.idx, t.idx + len(t), t.lower_) for t in doc if not t.is_space)
        self._starts = [word.start for word in self._words]
        self._ends = [word.end for word in self._words]

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """Those that stand whole in `start:end`."""
        return self._words[bisect_left(self._starts, start) : bisect_right(self._ends, end)]


def _infixes(chunk: str) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(chunk))
