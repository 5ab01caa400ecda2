"""The things to be made: noun phrases that the client asks for, in sentences and in lists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefs.findings import Deliverable, Field, Finding
from briefs.jobs import UNKNOWN_JOB
from extract.clauses import Sentence, Shape
from extract.grammar import grammar
from extract.headings import heading_of
from extract.noun_phrases import Article, NounPhrase, Word, noun_phrases, words_in
from extract.span import Span
from extract.term import Term
from extract.text import Text

# "thing" is a word of the trade that is also an everyday one (page, card, cut): it has to be asked for outright.
_THINGS = ("deliverable", "thing")
# Words that may stand between "need" and what is needed.
_FILLERS = frozenset(
    "you to us me from your help with have get see is are be by for the following : basically just also maybe possibly "
    "please now really of at least up as simply then about another - ( our own".split()
)
_JOINTS = frozenset(", and or & + / plus : - ( ; also then maybe possibly perhaps ideally please".split())
_OPENERS = frozenset(
    "and also plus oh so then yes yep yeah maybe perhaps ok okay lastly finally secondly first firstly second third next "
    "please pls just only ideally possibly right well thirdly , - ( : \" 'and & again".split()
)
_VERBS_AFTER = frozenset(
    "to please pls you we i and , can could just also us kindly then : - ( they lets let's".split()
)
# What may follow a thing that is named without a sentence around it: "Quarter page ad for the Herald please."
_AFTER_FRAGMENT = frozenset(", . ; ! ? : and & + / ( - for please pls x × too certainly plus with".split())


@dataclass(frozen=True, slots=True)
class _Asked:
    """A thing asked for, before things named twice are told apart."""

    phrase: NounPhrase
    span: Span
    item: str
    quantity: int | None
    confidence: float
    rule: str

    @property
    def head(self) -> str:
        last = self.item.lower().split()[-1]
        return last.removesuffix("s")


def find(text: Text) -> Iterator[Finding]:
    asked: list[_Asked] = []
    for sentence in text.layout.sentences:
        if sentence.block.shape is not Shape.HEADING:
            asked += _asked_in(text, sentence)
    for thing in _named_once(asked):
        job = thing.phrase.term.id if thing.phrase.term else UNKNOWN_JOB
        value = Deliverable(thing.item, thing.quantity, job)
        yield text.finding(Field.DELIVERABLE, value, thing.span, thing.rule, thing.confidence)


def _asked_in(text: Text, sentence: Sentence) -> Iterator[_Asked]:
    heading = heading_of(text, sentence)
    if heading not in ("", "deliverables"):
        return
    words = words_in(text, sentence.words)
    cues = _cues(text, sentence)
    phrases = noun_phrases(text, words, _THINGS, _verbs(words, cues))
    mood = "list" if heading else ""
    asked = embedded = False
    reached = 0
    for index, phrase in enumerate(phrases):
        start, end = words[phrase.first].start, words[phrase.last - 1].end
        for cue in cues:
            if reached <= cue.start and cue.end <= start:
                mood, asked, embedded = cue.id, False, False
                reached = cue.end
        direct = _follows(words, phrase.first, reached) if reached else False
        lead = words[phrase.first - 1].lower if phrase.first else ""
        joined = phrase.first == 0 or lead in _JOINTS
        opens = all(word.lower in _OPENERS for word in words[: phrase.first])
        if not (direct or joined or opens):
            embedded = True
            continue
        if embedded and phrase.article is Article.BARE and lead in ("and", "or", "&", "/"):
            continue  # "for schools and libraries"
        embedded = False
        before = phrases[index - 1] if index else None
        rule, confidence = _judged(text, words, phrase, before, mood, direct or asked, opens)
        if rule:
            asked = True
            yield _thing(text, words, phrase, Span(start, end), rule, confidence)


def _judged(
    text: Text,
    words: Sequence[Word],
    phrase: NounPhrase,
    before: NounPhrase | None,
    mood: str,
    governed: bool,
    opens: bool,
) -> tuple[str, float]:
    """The rule by which the phrase is asked for and how sure that is; no rule where it is not."""
    if mood in ("drop", "have", "past") or _is_interim(text, phrase):
        return "", 0.0
    counted = phrase.article in (Article.INDEFINITE, Article.LOOSE)
    strong = phrase.term is not None and phrase.term.label == "deliverable"
    if phrase.article is Article.DEFINITE:
        if phrase.term is not None and governed and mood in ("redo", "list"):
            return "deliverable.redone", 0.7
        return "", 0.0
    if mood == "list" and opens:
        return "deliverable.listed", 0.9 if phrase.term else 0.75
    if mood and governed:
        if strong or (phrase.term is not None and counted):
            return "deliverable.asked", 0.9
        if counted and mood in ("make", "list") and _ends_well(words, phrase):
            return "deliverable.asked", 0.6
        if counted and before is not None and before.term is not None and _ends_well(words, phrase):
            return "deliverable.joined", 0.6
        return "", 0.0
    if strong and opens and _is_fragment(words, phrase, counted):
        return "deliverable.fragment", 0.8
    if strong and mood and counted:
        return "deliverable.asked", 0.7
    return "", 0.0


def _cues(text: Text, sentence: Sentence) -> list[Term]:
    """Words of asking and of not asking, in order; of overlapping ones the longest."""
    terms = sorted(text.terms_in(sentence.words, "ask", "unask"), key=lambda term: (term.start, -term.end))
    kept: list[Term] = []
    for term in terms:
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
        elif len(term) > len(kept[-1]):
            kept[-1] = term
    return kept


def _verbs(words: Sequence[Word], cues: Iterable[Term]) -> frozenset[int]:
    """The words of verbs that could be nouns too: "design" in "please design two posters"."""
    verbs = set()
    for index, word in enumerate(words):
        for cue in cues:
            if cue.start <= word.start and word.end <= cue.end and cue.id in ("make", "redo", "want"):
                before = words[index - 1].lower if index else "and"
                if before in _VERBS_AFTER or cue.start < word.start:
                    verbs.add(index)
    return frozenset(verbs)


def _follows(words: Sequence[Word], first: int, reached: int) -> bool:
    """Whether nothing but fillers stands between the cue that ended at `reached` and the phrase."""
    for word in reversed(words[:first]):
        if word.end <= reached:
            return True
        if word.lower not in _FILLERS:
            return False
    return False


def _is_interim(text: Text, phrase: NounPhrase) -> bool:
    """Hand-overs, money, time and people are asked for too, and are not made."""
    end = phrase.name.end
    terms = text.terms_in(phrase.name, "interim")
    longest = max((len(term) for term in terms if term.end == end), default=0)
    known = len(phrase.term) if phrase.term is not None and phrase.term.label == "deliverable" else 0
    return longest > 0 and (known <= longest or known == 0) and not (known and known > longest)


def _ends_well(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Whether the phrase is whole: a sign or a little word follows, not "of"."""
    if len(phrase.head) < 3 or not phrase.head[0].isalpha():
        return False
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    return after != "of" and after not in grammar().auxiliaries and after not in grammar().pronouns


