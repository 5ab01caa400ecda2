"""Fuzzes reading a message: `python -m tests.fuzz.read_message -- -max_total_time=600` (libFuzzer's options after --).

Starts from the corpus. What breaks a promise is kept in var/fuzz/ as crash-…; it belongs into `tests/hostile` then.
"""

import sys
import tempfile
import time
from pathlib import Path
from random import Random

import atheris  # type: ignore[import-untyped]  # publishes no types

with atheris.instrument_imports(include=["briefs", "ingest"]):
    from ingest.limits import Limits
    from tests.hostile.promises import BrokenPromise, read

from tests.fuzz.mutations import mutated, seeds

# Files are read in a child process, which is slow to start and has its own tests.
_LIMITS = Limits(attachments=0)
_SECONDS = 2.0 * 4  # the promise is 2; measuring which code is reached makes everything some times slower
_LONGEST = 60_000
_FOUND = Path("var/fuzz")


def one_input(content: bytes) -> None:
    started = time.process_time()
    read(content, _LIMITS)
    took = time.process_time() - started
    if took > _SECONDS:
        raise BrokenPromise(f"took {took:.1f} seconds")


def changed(content: bytes, most: int, seed: int) -> bytes:
    """libFuzzer's own change half of the time, else one that knows what a message looks like."""
    random = Random(seed)
    if random.random() < 0.3:
        return bytes(atheris.Mutate(content, most))
    return mutated(content, random)[:most]


def main() -> None:
    own = [argument for argument in sys.argv[1:] if argument != "--"]
    _FOUND.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(seeds()):
            (Path(folder) / f"{number:05}").write_bytes(content[:_LONGEST])
        options = [f"-max_len={_LONGEST}", f"-artifact_prefix={_FOUND}/", "-rss_limit_mb=1500", "-timeout=60", *own]
        atheris.Setup([sys.argv[0], *options, folder], one_input, custom_mutator=changed, internal_libfuzzer=True)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
