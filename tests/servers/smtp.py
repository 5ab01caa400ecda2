"""A real SMTP server on loopback that keeps what it takes, and refuses on demand."""

import asyncio
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers import program

PATIENCE = 20.0
NAME = "localhost"
CUT = ""  # as a reply: close the connection without one


class Step(StrEnum):
    """Where a scripted reply is given."""

    AUTH = "AUTH"
    MAIL = "MAIL"
    RCPT = "RCPT"
    DATA = "DATA"  # after the final dot


class Security(StrEnum):
    NONE = "none"
    STARTTLS = "starttls"
    IMPLICIT = "implicit"


@dataclass(frozen=True, slots=True)
class Taken:
    """A mail the server answered 250 to, or would have, had it not been told otherwise after the dot."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes

    @property
    def message(self) -> EmailMessage:
        parsed = message_from_bytes(self.content, policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed


@dataclass(slots=True)
class SmtpServer:
    """`taken` are the mails in order. `reply_next` scripts one reply; CUT closes the connection instead."""

    port: int = 0
    ca_file: Path | None = None
    host: str = NAME
    taken: list[Taken] = field(default_factory=list)
    connections: int = 0
    _scripted: dict[Step, list[str]] = field(default_factory=dict)
    _arrived: threading.Condition = field(default_factory=threading.Condition)
    _open: list[asyncio.BaseTransport] = field(default_factory=list)
    _loop: asyncio.AbstractEventLoop | None = None

    def reply_next(self, step: Step, reply: str) -> None:
        self._scripted.setdefault(step, []).append(reply)

    def wait_for(self, count: int, patience: float = PATIENCE) -> list[Taken]:
        """The first `count` mails, once they are there."""
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.taken) >= count, patience):
                raise TimeoutError(f"{len(self.taken)} of {count} mails after {patience:g} s")
            return self.taken[:count]

    def hang_up(self) -> None:
        """Drop every open connection, as a server that restarts does."""
        assert self._loop is not None

        async def drop() -> None:
            for transport in self._open:
                transport.close()
            self._open.clear()

        asyncio.run_coroutine_threadsafe(drop(), self._loop).result(PATIENCE)

    def keep(self, mail: Taken) -> None:
        with self._arrived:
            self.taken.append(mail)
            self._arrived.notify_all()

    def scripted(self, step: Step) -> str | None:
        replies = self._scripted.get(step)
        return replies.pop(0) if replies else None


@contextmanager
def smtp_server(
    folder: Path, security: Security = Security.STARTTLS, users: dict[str, str] | None = None
) -> Iterator[SmtpServer]:
    """A running server; with `users` it takes mail only from those who sign in. Its certificate goes to `folder`."""
    state = SmtpServer()
    context = None
    if security is not Security.NONE:
        state.ca_file, key = certificate(folder)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(state.ca_file, key)
    loop = asyncio.new_event_loop()
    state._loop = loop

    def session() -> SMTP:
        return SMTP(
            _Handler(state),
            hostname=NAME,
            loop=loop,
            tls_context=context if security is Security.STARTTLS else None,
            require_starttls=security is Security.STARTTLS,
            auth_required=bool(users),
            auth_require_tls=security is Security.STARTTLS or not users,
            auth_exclude_mechanism=["LOGIN"],  # smtplib would try it after a refused PLAIN
            authenticator=_authenticator(state, users or {}),
        )

    listening = loop.run_until_complete(
        loop.create_server(session, "127.0.0.1", 0, ssl=context if security is Security.IMPLICIT else None)
    )
    state.port = listening.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, name="smtp-server", daemon=True)
    thread.start()
    try:
        yield state
    finally:
        asyncio.run_coroutine_threadsafe(_stopped(listening), loop).result(PATIENCE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE)
        loop.close()


def certificate(folder: Path) -> tuple[Path, Path]:
    """A throw-away certificate for localhost, its own authority, and its key."""
    openssl = program("openssl", "openssl")
    cert, key = folder / "smtp-cert.pem", folder / "smtp-key.pem"
    if not cert.exists():
        subject = ("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}")
        curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
        command: list[str | Path] = [openssl, "req", "-x509", *curve, *subject, "-keyout", key, "-out", cert]
        subprocess.run(command, check=True, capture_output=True)
    return cert, key


class _Handler:
    """What aiosmtpd asks at each step (its names)."""

    def __init__(self, state: SmtpServer) -> None:
        self._state = state

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self._state.connections += 1
        if server.transport is not None:
            self._state._open.append(server.transport)
        return responses

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        reply = self._said(server, Step.MAIL, "250 OK")
        if reply.startswith("2"):
            envelope.mail_from = address
        return reply

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        reply = self._said(server, Step.RCPT, "250 OK")
        if reply.startswith("2"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.original_content or b""
        reply = self._said(server, Step.DATA, "250 kept")
        if not reply.startswith(("4", "5")):
            self._state.keep(Taken(envelope.mail_from or "", tuple(envelope.rcpt_tos), content))
        return reply

    def _said(self, server: SMTP, step: Step, otherwise: str) -> str:
        reply = self._state.scripted(step)
        if reply == CUT and server.transport is not None:
            server.transport.close()
        return otherwise if reply is None else reply


def _authenticator(state: SmtpServer, users: dict[str, str]) -> Any:
    def authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        reply = state.scripted(Step.AUTH)
        if reply is not None:
            return AuthResult(success=False, handled=False, message=reply)
        assert isinstance(data, LoginPassword)
        right = users.get(data.login.decode()) == data.password.decode()
        return AuthResult(success=right, handled=False)

    return authenticate


async def _stopped(listening: asyncio.Server) -> None:
    listening.close()
    running = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
