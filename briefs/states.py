"""The life of a brief and of a change order: which step may follow which."""

from collections.abc import Mapping
from enum import StrEnum

from briefs.draft import BriefState
from briefs.errors import BriefsError


class ChangeOrderState(StrEnum):
    DRAFTED = "drafted"
    WITH_CLIENT = "with_client"
    AGREED = "agreed"
    DECLINED = "declined"


class IllegalMove(BriefsError):
    """The brief's state does not allow this step."""

    def __init__(self, before: BriefState, after: BriefState) -> None:
        super().__init__(f"a brief that is {before} cannot become {after}")
        self.before = before
        self.after = after


_S = BriefState
# Steps that a person takes by naming the state. A draft is confirmed or rejected by deciding its revision instead.
MOVES: Mapping[BriefState, frozenset[BriefState]] = {
    _S.DRAFT: frozenset({_S.CANCELLED, _S.ON_HOLD}),
    _S.CONFIRMED: frozenset({_S.OPENED, _S.DRAFT, _S.CANCELLED, _S.ON_HOLD}),
    _S.OPENED: frozenset({_S.IN_WORK, _S.CONFIRMED, _S.CANCELLED, _S.ON_HOLD}),
    _S.IN_WORK: frozenset({_S.WITH_CLIENT, _S.RELEASED, _S.CANCELLED, _S.ON_HOLD}),
    _S.WITH_CLIENT: frozenset({_S.IN_WORK, _S.RELEASED, _S.CANCELLED, _S.ON_HOLD}),
    _S.RELEASED: frozenset({_S.IN_WORK, _S.CLOSED}),
    _S.CLOSED: frozenset({_S.RELEASED}),
    _S.REJECTED: frozenset({_S.DRAFT}),
    _S.CANCELLED: frozenset({_S.DRAFT, _S.CONFIRMED}),
    _S.ON_HOLD: frozenset({_S.DRAFT, _S.CONFIRMED, _S.OPENED, _S.IN_WORK, _S.WITH_CLIENT, _S.CANCELLED}),
}
ENDED = frozenset({_S.CLOSED, _S.REJECTED, _S.CANCELLED})


def moved(before: BriefState, after: BriefState) -> BriefState:
    """The state after a step by name; staying is no step and always allowed."""
    if after is not before and after not in MOVES[before]:
        raise IllegalMove(before, after)
    return after


def confirmed(before: BriefState) -> BriefState:
    """The state once a revision is confirmed: a draft becomes a brief, a change leaves the job where it is."""
    if before in ENDED:
        raise IllegalMove(before, BriefState.CONFIRMED)
    return BriefState.CONFIRMED if before is BriefState.DRAFT else before


def rejected(before: BriefState, *, anything_confirmed: bool) -> BriefState:
    """The state once a revision is declined: a brief of which nothing was ever confirmed is rejected with it."""
    return before if anything_confirmed or before in ENDED else BriefState.REJECTED
