"""How a text is cut into tokens: at every change between letters, digits and signs."""

import re

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, no stub
from spacy.vocab import Vocab

# "$40-45k" is four tokens and a hyphen, "EOD/COB" three, "don't" and "sign-off" stay whole: a hyphen or an
# apostrophe between letters joins them. A number keeps the separators inside it.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,']\d+)*|[^\w\s]|_+")


def tokenizer(vocab: Vocab) -> Tokenizer:
    """spaCy's tokenizer with our one pattern in place of its English exceptions."""
    return Tokenizer(vocab, infix_finditer=_infixes)


def _infixes(chunk: str) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(chunk))
