"""Real servers for the tests, started on loopback and thrown away."""

import os
import shutil
from pathlib import Path

import pytest

SEARCHED = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"))


def program(name: str, package: str, *elsewhere: Path) -> Path:
    """Where the server's program is. Without it the test is skipped with the command that mends it; in CI it fails."""
    found = next((path for path in elsewhere if path.exists()), None) or shutil.which(name, path=SEARCHED)
    if found is None:
        sentence = f"{name} is not installed; as root: apt-get install -y {package}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return Path(found)
