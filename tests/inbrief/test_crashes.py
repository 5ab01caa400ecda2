"""kill -9 at every named point: after the next start one brief, one summary, always with the same Message-ID."""

import datetime as dt
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inbrief.service import CHECKPOINTS
from store import briefs, outbox
from tests.inbrief.house import NOW, a_request, agency, drop, mails, settings, story


def poll(config: Path, point: str, now: dt.datetime) -> int:
    command = [sys.executable, "-m", "tests.inbrief.crashing", str(config), point, now.isoformat()]
    return subprocess.run(command, check=False, timeout=60, cwd=Path(__file__).parents[2]).returncode


@pytest.mark.parametrize("point", CHECKPOINTS)
def test_a_crash_loses_nothing_and_doubles_nothing(tmp_path: Path, point: str) -> None:
    config = settings(tmp_path)
    drop(tmp_path, a_request())
    assert poll(config, point, NOW) == -signal.SIGKILL
    before = {mail["Message-ID"] for mail in mails(tmp_path)}

    later = NOW + dt.timedelta(minutes=10)  # a mail that was in hand is taken up again after five
    with agency(tmp_path, later) as app:
        story(app)

        with app.database.reading() as tx:
            assert len(briefs.list_briefs(tx)) == 1
            assert [row.state.value for row in outbox.list_outgoing(tx)] == ["sent", "sent"]  # the AE's and traffic's
    after = {mail["Message-ID"] for mail in mails(tmp_path)}
    assert len(after) == 2
    assert before <= after
