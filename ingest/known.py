"""History that nothing marks: lines that repeat the thread's earlier mails, told by their words alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefs.mail import Address, SegmentKind
from ingest.lines import Line
from ingest.signatures import dress, paragraphs

# Words without their punctuation; where a script sets no spaces, its characters one by one.
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_ITEM = re.compile(r"\s{0,8}(?:\(?\d{1,2}[.)]|[-*•·–>])\s")
_SENTENCE_END = re.compile(r"[.!?:]\s|[。！？]")
_ASKS = re.compile(r"[?？]\W{0,3}$")
_CONTACT = re.compile(r"www\.|https?://|@|\d[\d\s().\-/]{6,30}\d")
_LOOKED_AT = 300  # characters of a line
_RUN = 5  # words in a row that are no coincidence
_SENTENCE = 3  # words
_KNOWN_SHARE = 0.6  # of a line's words, or a mail's
_MOST_WORDS = 60_000  # of the earlier mails together
_MOST_PLACES = 6  # of a run in the earlier mails that are followed
_MOST_PEOPLE = 5  # who may have signed
_MOST_SIGNED = 20  # runs that a signature is looked for under
_ABOVE, _BELOW = 15, 30  # lines that are looked at to see it


@dataclass(frozen=True, slots=True)
class _Run:
    """Numbers of the lines, blank ones between; `closes` where an earlier mail's words end with it."""

    members: tuple[int, ...]
    sentences: int
    asks: bool
    closes: bool


def mark_known(
    lines: Sequence[Line], own: Sequence[int], earlier: Sequence[str], people: Sequence[Address] = ()
) -> list[Line]:
    """The lines, one quote mark deeper where they repeat `earlier`; only those whose numbers are in `own` may.

    White space, line ends, quote marks, bullets, punctuation and case are no part of a repetition. A run of whole
    lines is history when it repeats two sentences or paragraphs of the earlier mails; the signature that stands below
    an earlier mail's last words goes with it. One sentence alone is what its writer says again, unless it is a
    question and other runs are repeated too: then the mail answers between the lines, and a short question of a line of
    its own counts as well. Else fewer than five words in a row are coincidence. `people` may have signed the earlier
    mails.
    """
    marked = list(lines)
    runs = _runs(lines, own, _Earlier.of(earlier))
    if len(runs) > 1:
        runs += _short_questions(lines, own, earlier, {index for run in runs for index in run.members})
    for number, run in enumerate(runs):
        if run.sentences < 2 and not (run.asks and len(runs) > 1):
            continue
        signed = _signature_below(lines, own, run, people) if run.closes and number < _MOST_SIGNED else []
        for index in (*run.members, *signed):
            marked[index] = marked[index]._replace(depth=marked[index].depth + 1)
    return marked


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The earlier mails' words in one row; `places` tells where each run of five begins, `ends` where mails end."""

    words: list[str]
    places: dict[tuple[str, ...], list[int]]
    ends: frozenset[int]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "_Earlier":
        words: list[str] = []
        places: dict[tuple[str, ...], list[int]] = {}
        ends: set[int] = set()
        for text in texts:
            first = len(words)
            words.extend(islice(_words(text), _MOST_WORDS - first))
            ends.add(len(words))
            for at in range(first, len(words) - _RUN + 1):
                found = places.setdefault(tuple(words[at : at + _RUN]), [])
                if len(found) < _MOST_PLACES:
                    found.append(at)
            words.append("\n")  # no run goes on in another mail
            if len(words) >= _MOST_WORDS:
                break
        return cls(words, places, frozenset(ends))

    def longest(self, row: Sequence[str], at: int) -> tuple[int, int]:
        """How many words of the row from `at` on are repeated, and where in `words` the repetition ends."""
        best, end = 0, 0
        for place in self.places.get(tuple(row[at : at + _RUN]), ()):
            length = _RUN
            while (
                at + length < len(row)
                and place + length < len(self.words)
                and row[at + length] == self.words[place + length]
            ):
                length += 1
            if length > best:
                best, end = length, place + length
        return best, end


