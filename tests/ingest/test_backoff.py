"""How long a server is left alone."""

import pytest

from ingest.backoff import Backoff, pause


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (1, 0), (2, 1), (3, 2), (4, 4), (10, 256), (11, 300), (10**6, 300)]
)
def test_pauses_double_up_to_a_cap(failures: int, seconds: float) -> None:
    assert pause(failures, base=1, cap=300, chance=0) == seconds


def test_chance_takes_off_up_to_half() -> None:
    assert pause(4, base=1, cap=300, chance=1) == 2


def test_what_worked_starts_the_count_anew() -> None:
    backoff = Backoff(chance=lambda: 0)
    for _ in range(5):
        backoff.failed(at=100)
    backoff.worked()
    backoff.failed(at=200)

    assert backoff.ready_at == 200


def test_a_refusal_is_followed_by_the_full_pause() -> None:
    backoff = Backoff(cap=300)
    backoff.refused(at=100)

    assert backoff.ready_at == 400
