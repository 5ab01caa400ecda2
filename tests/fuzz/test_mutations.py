"""What the fuzz target promises on a few hundred changed messages, always the same ones."""

from random import Random

from ingest.limits import Limits
from tests.fuzz.mutations import mutated, seeds
from tests.hostile.promises import read


def test_a_changed_message_is_read_or_refused_by_name() -> None:
    random = Random(2026)

    for seed in seeds():
        read(mutated(mutated(seed, random), random), Limits(attachments=0))
