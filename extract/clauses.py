"""A text cut by its shape: lines into blocks (paragraphs, bullets, headings, rows), into sentences, into clauses."""

import re
from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum

from extract.anycase import AnyCase
from extract.span import Span
from extract.value import value
from extract.wraps import Line, joined


class Shape(StrEnum):
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    HEADING = "heading"
    ROW = "row"  # a label and its value side by side: "Budget: 40k", or two cells of a table


@value(frozen=True, slots=True, order=True)
class Block(Span):
    """A stretch that was written as one: wrapped lines are joined, bullet marks and the labels of rows left out.

    `label` is the row's label; `heading` is what a list or paragraph stands under: a heading, or the line or sentence
    before it that ends in a colon. Both in lower case, "" where there is none. `labelled` and `under` are where they
    stand, `cells` those of a row of a table, its first included.
    """

    shape: Shape
    label: str
    heading: str
    labelled: Span | None
    under: Span | None
    cells: tuple[Span, ...] = field(default=(), hash=False)  # blocks are keys, and a row may have any number

    @property
    def named(self) -> Span | None:
        return self.labelled or self.under

    @property
    def name(self) -> str:
        """What names it: its own label, else what it stands under."""
        return self.label or self.heading


@value(frozen=True, slots=True, order=True)
class Sentence(Span):
    """`label` is what stands before a colon at its beginning ("Goal: fill the room"), `body` where the rest begins."""

    block: Block
    label: str
    body: int

    @property
    def words(self) -> Span:
        """The sentence without its label."""
        return Span(self.body, self.end)


@value(frozen=True, slots=True, order=True)
class Clause(Span):
    """A stretch of a sentence between signs; `joint` is the sign before it, one of `, ; : ( ) -`, "" for the first."""

    sentence: Sentence
    joint: str


