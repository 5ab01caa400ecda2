"""Conditions the work must meet or avoid: musts and bans, orders about content, limits, languages, what lists say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefs.findings import Field, Finding, Words
from extract.clauses import Sentence, Shape
from extract.grammar import grammar
from extract.headings import heading_of
from extract.noun_phrases import Word, noun_phrases
from extract.pieces import Piece, has_subject, pieces_of
from extract.span import Span
from extract.term import Term
from extract.text import Text

_FIRST = frozenset("i we i'm i've i'd i'll we're we've we'd we'll im ive me us my".split())
_OTHERS = frozenset(
    "they he she they're they've they'd they'll he's she's who people folks everyone somebody someone".split()
)
_MONTHS = "january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri tomorrow today tonight"
_DATE = re.compile(
    rf"\b(?:(?:by|before|on|until|till|from|than|this|next|last|in|early|late|mid|of|end of)[ -](?:the )?(?:{'|'.join(_DAYS.split())}"
    rf"|{'|'.join(_MONTHS.split())}|may|\d{{1,2}}(?:st|nd|rd|th)|noon|midnight|eod|cob|week|month|end of)\b"
    rf"|(?:{'|'.join(_MONTHS.split())}|may) \d|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{'|'.join(_MONTHS.split())}|may)\b"
    rf"|(?:{'|'.join(_DAYS.split())})(?: (?:morning|afternoon|evening|night))?$|\d{{1,2}}/\d{{1,2}}|\b\d{{1,2}} ?[ap]\.?m\b|\d:\d\d)"
)
_MONEY = re.compile(r"[$£€₹¥]|\b(?:dollars?|euros?|pounds|bucks|grand|quid|rupees|lakh)\b")


@dataclass(frozen=True, slots=True)
class _Condition:
    span: Span
    rule: str
    confidence: float


def find(text: Text) -> Iterator[Finding]:
    for pieces in pieces_of(text):
        sentence = pieces[0].sentence
        if sentence.block.shape is Shape.HEADING:
            continue
        for condition in _conditions(text, sentence, pieces):
            quote = text.words[condition.span.start : condition.span.end]
            words = " ".join(quote.split())
            yield text.finding(Field.REQUIREMENT, Words(words), condition.span, condition.rule, condition.confidence)


def _conditions(text: Text, sentence: Sentence, pieces: list[Piece]) -> Iterator[_Condition]:
    heading = heading_of(text, sentence)
    listed = heading == "requirements"
    if heading == "other" or _is_question(text, sentence, pieces):
        return
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        first_listed = listed and index == 0 and _first_of_block(text, sentence)
        judged = _judged(text, piece, first_listed, heading)
        if judged is None and listed and piece.joint in (";",) and not has_subject(piece.words):
            judged = "requirement.listed", 0.7, piece.span.start
        if judged is None:
            index += 1
            continue
        rule, confidence, start = judged
        if index and _is_setting(pieces[index - 1]) and pieces[index - 1].joint == "" and start == piece.span.start:
            start = pieces[index - 1].span.start
        end, index = _end(text, pieces, index)
        if end - start >= 5:
            yield _Condition(Span(start, end), rule, confidence)


def _judged(text: Text, piece: Piece, listed: bool, heading: str) -> tuple[str, float, int] | None:
    """The rule by which a piece is a condition, how sure that is, and where the condition begins."""
    if _is_idle(text, piece):
        return None
    start = piece.span.start
    for rule, confidence, judge in _FAMILIES:
        begins = judge(text, piece)
        if begins is not None and not (heading in ("deliverables", "objectives") and confidence < 0.8):
            return f"requirement.{rule}", max(confidence, 0.85 if listed else 0.0), begins
    if listed and not _vetoed(text, piece) and len(piece.words) > 1:
        return "requirement.listed", 0.8, start
    return None


# --- the families: each tells where the condition begins in a piece, or None


def _ban(text: Text, piece: Piece) -> int | None:
    """No …, never …, nobody …, don't … at the head of a piece."""
    term = _opening(text, piece, "ban")
    if term is None or _vetoed(text, piece):
        return None
    word = piece.words[0].lower
    second = piece.words[1].lower if len(piece.words) > 1 else ""
    if len(piece.words) < 2 or piece.words[-1].lower in ("needed", "required", "necessary", "yet", "else", "changes"):
        return None
    if word in ("nobody", "no-one", "none") or piece.starts("no one"):
        follow = piece.words[2].lower if piece.starts("no one") and len(piece.words) > 2 else second
        return piece.span.start if follow in _NOBODY else None
    if word == "nothing" and (second in grammar().auxiliaries and second not in ("may", "can", "should", "must", "to")):
        return None
    if word == "not" and (
        second in grammar().pronouns or second.endswith("ing") or second in ("a", "an", "all", "for")
    ):
        return None
    if word in ("without", "neither") and piece.joint == "":
        return None
    return piece.span.start


