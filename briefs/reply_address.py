"""An address of ours that says which brief an answer belongs to, signed so that nobody else can make one (RFC 5233)."""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass

_TAG = re.compile(r"b(\d{1,9})\.(\d{1,9})\.([a-z2-7]{16})")


@dataclass(frozen=True, slots=True)
class Signed:
    """A brief's number and the revision that the mail spoke of."""

    number: int
    revision: int


def reply_address(intake: str, signed: Signed, recipient: str, key: bytes) -> str:
    """`intake` with a tag that only `recipient` was told: local+b12.3.signature@domain, in lower case."""
    local, _, domain = intake.lower().rpartition("@")
    return f"{local}+b{signed.number}.{signed.revision}.{_signature(signed, recipient, key)}@{domain}"


def is_tagged(address: str, intake: str) -> bool:
    """Whether it looks like one of ours, whoever made it."""
    return _tag_of(address, intake) is not None


def signed_for(address: str, intake: str, people: Iterable[str], key: bytes) -> Signed | None:
    """What the address was signed for, for any of these people; None for one that we did not make."""
    tag = _tag_of(address, intake)
    if tag is None:
        return None
    signed = Signed(int(tag[1]), int(tag[2]))
    good = [hmac.compare_digest(_signature(signed, person, key), tag[3]) for person in people]
    return signed if any(good) else None


def _tag_of(address: str, intake: str) -> re.Match[str] | None:
    local, _, domain = address.lower().rpartition("@")
    own, _, own_domain = intake.lower().rpartition("@")
    if not own or domain != own_domain or not local.startswith(f"{own}+"):
        return None
    return _TAG.fullmatch(local[len(own) + 1 :])


def _signature(signed: Signed, recipient: str, key: bytes) -> str:
    """80 bits of an HMAC; a local part has room for 64 octets (RFC 5321 4.5.3.1.1)."""
    told = f"reply {signed.number}.{signed.revision} {recipient.lower()}".encode()
    return base64.b32encode(hmac.digest(key, told, hashlib.sha256)[:10]).decode().lower()