@value(frozen=True, slots=True)
class Layout:
    """All three in the order of the text and disjoint. Headings have sentences and clauses too."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]


def layout(words: str) -> Layout:
    blocks = tuple(_blocks(words))
    sentences = tuple(sentence for block in blocks for sentence in _sentences(words, block))
    clauses = tuple(clause for sentence in sentences for clause in _clauses(words, sentence))
    return Layout(blocks, sentences, clauses)


# --- lines into blocks

_MARK = re.compile(
    r"(?:[-*•·–—▪◦‣●○■□✓✔➢►→+]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,2}\.?(?=[ \t]+[A-Z])"
    r"|\(?[a-z][.)]|\(?[A-Z]\)|\(?[ivx]{2,4}[.)])[ \t]+(?=\S)"
)
_LABEL = re.compile(r"([^\W\d_][^\n:;,.!?=]{0,38}?) ?(?::|=| [-–—]) +(?=\S)")
_CELLS = re.compile(r"(\S[^\n\t|]{0,60}?)(?: {2,}| ?\t ?| ?\| ?| ?\.{3,} ?)(?=\S)")
_WIDEST_CELL = 70  # characters, with what follows it
_GAP = re.compile(r" {2,}| ?\t[ \t]*| ?\| ?| ?\.{3,} ?")
_LAST = re.compile(r"[.!?]\s+")
_SEVERAL = re.compile(r"[.!?] +[A-Z]")
_QUESTION = re.compile(r"(?:what|why|who|when|how|which|any|anything|do|does|is|are)\b", re.IGNORECASE)
# Names that briefs give their parts, known as headings even with an empty line and a paragraph below.
_NAMES = re.compile(
    r"(?:the |our |your |key |campaign |project |business |marketing |communications? |creative )?"
    r"(?:background|context|objectives?|goals?|aims?|purpose|task|challenge|deliverables?|scope(?: of work)?"
    r"|what we need|requirements?|mandator(?:y|ies)|must[- ]haves?|musts|rules|guidelines|guardrails"
    r"|conditions|constraints|specs"
    r"|specifications?|dos and don'ts|tone(?: of voice)?|messages?|messaging|audience|target(?: audience)?|timings?"
    r"|timeline|schedule|dates|deadlines?|milestones|budget|costs?|money|approvals?|sign-?off|notes?|contacts?"
    r"|next steps|success|kpis?|why|when|what|who|how much)",
    re.IGNORECASE,
)
_ARTICLES = ("A", "An", "One", "Two", "Three", "Four", "Five", "Six", "Some")
_HEADING_WORDS = 7


def _blocks(words: str) -> Iterator[Block]:
    """Blocks with their headings: a heading holds for the list or the paragraph that follows it, no further."""
    heading = ""
    under: Span | None = None
    listed = gap = False
    runs = list(_runs(words))
    for number, run in enumerate(runs):
        if not run:
            gap = True
            continue
        below = next((later for later in runs[number + 1 : number + 3] if later), [])
        for position, lines in enumerate(run):
            after = run[position + 1 : position + 2] or below[:1]
            headed = position > 0 and under is not None and not listed
            shape, span, label = _shape(words, lines, after, alone=position + 1 == len(run), headed=headed)
            if shape is Shape.HEADING:
                heading, under, listed, gap = _lower(words, span), span, False, False
                yield Block(span.start, span.end, shape, "", "", None, None)
                continue
            if gap and listed and not lines[0].mark:
                heading, under = "", None
            name = _lower(words, label) if label else ""
            cells = tuple(_cells(words, lines)) if label else ()
            yield Block(span.start, span.end, shape, name, heading, label, under, cells)
            listed, gap = True, False
            if words[span.end - 1] == ":":
                under = _lead_in(words, span)
                heading, listed = _lower(words, under), False


def _cells(words: str, lines: list[Line]) -> Iterator[Span]:
    """The cells of a table's row: between tabs, bars or wide spaces; a label and its value are two cells."""
    start, end = lines[0].start + len(lines[0].mark), lines[-1].end
    begins = start
    for gap in _GAP.finditer(words, start, end):
        if gap.start() > begins:
            yield Span(begins, gap.start())
        begins = gap.end()
    if begins > start:
        yield Span(begins, end)
        return
    row = _LABEL.match(words, start, end)
    if row is not None:
        yield Span(*row.span(1))
        yield Span(row.end(), end)


def _runs(words: str) -> Iterator[list[list[Line]]]:
    """Stretches of lines without an empty one between them, wrapped lines together; an empty list for each gap."""
    run: list[Line] = []
    offset = 0
    for raw in words.splitlines(keepends=True):
        text = raw.strip()
        if text:
            start = offset + len(raw) - len(raw.lstrip())
            mark = _MARK.match(words, start, start + len(text))
            run.append(Line(start, start + len(text), start - offset, mark[0] if mark else ""))
        elif run:
            yield joined(words, run)
            yield []
            run = []
        offset += len(raw)
    if run:
        yield joined(words, run)


def _shape(
    words: str, lines: list[Line], after: list[list[Line]], alone: bool, headed: bool
) -> tuple[Shape, Span, Span | None]:
    first, end = lines[0], lines[-1].end
    start = first.start + len(first.mark)
    text = words[start:end]
    followed = headed and text[-1] not in ":?"  # right below a heading stands what it heads
    if len(lines) == 1 and not followed and _is_heading(words, first, text, after, alone):
        return Shape.HEADING, Span(start, end), None
    row = _LABEL.match(words, start, end) if len(text) < 400 and "\t" not in text else None
    if row is None or len(row[1].split()) > 5:
        head = text[:_WIDEST_CELL]
        # A cheap look for the gaps of the pattern: most lines have none.
        may_be_row = "  " in head or "\t" in head or "|" in head or "..." in head
        row = _CELLS.match(words, start, end) if may_be_row else None
    if row is not None and len(row[1].split()) <= 7 and not (len(row[1].split()) > 2 and _SEVERAL.search(text)):
        return Shape.ROW, Span(row.end(), end), Span(*row.span(1))
    return (Shape.BULLET if first.mark else Shape.PARAGRAPH), Span(start, end), None


