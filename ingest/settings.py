"""One entry of `mailboxes` in config.yaml: a folder of messages, or folders on an IMAP server."""

import datetime as dt
import ipaddress
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from briefs.credentials import Auth
from ingest.source import Since

_ENCRYPTED = {"implicit": 993, "starttls": 143, "none": 143}


def _port(given: object) -> int:
    try:
        port = int(str(given))
    except ValueError:
        port = 0
    if not 1 <= port <= 65535 or isinstance(given, bool):
        raise ValueError(f"expected a port from 1 to 65535, got {given!r}")
    return port


def _tls(given: object) -> object:
    if given is False:  # YAML reads a bare `no` or `off` as false
        given = "none"
    if given not in _ENCRYPTED:
        raise ValueError(f"expected implicit, starttls or none, got {given!r}")
    return given


def _seconds(given: object) -> float | None:
    if given is None:
        return None
    try:
        seconds = float(str(given))
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 86400:
        raise ValueError(f"expected seconds from 0.1 to 86400, got {given!r}")
    return seconds


def _since(given: object) -> Since:
    if given == "now" or given == "all":
        return given
    if isinstance(given, str):
        try:
            given = dt.datetime.fromisoformat(given)
        except ValueError as error:
            raise ValueError(_since_expected(given)) from error
    if not isinstance(given, dt.datetime) or given.utcoffset() is None:
        raise ValueError(_since_expected(given))
    return given


def _since_expected(given: object) -> str:
    return f"expected now, all or an instant with its offset (2026-03-01T09:00:00+01:00), got {str(given)!r}"


def _auth(given: object) -> object:
    """The secret by name only; what a plain `password` should have been is said here, before it is called unknown."""
    if isinstance(given, dict):
        if "password" in given:
            raise ValueError(
                "a password does not stand in the settings: put it into an environment variable and name that as "
                "password_env, or into a file of one line and name that as password_file"
            )
        named = [key for key in ("password_env", "password_file") if given.get(key)]
        if len(named) != 1:
            raise ValueError(f"expected one of password_env and password_file, got {' and '.join(named) or 'neither'}")
        if not given.get("user"):
            raise ValueError("expected user: the name to sign in with, often the address")
    return given


class Trust(BaseModel):
    """Why this mailbox can carry orders: whose verdict on a sender is believed.

    Either the border that adds Authentication-Results under `authserv_id` (RFC 8601 section 2.5) and removes
    strangers' ones, or Microsoft 365 with its stamp on mail from inside.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    authserv_id: str = ""
    microsoft365: bool = False

    @model_validator(mode="before")
    @classmethod
    def _by_word(cls, given: object) -> object:
        if given == "microsoft365":
            return {"microsoft365": True}
        if isinstance(given, Trust) or (isinstance(given, dict) and given.get("authserv_id")):
            return given
        raise ValueError(f"expected authserv_id: mx.yourdomain.example, or the word microsoft365; got {given!r}")


class ImapSettings(BaseModel):
    """Folders on an IMAP server. The first folder is watched; the others are looked at every `every` seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str
    port: Annotated[int, BeforeValidator(_port)]  # 993, and 143 where `tls` is starttls or none
    auth: Annotated[Auth, BeforeValidator(_auth)]
    folders: tuple[str, ...] = ("INBOX",)
    processed: str | None = None
    tls: Annotated[Literal["implicit", "starttls", "none"], BeforeValidator(_tls)] = "implicit"
    ca_file: Path | None = None

    @model_validator(mode="before")
    @classmethod
    def _port_follows_tls(cls, given: object) -> object:
        if isinstance(given, dict) and "port" not in given:
            tls = given.get("tls", "implicit")
            return {**given, "port": _ENCRYPTED.get(tls if isinstance(tls, str) else "none", 993)}
        return given

    @field_validator("host")
    @classmethod
    def _host_is_a_name(cls, host: str) -> str:
        if not host or "/" in host or any(character.isspace() for character in host):
            raise ValueError(f"expected a host name such as imap.yourdomain.example, got {host!r}")
        return host

    @field_validator("folders", mode="before")
    @classmethod
    def _folders_are_named(cls, given: object) -> object:
        if (
            not isinstance(given, (list, tuple))
            or not given
            or not all(isinstance(folder, str) and _is_name(folder) for folder in given)
        ):
            raise ValueError(f"expected a list of folder names such as [INBOX], got {given!r}")
        return tuple(dict.fromkeys(given))

    @field_validator("processed")
    @classmethod
    def _processed_is_a_name(cls, processed: str | None) -> str | None:
        if processed is not None and not _is_name(processed):
            raise ValueError(f"expected the name of a folder, got {processed!r}")
        return processed

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.processed in self.folders:
            raise ValueError(f"processed must be another folder than those that are read, got {self.processed!r}")
        if self.tls == "none" and not _is_loopback(self.host):
            raise ValueError(f"without TLS only this machine's own server may be used, not {self.host}")
        return self


class MailboxSettings(BaseModel):
    """A place that messages come from: exactly one of a folder (of .eml files, or a Maildir) and an IMAP server.

    `since` says what counts on first contact: by default everything in a folder, and with IMAP only what arrives from
    then on. `processed` is where a folder's messages go once kept (IMAP has its own). `every` is the seconds between
    two looks where nothing tells of new mail: by default half a second for a folder, a minute for IMAP.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    folder: Path | None = None
    imap: ImapSettings | None = None
    since: Annotated[Literal["now", "all"] | dt.datetime, BeforeValidator(_since)]
    trust: Trust | None = None
    processed: Path | None = None
    every: Annotated[float | None, BeforeValidator(_seconds)] = Field(default=None)

    @model_validator(mode="before")
    @classmethod
    def _since_follows_the_kind(cls, given: object) -> object:
        if isinstance(given, dict) and given.get("since") is None:
            return {**given, "since": "now" if given.get("imap") else "all"}
        return given

    @field_validator("name")
    @classmethod
    def _name_is_a_word(cls, name: str) -> str:
        if not name or not name.isprintable() or name != name.strip():
            raise ValueError(f"expected a short name such as intake, got {name!r}")
        return name

    @model_validator(mode="after")
    def _is_one_place(self) -> Self:
        if (self.folder is None) == (self.imap is None):
            got = "neither" if self.folder is None else "both"
            raise ValueError(f"expected one of folder and imap, got {got}")
        if self.imap and self.processed:
            raise ValueError("with imap, processed is the name of a folder on the server and stands under imap")
        if self.processed is not None and self.processed == self.folder:
            raise ValueError(f"processed must be another folder than the one that is read, got {self.processed}")
        return self


def _is_name(folder: str) -> bool:
    return bool(folder.strip()) and folder.isprintable()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
