"""The things to be made: noun phrases that the client asks for, in sentences and in lists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefs.findings import Deliverable, Field, Finding
from briefs.jobs import UNKNOWN_JOB
from extract.asking import (
    Place,
    Stand,
    cues_of,
    in_its_stead,
    is_beside,
    is_in_a_name,
    is_inventory,
    is_paid_for,
    is_raised,
    moved_on,
    past_the_colon,
    stand_of,
    verbs_of,
)  # fmt: skip
from extract.clauses import Block, Sentence, Shape
from extract.counted import counted_after, counted_apart, counted_next, each_of, past_sizes
from extract.grammar import wordset
from extract.had import had_ones
from extract.headings import heading_of, kind_of
from extract.noun_phrases import Article, NounPhrase, noun_phrases, words_in
from extract.series import Judged, completed
from extract.signs import Signs
from extract.span import Span
from extract.tables import Row, rows_of_things
from extract.text import Text
from extract.thing_roles import rule_of, why_none
from extract.thing_signs import has_a_verb, is_likely_one, signs_in
from extract.tokens import Word
from extract.unmade import is_interim
from extract.value import value

WEAK = "deliverable.weak"  # a thing of the trade that no rule takes
_DOUBTFUL = 0.2
_MOST = 300  # things in one mail; what lists more is no brief
# "thing" is a word of the trade that is also an everyday one (page, card, cut): it has to be asked for outright.
_THINGS = ("deliverable", "thing")
_MEASURES = wordset(
    "pcs pc nos off pieces total size sizes format formats design designs version versions kind kinds colour colours "
    "color colors"
)
_A_LIST = 2  # rows
_NEXT = 40  # characters between a thing and a sentence that says how many
_BEHIND_A_LABEL = wordset("please pls needed wanted required x pcs nos of them in total")
_BESIDE_A_LABEL = 14  # words


@value(frozen=True, slots=True)
class _Asked:
    """A thing asked for, before things named twice are told apart."""

    phrase: NounPhrase
    span: Span
    item: str
    quantity: int | None
    confidence: float
    rule: str
    how: Signs  # of the words around it

    @property
    def head(self) -> str:
        last = self.item.lower().split()[-1]
        return last.removesuffix("s")


def find(text: Text) -> Iterator[Finding]:
    tables = list(rows_of_things(text))
    rows = {row.block.start: row for row in tables if not row.priced and not row.labelled}
    labelled = _labelled(text, tables)
    asked = [thing for row in tables if row.priced for thing in _priced(text, row)]
    for sentence in text.layout.sentences:
        row = rows.get(sentence.block.start)
        if row is not None:
            asked += _asked_by(text, sentence.block, row) if sentence.start == sentence.block.start else ()
        elif sentence.start in labelled:
            asked += _asked_beside(labelled[sentence.start], list(_asked_in(text, sentence)))
        elif sentence.block.shape is not Shape.HEADING:
            asked[-1:] = _counted(text, asked[-1:], sentence)
            asked += _asked_in(text, sentence)
    taken = [thing for thing in asked if thing.rule != WEAK][:_MOST]
    weak = [thing for thing in asked if thing.rule == WEAK][:_MOST]
    named: dict[str, list[_Asked]] = {}
    for thing in (*taken, *weak):
        named.setdefault(thing.head, []).append(thing)
    once = _named_once(taken)
    for thing in asked if text.remarks is not None else ():
        if thing.rule != WEAK and not any(thing.span == other.span for other in once):
            text.remark(Field.DELIVERABLE, thing.span, f"{thing.rule}: named elsewhere in the mail too")
    for thing in once:
        yield _finding(text, thing, named)
    new = [thing for thing in weak if not any(_is_told(other, thing) for other in once)]
    new.sort(key=lambda thing: not thing.how["likely"])  # of one that is named twice, where it is asked for
    text.weak.extend(_finding(text, thing, named) for thing in _named_once(new))


def _counted(text: Text, last_asked: list[_Asked], sentence: Sentence) -> list[_Asked]:
    """The last thing so far, counted where a sentence right behind it says how many: "Menus! Twelve."."""
    last = last_asked[-1] if last_asked else None
    if last is None or last.quantity is not None or not last.phrase.head.endswith("s"):
        return last_asked
    if sentence.start - last.span.end > _NEXT or sentence.start == sentence.block.start:
        return last_asked
    words = [word.lower for word in text.tokens.within(sentence.start, sentence.end)]
    quantity = counted_next(words)
    return last_asked if quantity is None else [replace(last, quantity=quantity)]


def _is_told(told: _Asked, thing: _Asked) -> bool:
    """Whether the thing is one that is told, named again: "the brochure" beside "an annual brochure"."""
    return f" {told.item.lower()}".endswith(f" {thing.item.lower()}") and (thing.quantity or 0) <= (told.quantity or 1)


def _finding(text: Text, thing: _Asked, named: Mapping[str, Sequence[_Asked]]) -> Finding:
    """`named`: the things of the mail by their heads."""
    alike = named.get(thing.head, ())
    job = thing.phrase.term.id if thing.phrase.term else UNKNOWN_JOB
    value = Deliverable(thing.item, thing.quantity, job)
    weighed = {
        **thing.how,
        f"article {thing.phrase.article}": 1.0,
        f"known as {thing.phrase.term.label if thing.phrase.term else 'nothing'}": 1.0,
        "named again": float(len(alike) > 1),
        "its head is taken": float(any(other is not thing and other.rule != WEAK for other in alike)),
        "counted behind": float(thing.quantity != thing.phrase.quantity),
        "sized": float(thing.span.end > thing.phrase.name.end),
    }
    return text.finding(Field.DELIVERABLE, value, thing.span, thing.rule, thing.confidence, weighed=weighed)


def _labelled(text: Text, tables: Sequence[Row]) -> dict[int, _Asked]:
    """Things that are labels, by where the rest of their rows begins: "Poster: A2, for the shop windows"."""
    named = {row.block.start: thing for row in tables if row.labelled for thing in _label(text, row)}
    if len(named) < _A_LIST:
        named = {
            start: replace(thing, rule=WEAK, confidence=_DOUBTFUL) if not thing.how["headed"] else thing
            for start, thing in named.items()
        }
    return named


def _label(text: Text, row: Row) -> Iterator[_Asked]:
    under = kind_of(text, row.block.under) if row.block.under is not None else ""
    words = words_in(text, row.item)
    phrases = noun_phrases(text, words, _THINGS) if under in ("", "deliverables") else []
    if not phrases or phrases[0].first > 0 or phrases[0].article is Article.DEFINITE:
        return
    phrase = phrases[0]
    strong = phrase.term is not None and phrase.term.label == "deliverable"
    if phrase.term is None or not (strong or under) or is_interim(text, words, phrase):
        return
    rest = [word.lower for word in words[phrase.last :]]
    if not all(word in _BEHIND_A_LABEL or not word[0].isalpha() for word in rest):
        return
    behind = [word.lower for word in words_in(text, row.block)][:_BESIDE_A_LABEL]
    quantity = phrase.quantity or counted_after(rest, bare=True)[0] or counted_apart(behind)[0]
    span = Span(words[phrase.first].start, words[phrase.last - 1].end)
    how = {"likely": 1.0, "names its row": 1.0, "headed": float(bool(under))}
    yield _Asked(phrase, span, text.said(phrase.name), quantity, 0.75, "deliverable.row", how)


def _asked_beside(label: _Asked, things: list[_Asked]) -> list[_Asked]:
    """What a row asks for: what its words count ("Social: 6 posts"), else its label, which they say more of."""
    told = [thing for thing in things if thing.rule != WEAK]
    if any(thing.quantity and thing.phrase.term and thing.phrase.term.label == "deliverable" for thing in told):
        return things
    return [label]


def _asked_by(text: Text, block: Block, row: Row) -> Iterator[_Asked]:
    """A row of a table, or "door hangers - 2 designs": a thing and how many of it."""
    under = kind_of(text, block.under) if block.under is not None else ""
    if under not in ("", "deliverables"):
        return
    words = words_in(text, row.item)
    phrases = noun_phrases(text, words, _THINGS)
    if not phrases or phrases[0].first > 0:
        return
    phrase = phrases[0]
    known = phrase.term is not None and (phrase.term.label == "deliverable" or bool(under) or row.headed)
    if is_interim(text, words, phrase) or not (known or (row.headed and row.quantity) or (under and row.quantity)):
        return
    span = Span(words[phrase.first].start, words[phrase.last - 1].end)
    behind = counted_after([word.lower for word in words[phrase.last :]], bare=True)[0]
    quantity = row.quantity if row.quantity is not None else phrase.quantity or behind
    item = text.said(phrase.name)
    yield _Asked(phrase, span, item, quantity, 0.85 if known else 0.7, "deliverable.row", {"likely": 1.0})


def _priced(text: Text, row: Row) -> Iterator[_Asked]:
    """ "Signs – $700": a part of the budget may be for a thing."""
    words = words_in(text, row.item)
    phrases = noun_phrases(text, words, _THINGS)
    if phrases and phrases[0].first == 0 and phrases[0].term is not None:
        phrase = phrases[0]
        span = Span(words[phrase.first].start, words[phrase.last - 1].end)
        item = text.said(phrase.name)
        how = {"likely": 1.0, "priced": 1.0}
        yield _Asked(phrase, span, item, phrase.quantity, _DOUBTFUL, WEAK, how)


def _asked_in(text: Text, sentence: Sentence) -> Iterator[_Asked]:
    cues = cues_of(text, sentence)
    heading = heading_of(text, sentence)
    if not cues and not heading and not text.terms_in(sentence.words, *_THINGS):
        return  # nothing of the trade, and no word that asks for anything
    words = words_in(text, sentence.words)
    phrases = noun_phrases(text, words, _THINGS, verbs_of(words, cues))
    elsewhere = heading not in ("", "deliverables")
    if heading == "requirements" and is_inventory(words, phrases) and phrases[0].quantity:
        elsewhere, heading = False, "deliverables"  # "Requirements: 11 wall panels and an activity sheet"
    cues = [cue for cue in cues if not is_in_a_name(words, phrases, cue)]
    first = sentence.start == sentence.block.start or sentence.body > sentence.start
    listed = (heading and first and not elsewhere) or is_inventory(words, phrases)
    place = Place(_led_in(text, sentence) or ("list" if listed else ""), 0, asked=False)
    judged: list[Judged] = []
    for index, phrase in enumerate(phrases):
        start = words[phrase.first].start
        place = moved_on(place, cues, words, phrases[:index], start)
        place = in_its_stead(past_the_colon(place, words, phrases, index), words, phrases, index)
        stand = stand_of(words, phrase, place)
        if stand is Stand.INSIDE and is_beside(words, phrase, phrases[index - 1] if index else None, place):
            stand = Stand.JOINS
        if stand is Stand.INSIDE and not (is_paid_for(words, phrase, place) or is_raised(words, phrase)):
            place = place if place.inside else _now(place, inside=True, asked=place.asked)
            judged.append(Judged(phrase, place, stand, "", 0.0))
            continue
        if place.inside:
            place = _now(place, inside=False, asked=place.asked)
        if stand is Stand.INSIDE:
            rule, confidence = ("", 0.0) if is_interim(text, words, phrase) else ("deliverable.paid_for", 0.7)
        else:
            rule, confidence = rule_of(text, words, phrase, phrases[index - 1] if index else None, place, stand)
        if words[phrase.last - 1].start == phrase.name.start and phrase.head.startswith("version"):
            confidence = min(confidence, 0.6)  # "we need a version in Arabic": of a job that is under way
        if rule and not place.asked:
            place = _now(place, inside=place.inside, asked=True)
        rule, confidence = ("", 0.0) if elsewhere else (rule, confidence)
        judged.append(Judged(phrase, place, stand, rule, confidence))
    whole = list(completed(text, words, judged))
    whole += [each for each in judged if each.stand is Stand.INSIDE and not each.rule]
    whole.sort(key=lambda each: each.phrase.first)
    verb, had = has_a_verb(words, whole), had_ones(words, whole)
    for index, each in enumerate(whole):
        phrase = each.phrase
        if each.rule:
            thing = each
        elif phrase.term is not None or is_likely_one(words, whole, index, verb):
            if text.remarks is not None:
                span = Span(words[phrase.first].start, words[phrase.last - 1].end)
                text.remark(Field.DELIVERABLE, span, why_none(text, words, phrase, each.place))
            if index in had:
                continue
            thing = Judged(phrase, each.place, each.stand, WEAK, _DOUBTFUL)
        else:
            continue
        rivals = (other.phrase for other in whole[index + 1 :] if other.stand is not Stand.INSIDE)
        reach = next((other.first for other in rivals if other.head not in _MEASURES), len(words))
        yield _thing(text, sentence, words, thing, reach, signs_in(text, words, whole, index, verb))


def _now(place: Place, *, inside: bool, asked: bool) -> Place:
    """As `replace` has it, which takes thrice as long: this is done at every other phrase."""
    return Place(place.mood, place.reached, asked, inside, place.theirs, place.said)


def _led_in(text: Text, sentence: Sentence) -> str:
    """What its label makes of the things of a sentence, where they are not asked for: "Attached: logo, two photos"."""
    label = Span(sentence.start, sentence.body) if sentence.body > sentence.start else sentence.block.labelled
    if label is None or (sentence.body == sentence.start > sentence.block.start):
        return ""
    terms = text.terms_in(label, "ask", "unask")
    return "have" if terms and all(term.id == "have" for term in terms) else ""


def _thing(text: Text, sentence: Sentence, words: Sequence[Word], judged: Judged, reach: int, how: Signs) -> _Asked:
    """`reach`: where the next thing begins, that a number behind may be of."""
    phrase = judged.phrase
    span = Span(words[phrase.first].start, words[phrase.last - 1].end)
    item = text.said(phrase.name)
    quantity, end = phrase.quantity, span.end
    after = [word.lower for word in words[phrase.last : phrase.last + 14]]
    if quantity is None and phrase.article is not Article.DEFINITE:
        quantity, used = counted_after(after, bare=phrase.head.endswith("s"))
        if quantity is None:
            quantity, used = counted_apart([word.lower for word in words[phrase.last : reach]][:14])
        if used:
            end = words[phrase.last + used - 1].end
    elif quantity is None and phrase.head.endswith("s"):
        quantity, used = counted_apart([word.lower for word in words[phrase.last : reach]][:6])
        if used:
            end = words[phrase.last + used - 1].end  # "the bench ads again, six of them"
    elif quantity == 1 and phrase.article is Article.INDEFINITE:
        quantity = each_of(after) or quantity
    end = past_sizes(text, sentence, end)
    return _Asked(phrase, Span(span.start, end), item, quantity, judged.confidence, judged.rule, how)


def _named_once(asked: list[_Asked]) -> list[_Asked]:
    """A thing named again with its number is one thing: "posters and bookmarks … three bookmarks"."""
    kept: list[_Asked] = []
    for thing in asked:
        if thing.phrase.article is Article.BARE and any(_is_kind_of(other, thing) for other in asked):
            continue
        head = thing.head
        rivals = [other for other in kept if other.head == head]
        same = next((other for other in rivals if _is_same(other, thing)), None)
        if same is None:
            kept.append(thing)
        elif (thing.quantity or 0) > 1 and (same.quantity or 0) <= 1:
            kept[kept.index(same)] = thing if len(thing.item) >= len(same.item) else replace(thing, item=thing.item)
    return kept


def _is_kind_of(thing: _Asked, general: _Asked) -> bool:
    """ "Radio and billboards" are the four radio spots named behind."""
    return (
        thing.quantity is not None and f" {general.item.lower()} " in f" {thing.item.lower()} " and thing is not general
    )


def _is_same(one: _Asked, other: _Asked) -> bool:
    if one.item.lower() == other.item.lower():
        return not (one.quantity and other.quantity and one.quantity > 1 and other.quantity > 1)
    shorter, longer = sorted((one.item.lower(), other.item.lower()), key=len)
    return longer.endswith(shorter) and (one.quantity is None or other.quantity is None)
