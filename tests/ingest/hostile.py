"""Messages that nobody should have to read: broken, odd, and built to cost time. All invented, most of them small."""

import base64
import io
import zipfile
from collections.abc import Callable

_HEAD = (
    b"From: Dana <dana@northpeak.example>\r\nTo: intake@brightwater.example\r\nSubject: Spring\r\n"
    b"Date: Tue, 03 Mar 2026 09:14:00 -0500\r\n"
)
_PLAIN = _HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
_HTML = _HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n"


def _attached(name: str, content: bytes, content_type: str = "application/octet-stream") -> bytes:
    body = base64.encodebytes(content).replace(b"\n", b"\r\n")
    return (
        _HEAD
        + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        + b"--b\r\nContent-Type: text/plain\r\n\r\nsee attached\r\n--b\r\n"
        + f'Content-Type: {content_type}; name="{name}"\r\n'.encode()
        + f'Content-Disposition: attachment; filename="{name}"\r\n'.encode()
        + b"Content-Transfer-Encoding: base64\r\n\r\n"
        + body
        + b"\r\n--b--\r\n"
    )


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 300_000_000)
    return packed.getvalue()


def _nested(depth: int, kind: bytes) -> bytes:
    head = b"".join(b'Content-Type: multipart/%s; boundary="b%d"\r\n\r\n--b%d\r\n' % (kind, n, n) for n in range(depth))
    return _HEAD + head + b"Content-Type: text/plain\r\n\r\ninnermost\r\n"


def _nested_messages(depth: int) -> bytes:
    return (
        _HEAD
        + b"Content-Type: message/rfc822\r\n\r\n"
        + (_HEAD + b"Content-Type: message/rfc822\r\n\r\n") * depth
        + _PLAIN
        + b"innermost"
    )


def plain_head() -> bytes:
    return _PLAIN


def html_head() -> bytes:
    return _HTML


