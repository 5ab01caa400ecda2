"""What a change in a CalDAV calendar of 2,000 entries costs, beside a first look at all of it, with a real Radicale.

The first look of all finds a server that has yet to read its files; once it has, all of it comes much sooner, and both
are told.
"""

import statistics
import tempfile
import time
from pathlib import Path

from briefs.credentials import Credentials
from calendars.sources.dav import fetch
from calendars.sources.guard import Guard, Limits
from calendars.sources.kept import Kept, unpacked
from tests.calendars.feeds import ics
from tests.servers.radicale import PASSWORD, USER, Radicale, radicale

ENTRIES = 2_000
CHANGES = 5


def entry(number: int, title: str) -> str:
    times = f"DTSTART:202603{1 + number % 28:02}T100000Z\nDURATION:PT1H"
    return f"UID:{number}\nDTSTAMP:20260101T000000Z\nSUMMARY:{title}\n{times}"


def looked(server: Radicale, kept: Kept | None) -> tuple[float, Kept]:
    address = server.address("team")
    began = time.perf_counter()
    with Guard(address, allow_private=True, limits=Limits(seconds=600, silence=300)) as guard:
        now = fetch(guard, address, kept, Credentials(USER, PASSWORD))
    return time.perf_counter() - began, now


def first_again_and_change() -> tuple[float, float, float]:
    """Seconds of the first look, of one at everything later, and of one after one entry changed."""
    with tempfile.TemporaryDirectory() as folder, radicale(Path(folder)) as server:
        server.upload("team", ics("\n\n".join(entry(number, "Entry") for number in range(ENTRIES))))
        first, _ = looked(server, None)
        again, kept = looked(server, None)
        times = []
        for number in range(CHANGES):
            server.put("team", entry(ENTRIES, f"Changed {number}"), "changed.ics")
            seconds, kept = looked(server, kept)
            times.append(seconds)
        assert len(unpacked(kept.body)) == ENTRIES + 1  # noqa: S101
    return first, again, statistics.median(times)
