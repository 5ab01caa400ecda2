"""How long to leave a server alone after failures in a row."""

import random
from collections.abc import Callable
from dataclasses import dataclass


def pause(failures: int, base: float, cap: float, chance: float) -> float:
    """Seconds before the next attempt: none after the first failure, then doubling from `base` up to `cap`.

    The first failure is mostly an idle connection that the server or a router dropped, which is everyday. `chance`
    from 0 to 1 takes off up to half, so that many mailboxes do not come back to one server at the same moment.
    """
    if failures <= 1:
        return 0.0
    # 2 ** 60 is longer than any cap; without a bound a year of failures would be a number of megabytes.
    return min(cap, base * 2.0 ** min(failures - 2, 60)) * (1 - chance / 2)


@dataclass(slots=True)
class Backoff:
    """Counts failures in a row. Instants are seconds of a monotonic clock, handed in."""

    base: float = 1.0
    cap: float = 300.0
    chance: Callable[[], float] = random.random
    failures: int = 0
    ready_at: float = 0.0

    def failed(self, at: float) -> None:
        self.failures += 1
        self.ready_at = at + pause(self.failures, self.base, self.cap, self.chance())

    def refused(self, at: float) -> None:
        """The server knows us and says no: asking quickly again gets accounts locked, so the full pause is due."""
        self.failures += 1
        self.ready_at = at + self.cap

    def worked(self) -> None:
        self.failures = 0
        self.ready_at = 0.0
