"""Encoded words (RFC 2047), parameters (RFC 2231), charsets and transfer encodings: wrong, missing, unknown, mixed."""

import base64
import quopri

from tests.hostile.building import (
    DATE,
    FROM,
    TO,
    Build,
    attached,
    bound,
    headed,
    multipart,
    page,
    plain,
    text_part,
    typed,
)

_WORDS: dict[str, bytes] = {
    "Q split in a character": b"=?utf-8?q?=C3?= =?utf-8?q?=A9?=",
    "B split in a character": b"=?utf-8?b?w?= =?utf-8?b?6Q==?=",
    "in Q that is B": b"=?utf-8?q?w6k=?=",
    "in B that is Q": b"=?utf-8?b?=C3=A9?=",
    "with a raw space": b"=?utf-8?q?a b c?=",
    "without an end": b"=?utf-8?q?abc",
    "without an end, B": b"=?utf-8?b?" + b"?" * 50_000,
    "without a charset": b"=??q?abc?=",
    "of an unknown charset": b"=?x-none?b?/////w==?=",
    "of an unknown encoding": b"=?utf-8?z?aa?=",
    "with a language": b"=?utf-8*en?q?abc?=",
    "run together": b"=?utf-8?q?a?==?utf-8?q?b?=",
    "within a word": b"abc=?utf-8?q?d?=ef",
    "of nothing": b"=?utf-8?q??= =?utf-8?b??=",
    "of 20,000": b"=?utf-8?q?=C3=A9?= " * 20_000,
    "of one megabyte": b"=?utf-8?b?" + b"QUFB" * 60_000 + b"?=",
    "of questions": b"=?" * 40_000,
    "of closings": b"?=" * 40_000,
    "of bad escapes": b"=?utf-8?q?=ZZ=1=?=",
    "of bad padding": b"=?utf-8?b?QUF?= =?utf-8?b?QQ=?= =?utf-8?b?Q?=",
    "nested": b"=?utf-8?q?=3D=3Futf-8=3Fq=3Fa=3F=3D?=",
    "in UTF-16": b"=?utf-16?b?//5hAGIA?=",
    "in UTF-7": b"=?utf-7?q?+AGEAYg-?=",
    "in UTF-7 with half a pair": b"=?utf-7?q?+2AA-?=",
    "in ISO-2022-JP": b"=?iso-2022-jp?b?GyRCJUYlOSVIGyhC?=",
    "in ISO-2022-JP without its end": b"=?iso-2022-jp?b?GyRCJUYlOQ==?=",
    "in GB2312": b"=?gb2312?b?tLq8vg==?=",
    "in zlib": b"=?zlib?b?eJw=?= =?rot13?q?nop?= =?hex?q?6161?= =?idna?q?xn--?= =?punycode?q?-?=",
    "in a charset with NUL": b"=?utf\x008?q?a?=",
    "of NUL": b"=?utf-8?q?=00=00?=",
    "of surrogates": b"=?utf-8?q?=ED=A0=80?=",
    "of a title in two charsets": b"=?utf-8?q?=C2=A3?= =?iso-8859-1?q?=A3?= =?cp1252?q?=80?=",
}  # fmt: skip
_NAMES: dict[str, bytes] = {
    "continued": b"filename*0=a; filename*1=b; filename*2=.txt",
    "continued and encoded": b"filename*0*=utf-8''a%C3; filename*1*=%A9.txt",
    "continued out of order": b"filename*1=b.txt; filename*0=a",
    "continued with a gap": b"filename*0=a; filename*5=b.txt",
    "continued a thousand times": b"".join(b"; filename*%d=a" % n for n in range(1_000))[2:],
    "of a huge number": b"filename*0=a; filename*99999999999999999999=b",
    "of a negative number": b"filename*-1=a",
    "of percents": b"filename*=%%%''''%zz%",
    "of no charset": b"filename*=''a%C3%A9.txt",
    "of an unknown charset": b"filename*=x-none'en'a%A3.txt",
    "of one quote": b"filename*=utf-8'a.txt",
    "an encoded word": b'filename="=?utf-8?q?a=C3=A9.txt?="',
    "8-bit": b'filename="a\xe9\xc3\xa9.txt"',
    "with folders": b'filename="../../etc/passwd"',
    "with a drive": b'filename="C:\\\\Users\\\\dana\\\\brief.docx"',
    "with NUL": b'filename="a.txt\x00.exe"',
    "with line ends": b"filename*=utf-8''a%0D%0ABcc:%20x%40evil.example",
    "bidirectional": "filename=\"\u202etxt.exe\"".encode(),
    "of 10,000 characters": b'filename="' + b"x" * 10_000 + b'"',
    "quote without end": b'filename="a.txt',
    "unquoted with spaces": b"filename=our brief.txt",
    "empty": b'filename=""',
    "given twice": b"filename=a.txt; filename=b.txt",
    "of dots": b'filename="..."',
    "reserved": b'filename="CON"',
    "of markup": b'filename="<img src=x onerror=alert(1)>.png"',
}  # fmt: skip
_CHARSETS = (
    "us-ascii",
    "iso-8859-1",
    "iso-8859-8-i",
    "windows-1252",
    "utf-8",
    "utf-16",
    "utf-16le",
    "utf-32",
    "utf-7",
    "gb2312",
    "big5",
    "shift_jis",
    "iso-2022-jp",
    "iso-2022-kr",
    "euc-kr",
    "hz-gb-2312",
    "koi8-r",
    "ibm850",
    "cp65001",
    "zlib",
    "rot13",
    "idna",
    "unicode_escape",
    "raw_unicode_escape",
    "undefined",
    "klingon",
    "\x00",
    "'",
    '""',
    "utf-8\x00",
    "*",
)
_TEXTS: dict[str, bytes] = {
    "eight bits": b"The budget is \xa310,000 \x96 net, caf\xe9.\r\n",
    "UTF-8": "The budget is £10,000 – net, café.\r\n".encode(),
    "odd bytes": b"\xff\xfea\x00b\x1b$B\x1b(J+AGE-~{\x80\x00\r\n",
}  # fmt: skip
_TRANSFERS: dict[str, tuple[str, bytes]] = {
    "base64 of junk": ("base64", b"####=x=A"),
    "base64 cut": ("base64", base64.b64encode(b"We need three banners")[:-3]),
    "base64 in one line": ("base64", base64.b64encode(b"We need three banners. " * 40_000)),
    "base64 with text after it": (
        "base64",
        base64.b64encode(b"hello") + b"\r\n\r\n-- \r\nlist footer in plain text\r\n",
    ),
    "base64 with spaces": ("base64", b" ".join(base64.b64encode(b"hello there")[n : n + 1] for n in range(16))),
    "base64 of equals": ("base64", b"=" * 100_000),
    "base64 that is text": ("base64", b"We need three banners by June 12.\r\n"),
    "base64 of UTF-16": ("base64", base64.b64encode("hello".encode("utf-16"))),
    "base64 twice": ("base64", base64.b64encode(base64.b64encode(b"hello"))),
    "quoted-printable of junk": ("quoted-printable", b"=G1=\r\n=="),
    "quoted-printable of equals": ("quoted-printable", b"=" * 100_000),
    "quoted-printable soft breaks": ("quoted-printable", b"=\r\n" * 50_000),
    "quoted-printable in lower case": ("quoted-printable", b"caf=c3=a9 =a3"),
    "quoted-printable cut": ("quoted-printable", quopri.encodestring("café".encode())[:-1]),
    "quoted-printable that is text": ("quoted-printable", b"a = b, 1=2, ===\r\n"),
    "quoted-printable of NUL": ("quoted-printable", b"=00=00=00"),
    "unknown": ("x-rot", b"hello"),
    "of spaces": ("   ", b"hello"),
    "of a comment": ("8bit (really)", b"hello"),
    "uuencode": ("x-uuencode", b"begin 644 x\r\nzzz\r\nend"),
    "uuencode without begin": ("uuencode", b"hello"),
    "uuencode of dots": ("x-uue", b"begin 644 x\r\n" + b"." * 50_000),
    "binary": ("binary", bytes(range(256)) * 20),
    "7bit that is not": ("7bit", b"\xa310,000 caf\xe9"),
    "in capitals": ("BASE64", base64.b64encode(b"hello")),
    "in quotes": ('"base64"', base64.b64encode(b"hello")),
    "with a NUL": ("base64\x00", b"aGVsbG8="),
}


