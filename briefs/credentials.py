"""How inbrief signs in to a server: named in the settings, fetched only when wiring."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Auth:
    """Where the secret is, never the secret itself: an environment variable or a file holding one line."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    user: str
    kind: Literal["password"] = "password"
    password_env: str | None = None
    password_file: str | None = None


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user and the secret, fetched; its repr keeps the secret out of logs and tracebacks."""

    user: str
    password: str = field(repr=False)