# Each message is built when it is asked for: some are large.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "white space": lambda: b" \r\n\t\r\n" * 100,
    "no header": lambda: b"just some words\r\nand more of them\r\n",
    "zeros": lambda: b"\0" * 10_000,
    "random bytes": lambda: bytes(range(256)) * 400,
    "header only": lambda: _HEAD,
    "header without end": lambda: _HEAD.rstrip(),
    "no from": lambda: b"To: intake@brightwater.example\r\nSubject: x\r\n\r\nhello",
    "no recipients": lambda: b"From: dana@northpeak.example\r\n\r\nhello",
    "no date": lambda: b"From: dana@northpeak.example\r\nTo: intake@brightwater.example\r\n\r\nhello",
    "broken date": lambda: (
        _HEAD.replace(b"Tue, 03 Mar 2026 09:14:00 -0500", b"Tue, 99 Xxx 20260 99:99:99 +9999") + b"\r\nhello"
    ),
    "date out of range": lambda: _HEAD.replace(b"03 Mar 2026", b"31 Feb 9999") + b"\r\nhello",
    "bare parentheses": lambda: _HEAD + b"Cc: " + b"(" * 50_000 + b"\r\n\r\nhello",
    "open brackets": lambda: b"From: " + b"<" * 20_000 + b"\r\nTo: " + b"((((" + b"\r\n\r\nhello",
    "quotes without end": lambda: b'From: "' + b'\\"' * 20_000 + b"\r\n\r\nhello",
    "at signs": lambda: b"From: " + b"a@" * 20_000 + b"\r\n\r\nhello",
    "huge subject": lambda: _HEAD + b"Subject: " + b"x" * 1_000_000 + b"\r\n\r\nhello",
    "encoded words": lambda: b"Subject: " + b"=?utf-8?q?=C3=A9?= " * 20_000 + b"\r\n" + _HEAD + b"\r\nhello",
    "half an encoded word": lambda: b"Subject: =?utf-8?b?" + b"?" * 50_000 + b"\r\n" + _HEAD + b"\r\nhello",
    "unknown charset in a word": lambda: b"Subject: =?x-none?b?/////w==?= =?utf-8?z?aa?=\r\n" + _HEAD + b"\r\nhello",
    "100,000 recipients": lambda: (
        _HEAD + b"Cc: " + b", ".join(b"p%d@northpeak.example" % n for n in range(100_000)) + b"\r\n\r\nhello"
    ),
    "5,000 headers": lambda: _HEAD + b"".join(b"X-H-%d: v\r\n" % n for n in range(5_000)) + b"\r\nhello",
    "endless folded header": lambda: _HEAD + b"X-Long: a\r\n" + b" b\r\n" * 100_000 + b"\r\nhello",
    "header injection": lambda: b"Subject: =?utf-8?q?a=0D=0ABcc:_x@evil.example?=\r\n" + _HEAD + b"\r\nhello",
    "unlisted recipients": lambda: (
        b"From: dana@northpeak.example\r\nTo: unlisted-recipients:; (no To-header on input)\r\n\r\nhello"
    ),
    "many references": lambda: _HEAD + b"References: " + b"<a@b> " * 50_000 + b"\r\n\r\nhello",
    "10,000 parts": lambda: (
        _HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\nx\r\n" * 10_000 + b"--b--\r\n"
    ),
    "10,000 nested multiparts": lambda: _nested(10_000, b"mixed"),
    "500 nested alternatives": lambda: _nested(500, b"alternative"),
    "90 nested multiparts": lambda: _nested(90, b"mixed"),
    "nested messages": lambda: _nested_messages(60),
    "2,000 nested messages": lambda: _nested_messages(2_000),
    "boundary never seen": lambda: _HEAD + b'Content-Type: multipart/mixed; boundary="never"\r\n\r\nhello',
    "empty boundary": lambda: _HEAD + b'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\nhello',
    "multipart without boundary": lambda: _HEAD + b"Content-Type: multipart/mixed\r\n\r\nhello",
    "boundary of brackets": lambda: (
        _HEAD + b'Content-Type: multipart/mixed; boundary="((([[["\r\n\r\n--((([[[\r\n\r\nhello\r\n--((([[[--'
    ),
    "unknown charset": lambda: _HEAD + b"Content-Type: text/plain; charset=klingon\r\n\r\n\xa310,000",
    "compressing charset": lambda: _HEAD + b"Content-Type: text/plain; charset=zlib\r\n\r\nx",
    "utf-16 with odd length": lambda: _HEAD + b"Content-Type: text/plain; charset=utf-16\r\n\r\n\xff\xfea\x00b",
    "utf-7": lambda: _HEAD + b"Content-Type: text/plain; charset=utf-7\r\n\r\n+AGEAYgBj+-/+///",
    "broken base64": lambda: _HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n####=x=A",
    "broken quoted-printable": lambda: (
        _HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=G1=\r\n=="
    ),
    "unknown transfer encoding": lambda: _HEAD + b"Content-Transfer-Encoding: x-rot\r\n\r\nhello",
    "uuencode": lambda: _HEAD + b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 x\r\nzzz\r\nend",
    "rfc2231 junk": lambda: _attached("a", b"x").replace(
        b'filename="a"', b"filename*0*=%%%''''; filename*1=x; filename*99999999=y"
    ),
    "file name with folders": lambda: _attached("../../etc/passwd\0", b"x"),
    "deepening quotes": lambda: _PLAIN + b"".join(b">" * n + b" x\n" for n in range(400)),
    "20,000 header blocks": lambda: (
        _PLAIN + b"From: a@b.example\nSent: 3 March 2026\nTo: c@d.example\nSubject: x\n\n" * 5_000
    ),
    "1,000 attributions": lambda: _PLAIN + b"On 3 March 2026 at 9:14 Ana <a@b.example> wrote:\n> x\n" * 1_000,
    "one line of 1 MB": lambda: _PLAIN + b"word " * 200_000,
    "html nested": lambda: _HTML + b"<div>" * 50_000 + b"x",
    "html tables nested": lambda: _HTML + b"<table><tr><td>" * 5_000 + b"x",
    "html bold unclosed": lambda: _HTML + b"<b>" * 50_000 + b"x",
    "html blockquotes": lambda: _HTML + b"<blockquote>x" * 2_000,
    "html wide row": lambda: _HTML + b"<table><tr>" + b"<td>x</td>" * 20_000,
    "html attributes": lambda: _HTML + b"<p " + b"a=b " * 50_000 + b">x</p>",
    "html styles": lambda: _HTML + b'<p style="' + b"color:" * 30_000 + b'">x</p>',
    "html less-than": lambda: _HTML + b"<" * 100_000,
    "html comment without end": lambda: _HTML + b"x<!--" + b"-" * 100_000,
    "html entities": lambda: _HTML + b"&" * 100_000 + b"&#x110000;&#xD800;",
    "zip bomb as docx": lambda: _attached("brief.docx", _bomb()),
    "broken docx": lambda: _attached("brief.docx", b"PK\x03\x04 not really"),
    "broken pdf": lambda: _attached("brief.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj"),
    "empty xlsx": lambda: _attached("brief.xlsx", b""),
    "text file of nul": lambda: _attached("brief.txt", b"\0" * 50_000),
    "two million lines": lambda: _PLAIN + b"a\n" * 2_000_000,
}
_REPEATED = {
    "spaces": b" ", "newlines": b"\n", "dashes": b"-", "less-than": b"<", "greater-than": b">", "On": b"On ",
    "colons": b":",
    "From:": b"From: ", "From: lines": b"From: a@b.example\n", "underscores": b"_", "wrote:": b"wrote:\n",
    "quoted colons": b"> a:\n", "at": b"@", "a@": b"a@", "brackets": b"[", "tabs": b"\t", "digits": b"1",
    "thanks": b"Thanks,\n", "names": b"Dana\n", "blank quoted": b">\n\n", "this message": b"this message ",
    "times": b"1:11 ", "speakers": b"Ana: x\nBo: y\n", "equals": b"= ", "nul": b"\0",
}  # fmt: skip
HOSTILE |= {
    f"100 kB of {name}": lambda piece=piece: _PLAIN + piece * (100_000 // len(piece))  # type: ignore[misc]  # bound early
    for name, piece in _REPEATED.items()
}
HOSTILE |= {
    "headers run together": lambda: _PLAIN + b"From: a Sent: b To: c " * 5_000,
    "lines run together": lambda: _PLAIN + b"From: a@b.example Sent: 3 March 2026 To: c\r\n" * 2_500,
    "separators run together": lambda: _PLAIN + b"----- Forwarded Message -----From: a To: b\r\n" * 2_500,
    "labels nobody knows": lambda: _PLAIN + b"From: a@b.example\r\n" + b"Abc def: x@y.example\r\n" * 5_000,
    "framed words": lambda: _PLAIN + b"---- abc abc ----\r\n" * 5_000,
    "initials": lambda: _PLAIN + b"".join(b"%c%c> x\r\n" % (65 + n % 26, 97 + n // 26 % 26) for n in range(14_000)),
    "headings of GroupWise": lambda: _PLAIN + b">>> a@b.example 3/3/2026 9:14 >>>\r\n" * 3_000,
    "rows under a wide row": lambda: _HTML + b"<table><tr>" + b"<td>a" * 3_000 + b"<tr><td>a<td>b" * 6_000,
    "terms": lambda: _HTML + b"<dl>" + b"<dt>a<dd>b" * 10_000,
}
