"""The `outgoing` section of the settings: how mail leaves the house."""

import ipaddress
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from briefs.credentials import Auth
from notify.headers import NotAnAddress, parse_sender


class SmtpSettings(BaseModel):
    """A submission server. `tls` means TLS from the first byte (port 465), `starttls` an upgrade (port 587)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = Field(min_length=1)
    port: int = Field(default=587, ge=1, le=65535)
    starttls: bool = True
    tls: bool = False
    auth: Auth | None = None
    ca_file: Path | None = None
    timeout: float = Field(default=30, gt=0, le=600)

    @model_validator(mode="before")
    @classmethod
    def _tls_replaces_starttls(cls, given: object) -> object:
        if isinstance(given, dict) and given.get("tls") is True and "starttls" not in given:
            return {**given, "starttls": False}
        return given

    @model_validator(mode="after")
    def _mail_never_leaves_in_the_clear(self) -> Self:
        if self.tls and self.starttls:
            raise ValueError("choose one of tls (usually port 465) and starttls (usually port 587)")
        if not self.tls and not self.starttls and not _is_loopback(self.host):
            raise ValueError(f"without starttls or tls mail may go to this machine only, not to {self.host}")
        return self


class OutgoingSettings(BaseModel):
    """Who mail comes from, and exactly one way out: a folder of .eml files or an SMTP server.

    With `reply_tag` answers are asked to an address of their own, the sender's with a tag (RFC 5233).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    sender: str = Field(alias="from")
    folder: Path | None = None
    smtp: SmtpSettings | None = None
    reply_tag: bool = False

    @field_validator("sender")
    @classmethod
    def _sender_is_an_address(cls, sender: str) -> str:
        try:
            parse_sender(sender)
        except NotAnAddress as error:
            raise ValueError(f"{error}; expected something like 'Intake <intake@agency.example>'") from error
        return sender

    @model_validator(mode="after")
    def _exactly_one_way_out(self) -> Self:
        if (self.folder is None) == (self.smtp is None):
            raise ValueError("name one way out: either folder or smtp")
        return self


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
