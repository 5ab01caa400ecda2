"""What a list or a paragraph stands under: deliverables, requirements, objectives, or something else."""

from extract.clauses import Sentence
from extract.span import Span
from extract.text import Text

_LONG = 70


def heading_of(text: Text, sentence: Sentence) -> str:
    """The kind of the sentence's label, else of its row's label or of its heading; "" where nothing tells."""
    known = text.headings.get(sentence.start)
    if known is None:
        own = kind_of(text, Span(sentence.start, sentence.body)) if sentence.body > sentence.start else ""
        named = sentence.block.named
        known = text.headings[sentence.start] = own or (kind_of(text, named) if named is not None else "")
    return known


def kind_of(text: Text, name: Span) -> str:
    """ "What I need from you" is deliverables, "what it should do" objectives: the longest known words decide."""
    if len(name) > _LONG:
        name = Span(name.end - _LONG, name.end)  # a sentence that leads in: its last words tell
    terms = [term for term in text.terms_in(name, "heading") if term.end <= name.end]
    if len(name) >= _LONG:
        terms = [term for term in terms if term.id in ("deliverables", "requirements", "objectives")]
    if terms:
        return max(terms, key=lambda term: (len(term), -term.start)).id
    if text.terms_in(name, "ask") and not text.terms_in(name, "unask"):
        return "deliverables"
    return ""