def _is_heading(words: str, line: Line, text: str, after: list[list[Line]], alone: bool) -> bool:
    """A short line that ends in a colon, or stands right above a list or, without a stop, above its own paragraph."""
    short = len(text.split()) <= _HEADING_WORDS and len(text) <= 60
    if short and text[-1] == "?" and after and not alone:  # the questions of a form
        return words[after[0][-1].end - 1] != "?" and (bool(line.mark) or _QUESTION.match(text) is not None)
    if not short or (text[-1] in ".,;!?)" and not text.endswith("):")):
        first = text.split()[0]  # "A trailer (60 sec)" is none
        return short and bool(after) and text[-1] == ")" and len(first) > 1 and first.isupper()
    if text[-1] in ":=":
        return True
    if _LABEL.match(text):
        return False
    if "  " in text or "\t" in text or "|" in text or not after or not text[0].isalpha():
        return False
    below = after[0][0]
    if alone:  # an empty line lies between: HTML shows lists so
        named = (text.isupper() and len(text.split()) <= 3) or _NAMES.fullmatch(text) is not None
        return not line.mark and (bool(below.mark) or named)
    if line.mark:
        return below.indent > line.indent
    if _NAMES.fullmatch(text):
        return True
    return bool(below.mark) or (text.isupper() and len(text.split()) <= 4) or _titled(words, text, after[0])


def _titled(words: str, text: str, below: list[Line]) -> bool:
    if text.split()[0] in _ARTICLES:
        return False  # "A teaser poster" is in a list of such
    return len(text.split()) <= 3 and text[0].isupper() and len(words[below[0].start : below[-1].end].split()) > 3


def _lead_in(words: str, span: Span) -> Span:
    """The last sentence of a paragraph that ends in a colon."""
    start = span.start
    for stop in _LAST.finditer(words, span.start, span.end):
        start = stop.end()
    return Span(start, span.end)


def _lower(words: str, span: Span) -> str:
    return " ".join(words[span.start : span.end].lower().split()).rstrip(":=- ")


# --- blocks into sentences

_LONGEST = 2000  # characters; what goes on longer without a stop is cut, so that work on a sentence is bounded

# The first character comes first, `re` then skips to it; what it is, and what may stand before it, behind.
_STOP = re.compile(
    r"[.!?…\s](?:(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[\"')\]]*+(?=\s|$)"
    r"|(?<=[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]\s)(?=[A-Z]))"
)
_PLAIN_STOP = re.compile(r"[.!?](?<![.!?]{2})[.!?]*+[\"')\]]*+(?=\s|$)")  # where no picture can end a sentence
_ABBREVIATED = AnyCase(
    r"(?:\b(?:mrs?|ms|drs?|st|ste|no|nos|vs|approx|min|max|incl|excl|est|fig|inc|ltd|co|corp|ave|blvd|rd|ft|oz|lbs?|sq"
    r"|dept|attn|ref|tel|ext|e\.g|i\.e|etc|a\.m|p\.m|u\.s|u\.k|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|mon|tues?|wed|thurs?|fri|sat|sun|prof|rev|reg|stat|eff|rs|re|nr|str|sr|jr|cf|pp|vol)|(?<![\w'])[a-z])\.$",
)
_ENDS_ANYWAY = AnyCase(r"\b(?:etc|a\.m|p\.m|inc|ltd|co|max|min|no)\.$")
_SENTENCE_LABEL = re.compile(r"[\"(]?([^\W_][^\n:;!?=,.]{0,70}?) ?(?::|=|\.\.\.) ?(?=\s|[\"'(])\s*(?=\S)")

_LONGEST_LABEL = 80  # characters, with its sign


