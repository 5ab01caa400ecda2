"""Where a mail separates its matters: numbered, called by name, under titles, or announced and then told one by one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extract.anycase import AnyCase
from extract.clauses import Block
from extract.span import Span
from extract.text import Text

MOST = 8  # sections; what has more is a list
_LONGEST = 20_000  # characters; longer texts are documents, and each section is read once more


@dataclass(frozen=True, slots=True)
class Sections:
    """Stretches of `Text.words`, each with its first line, in which a mail tells one matter after the other.

    `declared` is True where it says itself that they are jobs apart ("two separate things:", "Job B:").
    """

    spans: tuple[Span, ...]
    heads: tuple[Span, ...]
    declared: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    after_gap: bool

    def of(self, words: str) -> str:
        return words[self.start : self.end]


_COUNTS = ("one", "two", "three", "four", "five", "six")
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_ORDER = {
    **{word: at + 1 for at, word in enumerate(_COUNTS)},
    **{word: at + 1 for at, word in enumerate(_ORDINALS)},
    **{letter: at + 1 for at, letter in enumerate("abcdefgh")},
    **{str(at): at for at in range(1, 10)},
}
_JOB = (
    r"jobs?|projects?|briefs?|requests?|assignments?|orders?|pieces?\sof\swork|commissions?|campaigns?"
    r"|aufträge?|auftrag|projekte?|anfragen?|projets?|demandes?|commandes?"
)
_NUMBER = r"two|three|four|five|six|[2-6]|zwei|drei|vier|deux|trois|quatre|(?:a\s)?couple(?:\sof)?|a\sfew|several"
_APART = r"separate|different|unrelated|distinct|independent|individual|stand-?alone|getrennte|verschiedene|unabhängige"
_DECLARED = AnyCase(
    rf"\b(?P<count>{_NUMBER})\s(?:(?:new|small|quick|little|more|other|smaller|upcoming)\s)?"
    rf"(?:(?:completely\s|totally\s|quite\s)?(?:{_APART}),?\s(?:(?:new|small|quick|little)\s)?"
    rf"(?:{_JOB}|things?|items?|tasks?|asks?|matters?|topics?|needs?|sachen|dinge)"
    rf"|(?:{_JOB})(?:\s(?:distincte?s?|séparée?s?|différente?s?))?)\b"
    rf"|\b(?:as|are|open|raise|these\sare)\s(?P<plain>(?:{_APART})\s(?:{_JOB}))\b"
    r"|\b(?:not\s(?:related|connected)|unrelated)\sto\s(?:each\sother|one\sanother)\b"
)
_HOW_MANY = {"zwei": 2, "deux": 2, "drei": 3, "trois": 3, "vier": 4, "quatre": 4, "couple": 2}
_DECOR = r"(?:[*_#>•▪-]+\s*)?"
_CALLED = AnyCase(
    rf"{_DECOR}(?:(?:the\s)?(?P<ordinal>{'|'.join(_ORDINALS)})\s(?:{_JOB})\b(?!\s(?:we|i|you|was)\b)"
    rf"|(?:{_JOB})\s?(?:#|no\.?\s?|number\s|nr\.?\s?)?(?P<number>[1-8a-h]|{'|'.join(_COUNTS)})(?=\s?(?:[:.)–—-]|\(|$)))"
)
_TOLD_OFF = AnyCase(
    rf"{_DECOR}(?:(?P<ordinal>{'|'.join(_ORDINALS)})(?:ly|\sof\sall|\sup|\sis|\sone)?[,:]?\s"
    rf"|the\s(?P<the>{'|'.join(_ORDINALS)})(?:\sone|\sthing)?\s?(?:is\b|:|,)|(?P<number>{'|'.join(_COUNTS)})\s?[:.)])"
)
_NUMBERED = re.compile(r"(?:[*_#]+\s*)?[(#]?(?P<number>[1-8]|[A-H]|[a-h])(?:[.):](?!\d)|\s[-–—](?=\s))[*_]*\s*(?=\S)")
_BULLET = re.compile(r"[-*•·–—▪◦‣●○■□✓➢►→+]\s+(?=\S)")
# What begins like this is said of all of them, or ends the letter.
_OF_ALL = AnyCase(
    r"(?:[*_#>•-]+\s*)?(?:(?:and|for|on|in|but|so|please|note:?|with|across|nb:?)\s)*"
    r"(?:both\b|all(?=\s(?:of|this|these|the|three|two|four|five|files|artwork|work|jobs|pieces|items)\b)"
    r"|all[:,]|everything|neither|each\b|either|overall|altogether|together|in\stotal|the\s(?:two|three|four)\b"
    r"|(?:general|shared|common)(?:ly)?\b|same\s|total\b|beide|alles?\b|tous\b|toutes\b|les\sdeux)"
    r"|(?:many\s|with\s|kind\s|best\s|warm\s)*(?:thanks|thank\syou|thx|cheers|regards|best|ta|sincerely|talk\ssoon"
    r"|let\s(?:me|us)\sknow|shout|any\squestions|questions|happy\sto|call\sme|could\syou\sconfirm|can\syou\sconfirm"
    r"|please\sconfirm|looking\sforward|hope|danke|gruß|grüße|merci|cordialement)\b"
)
_SIGNS = "*_#•> \t"


def sections_of(text: Text, subject: str) -> Iterator[Sections]:
    """Every way in which the mail may separate its matters, the plainest first."""
    words = text.words
    if len(words) > _LONGEST:
        return
    lines = list(_lines(words))
    for heads, declares in _rows(text, lines):
        if not 2 <= len(heads) <= MOST:
            continue
        first = lines[heads[0]].start
        said = _declared(words[:first], subject)
        if said is not None and said and said != len(heads):
            continue  # it counts them itself, and otherwise
        if declares is None and said is None:
            continue
        spans = tuple(_spans(text, lines, heads))
        yield Sections(spans, tuple(_first_line(lines, at) for at in heads), bool(declares) or said is not None)


def is_of_all(words: str) -> bool:
    return _OF_ALL.match(words) is not None


def _rows(text: Text, lines: Sequence[_Line]) -> Iterator[tuple[list[int], bool | None]]:
    """Indices of the lines that begin a section; True where that alone says jobs, None where it has to be announced."""
    words = text.words
    yield _counted(words, lines, _called), True
    yield _counted(words, lines, _numbered), False
    yield _titles(text, lines), False
    yield _counted(words, lines, _told_off), None
    announced = _announced(words, lines)
    if announced is not None:
        yield from ((row, None) for row in _below(words, lines, announced))


def _lines(words: str) -> Iterator[_Line]:
    offset, gap = 0, True
    for raw in words.splitlines(keepends=True):
        text = raw.strip()
        if text:
            start = offset + len(raw) - len(raw.lstrip())
            yield _Line(start, start + len(text), start - offset, gap)
        gap = not text
        offset += len(raw)


# --- which lines begin a section


def _counted(words: str, lines: Sequence[_Line], numbered: Callable[[str], tuple[int, str]]) -> list[int]:
    """The lines that count from one, none left out and none twice, at one depth and in one form."""
    found = [(at, *numbered(line.of(words)), line.indent) for at, line in enumerate(lines)]
    found = [each for each in found if each[1]]
    first = next((each for each in found if each[1] == 1), None)
    if first is None:
        return []
    row = [each for each in found if each[2] == first[2] and abs(each[3] - first[3]) <= 1]
    return [each[0] for each in row] if [each[1] for each in row] == list(range(1, len(row) + 1)) else []


def _called(line: str) -> tuple[int, str]:
    found = _CALLED.match(line)
    return (0, "") if found is None else (_ORDER[(found["ordinal"] or found["number"]).lower()], "job")


def _told_off(line: str) -> tuple[int, str]:
    found = _TOLD_OFF.match(line)
    return (0, "") if found is None else (_ORDER[(found["ordinal"] or found["the"] or found["number"]).lower()], "told")


def _numbered(line: str) -> tuple[int, str]:
    found = _NUMBERED.match(line)
    if found is None:
        return 0, ""
    form = "digit" if found["number"].isdigit() else "capital" if found["number"].isupper() else "letter"
    return _ORDER[found["number"].lower()], form


def _titles(text: Text, lines: Sequence[_Line]) -> list[int]:
    """Short lines of their own that name a thing to be made, with what is said of it below."""
    row = []
    for at, line in enumerate(lines[:-1]):
        title = line.of(text.words).strip(_SIGNS).rstrip("-–—:=")
        marked = line.of(text.words)[0] in "*_#" or title.isupper() or line.of(text.words).endswith(":")
        if not line.after_gap or not title or len(title) > 60 or len(title.split()) > 7 or title[-1] in ".,;!?":
            continue
        if not (marked or (title[0].isupper() and not lines[at + 1].of(text.words)[0].islower())):
            continue
        if _names_a_thing(text, Span(line.start, line.end)) and not _LEADS_IN.search(title):
            row.append(at)
    return row


_LEADS_IN = AnyCase(r"\b(?:we|you|i|please|need|needs|want|deliverables?|scope|brief|here|following|below)\b")


def _names_a_thing(text: Text, span: Span) -> bool:
    return bool(text.terms_in(span, "deliverable"))


def _announced(words: str, lines: Sequence[_Line]) -> int | None:
    """The line that ends the sentence which announces jobs apart."""
    found = next(iter(_DECLARED.finditer(words)), None)
    if found is None:
        return None
    return next((at for at, line in enumerate(lines) if line.start <= found.end() <= line.end), None)


def _below(words: str, lines: Sequence[_Line], announced: int) -> Iterator[list[int]]:
    """The bullets below the announcement, else the paragraphs."""
    after = range(announced + 1, len(lines))
    bullets = [at for at in after if _BULLET.match(lines[at].of(words))]
    if bullets:
        depth = min(lines[at].indent for at in bullets)
        yield [at for at in bullets if lines[at].indent == depth]
    yield [at for at in after if lines[at].after_gap and not is_of_all(lines[at].of(words))]


def _declared(before: str, subject: str) -> int | None:
    """How many jobs apart the words before announce: 0 where they leave that open, None where they announce none."""
    found = [*_DECLARED.finditer(before), *_DECLARED.finditer(subject)]
    if not found:
        return None
    counts = [each["count"].lower().split() for each in found if each["count"]]
    known = [_count(word) for count in counts for word in count if _count(word)]
    return known[-1] if known else 0


def _count(word: str) -> int:
    return _HOW_MANY.get(word, _ORDER.get(word, 0) if word not in ("a", "few", "of") else 0)


# --- how far a section reaches


def _spans(text: Text, lines: Sequence[_Line], heads: Sequence[int]) -> Iterator[Span]:
    """Up to the next head; the last no longer than the longest of the others, so that what is said of all is not its.

    Nor does any go on behind a line that speaks of all.
    """
    blocks = text.layout.blocks
    stops = [_end(text.words, lines, at, after) for at, after in zip(heads, [*heads[1:], len(lines)], strict=True)]
    ends = stops[:-1]
    longest = max(len(_runs(lines, at, end)) for at, end in zip(heads, ends, strict=False))
    single = all(_is_one(blocks, lines[at].start, lines[end - 1].end) for at, end in zip(heads, ends, strict=False))
    last, end = heads[-1], stops[-1]
    runs = _runs(lines, last, end)
    ends.append(runs[longest] if len(runs) > longest else end)
    for at, end in zip(heads, ends, strict=True):
        reach = lines[end - 1].end
        if at == last and single:
            reach = min(reach, _block_at(blocks, lines[at].start, reach))
        yield Span(lines[at].start, reach)


def _end(words: str, lines: Sequence[_Line], first: int, end: int) -> int:
    """The first line after `first` that speaks of all, or `end`."""
    return next((at for at in range(first + 1, end) if is_of_all(lines[at].of(words))), end)


def _runs(lines: Sequence[_Line], first: int, end: int) -> list[int]:
    """Where the stretches without an empty line begin."""
    return [at for at in range(first, end) if at == first or lines[at].after_gap]


def _is_one(blocks: Sequence[Block], start: int, end: int) -> bool:
    return _block_at(blocks, start, end) >= end


def _block_at(blocks: Sequence[Block], start: int, otherwise: int) -> int:
    """Where the block ends that begins on the line at `start`, behind its mark or its label."""
    return next((block.end for block in blocks if block.end > start), otherwise)


def _first_line(lines: Sequence[_Line], at: int) -> Span:
    return Span(lines[at].start, lines[at].end)