_NOBODY = frozenset(
    "shown in under with wearing should may must can is appears of who that over looking smiling holding gets".split()
)


def _modal(text: Text, piece: Piece) -> int | None:
    """… must …, … can't …: the subject is the work or what is on it, not the writer's own day."""
    for term in _terms(text, piece, "modal"):
        before = [word for word in piece.words if word.end <= term.start]
        after = [word for word in piece.words if word.start >= term.end]
        if not after or (term.id != "not" and len(after) < 1):
            continue
        begins = _subject_start(piece, before)
        subject = [word.lower for word in before if word.start >= begins]
        if _vetoed(text, piece, begins):
            return None
        if term.id == "" and any(w in subject for w in ("budget", "total", "cost", "costs", "fee", "money")):
            return None
        if subject and subject[-1] in ("to", "and"):
            continue
        verb = next(
            (w.lower for w in after if w.lower not in ("not", "also", "only", "be", "never", "always", "ever")), ""
        )
        if not _is_condition(text, term, subject, verb, after):
            continue
        return begins
    return None


def _is_condition(text: Text, term: Term, subject: list[str], verb: str, after: Sequence[Word]) -> bool:
    words = text.words[term.start : term.end].lower()
    shows = bool(text.terms_in(Span(after[0].start, after[-1].end), "show"))
    last = subject[-1] if subject else ""
    if text.terms_in(Span(after[0].start, after[-1].end), "achieve_modal") and term.id == "":
        return False
    if _FIRST.intersection(subject[:2]) or last in _FIRST:
        if words.startswith(
            ("want", "need it", "need them", "like", "don't want", "do not want", "would rather", "wouldn't")
        ):
            return "to" in words or "it" in words
        return term.id == "not" and words.split()[-1] not in ("don't", "won't", "doesn't", "not") and verb in _SHOW
    if last == "you":
        return verb in _SHOW or term.id == "not" and words not in ("don't", "won't", "doesn't")
    if last in _OTHERS or (subject and subject[0] in _OTHERS):
        return term.id == "not" and verb in _SHOW and words in ("can't", "cannot", "must not", "mustn't", "may not")
    if words in ("won't", "will not", "doesn't", "does not", "do not", "don't", "isn't", "wants", "need", "needs"):
        return words in ("needs", "need") and _needs_something(after)
    if words in ("should", "shall", "better", "is to", "are to", "need to", "have to", "must") and not subject:
        return words in ("must", "need to", "have to", "should") and verb in _SHOW | {"be", "work", "match", "fit"}
    return True


_SHOW = frozenset(
    "show use say mention claim include feature name promise imply suggest print depict picture reference run portray call "
    "quote display publish advertise carry state refer appear look sound feel read have identify guarantee compare put "
    "photograph film crop alter recolour recolor change stretch cover touch translate describe shown used mentioned named "
    "claimed included featured printed depicted called quoted displayed written credited captioned spelled approved stay "
    "remain keep avoid mock mocked imitate copy".split()
)


def _needs_something(after: Sequence[Word]) -> bool:
    """The box needs "may contain nuts"; not: she needs a minute."""
    return after[0].lower == '"' or any(
        word.lower in ("on", "in", "under", "next", "above", "at") for word in after[1:]
    )


def _subject_start(piece: Piece, before: Sequence[Word]) -> int:
    """Where the modal's own clause begins, behind "asks that", "because" or a run of words without a sign."""
    start = piece.words[0].start
    for index, word in enumerate(before):
        if word.lower in ("that", "because", "so", "since", "and", "but", "if", "as") and index + 1 < len(before):
            rest = len(before) - index - 1
            if word.lower == "that" and index == 0:
                continue
            if word.lower == "if" and index == 0:
                return start
            if word.lower in ("and", "if") and rest <= 6 and len(before) <= 12:
                continue
            start = before[index + 1].start
    if len(before) > 14:
        start = before[-1].start if before[-1].lower in grammar().pronouns else before[-4].start
    return start