def _sentences(words: str, block: Block) -> Iterator[Sentence]:
    start = block.start
    for stop in _stops(words, block):
        for end in [*range(start + _LONGEST, stop - _LONGEST // 2, _LONGEST), stop]:
            if sentence := _sentence(words, start, end, block):
                yield sentence
            start = end


def _stops(words: str, block: Block) -> Iterator[int]:
    start = block.start
    stops = _PLAIN_STOP if words.isascii() else _STOP
    for stop in stops.finditer(words, block.start, block.end):
        if not _goes_on(words, start, stop, block.end):
            start = stop.end()
            yield start
    if start < block.end:
        yield block.end


def _goes_on(words: str, start: int, stop: re.Match[str], end: int) -> bool:
    """A dot that ends an abbreviation, not a sentence: a small letter or a figure follows "approx."."""
    rest = words[stop.end() : min(end, stop.end() + 40)].lstrip()
    if not rest:
        return True
    if stop[0] != ".":
        # "Hurry!! and" is one sentence's emphasis less often than two sentences: only dots are doubted.
        return False
    before = words[max(start, stop.start() - 12) : stop.end()]
    if not _ABBREVIATED.search(before) or (before[-2:-1].islower() and before[-3:-2] == " " and rest[0].isupper()):
        return False
    return not (_ENDS_ANYWAY.search(before) and rest[0].isupper())


def _sentence(words: str, start: int, end: int, block: Block) -> Sentence | None:
    while start < end and words[start] in " \n\t":
        start += 1
    while start < end and words[end - 1] in " \n\t":
        end -= 1
    if start == end:
        return None
    head = words[start : start + _LONGEST_LABEL]
    # A cheap look for the signs of the pattern: most sentences have none.
    may_be_labelled = ":" in head or "=" in head or "..." in head
    label = _SENTENCE_LABEL.match(words, start, end) if may_be_labelled else None
    if label is not None and len(label[1].split()) <= 12:
        return Sentence(start, end, block, _lower(words, Span(*label.span(1))), label.end())
    return Sentence(start, end, block, block.label if start == block.start else "", start)


# --- sentences into clauses

# A comma inside a figure or a date ("May 4, 2026", "Monday, May 4") joins; so does everything between quotation marks.
# The first character comes first and what may stand around it behind: `re` then skips to those characters.
_SIGN = re.compile(
    r'[",;:()–—-](?:(?<=")[^"\n]{1,200}"|(?<=,)(?=\s)|(?<=[;()])|(?<=:)(?=\s)'
    r"|(?<=\s[–—])(?=\s)|(?<=\s-)-{0,2}(?=\s)|(?<=\w-)-(?=\w)|(?<=\w—)(?=\w))"
)
_DATE_COMMA = AnyCase(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day$|\b(?:mon|tue|wed|thu|thur|thurs|fri|sat|sun)\.?$")


def _clauses(words: str, sentence: Sentence) -> Iterator[Clause]:
    start, joint = sentence.start, ""
    first = start + (words[start] in "-–—")  # a dash that begins the sentence parts nothing
    for sign in _SIGN.finditer(words, first, sentence.end):
        if sign[0][0] == '"':
            if sign[0].endswith(',"'):  # It can't say "cheapest," the state fined us.
                yield from _clause(words, start, sign.end(), sentence, joint)
                start, joint = sign.end(), ","
            continue
        if sign[0] == "," and _joins(words, sign):
            continue
        yield from _clause(words, start, sign.start(), sentence, joint)
        start, joint = sign.end(), sign[0][0].replace("–", "-").replace("—", "-")
    yield from _clause(words, start, sentence.end, sentence, joint)


def _joins(words: str, comma: re.Match[str]) -> bool:
    rest = words[comma.end() : comma.end() + 6].lstrip()
    before = words[max(0, comma.start() - 12) : comma.start()]
    if rest[:1].isdigit() and before[-1:].isdigit():
        return True
    return _DATE_COMMA.search(before) is not None


def _clause(words: str, start: int, end: int, sentence: Sentence, joint: str) -> Iterator[Clause]:
    while start < end and words[start].isspace():
        start += 1
    while start < end and words[end - 1].isspace():
        end -= 1
    if start < end:
        yield Clause(start, end, sentence, joint)
