"""Which step may follow which in a brief's life."""

from itertools import pairwise

import pytest

from briefs.draft import BriefState
from briefs.states import ENDED, MOVES, IllegalMove, confirmed, moved, rejected

LIFE = ["draft", "confirmed", "opened", "in_work", "with_client", "released", "closed"]


def test_every_state_has_its_steps() -> None:
    assert set(MOVES) == set(BriefState)


@pytest.mark.parametrize(("before", "after"), list(pairwise(LIFE[1:])))
def test_a_job_moves_on_step_by_step(before: str, after: str) -> None:
    assert moved(BriefState(before), BriefState(after)) is BriefState(after)


@pytest.mark.parametrize("state", BriefState)
def test_staying_is_always_allowed(state: BriefState) -> None:
    assert moved(state, state) is state


@pytest.mark.parametrize("after", ["confirmed", "rejected", "opened", "closed"])
def test_a_draft_is_decided_by_its_revision_and_never_skips(after: str) -> None:
    with pytest.raises(IllegalMove, match=f"draft cannot become {after}"):
        moved(BriefState.DRAFT, BriefState(after))


@pytest.mark.parametrize("state", sorted(set(BriefState) - ENDED - {BriefState.RELEASED}))
def test_whatever_has_not_ended_can_be_cancelled(state: BriefState) -> None:
    assert moved(state, BriefState.CANCELLED) is BriefState.CANCELLED


def test_every_state_can_be_left_again() -> None:
    assert all(MOVES.values())


def test_confirming_makes_a_draft_a_brief_and_leaves_a_job_where_it_is() -> None:
    assert confirmed(BriefState.DRAFT) is BriefState.CONFIRMED
    assert confirmed(BriefState.IN_WORK) is BriefState.IN_WORK


@pytest.mark.parametrize("state", sorted(ENDED))
def test_what_has_ended_is_not_confirmed(state: BriefState) -> None:
    with pytest.raises(IllegalMove, match=f"{state} cannot become confirmed"):
        confirmed(state)


def test_declining_rejects_only_a_brief_of_which_nothing_was_confirmed() -> None:
    assert rejected(BriefState.DRAFT, anything_confirmed=False) is BriefState.REJECTED
    assert rejected(BriefState.IN_WORK, anything_confirmed=True) is BriefState.IN_WORK
