"""Pieces that hostile messages are put together from."""

import base64
from collections.abc import Callable, Mapping

Build = Callable[[], bytes]
Cases = Mapping[str, Build]

FROM = b"From: Dana <dana@northpeak.example>\r\n"
TO = b"To: intake@brightwater.example\r\n"
SUBJECT = b"Subject: Spring\r\n"
DATE = b"Date: Tue, 03 Mar 2026 09:14:00 -0500\r\n"
HEAD = FROM + TO + SUBJECT + DATE
BODY = b"We need three banners by June 12 for $5,000.\r\n"


def typed(content_type: str | bytes, body: bytes = BODY, *, encoding: str = "", head: bytes = HEAD) -> bytes:
    """A message of one part with that Content-Type."""
    label = content_type.encode() if isinstance(content_type, str) else content_type
    transfer = f"Content-Transfer-Encoding: {encoding}\r\n".encode() if encoding else b""
    return head + b"MIME-Version: 1.0\r\nContent-Type: " + label + b"\r\n" + transfer + b"\r\n" + body


def plain(body: bytes, charset: str = "utf-8") -> bytes:
    return typed(f"text/plain; charset={charset}", body, encoding="8bit")


def page(body: bytes, charset: str = "utf-8") -> bytes:
    return typed(f"text/html; charset={charset}", body, encoding="8bit")


def headed(*fields: bytes, head: bytes = HEAD) -> bytes:
    """A small message with more header fields."""
    return head + b"".join(field + b"\r\n" for field in fields) + b"\r\n" + BODY


def multipart(
    *parts: bytes, kind: str = "mixed", boundary: bytes = b"b", head: bytes = HEAD, end: bool = True
) -> bytes:
    opened = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    closed = b"--" + boundary + b"--\r\n" if end else b""
    return (
        head + f"Content-Type: multipart/{kind}; boundary=".encode() + b'"' + boundary + b'"\r\n\r\n' + opened + closed
    )


def text_part(body: bytes = BODY, content_type: bytes = b"text/plain") -> bytes:
    return b"Content-Type: " + content_type + b"\r\n\r\n" + body


def file_part(
    name: str, content: bytes, content_type: str = "application/octet-stream", disposition: str = ""
) -> bytes:
    shown = disposition or f'attachment; filename="{name}"'
    return (
        f'Content-Type: {content_type}; name="{name}"\r\nContent-Disposition: {shown}\r\n'.encode(
            "utf-8", "surrogateescape"
        )
        + b"Content-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(content).replace(b"\n", b"\r\n")
    )


def attached(name: str, content: bytes, content_type: str = "application/octet-stream") -> bytes:
    return multipart(text_part(b"see attached"), file_part(name, content, content_type))


def repeated(piece: bytes, size: int = 100_000) -> bytes:
    return piece * (size // len(piece))


def bound(build: Callable[..., bytes], *values: object) -> Build:
    """`build` with these values, called when the message is wanted: some are large."""
    return lambda: build(*values)
