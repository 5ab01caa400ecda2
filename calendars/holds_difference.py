"""What has to be written into a calendar, given what should be there and what we wrote before."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefs.holds import Hold, Written


@dataclass(frozen=True, slots=True)
class Difference:
    """Of `new` nothing is known to be there; `changed` go with what was written before; `gone` are to be taken away."""

    new: tuple[Hold, ...]
    changed: tuple[tuple[Hold, Written], ...]
    gone: tuple[Written, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def difference(wanted: Iterable[Hold], written: Iterable[Written]) -> Difference:
    """What somebody made their own is neither changed nor taken away, and not made a second time."""
    should, before = {hold.uid: hold for hold in wanted}, {each.hold.uid: each for each in written}
    new, changed = [], []
    for uid, hold in should.items():
        known = before.get(uid)
        if known is None or not (known.etag or known.theirs):
            new.append(hold)
        elif not known.theirs and known.hold != hold:
            changed.append((hold, known))
    gone = [each for uid, each in before.items() if uid not in should and not each.theirs]
    return Difference(tuple(new), tuple(changed), tuple(gone))
