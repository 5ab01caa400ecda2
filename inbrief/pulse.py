"""How the running parts are doing, for /healthz: a part that stops in silence is the worst failure of all."""

import threading
from collections.abc import Mapping

OK = "ok"


class Pulse:
    """Written by the threads that do the work, read by the pages."""

    def __init__(self) -> None:
        self._states: dict[str, str] = {}
        self._lock = threading.Lock()

    def ok(self, part: str) -> None:
        self.failed(part, OK)

    def failed(self, part: str, state: str) -> None:
        """`state` is a word or two; the log has the sentence."""
        with self._lock:
            self._states[part] = state

    def states(self) -> Mapping[str, str]:
        with self._lock:
            return dict(self._states)
