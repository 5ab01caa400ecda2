"""Waiting for an IMAP server to tell of new mail (RFC 2177), in a way that cannot go blind."""

import selectors
import threading
import time

from imapclient import IMAPClient

RENEW_SECONDS = 290.0  # routers forget quiet connections after five minutes; RFC 2177 asks for less than 29

# How soon `stop` is noticed.
_SLICE_SECONDS = 0.25


def idle(client: IMAPClient, stop: threading.Event, seconds: float) -> bool:
    """Idle in the selected folder; True when the server told of new mail.

    Returns after `seconds`, when `stop` is set, or when the server says anything. Raises OSError or IMAP4.error when
    the connection is gone: the socket is only watched, and everything is read while leaving IDLE, which ends with
    the server's word or fails. IMAPClient's own `idle_check` takes the end of the stream for silence
    (mjs/imapclient#565).
    """
    client.idle()
    _watch(client, stop, time.monotonic() + seconds)
    _, told = client.idle_done()
    return any(b"EXISTS" in response[1:2] for response in told)


def _watch(client: IMAPClient, stop: threading.Event, end: float) -> None:
    connected = client.socket()
    # TLS may have decrypted more than was read; the socket itself then stays quiet.
    pending = getattr(connected, "pending", lambda: 0)
    with selectors.DefaultSelector() as selector:
        selector.register(connected, selectors.EVENT_READ)
        while not stop.is_set() and not pending() and (left := end - time.monotonic()) > 0:
            if selector.select(min(left, _SLICE_SECONDS)):
                return