def _words(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from _line_words(line)


def _line_words(line: str) -> list[str]:
    item = _ITEM.match(line)
    return _WORD.findall((line[item.end() :] if item else line).lower())


def inserted(lines: Sequence[Line], answered: Sequence[int], earlier: Sequence[str]) -> list[int]:
    """Of a quoted mail that is known, the lines that were not in it: between those that were, and not below them."""
    row = _Row.of(lines, answered, _Earlier.of(earlier))
    if sum(row.repeated) <= _KNOWN_SHARE * len(row.repeated):
        return []
    whole = {tuple(_line_words(line)) for text in earlier for line in text.splitlines()}
    worded = [position for position in range(len(answered)) if row.has_words(position)]
    known = [
        position
        for position in worded
        if row.share(position) > _KNOWN_SHARE or tuple(_line_words(lines[answered[position]].text)) in whole
    ]
    if not known:
        return []
    rest = set(worded) - set(known)
    return [
        answered[position] for position in sorted(rest) if known[0] < position < known[-1] and not row.share(position)
    ]


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of some lines in one row: where each line's begin, which are repeated, where earlier mails end."""

    first: list[int]
    repeated: bytearray
    closing: set[int]

    @classmethod
    def of(cls, lines: Sequence[Line], own: Sequence[int], earlier: _Earlier) -> "_Row":
        row: list[str] = []
        first: list[int] = []
        for index in own:
            first.append(len(row))
            row.extend(_line_words(lines[index].text))
        first.append(len(row))
        repeated = bytearray(len(row))
        closing: set[int] = set()
        at = 0
        while at <= len(row) - _RUN:
            length, end = earlier.longest(row, at)
            repeated[at : at + length] = b"\1" * length
            at += length or 1
            if length and end in earlier.ends:
                closing.add(at)
        return cls(first, repeated, closing)

    def has_words(self, position: int) -> bool:
        return self.first[position] < self.first[position + 1]

    def share(self, position: int) -> float:
        """How much of a line's words is repeated."""
        words = self.repeated[self.first[position] : self.first[position + 1]]
        return sum(words) / len(words) if words else 0.0


def _runs(lines: Sequence[Line], own: Sequence[int], earlier: _Earlier) -> list[_Run]:
    row = _Row.of(lines, own, earlier)
    runs: list[_Run] = []
    start = last = -1
    for position in range(len(own) + 1):
        if position < len(own) and not row.has_words(position):
            continue  # without words: it belongs to what stands around it
        if position < len(own) and row.share(position) == 1:
            start, last = (position if start < 0 else start), position
            continue
        if start >= 0:
            runs.append(_run(lines, own[start : last + 1], row.first[last + 1] in row.closing))
        start = -1
    return runs


def _run(lines: Sequence[Line], members: Sequence[int], closes: bool) -> _Run:
    within = [lines[index] for index in members]
    sentences = 0
    text = ""
    for start, end in paragraphs(within):
        text = " ".join(line.text.strip() for line in within[start:end])
        pieces = sum(len(_line_words(piece)) >= _SENTENCE for piece in _SENTENCE_END.split(text))
        sentences += max(pieces, start == 0)  # "Hi Dana,"
    return _Run(tuple(members), sentences, _ASKS.search(text) is not None, closes)


def _short_questions(lines: Sequence[Line], own: Sequence[int], earlier: Sequence[str], taken: set[int]) -> list[_Run]:
    asked = {tuple(_line_words(line)) for text in earlier for line in text.splitlines() if _ASKS.search(line[-8:])}
    return [
        _Run((index,), 1, True, False)
        for index in own
        if index not in taken
        and _ASKS.search(lines[index].text[-8:])
        and tuple(_line_words(lines[index].text)) in asked
    ]


def _signature_below(lines: Sequence[Line], own: Sequence[int], run: _Run, people: Sequence[Address]) -> list[int]:
    """Paragraphs right below that are somebody's signature, read as the end of what the run repeats."""
    after = bisect_right(own, run.members[-1])
    above = [lines[index] for index in run.members[-_ABOVE:]]
    below = own[after : after + _BELOW]
    writers = [None, *people[:_MOST_PEOPLE]]
    found: list[int] = []
    for start, end in paragraphs([lines[index] for index in below]):
        # A bare "Four" below a name is an answer, a company's address is not.
        first = (
            0 if found and any(_CONTACT.search(lines[index].text[:_LOOKED_AT]) for index in below[start:end]) else start
        )
        if not any(_is_signed(above, [lines[index] for index in below[first:end]], who) for who in writers):
            break
        found = list(below[:end])
    return found


def _is_signed(above: Sequence[Line], below: Sequence[Line], writer: Address | None) -> bool:
    kinds = dress([*above, *below], writer)[len(above) :]
    return all(line.blank or kind is not SegmentKind.CONTENT for line, kind in zip(below, kinds, strict=True))
