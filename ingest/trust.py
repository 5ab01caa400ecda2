"""Whether our own border vouches for a message's author (RFC 8601), told apart from what strangers claim."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import authres  # type: ignore[import-untyped]  # it ships no types

from briefs.mail import Address
from ingest.headers import Fields
from ingest.settings import Trust

# Google writes its verdict beneath its own Received, and the same one above it in RFC 8617's field.
_RESULTS = ("authentication-results", "arc-authentication-results")
_INSTANCE = re.compile(r"\s*i\s*=\s*\d{1,3}\s*;")
_BY = re.compile(r"\bby\s+([A-Za-z0-9.-]{1,253})")
_FROM = re.compile(r"\[(?:IPv6:)?([0-9A-Fa-f.:]{2,45})\]")
_STAMP = "x-ms-exchange-organization-authas"
_MOST_FIELDS = 200


@dataclass(frozen=True, slots=True)
class _Result:
    """One method's result; `told` is what it says of header and envelope, by the property's name."""

    method: str
    result: str
    told: Mapping[str, str]

    def domain(self, *names: str) -> str:
        """The domain that the first of these properties names, in lower case."""
        value = next((self.told[name] for name in names if self.told.get(name)), "")
        return value.rpartition("@")[2].strip('"<> ').lower()


def vouched(raw_fields: Sequence[tuple[str, str]], fields: Fields, author: Address | None, trust: Trust | None) -> str:
    """How the border vouches for `author`: "dmarc", "dkim", "spf", "internal", or "" when it does not.

    `raw_fields` is the header from the top. A verdict counts only above our border's own Received, where nobody
    outside can have written it; `author` must be the one mailbox in From, which is what a verdict speaks of.
    """
    written = fields.mailboxes("from")
    if trust is None or author is None or [each.address for each in written] != [author.address]:
        return ""
    if trust.microsoft365:
        stamps = [value.strip().lower() for value in fields.all_raw(_STAMP)]
        return "internal" if stamps == ["internal"] else ""
    return _verdict(list(_results(raw_fields, trust.authserv_id.lower())), author.domain)


def _results(raw_fields: Sequence[tuple[str, str]], authserv_id: str) -> Iterator[_Result]:
    """The border's results that stand above its own Received; above every Received when none is known as its own."""
    header = [(name.lower(), value) for name, value in raw_fields[:_MOST_FIELDS]]
    for name, value in header[: _border(header, authserv_id)]:
        if name not in _RESULTS:
            continue
        text = " ".join(_INSTANCE.sub("", value, count=1).split())
        if re.split(r"[;\s(]", text, maxsplit=1)[0].lower() != authserv_id:
            continue
        try:
            parsed = authres.parse_value(text).results
        except authres.AuthResError:
            continue  # what cannot be read vouches for nobody
        for one in parsed:
            told = {each.name: str(each.value or "") for each in one.properties if each.type in ("header", "smtp")}
            yield _Result(one.method, one.result, told)


def _border(header: Sequence[tuple[str, str]], authserv_id: str) -> int:
    """The place of the Received by which the message came in; a hand-over within the border's machine is none."""
    received = [index for index, (name, _) in enumerate(header) if name == "received"]
    for index in received:
        by = _BY.search(header[index][1][:2000])
        host = by[1].lower() if by is not None else ""
        own = host == authserv_id or host.endswith(f".{authserv_id}")
        if by is not None and own and not _is_from_itself(by.string[: by.start()]):
            return index
    return received[0] if received else 0


def _is_from_itself(from_clause: str) -> bool:
    """By every address in it: who connects chooses the name they greet with, and may choose one that looks local."""
    told = _FROM.findall(from_clause)
    return bool(told) and all(address == "::1" or address.startswith("127.") for address in told)


def _verdict(results: Sequence[_Result], domain: str) -> str:
    """DMARC decides where it was asked; else a signature or an envelope of the author's own domain (RFC 7489 3.1)."""
    dmarc = [result for result in results if result.method == "dmarc"]
    if any(result.result == "fail" for result in dmarc):
        return ""
    if any(result.result == "pass" and result.domain("from") in ("", domain) for result in dmarc):
        return "dmarc"
    for method, names in (("dkim", ("d", "i")), ("spf", ("mailfrom",))):
        passed = [result for result in results if result.method == method and result.result == "pass"]
        if any(_aligned(result.domain(*names), domain) for result in passed):
            return method
    return ""


def _aligned(signed: str, domain: str) -> bool:
    """Whether a domain speaks for the author's: it is that domain or one above it, never one below."""
    return "." in signed and (domain == signed or domain.endswith(f".{signed}"))
