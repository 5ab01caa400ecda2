"""Changes to a message that keep something of its shape: a header, a boundary, a quote or a markup goes in or out."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

_CORPUS = Path(__file__).parents[1] / "corpus"

_HEADS = (
    b"From: Ana <ana@a.example>",
    b"To: \xc2\xa3 <x@y.example>, undisclosed-recipients:;",
    b"Subject: =?utf-8?q?=C3?= =?utf-8?q?=A9?=",
    b"Date: 31 Feb 2026 25:61 +2500",
    b"Content-Type: multipart/mixed; boundary=b",
    b'Content-Type: multipart/alternative; boundary="b"',
    b"Content-Type: message/rfc822",
    b"Content-Type: text/html; charset=utf-16",
    b"Content-Type: text/plain; charset=utf-7; format=flowed; delsp=yes",
    b"Content-Type: text/calendar; method=REPLY",
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    b"Content-Transfer-Encoding: base64",
    b"Content-Transfer-Encoding: quoted-printable",
    b"Content-Disposition: attachment; filename*0*=utf-8''a%zz; filename*1=b.txt",
    b"Auto-Submitted: auto-replied",
    b"List-Id: <x.example>",
    b"Resent-From: ana@agency.example",
    b"References: <a@b> <c@d>",
    b"X-Original-From: x@y.example",
)
_LINES = (
    b"",
    b"--b",
    b"--b--",
    b"> ",
    b">>> a@b.example 3/3/2026 9:14 >>>",
    b"-- ",
    b"--",
    b"________________________________",
    b"-----Original Message-----",
    b"---------- Forwarded message ---------",
    b"Begin forwarded message:",
    b"On Tue, 3 Mar 2026 at 09:14, Dana <dana@northpeak.example> wrote:",
    b"Am 03.03.2026 um 09:14 schrieb Dana",
    b"From: Dana <dana@northpeak.example>",
    b"Sent: Tuesday, March 3, 2026 9:14 AM",
    b"To: Sam",
    b"Subject: RE: Spring",
    b"Von: Dana [mailto:dana@northpeak.example]",
    b"[03/03/2026, 09:14:05] Dana: we need a film",
    b"Dana: yes",
    b"Kind regards,",
    b"Sent from my iPhone",
    b"[EXTERNAL]",
    b"This message is confidential.",
    b"begin 644 x.txt",
    b"BEGIN:VCALENDAR",
    b"<blockquote type=cite>",
    b"</blockquote>",
    b'<div style="display:none">',
    b"<table><tr><td>Budget<td>$5,000</table>",
    b"<s>x</s>",
    b"<pre>",
    b"<ol start=99999>",
    b"<li>",
    b"<!--",
    b"<![CDATA[",
    b"&#0;&#xD800;&nbsp;",
)
_CHARACTERS = (
    b"\x00", b"\xff", b"\xa3", b"\xc2\xa3", b"\xe2\x80\xa8", b"\xe2\x80\x8b", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\x1b$B", b"+AGE-", b"=", b"=\r\n", b"=3D", b"=?", b"?=", b";", b"\"", b"(", b"<", b">", b"@", b",", b"\\", b"\r",
    b"\x0b", b"\x85", b"\xc2\x85", b"\xe0\xb8\xb3", b"\xf0\x9f\x91\x8d", b"\xcc\x81",
)  # fmt: skip
_MOST_REPEATS = 40


def seeds() -> Iterator[bytes]:
    """The messages of the corpus that are open to be read."""
    for part in ("open", "mail"):
        for path in sorted((_CORPUS / part).rglob("*.eml")):
            yield path.read_bytes()


def mutated(content: bytes, random: Random) -> bytes:
    """`content` changed in a few places."""
    for _ in range(random.randint(1, 4)):
        content = random.choice(_CHANGES)(content, random)
    return content


def _head_in(content: bytes, random: Random) -> bytes:
    """A header field, at the top or at the top of a part."""
    starts = [0, *(at + 4 for at in _places(content, b"\r\n\r\n")), *(at + 2 for at in _places(content, b"\n\n"))]
    at = random.choice(starts)
    return content[:at] + random.choice(_HEADS) + b"\r\n" + content[at:]


def _head_changed(content: bytes, random: Random) -> bytes:
    """A header field takes another's value."""
    lines = content.split(b"\n")
    heads = [index for index, line in enumerate(lines[:60]) if b":" in line]
    if not heads:
        return content
    index = random.choice(heads)
    name = lines[index].partition(b":")[0]
    lines[index] = name + b":" + random.choice(_HEADS).partition(b":")[2] + b"\r"
    return b"\n".join(lines)


def _line_in(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    lines.insert(random.randint(0, len(lines)), random.choice(_LINES) + b"\r")
    return b"\n".join(lines)


def _lines_moved(content: bytes, random: Random) -> bytes:
    """A run of lines taken out, doubled, quoted or put elsewhere."""
    lines = content.split(b"\n")
    start = random.randrange(len(lines))
    run = lines[start : start + random.randint(1, 12)]
    kind = random.randrange(4)
    if kind == 0:
        del lines[start : start + len(run)]
    elif kind == 1:
        lines[start:start] = run * random.randint(1, _MOST_REPEATS)
    elif kind == 2:
        lines[start : start + len(run)] = [b"> " * random.randint(1, 5) + line for line in run]
    else:
        at = random.randint(0, len(lines))
        lines[at:at] = run
    return b"\n".join(lines)


def _characters_in(content: bytes, random: Random) -> bytes:
    at = random.randint(0, len(content))
    piece = random.choice(_CHARACTERS) * random.choice((1, 1, 1, 2, _MOST_REPEATS))
    return content[:at] + piece + content[at + random.choice((0, 0, 1, len(piece))) :]


def _cut(content: bytes, random: Random) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] if random.random() < 0.3 else content[:at] + content[at + random.randint(0, 200) :]


def _bytes_flipped(content: bytes, random: Random) -> bytes:
    if not content:
        return content
    changed = bytearray(content)
    for _ in range(random.randint(1, 8)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _line_ends(content: bytes, random: Random) -> bytes:
    plain = content.replace(b"\r\n", b"\n")
    return plain.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n", b"\r\r\n")))


def _places(content: bytes, wanted: bytes) -> list[int]:
    found: list[int] = []
    at = content.find(wanted)
    while at >= 0 and len(found) < 100:
        found.append(at)
        at = content.find(wanted, at + 1)
    return found


_CHANGES = (
    _head_in,
    _head_changed,
    _line_in,
    _line_in,
    _lines_moved,
    _lines_moved,
    _characters_in,
    _characters_in,
    _cut,
    _bytes_flipped,
    _line_ends,
)
