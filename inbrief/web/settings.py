"""The `web` section of the settings: where the pages are served and who may see them."""

import ipaddress
from typing import Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, field_validator, model_validator


class WebSettings(BaseModel):
    """`demo` serves this machine without sign-in; otherwise `secret_env` names the variable that holds the secret.

    `base_url` is how people reach the pages, the beginning of every link in mails, without a slash at its end.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    listen: str = "127.0.0.1:8000"
    base_url: str = "http://127.0.0.1:8000"
    demo: bool = False
    secret_env: str | None = None

    @field_validator("listen")
    @classmethod
    def _listen_is_host_and_port(cls, listen: str) -> str:
        host, colon, port = listen.rpartition(":")
        if not colon or not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
            raise ValueError(f"expected host:port such as 127.0.0.1:8000, got {listen!r}")
        return listen

    @field_validator("base_url")
    @classmethod
    def _base_url_is_an_origin(cls, base_url: str) -> str:
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError(f"expected something like https://briefs.agency.example, got {base_url!r}")
        if parts.path not in ("", "/") or parts.username is not None:
            raise ValueError(f"the pages need a host name of their own, without a path, got {base_url!r}")
        return f"{parts.scheme}://{parts.netloc.lower()}"

    @model_validator(mode="after")
    def _people_are_protected(self) -> Self:
        if not self.demo and not self.secret_env:
            raise ValueError("secret_env is needed: the name of an environment variable with a long random secret")
        if self.demo and not is_loopback(self.host):
            raise ValueError(f"demo needs no sign-in, so it may listen on this machine only, not on {self.host}")
        if self.demo and not is_loopback(self.base_host):
            raise ValueError(f"demo needs no sign-in, so base_url must be this machine, not {self.base_host}")
        if not self.https and not is_loopback(self.base_host):
            raise ValueError(f"base_url must be https: people sign in there, got {self.base_url!r}")
        return self

    @property
    def host(self) -> str:
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        return int(self.listen.rpartition(":")[2])

    @property
    def https(self) -> bool:
        return self.base_url.startswith("https:")

    @property
    def base_host(self) -> str:
        return urlsplit(self.base_url).hostname or ""


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