def _universal(text: Text, piece: Piece) -> int | None:
    """Every number gets a footnote; everything in French; all video is captioned."""
    if _vetoed(text, piece) or len(piece.words) < 3:
        return None
    if _opening(text, piece, "universal") is None:
        return None
    words = [word.lower for word in piece.words]
    if _FIRST.intersection(words[:4]) or "was" in words or "were" in words:
        return None
    if any(
        w in grammar().auxiliaries or w in grammar().verbs or w.endswith("s") or w in ("in", "on") for w in words[1:]
    ):
        return piece.span.start
    return None


def _spread(text: Text, piece: Piece) -> int | None:
    """The licence number on every piece; subtitles on both."""
    if _vetoed(text, piece) or len(piece.words) < 3:
        return None
    terms = [term for term in _terms(text, piece, "spread") if term.start > piece.span.start]
    if not terms or _FIRST.intersection(word.lower for word in piece.words if word.end <= terms[-1].start):
        return None
    words = [word.lower for word in piece.words]
    if any(w in ("was", "were", "had", "did", "would", "could") for w in words):
        return None
    return piece.span.start


def _order(text: Text, piece: Piece) -> int | None:
    """Keep it short; use the new logo; leave the price off."""
    start = _after_polite(piece)
    words = [word for word in piece.words if word.start >= start]
    if len(words) < 2:
        return None
    term = next((t for t in text.terms_in(Span(start, start + 1), "order")), None)
    if term is None or _vetoed(text, piece):
        return None
    after = [word for word in words if word.start >= term.end]
    if not after or after[0].lower in _NOT_CONTENT:
        return None
    if text.words[term.start : term.end].lower().split()[0] in _REMOVALS and _names_a_piece(text, words):
        return None
    return start


_NOT_CONTENT = frozenset("me us you your in-touch posted by for of to and is are was at".split())
_REMOVALS = frozenset("lose drop cut remove delete strike bin scrap kill ditch skip exclude take swap add change replace make produce supply provide deliver export save format size shoot film print cast pick pull".split())  # fmt: skip


def _names_a_piece(text: Text, words: Sequence[Word]) -> bool:
    """Whether what the order is about is a thing to be made: taking that away, or adding it, is scope, not content."""
    phrases = noun_phrases(text, words[1:], ("deliverable",))
    return bool(phrases) and phrases[0].term is not None


def _after_polite(piece: Piece) -> int:
    """Past "can you please", "I'd like you to", "make sure you"."""
    lower = [word.lower for word in piece.words[:7]]
    for index, word in enumerate(lower):
        if word in (
            "can",
            "could",
            "would",
            "will",
            "you",
            "please",
            "pls",
            "just",
            "also",
            "we",
            "i'd",
            "like",
            "to",
            "ask",
            "need",
            "want",
            "it",
            "and",
            "do",
            "i",
        ):
            if word in ("i", "i'd", "we") and lower[index + 1 : index + 2] not in (
                ["need"],
                ["want"],
                ["like"],
                ["ask"],
                ["would"],
                ["also"],
                ["just"],
            ):
                break
            continue
        return (
            piece.words[index].start
            if index == 0
            or "you" in lower[:index]
            or "please" in lower[:index]
            or "pls" in lower[:index]
            or "just" in lower[:index]
            or "do" in lower[:index]
            else piece.words[0].start
        )
    return piece.words[0].start


def _only(text: Text, piece: Piece) -> int | None:
    """Safety orange only."""
    words = [word.lower for word in piece.words]
    if "only" not in words or len(words) > 10 or _vetoed(text, piece) or _FIRST.intersection(words):
        return None
    place = words.index("only")
    little = grammar()
    if any(
        w in little.pronouns or w in ("was", "is", "if", "were", "has", "had", "the only", "not") for w in words[:place]
    ):
        return None
    if words[place - 1 : place] and words[place - 1] in ("the", "an", "my", "our", "if", "one", "you"):
        return None
    return (
        piece.span.start
        if place > 0 or len(words) > 2 and words[1] not in ("asking", "one", "thing", "a", "the")
        else None
    )


