"""Mail handed to a submission server (RFC 6409)."""

import datetime as dt
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.generator import BytesGenerator
from io import BytesIO

from briefs.credentials import Credentials
from briefs.mail import Address
from briefs.outgoing import OutgoingMail
from notify.compose import compose
from notify.errors import Misconfigured, NotifyError, Refused, TryAgain
from notify.settings import SmtpSettings

_LOST_ON_THE_WAY = (ssl.SSLEOFError, ssl.SSLZeroReturnError)
_SIGN_IN_FIRST = 530
_TOO_LARGE = 552


class SmtpChannel:
    """One connection, reused while the server keeps it; opened again when it does not."""

    def __init__(self, settings: SmtpSettings, sender: Address, credentials: Credentials | None = None) -> None:
        self.name = f"smtp {settings.host}:{settings.port}"
        self._settings = settings
        self._sender = sender
        self._credentials = credentials
        self._connection: smtplib.SMTP | None = None

    def send(self, mail: OutgoingMail, now: dt.datetime) -> None:
        message = compose(mail, self._sender, now)
        content = BytesIO()
        BytesGenerator(content, policy=message.policy).flatten(message)
        with self._failures_named():
            connection = self._connected()
            connection.sendmail(self._sender.address, [mail.recipient], content.getvalue())

    def check(self) -> str:
        with self._failures_named():
            self._connected()
        signed_in = f" as {self._credentials.user}" if self._credentials else ""
        return f"{self.name} takes mail{signed_in}"

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.quit()
        except (smtplib.SMTPException, OSError):
            connection.close()

    def _connected(self) -> smtplib.SMTP:
        if self._connection is not None and _alive(self._connection):
            return self._connection
        self._drop()
        self._connection = self._opened()
        self._sign_in(self._connection)
        return self._connection

    def _opened(self) -> smtplib.SMTP:
        settings = self._settings
        if settings.tls:
            return smtplib.SMTP_SSL(settings.host, settings.port, timeout=settings.timeout, context=self._trust())
        connection = smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout)
        try:
            if settings.starttls:
                connection.starttls(context=self._trust())
            connection.ehlo_or_helo_if_needed()
        except BaseException:
            connection.close()
            raise
        return connection

    def _trust(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self._settings.ca_file)
        except OSError as error:  # an SSLError too, when the file holds no certificate
            raise Misconfigured(f"outgoing.smtp.ca_file: {self._settings.ca_file}: {error.strerror}") from error

    def _sign_in(self, connection: smtplib.SMTP) -> None:
        if self._credentials is not None:
            connection.login(self._credentials.user, self._credentials.password)

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    @contextmanager
    def _failures_named(self) -> Iterator[None]:
        """After a failure the connection is dropped: what state it is in would be a guess."""
        try:
            yield
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise self._named(error) from error
        except NotifyError:
            self._drop()
            raise

    def _named(self, error: smtplib.SMTPException | OSError) -> NotifyError:
        match error:
            case smtplib.SMTPRecipientsRefused():
                [(code, said)] = error.recipients.values()
                kind = Misconfigured if code == _SIGN_IN_FIRST else Refused
                return _by_code(code, kind, f"{self.name} refused the recipient: {_reply(code, said)}")
            case smtplib.SMTPAuthenticationError():
                reply = _reply(error.smtp_code, error.smtp_error)
                return _by_code(error.smtp_code, Misconfigured, f"{self.name} refused user or password: {reply}")
            case smtplib.SMTPSenderRefused():
                kind = Refused if error.smtp_code == _TOO_LARGE else Misconfigured
                reply = _reply(error.smtp_code, error.smtp_error)
                return _by_code(error.smtp_code, kind, f"{self.name} refused {error.sender} as sender: {reply}")
            case smtplib.SMTPDataError():
                reply = _reply(error.smtp_code, error.smtp_error)
                return _by_code(error.smtp_code, Refused, f"{self.name} refused the mail: {reply}")
            case smtplib.SMTPNotSupportedError():
                return Misconfigured(f"{self.name}: {error}")
            case smtplib.SMTPResponseException():
                reply = _reply(error.smtp_code, error.smtp_error)
                return _by_code(error.smtp_code, TryAgain, f"{self.name} answered {reply}")
            case smtplib.SMTPServerDisconnected() if isinstance(error.__context__, TimeoutError):
                return self._silent()
            case smtplib.SMTPException():
                return TryAgain(f"{self.name}: {error}")
            case ssl.SSLCertVerificationError():
                return Misconfigured(f"{self.name}: certificate not trusted: {error.verify_message}")
            case ssl.SSLError() if not isinstance(error, _LOST_ON_THE_WAY):
                return Misconfigured(f"{self.name}: no TLS spoken there: {error.reason or error}")
            case TimeoutError():
                return self._silent()
            case _:
                return TryAgain(f"{self.name}: {error.strerror or error}")

    def _silent(self) -> TryAgain:
        return TryAgain(f"{self.name} did not answer within {self._settings.timeout:g} s")


def _alive(connection: smtplib.SMTP) -> bool:
    try:
        return connection.noop()[0] == 250
    except (smtplib.SMTPException, OSError):
        return False


def _by_code(code: int, permanent: type[NotifyError], sentence: str) -> NotifyError:
    return permanent(sentence) if 500 <= code < 600 else TryAgain(sentence)


def _reply(code: int, said: bytes | str) -> str:
    text = said.decode("ascii", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"
