"""A throw-away Radicale on loopback: CalDAV with one user."""

import base64
import http.client
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.calendars.feeds import ics

USER, PASSWORD = "ana", "opensesame"


class Radicale:
    """Its calendars lie under `/ana/`. After `stop` it comes back on `start` with the same port and entries."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        (folder / "users").write_text(f"{USER}:{PASSWORD}\n")
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        options = {
            "--server-hosts": f"127.0.0.1:{self.port}",
            "--auth-type": "htpasswd",
            "--auth-htpasswd-filename": str(self._folder / "users"),
            "--auth-htpasswd-encryption": "plain",
            "--auth-delay": "0",
            "--storage-filesystem-folder": str(self._folder / "storage"),
            "--logging-level": "info",
        }
        command = [sys.executable, "-m", "radicale", *(part for option in options.items() for part in option)]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        said = self._process.stderr
        assert said is not None
        assert any("server ready" in line for line in said), "Radicale did not start"
        threading.Thread(target=said.read, daemon=True).start()  # a full pipe would stop it

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()  # asked kindly, it finishes what it is answering first
            self._process.wait(20)
            assert self._process.stderr is not None
            self._process.stderr.close()
            self._process = None

    def address(self, calendar: str) -> str:
        return f"http://127.0.0.1:{self.port}/{USER}/{calendar}/"

    def make(self, calendar: str) -> str:
        self._ask("MKCALENDAR", calendar, "")
        return self.address(calendar)

    def upload(self, calendar: str, whole: bytes) -> None:
        """A calendar made of one file, as when moving from another server."""
        self._ask("PUT", calendar, "", whole)

    def put(self, calendar: str, entry: str, name: str) -> None:
        self._ask("PUT", calendar, name, ics(entry))

    def delete(self, calendar: str, name: str) -> None:
        self._ask("DELETE", calendar, name)

    def entries(self, calendar: str) -> dict[str, str]:
        """What lies there, by file name, as it is kept on disk."""
        folder = self._folder / "storage" / "collection-root" / USER / calendar
        return {path.name: path.read_bytes().decode() for path in folder.glob("*.ics")}

    def put_whole(self, calendar: str, text: str, name: str) -> None:
        """As a person's own program does: whatever was there is overwritten."""
        self._ask("PUT", calendar, name, text.encode())

    def forget_tokens(self, calendar: str) -> None:
        """As after a restore: no state of the past is known."""
        shutil.rmtree(self._folder / "storage" / "collection-root" / USER / calendar / ".Radicale.cache" / "sync-token")

    def _ask(self, method: str, calendar: str, name: str, body: bytes = b"") -> None:
        known = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=100)
        headers = {"Authorization": f"Basic {known}", "Content-Type": "text/calendar; charset=utf-8"}
        connection.request(method, f"/{USER}/{calendar}/{quote(name)}", body, headers)
        status = connection.getresponse().status
        connection.close()
        assert status in {200, 201, 204}, status


@contextmanager
def radicale(folder: Path) -> Iterator[Radicale]:
    server = Radicale(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()