def _law(text: Text, piece: Piece) -> int | None:
    """… is off limits, … approves every draft, … verbatim, insists that …"""
    terms = _terms(text, piece, "law")
    if not terms or _vetoed(text, piece):
        return None
    words = [word.lower for word in piece.words]
    term = terms[-1]
    said = text.words[term.start : term.end].lower()
    if said.split()[-1] == "that" or said.endswith(("insists on", "insist on", "insists upon", "insist upon")):
        rest = [word for word in piece.words if word.start >= term.end]
        return rest[0].start if len(rest) > 1 else None
    if _FIRST.intersection(words[:2]) or "you" in words[:2] or any(w in ("was", "were", "had", "been") for w in words):
        return None
    if (
        said
        in (
            "is out",
            "are out",
            "matches",
            "clears",
            "approves",
            "approve",
            "vets",
            "vet",
            "hates",
            "removed",
            "go by",
            "exactly as",
            "asa",
            "requests",
        )
        and len(words) < 4
    ):
        return None
    return piece.span.start


def _placed(text: Text, piece: Piece) -> int | None:
    """The number goes at the bottom; type stays black; Welsh goes above English."""
    if _vetoed(text, piece):
        return None
    words = piece.words
    for term in _terms(text, piece, "place"):
        before = [word.lower for word in words if word.end <= term.start]
        after = [word.lower for word in words if word.start >= term.end]
        if not before or len(before) > 8 or before[-1] in grammar().pronouns and before[-1] != "it":
            continue
        if (
            before[-1] in grammar().prepositions
            or before[-1] in grammar().auxiliaries
            or before[-1] in ("the", "a", "to")
        ):
            continue
        if any(w in grammar().auxiliaries or w in grammar().pronouns - {"it"} for w in before):
            continue
        said = text.words[term.start : term.end].lower()
        if said in _ALWAYS and after:
            return piece.span.start
        if after and after[0] in _PLACES and (before[0] in _MARKS or _MARKS.intersection(before)):
            return piece.span.start
        if said in ("stays", "stay", "remains", "remain") and (not after or after[0] in _PLACES):
            return piece.span.start if _MARKS.intersection(before) or not after else None
    return None


_ALWAYS = frozenset(
    "always has,always have,always carries,always says,always reads,is always,are always,always is,is captioned,are captioned,is credited,are credited,is spelled,is spelt,are spelled".split(
        ","
    )
)
_PLACES = frozenset(
    "on at above below under beside next by after before first last top bottom off out away across beneath behind inside within over with in along up".split()
)
_MARKS = frozenset(
    "the our logo logos line lines name names number price prices text copy type headline disclaimer warning mark label licence license address url website phone hashtag tagline strapline date dates hours credit credits sponsor sponsors english french welsh spanish irish german signature colour color colours colors background photo photos picture goose mascot legal website qr code all every each their his her url font title titles it".split()
)


def _limit(text: Text, piece: Piece) -> int | None:
    """Seven words or fewer; type no smaller than 12 point; under 100 MB."""
    if _vetoed(text, piece) or _MONEY.search(piece.lower):
        return None
    words = [word.lower for word in piece.words]
    if not _terms(text, piece, "limit") or not _terms(text, piece, "unit"):
        return None
    if not any(w[0].isdigit() or w in grammar().numbers or w in ("a", "an") for w in words):
        return None
    if _FIRST.intersection(words) or any(
        w in ("was", "were", "had", "have", "people", "members", "years") for w in words
    ):
        return None
    return piece.span.start


def _languages(text: Text, piece: Piece) -> int | None:
    """All text in English and French; 2 in Spanish; marathi on top."""
    terms = _terms(text, piece, "language")
    if not terms or _vetoed(text, piece):
        return None
    words = [word.lower for word in piece.words]
    if _FIRST.intersection(words) or any(w in ("was", "were", "he", "she", "they") for w in words):
        return None
    before = [word.lower for word in piece.words if word.end <= terms[0].start]
    after = [word.lower for word in piece.words if word.start >= terms[0].end]
    if before and before[-1] == "in":
        return _passive_start(piece, terms[0].start)
    if (
        not before
        and after
        and after[0] in ("first", "on", "and", "above", "below", "spelling", "only", "version", "as")
    ):
        return piece.span.start
    if len(terms) > 1 and any(w in ("on", "top", "below", "side", "above", "first") for w in words):
        return piece.span.start
    return None


