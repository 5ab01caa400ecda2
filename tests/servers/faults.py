"""A TCP proxy that breaks connections the ways networks do."""

import queue
import selectors
import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

_RESET = struct.pack("ii", 1, 0)  # SO_LINGER on, no time: closing sends RST
_LOOK_SECONDS = 0.02


class FaultProxy:
    """Listens on `port` and passes everything to the server's port, until told otherwise.

    A context manager. `connections` counts those made to it, `to_client` the bytes the server sent. One thread does
    everything, because a socket that another thread is reading from is not really closed by closing it.
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.connections = 0
        self.to_client = 0
        self._swallowing = False
        self._refusing = False
        self._cut_after: int | None = None
        self._server_of: dict[socket.socket, socket.socket] = {}
        self._client_of: dict[socket.socket, socket.socket] = {}
        self._selector = selectors.DefaultSelector()
        self._asked: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._thread.join(10)

    def swallow(self, yes: bool = True) -> None:
        """Pass nothing on and say nothing, as a router does that forgot the connection."""
        self._swallowing = yes

    def refuse(self, yes: bool = True) -> None:
        """Close new connections at once, as a server does that is full."""
        self._refusing = yes

    def cut_after(self, count: int) -> None:
        """Close the connection in the middle of what the server sends, once, `count` bytes from now."""
        self._cut_after = count

    def drop(self) -> None:
        """Close all connections: the client reads the end of the stream."""
        self._asked.put(lambda: self._end_all(reset=False))

    def reset(self) -> None:
        """Break all connections with RST."""
        self._asked.put(lambda: self._end_all(reset=True))

    def _run(self) -> None:
        self._selector.register(self._listener, selectors.EVENT_READ)
        while not self._closing.is_set():
            while not self._asked.empty():
                self._asked.get()()
            for key, _ in self._selector.select(_LOOK_SECONDS):
                ready = key.fileobj
                if ready is self._listener:
                    self._accept()
                elif isinstance(ready, socket.socket) and ready.fileno() >= 0:
                    self._pass_on(ready)
        self._end_all(reset=False)
        self._selector.close()
        self._listener.close()

    def _accept(self) -> None:
        client, _ = self._listener.accept()
        self.connections += 1
        if self._refusing:
            client.close()
            return
        try:
            server = socket.create_connection(("127.0.0.1", self._server_port), 5)
        except OSError:
            client.close()
            return
        self._server_of[client], self._client_of[server] = server, client
        for side in (client, server):
            self._selector.register(side, selectors.EVENT_READ)

    def _pass_on(self, side: socket.socket) -> None:
        client = self._client_of.get(side, side)
        try:
            data = side.recv(65536)
            if data and not self._swallowing:
                self._send(data, client, to_client=side is not client)
        except OSError:
            data = b""
        if not data:
            self._end(client)

    def _send(self, data: bytes, client: socket.socket, *, to_client: bool) -> None:
        if not to_client:
            self._server_of[client].sendall(data)
            return
        if self._cut_after is not None:
            data, self._cut_after = data[: self._cut_after], max(0, self._cut_after - len(data))
        client.sendall(data)
        self.to_client += len(data)
        if self._cut_after == 0:
            self._cut_after = None
            self._end(client)

    def _end(self, client: socket.socket, *, reset: bool = False) -> None:
        server = self._server_of.pop(client, None)
        if server is None:
            return
        del self._client_of[server]
        if reset:
            with suppress(OSError):
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        for side in (client, server):
            self._selector.unregister(side)
            side.close()

    def _end_all(self, *, reset: bool) -> None:
        for client in list(self._server_of):
            self._end(client, reset=reset)
