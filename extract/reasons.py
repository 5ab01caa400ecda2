"""Why a sum or a day is one of the job's or is none, in words; worked out for `--explain` alone."""

from extract.day_decoys import binds_nobody
from extract.day_roles import Role
from extract.money_shapes import counts_something, shapes
from extract.roles import dominant, scene
from extract.span import Span
from extract.text import Text
from extract.values.days import Days
from extract.values.money import Sum


def of_sum(text: Text, amount: Sum, weight: float | None, enough: float) -> str:
    if weight is not None:
        touching = ", ".join(sorted(shape.value for shape in shapes(text.words, amount)))
        said = "; ".join(each for each in (touching, _terms(text, amount, "money.")) if each)
        return f"weighs {weight:.1f} of {enough:g}" + (f": {said}" if said else "")
    if not amount.marked and counts_something(text.words, amount):
        return "no money: it counts or numbers something"
    if scene(text, amount) is None:
        return "stands in no sentence"
    return "no currency, and nothing says that it is money for the job"


def of_day(text: Text, day: Days, role: Role | None, enough: float) -> str:
    if role is not None:
        terms = _terms(text, day, "date.")
        weighed = f"due {role.due:.1f}, live {role.live:.1f}, against it {role.idle:.1f}; {enough:g} is needed"
        return weighed + (f": {terms}" if terms else "")
    if scene(text, day) is None:
        return "stands in no sentence"
    if binds_nobody(text.words, day):
        return "binds nobody: opening hours, a price's end, a season, what a proof says"
    return "a habit, a stamp, a meeting, a greeting or words of the ad"


def _terms(text: Text, value: Span, kind: str) -> str:
    """The known words around the value, each with what it says."""
    around = scene(text, value)
    if around is None:
        return ""
    known = tuple(term for term in text.terms_in(around.sentence) if term.label.startswith(kind))
    said = [(text.words[term.start : term.end], term.label.removeprefix(kind)) for term in dominant(known)]
    return ", ".join(dict.fromkeys(f"'{' '.join(words.split())}' {meaning}" for words, meaning in said))
