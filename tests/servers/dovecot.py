"""A throw-away Dovecot on loopback: IMAP with TLS, mail delivered by LMTP, every user welcome with one password."""

import grp
import os
import pwd
import shutil
import signal
import smtplib
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from tests.servers import program

PACKAGES = "dovecot-imapd dovecot-lmtpd openssl"
PASSWORD = "opensesame"

_CONFIGURATION = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
listen = 127.0.0.1
protocols = imap lmtp
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_fsync = never
mailbox_idle_check_interval = 1 secs
mail_max_userip_connections = 50
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
auth_mechanisms = plain login
auth_failure_delay = 0
{extra}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap_port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
    ssl = yes
  }}
}}
service lmtp {{
  user = {user}
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp_port}
  }}
}}
# Otherwise a wrong password delays whatever signs in next from this machine.
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service auth {{
  user = {user}
}}
service auth-worker {{
  user = {user}
}}
"""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate for localhost that is its own authority: clients trust it by its `file`."""

    file: Path
    key: Path


def make_certificate(folder: Path) -> Certificate:
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    command = f"{program('openssl', PACKAGES)} req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2"
    subject = "-subj /CN=localhost -addext subjectAltName=DNS:localhost"
    usage = "-addext keyUsage=digitalSignature,keyCertSign"
    files = ("-keyout", made.key, "-out", made.file)
    subprocess.run([*f"{command} {subject} {usage}".split(), *files], check=True, capture_output=True)
    return made


class Dovecot:
    """A context manager: the server runs inside it and leaves nothing behind.

    Any address is a user, its mailbox empty until something is delivered to it, so tests share a server by using
    users of their own. `extra` is added to the configuration. Run as root it serves as nobody, because Dovecot hands
    no mail to root.
    """

    host = "localhost"
    password = PASSWORD

    def __init__(self, extra: str = "") -> None:
        self._program = program("dovecot", PACKAGES)
        self._extra = extra
        self._account = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        self._process: subprocess.Popen[bytes] | None = None
        self.imap_port, self.imaps_port, self.lmtp_port = _free_ports(3)

    def __enter__(self) -> Self:
        # Not pytest's own folder: that one is closed to nobody.
        self.folder = Path(tempfile.mkdtemp(prefix="inbrief-dovecot-"))
        try:
            self._configure()
            self.start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop(signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def ca_file(self) -> Path:
        return self._certificate.file

    @property
    def log(self) -> str:
        file = self.folder / "dovecot.log"
        return file.read_text() if file.exists() else ""

    def start(self) -> None:
        """Start the server; after `stop` it comes back with the same ports and mail."""
        as_root = os.getuid() == 0
        self._process = subprocess.Popen(
            [*_dying_with_us(), self._program, "-F", "-c", self.folder / "dovecot.conf"],
            user=self._account.pw_uid if as_root else None,
            group=self._account.pw_gid if as_root else None,
            extra_groups=[] if as_root else None,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + 20
        while not self._greets():
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"Dovecot did not start:\n{self.log}")

    def stop(self, by: signal.Signals = signal.SIGTERM) -> None:
        """End the server and all its sessions: sessions in IDLE outlive the master, so the process group is told."""
        if self._process is None:
            return
        os.killpg(self._process.pid, by)
        self._process.wait()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process = None

    def deliver(self, content: bytes, to: str, sender: str = "client@elsewhere.example") -> None:
        """Deliver a message as a mail server would (LMTP, RFC 2033). Once this returns, it is in the INBOX."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port) as server:
            server.sendmail(sender, [to], content)

    def maildir(self, user: str) -> Path:
        return self.folder / "home" / user / "Maildir"

    def bump_uidvalidity(self, user: str) -> None:
        """Rebuild a mailbox as a restore does: the mail stays, UIDs start over. No session may be open on it.

        The list of UIDs is lost and the indexes with it; what remains knows only the last UIDVALIDITY given out.
        """
        for file in self.maildir(user).glob("dovecot*"):
            if not file.name.startswith("dovecot-uidvalidity"):
                file.unlink()

    def _configure(self) -> None:
        for name in ("run", "state", "home"):
            (self.folder / name).mkdir()
        self._certificate = make_certificate(self.folder)
        (self.folder / "dovecot.conf").write_text(
            _CONFIGURATION.format(
                folder=self.folder,
                user=self._account.pw_name,
                group=_group_name(self._account.pw_gid),
                certificate=self._certificate.file,
                key=self._certificate.key,
                extra=self._extra,
                password=PASSWORD,
                imap_port=self.imap_port,
                imaps_port=self.imaps_port,
                lmtp_port=self.lmtp_port,
            )
        )
        if os.getuid() == 0:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, self._account.pw_uid, self._account.pw_gid)

    def _greets(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.imap_port), 1) as connection:
                return connection.recv(200).startswith(b"* OK")
        except OSError:
            time.sleep(0.01)
            return False


@pytest.fixture(scope="session", name="dovecot")
def dovecot_fixture() -> Iterator[Dovecot]:
    """One server for the whole run; stop it in no test, and take a user of your own."""
    with Dovecot() as server:
        yield server


def _dying_with_us() -> list[str]:
    """The prefix of a command that ends when this process does, however that happens: a killed run leaves no server."""
    return ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []


def _free_ports(count: int) -> list[int]:
    # All are held open together, so that none is given twice.
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [listener.getsockname()[1] for listener in held]
    for listener in held:
        listener.close()
    return ports


def _group_name(gid: int) -> str:
    return grp.getgrgid(gid).gr_name
