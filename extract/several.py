"""Several jobs in one mail: only where the mail separates them itself, and each has what makes it a job of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from briefs.findings import DateSpan, Deliverable, Field, Finding, Job, Place, Words
from extract.anycase import AnyCase
from extract.headings import kind_of
from extract.rules.deliverables import WEAK
from extract.sections import Sections, sections_of
from extract.span import Span
from extract.text import Text

_ENOUGH_WORDS = 12  # of a section; a shorter one is a line of a list
_TITLE_WORDS = 8
# A step of one job, or a way to do it.
_STAGES = AnyCase(
    r"^\W*(?:phase|stage|step|round|milestone|week|day|option|route|version|wave|part|draft|drafts|concepts?|lot"
    r"|storyboards?|rough|final|first\s(?:draft|proof|cut|round)|treatment|layouts?|proofs?|shoot|edit|edits|filming"
    r"|deliver(?:y|ies)(?=\W*$|\s?[:–—-])|kick-?off|approvals?|sign-?off|production|post-?production|pre-?production|variant|alternative|size"
    r"|format|question|answer|re:|q\d?)\b(?!-)"
)
# One thing that all of it may be for.
_UNDERTAKINGS = AnyCase(
    r"\b(?:campaigns?|launch(?:es)?|re-?launch|events?|roll-?out|packages?|suites?|series|tours?|seasons?|festivals?"
    r"|conferences?|summits?|galas?|fairs?|openings?|re-?brand(?:ing)?|anniversary|promotions?|promos?|kits?|bundles?"
    r"|sets?|collections?|exhibitions?|shows?|weddings?|drives?|initiatives?|programmes?|programs?|sales?"
    r"|kampagnen?|messen?|eröffnung|campagnes?|lancements?|salons?)\b"
)
_SEPARATORS = AnyCase(r"\s?[:–—|]\s|\s-\s|[.,;(!?]\s|\s\(|$")
_MARK = AnyCase(
    r"[\s*_#>•▪-]*(?:(?:the\s)?(?:first|second|third|fourth|fifth)(?:ly|\sof\sall|\sup)?\s?"
    r"(?:,|:|\s(?:one|thing|job|project|brief|request|assignment|order)\b(?:\sis\b)?\s?[:,–—-]?)\s*"
    r"|(?:job|project|brief|request|assignment|order|piece\sof\swork|commission|campaign|auftrag"
    r"|projekt|anfrage|projet|demande|commande)\s?(?:#|no\.?\s?|number\s|nr\.?\s?)?(?:[1-8a-h]|one|two|three|four|five)"
    r"\s?[:.)–—-]\s*|[(#]?(?:[1-8]|[a-h])(?:[.):]|\s[-–—])[*_\s]*|(?:one|two|three)\s?[:.)]\s*|[-–—]\s)?"
)


_MOST_CUTS = 2
_UNSURE = 0.6  # of a thing that only the section's title names
_ARTICLE = AnyCase(r"(?:an?|the|our|one)\s")


@dataclass(frozen=True, slots=True)
class Section:
    """Where a section stands in the mail's canonical text; its title, "" where it has none, and what that names."""

    place: Place
    title: str
    thing: Finding | None


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to part a mail. `declared` is True where the mail says that these are jobs apart."""

    sections: tuple[Section, ...]
    declared: bool


def cuts_of(text: Text, found: Sequence[Finding]) -> list[Cut]:
    """The ways in which a mail may be parted; worth a closer look, no more."""
    if not any(finding.field in (Field.DATE, Field.BUDGET) for finding in found):
        return []
    subject = text.mail.original_subject or text.mail.subject
    cuts = (
        Cut(parts, sections.declared)
        for sections in sections_of(text, subject)
        if (parts := _parts(text, sections, found)) and _may_be_jobs(text, sections, subject)
    )
    return list(islice(cuts, _MOST_CUTS))


def _parts(text: Text, sections: Sections, found: Sequence[Finding]) -> tuple[Section, ...]:
    """The sections, none where one of them names nothing that is made."""
    parts = []
    for span, head in zip(sections.spans, sections.heads, strict=True):
        place = text.window.place(span.start, span.end)
        title, thing = _title(text, head)
        asked = any(finding.field is Field.DELIVERABLE and _within(finding, place) for finding in found)
        if thing is None and not asked and not text.terms_in(span, "deliverable"):
            return ()
        parts.append(Section(place, title, thing))
    return tuple(parts)


def _may_be_jobs(text: Text, sections: Sections, subject: str) -> bool:
    """Whether nothing says that they are steps, parts or pieces of one."""
    words = text.words
    if any(_STAGES.match(_unmarked(words[head.start : head.end])) for head in sections.heads):
        return False
    first, last = sections.spans[0], sections.spans[-1]
    if not any(piece.start <= first.start and last.end <= piece.end for piece in text.pieces):
        return False  # answers between questions, or another document
    if sections.declared:
        return True
    if any(len(words[span.start : span.end].split()) < _ENOUGH_WORDS for span in sections.spans):
        return False
    above = next((block for block in reversed(text.layout.blocks) if block.end <= first.start), None)
    if above is not None and words[above.end - 1] == ":" and kind_of(text, Span(above.start, above.end)):
        return False  # "Deliverables:", "Timeline:"
    if _UNDERTAKINGS.search(f"{subject}\n{words[: first.start]}"):
        return False
    return not set.intersection(*(_undertakings(words[span.start : span.end]) for span in sections.spans))


def _undertakings(words: str) -> set[str]:
    return {found[0].lower() for found in _UNDERTAKINGS.finditer(words)}


def jobs_of(cut: Cut, read: Callable[[Cut, int], tuple[Finding, ...]]) -> tuple[Job, ...]:
    """The jobs of a mail parted so; none where a section is no job by itself.

    `read` tells what is found where the other sections are left out.
    """
    own, shared = [], []
    for number, section in enumerate(cut.sections):
        found = read(cut, number)
        inside = tuple(finding for finding in found if _within(finding, section.place))
        if section.thing is not None and not any(finding.field is Field.DELIVERABLE for finding in inside):
            inside = (section.thing, *inside)
        if not _is_a_job(inside):
            return ()
        own.append(_without_title(section, inside))
        shared.append(tuple(finding for finding in found if not _within(finding, section.place)))
    if not _stand_apart(cut, own, shared):
        return ()
    things = {_head(finding) for each in own for finding in each}
    if any(finding.field is Field.DELIVERABLE and _head(finding) not in things for each in shared for finding in each):
        return ()  # whose it is, nobody says
    return tuple(
        Job(section.title or next(_item(finding) for finding in its if _item(finding)), _in_order(its, of_all))
        for section, its, of_all in zip(cut.sections, own, shared, strict=True)
    )


def _without_title(section: Section, own: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """ "Safety leaflet: we need a folded leaflet" is one thing, and the sentence tells more of it than its title."""
    if section.thing is None:
        return own
    place, head = section.thing.place, _head(section.thing)
    others = [finding for finding in own if finding.place.start >= place.end and _item(finding)]
    told = any(_head(finding) == head for finding in others)
    return tuple(
        finding
        for finding in own
        if not (_item(finding) and finding.place.end <= place.end and (told or (others and finding.rule == WEAK)))
    )


def _in_order(own: Sequence[Finding], shared: Sequence[Finding]) -> tuple[Finding, ...]:
    """Things that are named before or behind the sections are each in a section of their own."""
    found = [*own, *(finding for finding in shared if finding.field is not Field.DELIVERABLE)]
    return tuple(sorted(found, key=lambda finding: (finding.place.start, finding.place.end)))


def _is_a_job(own: Sequence[Finding]) -> bool:
    fields = {finding.field for finding in own}
    return Field.DELIVERABLE in fields and bool(fields & {Field.DATE, Field.BUDGET})


def _stand_apart(cut: Cut, own: Sequence[Sequence[Finding]], shared: Sequence[Sequence[Finding]]) -> bool:
    """Parts of one budget, and things that are made of one budget or for one day, are no jobs of their own.

    Where the mail does not say that they are, each needs a name, or a day and a sum, that no other has.
    """
    common = {finding.field for each in shared for finding in each}
    dated = all(any(finding.field is Field.DATE for finding in each) for each in own)
    paid = all(any(finding.field is Field.BUDGET for finding in each) for each in own)
    if cut.declared:
        return dated or (paid and Field.BUDGET not in common)
    if not dated or common & {Field.BUDGET, Field.DATE}:
        return False
    firsts = {next(_head(finding) for finding in each if _item(finding)) for each in own}
    days = {frozenset(one.value.end for one in each if isinstance(one.value, DateSpan)) for each in own}
    named = all(section.title for section in cut.sections)
    return len(firsts) == len(own) and (paid or (named and len(days) == len(own)))


def _within(finding: Finding, place: Place) -> bool:
    return place.start <= finding.place.start < place.end


def _item(finding: Finding) -> str:
    return finding.value.item if isinstance(finding.value, Deliverable) else ""


def _head(finding: Finding) -> str:
    last = _item(finding).casefold().split()[-1:] or [""]
    return last[0].removesuffix("s")


def _title(text: Text, head: Span) -> tuple[str, Finding | None]:
    """What stands in a section's first line before its first sign, and the thing it names; no sentence is a title."""
    start, end = head.start + _marked(text.words[head.start : head.end]), head.end
    article = _ARTICLE.match(text.words[start:end])
    start += article.end() if article is not None else 0
    stop = _SEPARATORS.search(text.words[start:end])
    end = start + stop.start() if stop is not None else end
    while start < end and text.words[start] in _SIGNS:
        start += 1
    while start < end and text.words[end - 1] in _SIGNS:
        end -= 1
    title = text.words[start:end]
    if not title or len(title.split()) > _TITLE_WORDS or _SENTENCE.search(title):
        return "", None
    terms = text.terms_between(start, end, "deliverable")
    if not terms:
        return title, None
    term = max(terms, key=lambda term: term.end)
    named = Span(start, term.end) if term.end == end and len(title.split()) <= _NAME_WORDS else term
    value = Deliverable(text.said(named), None, term.id)
    return title, text.finding(Field.DELIVERABLE, value, named, "deliverable.title", _UNSURE)


_SIGNS = " *_#:-–—.,"
_NAME_WORDS = 4
_SENTENCE = AnyCase(r"\b(?:we|i|you|please|need|needs|is|are|want|can|could|would|our|due|by)\b")


def _marked(head: str) -> int:
    mark = _MARK.match(head)
    return mark.end() if mark is not None else 0


def _unmarked(head: str) -> str:
    return head[_marked(head) :]


def said_of(finding: Finding) -> tuple[Field, object]:
    """What a finding says: two that say the same are one."""
    return finding.field, finding.quote.casefold() if isinstance(finding.value, Words) else finding.value
