"""Runs the readers of strangers' files in a child process with caps; the parent sees text or a reason."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from ingest.limits import Limits


@dataclass(frozen=True, slots=True)
class FileText:
    """A file's text, or `outcome` in a word why there is none. `cut` says that the text goes on."""

    outcome: str
    text: str = ""
    cut: bool = False


_MAX_ANSWER_PER_CHARACTER = 12  # JSON writes a character outside the BMP as two escapes


def read_in_child(kind: str, content: bytes, limits: Limits) -> FileText:
    """Text of a file by `ingest.child`, which starts fresh: no thread's lock, no open file of ours goes with it."""
    arguments = [
        kind,
        str(limits.attachment_seconds),
        str(limits.attachment_memory),
        str(limits.attachment_characters),
    ]
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    try:
        child = subprocess.run(
            [sys.executable, "-s", "-m", "ingest.child", *arguments],
            input=content,
            capture_output=True,
            timeout=limits.attachment_seconds + 5,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return FileText("too slow")
    if child.returncode or len(child.stdout) > limits.attachment_characters * _MAX_ANSWER_PER_CHARACTER + 1000:
        return FileText(_reason(child.returncode, child.stderr))
    try:
        answer = json.loads(child.stdout)
    except ValueError:
        return FileText("unreadable")
    return FileText(str(answer["outcome"]), str(answer["text"]), bool(answer["cut"]))


def _reason(code: int, errors: bytes) -> str:
    if code in (-24, -9):  # SIGXCPU, SIGKILL
        return "too slow"
    return "too large" if b"MemoryError" in errors[-2000:] or b"bomb" in errors[-2000:] else "unreadable"