def _titled(word: bytes) -> bytes:
    return FROM + TO + DATE + b"Subject: " + word + b"\r\n\r\nhello"


def _named(word: bytes) -> bytes:
    return b"From: " + word + b" <dana@northpeak.example>\r\n" + TO + b"\r\nhello"


def _filed(parameters: bytes) -> bytes:
    part = b"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; " + parameters + b"\r\n\r\nx"
    return multipart(text_part(), part)


CASES: dict[str, Build] = {f"subject's word {name}": bound(_titled, word) for name, word in _WORDS.items()}
CASES |= {f"name's word {name}": bound(_named, word) for name, word in [*_WORDS.items()][::4]}
CASES |= {f"file name {name}": bound(_filed, parameters) for name, parameters in _NAMES.items()}
CASES |= {
    f"{kind} labelled {charset!a}": bound(plain, text, charset)
    for charset in _CHARSETS
    for kind, text in _TEXTS.items()
}
CASES |= {
    f"page labelled {charset!a}": bound(page, b"<p>" + _TEXTS["eight bits"], charset) for charset in _CHARSETS[::3]
}
CASES |= {
    f"transfer encoding {name}": bound(lambda encoding, body: typed("text/plain", body, encoding=encoding), *pair)
    for name, pair in _TRANSFERS.items()
}
CASES |= {
    "no charset at all": lambda: typed("text/plain", _TEXTS["eight bits"]),
    "two charsets in one text": lambda: plain("£ one\r\n".encode() + "£ two\r\n".encode("cp1252")),
    "a charset for each part": lambda: multipart(
        text_part("£5,000".encode("cp1252"), b"text/plain; charset=windows-1252"),
        text_part("5000 円".encode("shift_jis"), b"text/plain; charset=shift_jis"),
        text_part("£5,000".encode("utf-16"), b"text/plain; charset=utf-16"),
    ),
    "page that names another charset": lambda: page(b'<meta charset="utf-16"><p>' + _TEXTS["UTF-8"]),
    "flowed of spaces": lambda: typed("text/plain; format=flowed; delsp=yes", b"a \r\n" * 30_000),
    "flowed in quotes": lambda: typed("text/plain; format=flowed", b"> a \r\n>> b \r\n" * 10_000),
    "file's charset of junk": lambda: attached("a.txt", b"\xa3\xff", "text/plain; charset=klingon"),
    "header charset of junk": lambda: headed(b"Content-Type: text/plain; charset=" + b"x" * 5_000),
}
