"""What the fuzz target promises on a few hundred changed messages, always the same: a glance where `make fuzz` stares."""

from random import Random

from ingest.limits import Limits
from tests.fuzz.mutations import mutated, seeds
from tests.hostile.promises import read

_EACH = 2


def test_a_changed_message_is_read_or_refused_by_name() -> None:
    random = Random(2026)

    for seed in seeds():
        for _ in range(_EACH):
            read(mutated(mutated(seed, random), random), Limits(attachments=0))