def _is_fragment(words: Sequence[Word], phrase: NounPhrase, counted: bool) -> bool:
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    if after in ("would", "wanted", "needed", "required", "please", "pls"):
        return True
    if counted:
        return after in _AFTER_FRAGMENT or after in grammar().prepositions
    if phrase.head.endswith("s"):
        return after in _AFTER_FRAGMENT
    return after in ("please", "pls", "for")


def _thing(text: Text, words: Sequence[Word], phrase: NounPhrase, span: Span, rule: str, confidence: float) -> _Asked:
    item = " ".join(text.words[phrase.name.start : phrase.name.end].split())
    quantity, end = phrase.quantity, span.end
    after = [word.lower for word in words[phrase.last : phrase.last + 4]]
    if quantity is None and phrase.article is not Article.DEFINITE:
        quantity, used = _counted_after(after)
        if used:
            end = words[phrase.last + used - 1].end
    end = max(end, _sizes_after(text, end))
    return _Asked(phrase, Span(span.start, end), item, quantity, confidence, rule)


def _counted_after(after: Sequence[str]) -> tuple[int | None, int]:
    """The number behind: "menu boards, 2 of them", "posters x 3", "posters (4)"."""
    words = [*after, "", "", "", ""]
    number = grammar().numbers
    skip = 1 if words[0] in (",", "-", ":", "(") else 0
    if words[skip] in ("x", "×") and words[skip + 1].isdigit():
        return int(words[skip + 1]), skip + 2
    value = int(words[skip]) if words[skip].isdigit() and len(words[skip]) < 6 else number.get(words[skip])
    if value is not None and words[skip + 1] == "of" and words[skip + 2] in ("them", "those", "these"):
        return value, skip + 3
    if value is not None and skip and words[0] == "(" and words[2] == ")":
        return value, 3
    return None, 0


def _sizes_after(text: Text, end: int) -> int:
    """Past a size in brackets or behind a comma: "12 ads (1080x1350)", "4 ads, 1200x627"."""
    for clause in text.layout.clauses:
        if clause.start >= end and clause.start - end <= 3:
            inner = text.words[clause.start : clause.end]
            if (
                clause.joint in "(,:"
                and len(inner) <= 40
                and any(c.isdigit() for c in inner)
                and " x " in f" {inner.lower()} ".replace("x", " x ")
            ):
                return clause.end + (1 if clause.joint == "(" else 0)
            return end
    return end


def _named_once(asked: list[_Asked]) -> list[_Asked]:
    """A thing named again with its number is one thing: "posters and bookmarks … three bookmarks"."""
    kept: list[_Asked] = []
    for thing in asked:
        rivals = [other for other in kept if other.head == thing.head]
        same = next((other for other in rivals if _is_same(other, thing)), None)
        if same is None:
            kept.append(thing)
        elif (thing.quantity or 0) > 1 and (same.quantity or 0) <= 1:
            kept[kept.index(same)] = thing if len(thing.item) >= len(same.item) else replace(thing, item=thing.item)
    return kept


def _is_same(one: _Asked, other: _Asked) -> bool:
    if one.item.lower() == other.item.lower():
        return not (one.quantity and other.quantity and one.quantity > 1 and other.quantity > 1)
    shorter, longer = sorted((one.item.lower(), other.item.lower()), key=len)
    return longer.endswith(shorter) and (one.quantity is None or other.quantity is None)
