"""Names to addresses, as the system has it, without those that must not be connected to."""

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from calendars.errors import NotFetched
from calendars.sources.addresses import Reach, reach

if TYPE_CHECKING:
    from urllib3.contrib.resolver import BaseResolver, ProtocolResolver
else:  # where the older urllib3 is installed too, niquests keeps its own under another name
    from niquests.packages.urllib3.contrib.resolver import BaseResolver, ProtocolResolver


class GuardedResolver(BaseResolver):
    """What it hands out is connected to as it is: nothing is looked up a second time.

    `private` is the one host and port that may lie in a private network. It keeps a second handle on each connection,
    so that one that is being read slowly can be cut from outside.
    """

    implementation = "guarded"
    protocol = ProtocolResolver.CUSTOM

    def __init__(self, private: tuple[str, int] | None = None) -> None:
        super().__init__(None)
        self._private = None if private is None else (_plain(private[0]), private[1])
        self._guard = threading.Lock()
        self._open: list[socket.socket] = []
        self._was_cut = False

    def close(self) -> None:
        """Nothing is held that would have to be closed here."""

    def is_available(self) -> bool:
        return True

    def recycle(self) -> BaseResolver:
        return self

    def getaddrinfo(
        self,
        host: bytes | str | None,
        port: str | int | None,
        family: socket.AddressFamily,
        type: socket.SocketKind,
        proto: int = 0,
        flags: int = 0,
        *,
        quic_upgrade_via_dns_rr: bool = False,
    ) -> list[Any]:
        found = socket.getaddrinfo(host, port, family, type, proto, flags)
        allowed = {Reach.PUBLIC}
        if self._private == (_plain(host), port):
            allowed.add(Reach.PRIVATE)
        permitted = [one for one in found if reach(str(one[4][0])) in allowed]
        if not permitted:
            name = _plain(host)
            own = any(reach(str(one[4][0])) is Reach.PRIVATE for one in found)
            hint = "; allow_private permits the host of the settings itself" if own else ""
            raise NotFetched(f"{name[:80]} lies in a network that is not to be reached from here{hint}")
        return permitted

    def create_connection(self, *args: Any, **options: Any) -> socket.socket:
        connection = super().create_connection(*args, **options)
        with self._guard:
            if self._was_cut:
                connection.close()
                raise TimeoutError
            self._open.append(connection.dup())  # TLS takes the first handle over
        return connection

    def cut(self) -> None:
        """Whoever reads from a connection of ours is told that it ended."""
        with self._guard:
            self._was_cut = True
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def forget(self) -> None:
        with self._guard:
            for connection in self._open:
                connection.close()
            self._open.clear()


def _plain(host: bytes | str | None) -> str:
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else host or ""
    return text.strip("[]").rstrip(".").lower()
