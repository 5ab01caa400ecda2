"""Connecting and signing in to an IMAP server, each failure told by what the caller must do about it."""

import imaplib
import re
import socket
import ssl

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import LoginError

from briefs.credentials import Credentials
from ingest.errors import Misconfigured, Unreachable
from ingest.settings import ImapSettings

CONNECT_SECONDS = 15.0
READ_SECONDS = 60.0

# RFC 5530: the server's trouble, not the settings': asking later may well work.
_PASSING = re.compile(r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|OVERQUOTA)\]", re.IGNORECASE)
_KEEPALIVE = {"TCP_KEEPIDLE": 60, "TCP_KEEPINTVL": 20, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 30_000}


def connect(settings: ImapSettings, credentials: Credentials, read_seconds: float = READ_SECONDS) -> IMAPClient:
    """A connection that is signed in, over TLS verified against the system's authorities or `ca_file`.

    INTERNALDATEs come with their offset. No read lasts longer than `read_seconds`, and a peer that is gone is noticed
    by TCP.
    """
    place = f"{settings.host}:{settings.port}"
    context = _tls(settings)
    try:
        client = IMAPClient(
            settings.host,
            settings.port,
            ssl=settings.tls == "implicit",
            ssl_context=context,
            timeout=SocketTimeout(min(CONNECT_SECONDS, read_seconds), read_seconds),
        )
    except ssl.SSLCertVerificationError as error:
        raise Misconfigured(_untrusted(place, error)) from error
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
        raise Unreachable(f"{place} cannot be reached: it hung up while TLS was agreed on") from error
    except ssl.SSLError as error:
        raise Misconfigured(
            f"{place} does not speak TLS ({error.reason}); port 993 does, or set tls: starttls"
        ) from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise Unreachable(f"{place} cannot be reached: {reason(error)}") from error
    try:
        client.normalise_times = False
        _keep_alive(client.socket())
        if settings.tls == "starttls":
            _start_tls(client, context, place)
        _sign_in(client, settings, credentials, place)
    except BaseException:
        hang_up(client)
        raise
    return client


def hang_up(client: IMAPClient) -> None:
    """Close the connection without a word; that it may be dead already is why."""
    try:
        client.shutdown()
    except OSError:
        return


def passing(error: imaplib.IMAP4.error) -> bool:
    """Whether the server says that what it refuses now may work later."""
    return _PASSING.search(str(error)) is not None


def reason(error: Exception) -> str:
    """What went wrong, in a few printable words. A server's words are a stranger's."""
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, socket.gaierror):
        return "there is no such host, or no name service"
    words = (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__
    return "".join(character if character.isprintable() else " " for character in words)[:200]


def _tls(settings: ImapSettings) -> ssl.SSLContext | None:
    if settings.tls == "none":
        return None
    try:
        return ssl.create_default_context(cafile=str(settings.ca_file) if settings.ca_file else None)
    except (OSError, ssl.SSLError) as error:
        raise Misconfigured(f"ca_file {settings.ca_file}: not a file of certificates (PEM): {reason(error)}") from error


def _start_tls(client: IMAPClient, context: ssl.SSLContext | None, place: str) -> None:
    if not client.has_capability("STARTTLS"):
        raise Misconfigured(f"{place} offers no STARTTLS; set tls: implicit with its port, usually 993")
    try:
        client.starttls(context)
    except ssl.SSLCertVerificationError as error:
        raise Misconfigured(_untrusted(place, error)) from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise Unreachable(f"{place} failed to start TLS: {reason(error)}") from error


def _sign_in(client: IMAPClient, settings: ImapSettings, credentials: Credentials, place: str) -> None:
    try:
        # LOGIN cannot carry what is not ASCII; PLAIN is UTF-8 (RFC 4616).
        if client.has_capability("AUTH=PLAIN"):
            client.plain_login(credentials.user, credentials.password)
        else:
            client.login(credentials.user, credentials.password)
    except UnicodeEncodeError as error:
        raise Misconfigured(f"{place} takes only ASCII in the name and password of {credentials.user}") from error
    except LoginError as error:
        # IMAPClient makes a connection that broke while signing in look like a refusal.
        if isinstance(error.__context__, imaplib.IMAP4.abort) or passing(error):
            raise Unreachable(f"{place} cannot sign in {credentials.user} now: {reason(error)}") from error
        where = settings.auth.password_env or settings.auth.password_file
        raise Misconfigured(
            f"{place} refused to sign in {credentials.user} ({reason(error)}); check `user` and the password in "
            f"{where}. Some providers want an app password, or allow IMAP only once it is switched on"
        ) from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise Unreachable(f"{place} cannot be reached: {reason(error)}") from error


def _untrusted(place: str, error: ssl.SSLCertVerificationError) -> str:
    return (
        f"the certificate of {place} is not trusted ({error.verify_message}); use the host name it was made out to, "
        "and for an authority of your own name its certificate as `ca_file`"
    )


def _keep_alive(connected: socket.socket) -> None:
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE.items():
        if hasattr(socket, name):
            connected.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
