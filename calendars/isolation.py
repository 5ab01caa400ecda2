"""Runs a module of ours over a stranger's bytes in a process with caps on CPU, memory and time."""

import resource
import subprocess
import sys
from dataclasses import dataclass

from calendars.errors import CalendarsError


class ChildFailed(CalendarsError):
    """The child ended without an answer: over a cap, or killed. Nothing of its work remains."""


@dataclass(frozen=True, slots=True)
class Caps:
    """What a child may use: seconds of CPU, seconds by the clock, bytes of address space."""

    cpu: int = 60
    wall: int = 120
    memory: int = 1 << 30


def run(module: str, request: bytes, caps: Caps) -> bytes:
    """What `python -m module` answers on standard output when given `request` on standard input.

    A fresh interpreter, not a fork: a child forked beside threads can inherit a held lock and hang. It starts with an
    empty environment, so no secret of ours reaches it, and puts itself under the caps before it reads a byte.
    """
    command = [sys.executable, "-I", "-m", module, str(caps.cpu), str(caps.memory)]
    try:
        done = subprocess.run(command, input=request, capture_output=True, timeout=caps.wall, env={}, check=False)
    except subprocess.TimeoutExpired:
        raise ChildFailed(f"reading it took over {caps.wall} seconds") from None
    if done.returncode != 0:
        # The last line of a traceback says what broke; a killed child says nothing.
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise ChildFailed(f"reading it broke off ({said or f'exit status {done.returncode}'})")
    return done.stdout


def cap_this_process(cpu: int, memory: int) -> None:
    """Called by the child first of all."""
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
