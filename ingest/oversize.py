"""Messages over the limit: their header is kept, and it is said what was left out."""

from ingest.limits import Limits

_MB = 1_000_000


def left_out(size: int, limits: Limits) -> str:
    """Why only the header of a message of `size` bytes is kept; "" when it fits."""
    if size <= limits.bytes:
        return ""
    return f"{_megabytes(size)}, over the limit of {_megabytes(limits.bytes)}"


def header_of(beginning: bytes, limits: Limits) -> bytes:
    """The header section with its blank line (RFC 5322 section 2.1), cut at the limit for headers."""
    ends = [at + len(blank) for blank in (b"\r\n\r\n", b"\n\n") if (at := beginning.find(blank)) >= 0]
    return beginning[: min([*ends, limits.header_bytes])]


def within(content: bytes, limits: Limits) -> tuple[bytes, str]:
    """The content, whole or only its header, and what was left out."""
    reason = left_out(len(content), limits)
    return (header_of(content, limits), reason) if reason else (content, "")


def _megabytes(size: int) -> str:
    return f"{size / _MB:.0f} MB" if size >= 10 * _MB else f"{size / _MB:.1f} MB"
