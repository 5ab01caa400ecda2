"""A PDF to lines of text. Runs in the capped child only."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pypdf import PdfReader

from ingest.refused import Refused

_MAX_PAGES = 200
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_EDGE = 2  # lines at a page's head and foot that may run through the file
_FEW_LETTERS = 30  # what a scanner stamps on its pages
_HYPHENATES = 3  # words broken at a line's end: the file breaks words, it does not only use hyphens
_WORD = re.compile(r"\w[\w'’]*", re.UNICODE)
_BROKEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
_NUMBER = "\0"  # stands for a page's own number


def read(content: bytes) -> Iterator[str]:
    """Pages in order without running heads, words broken at a line's end made whole, then a form's filled fields."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("encrypted")
    pages = [page.extract_text().translate(_LIGATURES).split("\n") for page in reader.pages[:_MAX_PAGES]]
    fields = reader.get_form_text_fields() or {}
    filled = {name: str(value).strip() for name, value in fields.items() if value and str(value).strip()}
    letters = sum(character.isalnum() for lines in pages for line in lines for character in line)
    pictured = any("/XObject" in (page.get("/Resources") or {}) for page in reader.pages[:_MAX_PAGES])
    if letters < _FEW_LETTERS and not filled and pictured:
        raise Refused("no text")
    yield from _whole_words(_without_running_heads(pages))
    for name, value in filled.items():
        yield f"{_label(name)}: {value}"


def _label(name: str) -> str:
    """A field's own name made readable: "form1[0].Budget_total" is "Budget total"."""
    last = re.sub(r"\[\d{1,4}\]", "", name).rpartition(".")[2]
    return " ".join(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", last).replace("_", " ").split())


def _without_running_heads(pages: Sequence[list[str]]) -> list[str]:
    """A head that repeats is told once, on its first page; one with the page's number never."""
    edges = [_edges(lines, number) for number, lines in enumerate(pages, 1)]
    seen = Counter(key for page in edges for key in set(page.values()))
    told: set[str] = set()
    kept: list[str] = []
    for lines, keys in zip(pages, edges, strict=True):
        for index, line in enumerate(lines):
            key = keys.get(index, "")
            if key and seen[key] > 1 and 2 * seen[key] >= len(pages):
                if key in told or _NUMBER in key:
                    continue
                told.add(key)
            kept.append(line)
        kept.append("")
    return kept


def _edges(lines: Sequence[str], number: int) -> dict[int, str]:
    """The lines at a page's head and foot, with a sign for the page's own number."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    own = re.compile(rf"\b{number}\b")
    return {
        index: own.sub(_NUMBER, " ".join(lines[index].split()), count=1)
        for index in (*filled[:_EDGE], *filled[-_EDGE:])
    }


def _whole_words(lines: Sequence[str]) -> Iterator[str]:
    """Joins a word broken at a line's end. The hyphen goes where the file knows the word without it, or breaks many."""
    broken = sum(_is_broken(line, below) for line, below in pairwise(lines))
    known = {word.lower() for line in lines for word in _WORD.findall(line)} if broken else set()
    head = ""
    for index, line in enumerate(lines):
        line = head + line
        head = ""
        below = lines[index + 1] if index + 1 < len(lines) else ""
        if _is_broken(line, below):
            start, _, last = line.rpartition(" ")
            first = below.split(" ", 1)[0]
            whole = last[:-1] + first
            bare = "".join(_WORD.findall(whole)[:1]).lower()
            hyphen = "" if last[-1] == "\u00ad" or bare in known or broken >= _HYPHENATES else "-"
            head = f"{last[:-1]}{hyphen}"
            line = start
            if not line:
                continue
        yield line


def _is_broken(line: str, below: str) -> bool:
    return bool(_BROKEN.search(line)) and below[:1].islower()
