"""How a text is cut into tokens: at every change between letters, digits and signs."""

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.span import Span
from extract.value import value
from extract.word_forms import LOWERED, cut

# "$40-45k" is four tokens and a hyphen, "EOD/COB" three, "don't" and "sign-off" stay whole: a hyphen or an
# apostrophe between letters joins them. A number keeps the separators inside it.
_TOKEN = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,']\d+)*|[^\w\s]|_+)")
# The same where all is ASCII.
_PLAIN_TOKEN = re.compile(r"([A-Za-z]+(?:['-][A-Za-z]+)*|[0-9]+(?:[.,'][0-9]+)*|[^A-Za-z0-9_\s]|_+)")


@value(frozen=True, slots=True, order=True)
class Word(Span):
    """One token in lower case."""

    lower: str


class Tokens:
    """The tokens of a text that are no white space, cut once: rules look at each many times."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.starts, self.ends, found = cut(_PLAIN_TOKEN if text.isascii() else _TOKEN, text)
        self.lower = list(map(LOWERED.__getitem__, found))
        self.words = tuple(map(Word, self.starts, self.ends, self.lower))

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """Those that stand whole in `start:end`."""
        return self.words[bisect_left(self.starts, start) : bisect_right(self.ends, end)]

    def doc(self, vocab: Vocab) -> tuple[Doc, list[Word]]:
        """The tokens as spaCy's matchers take them, and the word that each is, or that follows it.

        One space or line end between words is nothing to a phrase: "you\\nhave" is "you have". A wider gap is a token
        of its own, so that no phrase reaches across.
        """
        tokens: list[str] = []
        of: list[Word] = []
        reach = 0
        for word in self.words:
            if word.start - reach > 1:
                tokens.append(" ")
                of.append(word)
            tokens.append(self._text[word.start : word.end])
            of.append(word)
            reach = word.end
        return Doc(vocab, tokens), of
