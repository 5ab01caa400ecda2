"""MIME structure: boundaries, nesting, what is cut off, parts that are not what they say."""

from tests.hostile.building import BODY, HEAD, Build, bound, file_part, headed, multipart, page, plain, text_part, typed

_KINDS = ("mixed", "alternative", "related", "signed", "report", "digest", "parallel", "form-data", "x-nothing")


def _nested(depth: int, kind: str) -> bytes:
    opened = b"".join(
        b'Content-Type: multipart/%s; boundary="b%d"\r\n\r\n--b%d\r\n' % (kind.encode(), n, n) for n in range(depth)
    )
    return HEAD + opened + text_part(b"innermost\r\n")


def _nested_closed(depth: int) -> bytes:
    closed = b"".join(b"\r\n--b%d--\r\n" % n for n in reversed(range(depth)))
    return _nested(depth, "mixed") + closed


def _messages(depth: int) -> bytes:
    within = b"Content-Type: message/rfc822\r\n\r\n"
    return HEAD + within + (HEAD + within) * depth + plain(b"innermost")


def _many(count: int, part: bytes) -> bytes:
    return multipart(*[part] * count)


def _boundaries(count: int) -> bytes:
    return (
        HEAD + b"".join(b'Content-Type: multipart/mixed; boundary="x%d"\r\n' % n for n in range(count)) + b"\r\n" + BODY
    )


def _cut(kind: str, share: float) -> bytes:
    whole = multipart(
        text_part(),
        text_part(b"<p>We need three banners</p>", b"text/html"),
        file_part("brief.bin", b"x" * 400),
        kind=kind,
    )
    return whole[: int(len(whole) * share)]


def _declared(boundary: bytes, used: bytes) -> bytes:
    return (
        HEAD
        + b"Content-Type: multipart/mixed; boundary="
        + boundary
        + b"\r\n\r\n--"
        + used
        + b"\r\n\r\n"
        + BODY
        + b"--"
        + used
        + b"--"
    )


