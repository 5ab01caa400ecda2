"""… must …, … can't …: said of the work or of what is on it, not of the writer's own day."""

import re

from extract.conditions.way import FIRST, after, before, terms_of
from extract.grammar import grammar, wordset
from extract.pieces import Piece
from extract.span import Span
from extract.term import Term
from extract.text import Text

_OTHERS = wordset(
    "they he she they're they've they'd they'll he's she's who people folks someone somebody crew crews guys"
)
_MONEY = re.compile(r"\b(?:budget|total|costs?|fees?|money|spend|dollars|euros|pounds|invoices?)\b")
_SUM = re.compile(r"[$£€₹¥]|\d,\d{3}")
_BETWEEN = wordset("not also only be never always ever still really")
_WISHES = ("want", "need it", "need them", "like", "don't want", "do not want", "would rather", "wouldn't want")
_WILL_NOT = ("won't", "will not", "doesn't", "does not", "do not", "don't", "isn't", "wants", "need", "needs")
_FIRM = wordset("can't cannot cant mustn't may-not must-not")
_BREAKS = wordset("that because so since and but if as when")
_NOT_YET = wordset("yet what how when whether if much for who which")
_WE_MAY_NOT = wordset("keep stay remain avoid read change cover have call put touch look sound feel fit work match")


def begins(text: Text, piece: Piece) -> int | None:
    for term in terms_of(text, piece, "modal"):
        said, rest = before(piece, term), after(piece, term)
        if not rest:
            continue
        start = _clause_start(piece, said)
        subject = [word.lower for word in piece.words if start <= word.start and word.end <= term.start]
        if subject and (subject[-1] in ("to", "and") or {"if", "when"}.intersection(subject[1:])):
            continue
        if subject in (["that"], ["this"], ["which"]) and _SUM.search(text.words, piece.sentence.start, start):
            continue  # "3,800 and that has to include print"
        if not _MONEY.search(" ".join(subject)) and _is_condition(text, piece, term, subject, rest):
            return start
    return None


def _is_condition(text: Text, piece: Piece, term: Term, subject: list[str], rest: list[str]) -> bool:
    modal = text.words[term.start : term.end].lower()
    behind = (word for word in piece.words if word.start >= term.end and word.lower not in _BETWEEN)
    verb, place = next(((word.lower, word.start) for word in behind), ("", term.end))
    shows = bool(text.terms_between(place, place + 1, "show_verb"))
    passive = rest[0] == "be" or (rest[0] in _BETWEEN and "be" in rest[:2])
    last = subject[-1] if subject else ""
    ahead = Span(term.end, term.end + 60)
    if term.id == "" and text.terms_between(place, place + 1, "achieve_modal"):
        return False  # an aim, not a condition
    feels = text.terms_between(place, place + 1, "feeling") and not shows
    if feels and term.id == "" and text.terms_between(max(0, term.start - 40), term.start, "audience"):
        return False  # "readers should come away knowing …": an aim
    if verb in ("get", "receive", "join") and (modal == "should" or text.terms_in(ahead, "deliverable")):
        return False
    if modal in ("can't", "cannot", "cant", "can not", "won't", "will not") and not (shows or passive):
        return False
    if FIRST.intersection(subject[:2]) or last in FIRST:
        return _we_may(modal, term, verb, shows, rest)
    if last == "you":
        return shows or (term.id == "not" and modal not in _WILL_NOT)
    if last in _OTHERS or (subject and subject[0] in _OTHERS):
        return term.id == "not" and shows and modal.replace(" ", "-") in _FIRM
    if modal in _WILL_NOT:
        return _wants(text, term, modal, subject, rest, shows)
    if modal == "should" and not subject:
        return False
    if modal == "should" and not (passive or shows):
        return not text.terms_between(max(0, term.start - 40), term.start, "audience") and len(subject) > 1
    if modal == "must" and (rest[0] == "have" or (rest[0] == "be" and rest[1:2] and rest[1].endswith("ing"))):
        return False  # "it must have been the heat", "they must be getting tired"
    elided = piece.joint == "," and term.start == piece.span.start and modal in ("must", "shall")
    return bool(subject) or shows or passive or elided


def _we_may(modal: str, term: Term, verb: str, shows: bool, rest: list[str]) -> bool:
    """We can't show alcohol; I want it to feel handmade."""
    if modal.startswith(_WISHES):
        return " it" in modal or " them" in modal or " this" in modal
    firm = term.id == "not" and modal.split()[-1] not in ("don't", "won't", "doesn't", "not")
    tells = verb == "say" and rest[1:2] and rest[1] in _NOT_YET  # "we cannot say yet what we can pay"
    return firm and shows and not tells and verb not in _WE_MAY_NOT and len(rest) > 1


def _wants(text: Text, term: Term, modal: str, subject: list[str], rest: list[str], shows: bool) -> bool:
    """The box needs "may contain nuts"; the owner doesn't want to be in it; not: she needs a minute."""
    if not subject or subject[-1] in _OTHERS or text.terms_between(term.end, term.end + 60, "deliverable"):
        return False
    if modal in ("doesn't", "does not"):
        return rest[:3] == ["want", "to", "be"]
    on = {"on", "in", "under", "next", "above", "at"}
    return modal in ("needs", "wants") and rest[0] != "to" and (rest[0] == '"' or bool(on.intersection(rest[1:])))


def _clause_start(piece: Piece, said: list[str]) -> int:
    """Where the clause of the modal begins: behind "asks that", "because", or near it where there are no signs."""
    start = piece.words[0].start
    for index, word in enumerate(said[:-1]):
        left = len(said) - index - 1
        if word == "if" and index == 0:
            return start
        if word in _BREAKS and not (word in ("that", "as", "when") and index == 0):
            if word in ("and", "if", "as", "when") and left <= 6 and len(said) <= 12:
                continue
            start = piece.words[index + 1].start
    if len(said) > 14:
        near = range(max(0, len(said) - 5), len(said))
        first = next((n for n in near if said[n] in grammar().pronouns or grammar().is_determiner(said[n])), near[0])
        start = max(start, piece.words[first].start)
    return start