def _passive_start(piece: Piece, place: int) -> int:
    """ "written at a sixth-grade level and be available in Spanish": where "available" begins, else the piece."""
    for index, word in enumerate(piece.words):
        if word.lower == "available" and word.end <= place and index > 4:
            return word.start
    return piece.span.start


def _as_before(text: Text, piece: Piece) -> int | None:
    """Same as last time but green."""
    terms = _terms(text, piece, "before")
    if not terms or _vetoed(text, piece):
        return None
    if any(word.lower in ("was", "were") for word in piece.words):
        return None
    return terms[0].start


def _spec(text: Text, piece: Piece) -> int | None:
    """Closed captions, CMYK, British spelling: words of the craft with no sentence around them."""
    if not _terms(text, piece, "spec") or _vetoed(text, piece):
        return None
    words = [word.lower for word in piece.words]
    if len(words) > 8 or any(w in grammar().pronouns for w in words) or has_subject(piece.words):
        return None
    phrases = noun_phrases(text, piece.words, ("deliverable",))
    if any(phrase.term is not None and phrase.term.label == "deliverable" for phrase in phrases):
        return None
    return piece.span.start if len(words) > 1 else None


def _corrected(text: Text, piece: Piece) -> int | None:
    """Sunday hours are 11-4, not 10-5 (what follows the comma joins the piece)."""
    words = [word.lower for word in piece.words]
    if _FIRST.intersection(words[:2]) or len(words) < 4:
        return None
    if "not" in words[3:] and any(w in ("is", "are") for w in words[1:4]) and not _vetoed(text, piece):
        return piece.span.start
    if any(pair in piece.lower for pair in ("should read", "is spelled", "is spelt", "should say", "is pronounced")):
        return piece.span.start
    return None


_FAMILIES = (
    ("ban", 0.9, _ban),
    ("modal", 0.85, _modal),
    ("universal", 0.8, _universal),
    ("order", 0.75, _order),
    ("law", 0.75, _law),
    ("spread", 0.8, _spread),
    ("limit", 0.75, _limit),
    ("languages", 0.7, _languages),
    ("placed", 0.65, _placed),
    ("only", 0.7, _only),
    ("corrected", 0.65, _corrected),
    ("as_before", 0.65, _as_before),
    ("spec", 0.6, _spec),
)


# --- what is none


def _vetoed(text: Text, piece: Piece, start: int | None = None) -> bool:
    """Dates, money, and talk of the process are no conditions on the work."""
    span = Span(piece.span.start if start is None else start, piece.span.end)
    lower = text.words[span.start : span.end].lower()
    outside = _QUOTED.sub(" ", lower)
    if _DATE.search(outside):
        return True
    head = [word for word in piece.words if word.start >= span.start][:5]
    if not head:
        return True
    subject = Span(head[0].start, head[-1].end)
    if text.terms_in(subject, "process"):
        return True
    return False


_QUOTED = re.compile(r'"[^"\n]{1,200}"|\([^()\n]{1,200}\)')


def _is_idle(text: Text, piece: Piece) -> bool:
    """Chit-chat that looks like a condition: no rush, can't wait, all the best."""
    return any(
        term.start <= piece.words[0].start
        or (
            term.start <= piece.words[min(2, len(piece.words) - 1)].start and piece.words[0].lower in grammar().pronouns
        )
        for term in _terms(text, piece, "idle")
    )


def _is_question(text: Text, sentence: Sentence, pieces: list[Piece]) -> bool:
    if not text.words[sentence.start : sentence.end].rstrip("\"') ").endswith("?"):
        return False
    return not pieces[0].starts(
        "can you", "could you", "can we", "could we", "would you", "please", "will you", "may we"
    )


def _is_setting(piece: Piece) -> bool:
    """ "In the guide, …", "On the poster, …", "If it rains, …": what the condition behind it is about."""
    if len(piece.words) > 9:
        return False
    first = piece.words[0].lower
    if first in ("if", "when", "whenever", "wherever", "where"):
        return True
    return (
        first in ("in", "on", "for", "at", "under", "with") and len(piece.words) <= 5 and not has_subject(piece.words)
    )


# --- where a condition ends