_BOUNDARIES: dict[str, tuple[bytes, bytes]] = {
    "empty": (b'""', b""),
    "bare empty": (b"", b""),
    "a space": (b'" "', b" "),
    "trailing space": (b'"b "', b"b "),
    "of brackets": (b'"((([[["', b"((([[["),
    "of stars": (b'".*+?^$"', b".*+?^$"),
    "of dashes": (b'"--------"', b"--------"),
    "of 70 dashes": (b'"' + b"-" * 70 + b'"', b"-" * 70),
    "of 500 characters": (b'"' + b"x" * 500 + b'"', b"x" * 500),
    "of 100,000 characters": (b'"' + b"x" * 100_000 + b'"', b"x" * 100_000),
    "8-bit": (b'"\xc3\xa9\xff"', b"\xc3\xa9\xff"),
    "with NUL": (b'"a\x00b"', b"a\x00b"),
    "quote without end": (b'"b', b"b"),
    "single quotes": (b"'b'", b"b"),
    "percent encoded": (b"b%20c", b"b c"),
    "with equals": (b'"=_b="', b"=_b="),
    "unquoted with slash": (b"a/b:c", b"a/b:c"),
    "in a comment": (b"(b) b", b"b"),
    "never seen": (b"never", b"other"),
    "twice": (b'"b"; boundary="c"', b"c"),
    "continued": (b'"x"; boundary*0="a"; boundary*1="b"', b"ab"),
    "prefix of itself": (b'"b"', b"bb"),
    "like a signature": (b'"- "', b"- "),
    "a line feed": (b'"a\r\n b"', b"a b"),
}
_PARTS: dict[str, bytes] = {
    "no header": b"\r\n" + BODY,
    "no blank line": b"Content-Type: text/plain",
    "no header and no blank line": BODY,
    "nothing": b"",
    "only a boundary's dashes": b"--",
    "unknown type": text_part(content_type=b"x-none/x-none"),
    "type without slash": text_part(content_type=b"text"),
    "type of slashes": text_part(content_type=b"/////"),
    "type of semicolons": text_part(content_type=b";" * 5_000),
    "two types": b"Content-Type: text/plain\r\nContent-Type: text/html\r\n\r\n<b>x</b>",
    "text/plain as a file of HTML": text_part(b"<html><body>hello", b'text/plain; name="x.html"'),
    "enriched": text_part(b"<bold>hello</bold>", b"text/enriched"),
    "rtf as text": text_part(b"{\\rtf1 hello}", b"text/rtf"),
    "amp": text_part(b"<html amp4email>hello", b"text/x-amp-html"),
    "watch html": text_part(b"<b>hello</b>", b"text/watch-html"),
    "external body": text_part(
        b"Content-Type: image/gif\r\nContent-ID: <a@b>\r\n\r\n",
        b'message/external-body; access-type=URL; URL="file:///etc/passwd"',
    ),
    "partial": text_part(b"Subject: x\r\n\r\nhalf", b'message/partial; id="a@b"; number=2; total=99999999999'),
    "delivery status of nothing": text_part(b"", b"message/delivery-status"),
    "delivery status of junk": text_part(b"\r\n\r\n\r\n:\r\n\r\n=", b"message/delivery-status"),
    "global": text_part(HEAD + b"\r\nhello", b"message/global"),
    "rfc822 in base64": b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"RnJvbTogYUBiLmV4YW1wbGUNCg0KaGVsbG8=",
    "rfc822 of nothing": text_part(b"", b"message/rfc822"),
    "rfc822 without header": text_part(b"\r\n\r\nhello", b"message/rfc822"),
    "rfc822 that is torn": text_part(
        b'From: a@b.example\r\nContent-Type: multipart/mixed; charset="a\x00b"\r\n\r\n\xc2\x85', b"message/rfc822"
    ),
    "rfc822 with name in RFC 2231": text_part(
        HEAD + b"Content-Type: multipart/mixed; charset*=utf-8''x\r\n\r\n\xff", b"message/rfc822"
    ),
    "feedback report": text_part(b"Feedback-Type: abuse\r\nVersion: 1\r\n", b"message/feedback-report"),
    "disposition notification": text_part(b"Disposition: \r\n", b"message/disposition-notification"),
    "http": text_part(b"GET / HTTP/1.1\r\n\r\n", b"message/http"),
    "news": text_part(HEAD + b"\r\nhello", b"message/news"),
    "S/MIME": text_part(b"MIIB", b"application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"),
    "PGP": text_part(
        b"-----BEGIN PGP MESSAGE-----\r\n\r\n=aaaa\r\n-----END PGP MESSAGE-----", b"application/pgp-encrypted"
    ),
    "PGP in the text": text_part(
        b"-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA1\r\n\r\n- -- x\r\n"
        + BODY
        + b"-----BEGIN PGP SIGNATURE-----\r\n"
        + b"A" * 5_000
    ),
    "winmail.dat": text_part(b"\x78\x9f\x3e\x22" + b"\xff" * 1_000, b'application/ms-tnef; name="winmail.dat"'),
    "appledouble": text_part(b"\x00\x05\x16\x07", b'application/applefile; name="._brief.docx"'),
    "mbox lines": text_part(b"From dana Tue Mar  3 09:14:00 2026\r\n>From the start\r\nFrom here on\r\n"),
    "a whole mbox": text_part((b"From a Tue Mar  3 09:14:00 2026\r\n" + HEAD + b"\r\nhello\r\n\r\n") * 50),
    "uuencoded in the text": text_part(b"begin 644 brief.txt\r\n" + b"M" + b"A" * 60 + b"\r\n" + b"`\r\nend\r\n"),
    "uuencoded without end": text_part(b"begin 644 x\r\n" * 3_000),
    "yEnc in the text": text_part(
        b"=ybegin line=128 size=9 name=x\r\n" + bytes(range(14, 140)) + b"\r\n=yend size=9\r\n"
    ),
    "binhex in the text": text_part(b"(This file must be converted with BinHex 4.0)\r\n:" + b"$" * 500 + b":\r\n"),
}

