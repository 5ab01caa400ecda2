"""What a later mail changes in a brief: before and after, field by field."""

from dataclasses import dataclass

from briefs.draft import BriefValue
from briefs.findings import DateKind, DateSpan, Deliverable, Field, Value, Words
from briefs.money import MoneyRange


@dataclass(frozen=True, slots=True)
class Change:
    """One value replaced (both), added (no `before`) or withdrawn (no `after`)."""

    field: Field
    before: BriefValue | None
    after: BriefValue | None


def changes(before: tuple[BriefValue, ...], after: tuple[BriefValue, ...]) -> tuple[Change, ...]:
    """What differs between two revisions' values, in the order of the fields; equal values are no change."""
    return tuple(change for field in Field for change in _changes_of(field, before, after))


def applied(values: tuple[BriefValue, ...], told: tuple[BriefValue, ...]) -> tuple[BriefValue, ...]:
    """A brief's values after a change order that tells `told`.

    A change names what is different and is silent on the rest. A sum, a due date, a live date or a deliverable of the
    same kind takes the place of its only counterpart; where there are several counterparts, which one is meant would
    be a guess, so the new value is added for the AE to settle. Requirements and objectives add up.
    """
    result = list(values)
    for new in told:
        if any(old.field is new.field and _same(old.value, new.value) for old in result):
            continue
        counterparts = [old for old in values if old in result and _counterpart(old.value, new.value)]
        rivals = [other for other in told if _counterpart(other.value, new.value)]
        if len(counterparts) == 1 and len(rivals) == 1:
            result[result.index(counterparts[0])] = new
        else:
            result.append(new)
    return tuple(result)


def _changes_of(field: Field, before: tuple[BriefValue, ...], after: tuple[BriefValue, ...]) -> list[Change]:
    old = [value for value in before if value.field is field]
    new = [value for value in after if value.field is field]
    gone = [value for value in old if not any(_same(value.value, other.value) for other in new)]
    come = [value for value in new if not any(_same(value.value, other.value) for other in old)]
    found: list[Change] = []
    for value in come:
        partner = next((other for other in gone if _counterpart(other.value, value.value)), None)
        if partner is not None:
            gone.remove(partner)
        found.append(Change(field, partner, value))
    return found + [Change(field, value, None) for value in gone]


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Words) and isinstance(other, Words):
        return one.words.casefold() == other.words.casefold()
    if isinstance(one, Deliverable) and isinstance(other, Deliverable):
        return (_head(one), one.quantity or 1) == (_head(other), other.quantity or 1)
    return one == other


def _counterpart(one: Value, other: Value) -> bool:
    match one, other:
        case DateSpan(kind=DateKind() as kind), DateSpan():
            return other.kind is kind
        case MoneyRange(), MoneyRange():
            return True
        case Deliverable(), Deliverable():
            return _head(one) == _head(other)
    return False


def _head(deliverable: Deliverable) -> str:
    last = deliverable.item.casefold().split()[-1:] or [""]
    return last[0].removesuffix("s")