def _end(text: Text, pieces: list[Piece], index: int) -> tuple[int, int]:
    """Its end, and the piece to go on with: what continues it joins, what gives its reason does not."""
    end = _reason_cut(text, pieces[index])
    cut = end < pieces[index].span.end
    index += 1
    while index < len(pieces) and not cut:
        piece = pieces[index]
        if not _continues(text, pieces, index):
            break
        end = _reason_cut(text, piece)
        cut = end < piece.span.end
        index += 1
    return _with_brackets(text, end), index


def _continues(text: Text, pieces: list[Piece], index: int) -> bool:
    piece = pieces[index]
    raw = text.words[pieces[index - 1].span.end : piece.span.start].lower().split()
    joiner = raw[-1] if raw else ""
    if piece.joint == "(":
        return index + 1 < len(pieces) and pieces[index + 1].joint == ")"
    if piece.joint == ")":
        return not has_subject(piece.words) or len(piece.words) <= 3
    if piece.joint == ";" or piece.joint == "-":
        return False
    if piece.joint == ":":
        return True
    if piece.joint in ("and", "but"):
        return False
    if _judged(text, piece, False, "") is not None and piece.words[0].lower not in ("not",):
        return False
    if joiner in ("and", "or", "nor", "but"):
        return not has_subject(piece.words)
    first = piece.words[0].lower
    if first in (
        "not",
        "never",
        "including",
        "especially",
        "except",
        "even",
        "with",
        "without",
        "unless",
        "nor",
        "and",
        "or",
        "wherever",
        "whenever",
        "in",
        "on",
    ):
        return not has_subject(piece.words) or first in ("unless", "even", "except")
    # an item of a list that is closed by "or" or "and" further on
    for later in pieces[index + 1 : index + 4]:
        between = text.words[pieces[index].span.start : later.span.start].lower().split()
        if later.joint == "," and between and between[-1] in ("and", "or"):
            return not has_subject(piece.words) and len(piece.words) <= 6
    if re.search(r"\b(?:and|or)\b", piece.lower) and len(piece.words) <= 5 and not has_subject(piece.words):
        return True
    return False


def _reason_cut(text: Text, piece: Piece) -> int:
    """Before a reason: "or their uploader chokes", "because we got in trouble"."""
    head = piece.words[min(2, len(piece.words) - 1)].start
    end = piece.span.end
    for term in text.terms_in(piece.span, "reason"):
        if term.start <= head or _inside_quotes(text, piece, term.start):
            continue
        said = text.words[term.start : term.end].lower()
        rest = [word.lower for word in piece.words if word.start >= term.end]
        if said.startswith("or ") and not any(
            w in grammar().verbs or w in grammar().auxiliaries or w.endswith("s") for w in rest[:4]
        ):
            continue
        end = min(end, term.start)
    if len(piece.words) > 22:
        end = min(end, _run_on(piece))
    return len(text.words[:end].rstrip(" ,;:-(\n")) if end < piece.span.end else end


def _run_on(piece: Piece) -> int:
    """Dictated words have no signs: the next "we are", "I have" begins something else."""
    little = grammar()
    words = piece.words
    for index in range(3, len(words) - 1):
        if (
            words[index].lower in ("we", "i", "they", "he", "she")
            and words[index + 1].lower in little.auxiliaries | little.verbs
        ):
            if words[index - 1].lower not in ("that", "what", "if", "and", "when"):
                return words[index].start
    return piece.span.end


def _inside_quotes(text: Text, piece: Piece, offset: int) -> bool:
    return text.words.count('"', piece.span.start, offset) % 2 == 1


def _with_brackets(text: Text, end: int) -> int:
    """A short code in brackets belongs to the condition: "match the elevators (PMS 349)"."""
    rest = text.words[end : end + 30]
    code = re.match(r" ?\(([^()\n]{2,20})\)", rest)
    if code and any(char.isdigit() for char in code[1]):
        return end + code.end()
    return end


def _first_of_block(text: Text, sentence: Sentence) -> bool:
    return sentence.start == sentence.block.start or sentence.body > sentence.start


def _opening(text: Text, piece: Piece, label: str) -> Term | None:
    return next((t for t in text.terms_in(Span(piece.span.start, piece.span.start + 1), label)), None)


def _terms(text: Text, piece: Piece, *labels: str) -> list[Term]:
    return [term for term in text.terms_in(piece.span, *labels) if term.end <= piece.span.end]