CASES: dict[str, Build] = {
    "nothing": lambda: b"",
    "white space": lambda: b" \r\n\t\r\n" * 100,
    "no header": lambda: b"just some words\r\nand more of them\r\n",
    "zeros": lambda: b"\0" * 10_000,
    "random bytes": lambda: bytes(range(256)) * 400,
    "header only": lambda: HEAD,
    "header without end": lambda: HEAD.rstrip(),
    "body begins as a header": lambda: HEAD + b"\r\nSubject: x\r\nFrom: y@z.example\r\n\r\nhello",
    "mbox line in front": lambda: b"From dana Tue Mar  3 09:14:00 2026\r\n" + headed(),
    "quoted mbox line in front": lambda: b">From dana Tue Mar  3 09:14:00 2026\r\n" + headed(),
    "byte order mark in front": lambda: b"\xef\xbb\xbf" + headed(),
    "blank lines in front": lambda: b"\r\n" * 50_000 + headed(),
    "an old Mac's line ends": lambda: headed().replace(b"\r\n", b"\r"),
    "Unix line ends": lambda: headed().replace(b"\r\n", b"\n"),
    "doubled line ends": lambda: headed().replace(b"\r\n", b"\r\r\n"),
    "line ends the wrong way round": lambda: headed().replace(b"\r\n", b"\n\r"),
    "mixed line ends": lambda: multipart(text_part(), text_part()).replace(b"\r\n--", b"\n--"),
    "a message that is UTF-16": lambda: headed().decode().encode("utf-16"),
    "10,000 parts": bound(_many, 10_000, b"\r\nx"),
    "10,000 empty parts": bound(_many, 10_000, b""),
    "199 texts": bound(_many, 199, text_part()),
    "201 texts": bound(_many, 201, text_part()),
    "150 pages": bound(_many, 150, text_part(b"<p>hello</p>", b"text/html")),
    "100 messages": bound(_many, 100, text_part(HEAD + b"\r\nhello", b"message/rfc822")),
    "5,000 boundaries": bound(_boundaries, 5_000),
    "500 files without a name": bound(_many, 500, b"Content-Disposition: attachment\r\n\r\nx"),
    "100,000 dashed lines": lambda: multipart(text_part(b"--\r\n" * 100_000)),
    "100,000 lines like the boundary": lambda: multipart(text_part(b"--bb\r\n" * 100_000)),
    "boundary ends 5,000 times": lambda: multipart(text_part()) + b"--b--\r\n" * 5_000,
    "parts after the end": lambda: multipart(text_part()) + b"--b\r\n\r\nafter the end\r\n",
    "1 MB before the first part": lambda: (
        HEAD
        + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        + b"x " * 500_000
        + b"\r\n--b\r\n\r\nhello\r\n--b--"
    ),
    "1 MB after the last part": lambda: multipart(text_part()) + b"x " * 500_000,
    "multipart without boundary": lambda: typed("multipart/mixed", b"hello"),
    "multipart that is one text": lambda: typed("multipart/alternative; boundary=b", b"hello"),
    "multipart in base64": lambda: typed(
        "multipart/mixed; boundary=b", b"LS1iDQoNCmhlbGxvDQotLWItLQ==", encoding="base64"
    ),
    "alternative of two pages": lambda: multipart(
        text_part(b"<p>one", b"text/html"), text_part(b"<p>two", b"text/html"), kind="alternative"
    ),
    "alternative with an empty page": lambda: multipart(text_part(), text_part(b"", b"text/html"), kind="alternative"),
    "alternative with an empty text": lambda: multipart(
        text_part(b""), text_part(b"<p>hello", b"text/html"), kind="alternative"
    ),
    "alternative the wrong way round": lambda: multipart(
        text_part(b"<p>hello", b"text/html"), text_part(), kind="alternative"
    ),
    "alternative of a message": lambda: multipart(
        text_part(), text_part(HEAD + b"\r\nx", b"message/rfc822"), kind="alternative"
    ),
    "related without a page": lambda: multipart(file_part("a.png", b"\x89PNG", "image/png"), kind="related"),
    "digest": lambda: multipart(*(b"\r\n" + HEAD + b"\r\nhello %d" % n for n in range(40)), kind="digest"),
    "digest of nothing": lambda: multipart(*[b""] * 40, kind="digest"),
    "signed": lambda: multipart(
        text_part(),
        file_part("signature.asc", b"x", "application/pgp-signature"),
        kind='signed; protocol="application/pgp-signature"',
    ),
    "encrypted": lambda: multipart(
        text_part(b"Version: 1", b"application/pgp-encrypted"), file_part("encrypted.asc", b"x" * 900), kind="encrypted"
    ),
    "S/MIME whole": lambda: typed("application/pkcs7-mime; name=smime.p7m", b"MIIB" * 400, encoding="base64"),
    "whole message is a picture": lambda: typed("image/png", b"iVBORw0KGgo=", encoding="base64"),
    "whole message is external": lambda: typed(
        "message/external-body; access-type=anon-ftp; site=x.example", b"Content-Type: text/plain\r\n\r\n"
    ),
    "whole message is a part of one": lambda: typed(
        'message/partial; number=1; total=3; id="x"', HEAD + b"\r\nthe first third"
    ),
    "whole message is a calendar": lambda: typed("text/calendar; method=REQUEST", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR"),
    "page in an attachment's clothes": lambda: typed("text/html; name=x.html", b"<p>hello"),
    "no MIME version": lambda: page(b"<p>hello").replace(b"MIME-Version: 1.0\r\n", b""),
    "a MIME version of junk": lambda: page(b"<p>hello").replace(b"1.0", b"99.(((("),
}
CASES |= {f"boundary {name}": bound(_declared, *pair) for name, pair in _BOUNDARIES.items()}
CASES |= {f"part {name}": bound(multipart, text_part(), part) for name, part in _PARTS.items()}
CASES |= {
    f"{kind} cut at {share:.0%}": bound(_cut, kind, share) for kind in _KINDS[:4] for share in (0.3, 0.5, 0.7, 0.9)
}
CASES |= {
    f"{depth:,} nested {kind}": bound(_nested, depth, kind)
    for kind in ("mixed", "alternative", "related")
    for depth in (19, 21, 90, 500, 10_000)
}
CASES |= {f"{depth:,} nested and closed": bound(_nested_closed, depth) for depth in (5, 60, 199)}
CASES |= {f"{depth:,} nested messages": bound(_messages, depth) for depth in (3, 19, 21, 60, 400, 2_000)}
CASES |= {
    f"one part in multipart/{kind}": bound(lambda kind: multipart(text_part(), kind=kind), kind) for kind in _KINDS
}
