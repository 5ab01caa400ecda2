"""Answers that their writer set into the mail that is answered: coloured, marked with a name, or numbered as it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefs.mail import Address
from ingest.known import inserted
from ingest.lines import Line, Mark
from ingest.sign_offs import greets

_PROMISED = re.compile(
    r"\b(?=\w)(?:red|blue|green|purple|colou?r|rot|blau|grün|farbig|rouge|bleu|vert|rojo|azul|verde|rosso|blu|rood|blauw|groen|"
    r"below|inline|in-line|unten|ci-dessous|abajo|sotto|hieronder|between the lines|in (?:all )?caps|in capitals|"
    r"my initials|im text|zwischen den zeilen|dans le texte|en el texto|nel testo|in de tekst|w tekście|poniżej|nedan|"
    r"nedenfor)\b",
    re.IGNORECASE,
)
_LABEL = r"a|ans|answer|antwort|r|rép|réponse|resp|respuesta|resposta|risposta|antwoord|odp|odpowiedź|svar"
_ANSWER = re.compile(rf"\s{{0,8}}(?:(?:{_LABEL})\s?\d{{0,2}}\s?[:.]|[-=]{{1,3}}>|[→➔⇒])\s+(?=\S)", re.IGNORECASE)
_CAPITALS = re.compile(
    r"\b(?:caps|capitals|upper ?case|versalien|großbuchstaben|majuscules|mayúsculas|maiuscol\w)\b", re.IGNORECASE
)
_STARRED = re.compile(r"\s{0,8}\*[^*\s][^*]{0,2000}\*\s*$")
_NAMED = re.compile(
    r"\s{0,8}(?:\[([^\]\[:]{1,40})[\]:]{1,2}|\(([^()]{1,40})\):?|([^\W\d][\w.' -]{0,39}?)\s?[:>])\s{0,4}(?=\S)"
)
_NUMBERED = re.compile(r"\s{0,8}(?:(?:ad|re|to|zu|q|a|no\.?|nr\.?|#)\s?)?(\d{1,2})\s?[.):]\s+(?=\S)", re.IGNORECASE)
_ITEM = re.compile(r"\s{0,8}(?:\(?\d{1,2}[.)]|[-*•·–]|q\d{0,2}[:.])\s", re.IGNORECASE)
_FEW_WORDS = 15  # of a mail whose answers stand elsewhere
_GREETING = 5  # words
_WRAPPED = 55  # characters: a shorter line ends where its writer ended it
_QUESTION_LINES = 8
_LOOKED_AT = 2000  # characters of what stands above


@dataclass(slots=True)
class Answers:
    """Numbers of the lines that are answers, with the column their words begin at, and of those they answer."""

    columns: dict[int, int] = field(default_factory=dict)
    questions: set[int] = field(default_factory=set)


def answers_within(
    lines: Sequence[Line],
    own: Sequence[int],
    answered: Sequence[int],
    depth: int,
    author: Address | None,
    earlier: Sequence[str] = (),
) -> Answers:
    """What of the `answered` mail's lines was set into it; `own` are the new lines around it, `depth` its own depth.

    Marks of the writer's name count where the new lines promise answers or hardly say anything themselves, since the
    mail that is answered may have had them before; colours where they say no more than a greeting; "A:" and ">>" only
    where answers are promised. What stands between the lines of a mail that is known from `earlier` is an answer.
    """
    above = " ".join(lines[index].text for index in own)
    promised = _PROMISED.search(above[:_LOOKED_AT]) is not None
    found = Answers()
    answered = [index for index in answered if not lines[index].blank]
    said = 0 if promised else len(above.split())
    within = [index for index in answered if lines[index].depth == depth]
    new = inserted(lines, within, earlier) if earlier else []
    if not new and said > _FEW_WORDS:
        return _numbered(lines, own, answered)
    coloured = [index for index in answered if lines[index].marks & Mark.COLOURED]
    if coloured and len(coloured) < len(answered) and (promised or _only_greets(lines, own)):
        found.columns = dict.fromkeys(coloured, 0)
    else:
        found.columns = dict.fromkeys(new, 0)
        found.columns.update(_marked(lines, answered, depth, author, promised))
        if not found.columns and promised:
            found.columns = dict.fromkeys(
                _set_off(lines, answered, _CAPITALS.search(above[:_LOOKED_AT]) is not None), 0
            )
    if not found.columns:
        return _numbered(lines, own, answered)
    for position, index in enumerate(answered):
        if index in found.columns and position and answered[position - 1] not in found.columns:
            found.questions.update(_question_above(lines, index - 1, found.columns))
    return found


def _set_off(lines: Sequence[Line], answered: Sequence[int], capitals: bool) -> list[int]:
    """Lines that text can set off from the others: *between stars* or, where that was promised, in capitals."""
    starred = [index for index in answered if _STARRED.match(lines[index].text)]
    shouted = [index for index in answered if lines[index].text.isupper()] if capitals else []
    found = starred or shouted
    return found if len(found) < len(answered) else []


def _only_greets(lines: Sequence[Line], own: Sequence[int]) -> bool:
    greetings = (lines[index].text for index in own if not lines[index].blank)
    return all(greets(text) and len(text.split()) <= _GREETING for text in greetings)


def _marked(
    lines: Sequence[Line], answered: Sequence[int], depth: int, author: Address | None, promised: bool
) -> dict[int, int]:
    names = _names(author)
    deeper = {lines[index].depth for index in answered if lines[index].depth > depth}
    doubled = promised and bool(deeper) and min(deeper) > depth + 1  # ">> Four", where nothing is quoted once
    found: dict[int, int] = {}
    for index in answered:
        line = lines[index]
        above = lines[index - 1]
        named = _NAMED.match(line.text[:80])
        if named and (named[1] or named[2] or named[3]).strip().lower() in names:
            found[index] = named.end()
        elif promised and (label := _ANSWER.match(line.text[:80])):
            found[index] = label.end()
        elif (doubled and line.depth > depth) or (index - 1 in found and _goes_on(above, line)):
            found[index] = 0
    return found


def _goes_on(above: Line, line: Line) -> bool:
    return line.depth == above.depth and len(above.text) >= _WRAPPED and not _ITEM.match(line.text)


def _names(author: Address | None) -> frozenset[str]:
    """How its writer may sign a line: the full name, one of the names, the initials."""
    if author is None:
        return frozenset()
    words = re.findall(r"[^\W\d_]+", author.name.lower()) or re.findall(r"[^\W\d_]{3,}", author.address.split("@")[0])
    initials = "".join(word[0] for word in words)
    names = {" ".join(words), *(word for word in words if len(word) > 1)}
    return frozenset(names | ({initials} if len(initials) > 1 else set()))


def _question_above(lines: Sequence[Line], index: int, answers: dict[int, int]) -> list[int]:
    """The paragraph or item that ends above an answer, blank lines passed over."""
    found: list[int] = []
    while index >= 0 and lines[index].blank:
        index -= 1
    while index >= 0 and len(found) < _QUESTION_LINES and not lines[index].blank and index not in answers:
        if found and lines[index].text.rstrip().endswith("?"):
            break
        found.append(index)
        if _ITEM.match(lines[index].text):
            break
        index -= 1
    return found


def _numbered(lines: Sequence[Line], own: Sequence[int], answered: Sequence[int]) -> Answers:
    """ "1. Four. 2. Yes." above a mail that asks 1 and 2: what it asks are questions."""
    mine = [number for index in own if (number := _number(lines[index].text))]
    found = Answers()
    if len(mine) < 2 or len(set(mine)) < len(mine):
        return found
    open_question = False
    previous = -2
    for index in answered:
        number = _number(lines[index].text)
        if number:
            open_question = number in mine
        elif previous != index - 1 or not _goes_on(lines[previous], lines[index]):
            open_question = False
        if open_question:
            found.questions.add(index)
        previous = index
    asks = any("?" in lines[index].text or "？" in lines[index].text for index in found.questions)
    return found if asks else Answers()


def _number(text: str) -> int:
    match = _NUMBERED.match(text[:40])
    return int(match[1]) if match else 0
