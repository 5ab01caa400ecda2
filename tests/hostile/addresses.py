"""Addresses: every oddity of RFC 5322 and what programs make of it, as author and as recipients."""

from tests.hostile.building import DATE, FROM, SUBJECT, TO, Build, bound

_ADDRESSES: dict[str, bytes] = {
    "nothing but brackets": b"<>",
    "a name alone": b"Dana Lopez",
    "quoted local part": b'"dana lopez"@northpeak.example',
    "quoted @": b'"dana@home"@northpeak.example',
    "quoted brackets": b'"<dana>" <dana@northpeak.example>',
    "escaped quotes": b'"Dana \\"D\\" Lopez" <dana@northpeak.example>',
    "comments": b"Dana (the (real) one) <dana@northpeak.example> (hi)",
    "comment alone": b"(nobody)",
    "comment without end": b"dana@northpeak.example (" + b"x" * 1_000,
    "comma in a bare name": b"Lopez, Dana <dana@northpeak.example>",
    "semicolons between": b"a@northpeak.example; b@northpeak.example; c@northpeak.example",
    "group": b"Team: a@northpeak.example, b@northpeak.example;",
    "empty group": b"undisclosed-recipients:;",
    "group with a comment": b"unlisted-recipients:; (no To-header on input)",
    "group without end": b"Team: a@northpeak.example, b@northpeak.example",
    "nested groups": b"A: B: C: a@northpeak.example;;;",
    "route": b"<@relay.example,@other.example:dana@northpeak.example>",
    "address literal": b"<dana@[192.0.2.1]>",
    "IPv6 literal": b"<dana@[IPv6:2001:db8::1]>",
    "literal of junk": b"<dana@[((((]>",
    "no domain": b"<dana>",
    "no local part": b"<@northpeak.example>",
    "two at signs": b"<dana@home@northpeak.example>",
    "dots": b"<..dana..lopez..@northpeak..example..>",
    "spaces within": b"< dana @ northpeak . example >",
    "folded within": b"<dana@\r\n northpeak.example>",
    "tab for space": b"Dana\tLopez\t<dana@northpeak.example>",
    "no brackets after a name": b"Dana Lopez dana@northpeak.example",
    "no space before": b"Dana<dana@northpeak.example>",
    "doubled brackets": b"Dana <<dana@northpeak.example>>",
    "open bracket": b"Dana <dana@northpeak.example",
    "closing bracket alone": b"dana@northpeak.example>",
    "brackets of mailto": b"Dana <mailto:dana@northpeak.example>",
    "Outlook's doubling": b"dana@northpeak.example<mailto:dana@northpeak.example>",
    "Exchange's own": b"/O=NORTHPEAK/OU=EXCHANGE/CN=RECIPIENTS/CN=DANA",
    "IMCEAEX": b"<IMCEAEX-_O=NORTHPEAK_OU=X+20CN=DANA@northpeak.example>",
    "X.400": b"</G=Dana/S=Lopez/O=northpeak/A= /C=us/@gateway.example>",
    "SRS": b"<SRS0=abcd=xx=northpeak.example=dana@relay.example>",
    "percent hack": b"<dana%northpeak.example@relay.example>",
    "bang path": b"relay!northpeak!dana",
    "plus tag": b"<dana+brief@northpeak.example>",
    "8-bit name": b"Dana L\xf3pez <dana@northpeak.example>",
    "UTF-8 name": "Dana López <dana@northpeak.example>".encode(),
    "UTF-8 local part": "<daña@northpeak.example>".encode(),
    "UTF-8 domain": "<dana@nördpeak.example>".encode(),
    "punycode domain": b"<dana@xn--nrdpeak-90a.example>",
    "encoded word in quotes": b'"=?utf-8?q?L=C3=B3pez?= Dana" <dana@northpeak.example>',
    "encoded word with a comma": b"=?utf-8?q?L=C3=B3pez=2C_Dana?= <dana@northpeak.example>",
    "encoded word as the address": b"=?utf-8?q?dana=40northpeak=2Eexample?=",
    "encoded address in a name": b'=?utf-8?q?boss=40bank.example?= <dana@northpeak.example>',
    "encoded brackets": b"=?utf-8?q?Dana_=3Ca=40b.example=3E?= <dana@northpeak.example>",
    "address as a name": b'"boss@bank.example" <dana@northpeak.example>',
    "name of 10,000 characters": b'"' + b"x" * 10_000 + b'" <dana@northpeak.example>',
    "local part of 10,000 characters": b"<" + b"x" * 10_000 + b"@northpeak.example>",
    "domain of 10,000 characters": b"<dana@" + b"x." * 5_000 + b"example>",
    "bidirectional name": "\u202eanaD <dana@northpeak.example>".encode(),
    "zero-width in the address": "<da\u200bna@north\u00adpeak.example>".encode(),
    "full-width at": "dana＠northpeak.example".encode(),
    "NUL in the address": b"<da\x00na@northpeak.example>",
    "DEL in the address": b"<da\x7fna@northpeak.example>",
    "escape in the name": b"\x1b[2JDana <dana@northpeak.example>",
    "return in the name": b"Da\rna <dana@northpeak.example>",
    "markup in the name": b'"<script>x</script>" <dana@northpeak.example>',
    "apostrophes": b"'Dana' <dana.o'hara@northpeak.example>",
    "quoted twice": b"\"'Dana'\" <dana@northpeak.example>",
    "via": b"'Dana' via Intake <intake@brightwater.example>",
    "on behalf of": b"assistant@northpeak.example on behalf of Dana <dana@northpeak.example>",
    "only commas": b"," * 5_000,
    "only angle brackets": b"<" * 20_000,
    "brackets by turns": b"<>" * 10_000,
    "only at signs": b"@" * 20_000,
    "a@ for ever": b"a@" * 10_000,
    "quotes without end": b'"' + b'\\"' * 9_000,
    "parentheses": b"(" * 15_000,
    "closed parentheses": b"(" * 7_000 + b")" * 7_000,
    "colons": b":" * 15_000,
    "brackets": b"[" * 15_000,
    "commas in quotes": b'"' + b"," * 9_000 + b'" <dana@northpeak.example>',
    "5,000 addresses": b", ".join(b"p%d@northpeak.example" % n for n in range(5_000)),
    "5,000 names": b", ".join(b'"P, %d" <p%d@northpeak.example>' % (n, n) for n in range(5_000)),
    "600 addresses": b", ".join(b"p%d@n.example" % n for n in range(600)),
    "a thousand times the same": b", ".join([b"dana@northpeak.example"] * 1_000),
    "words without addresses": b"word, " * 5_000,
}  # fmt: skip


def _author(value: bytes) -> bytes:
    return b"From: " + value + b"\r\n" + TO + SUBJECT + DATE + b"\r\nhello"


def _recipients(value: bytes) -> bytes:
    return FROM + b"To: " + value + b"\r\nCc: " + value + b"\r\n" + SUBJECT + DATE + b"\r\nhello"


def _everywhere(count: int) -> bytes:
    people = b", ".join(b"p%d@northpeak.example" % n for n in range(count))
    fields = (b"From", b"To", b"Cc", b"Reply-To", b"Sender", b"Resent-From", b"X-Original-From", b"Return-Path")
    return b"".join(name + b": " + people + b"\r\n" for name in fields) + SUBJECT + DATE + b"\r\nhello"


CASES: dict[str, Build] = {f"author {name}": bound(_author, value) for name, value in _ADDRESSES.items()}
# Every third as recipients too: another way through the same reader.
CASES |= {f"recipients {name}": bound(_recipients, value) for name, value in [*_ADDRESSES.items()][::3]}
CASES |= {
    "100,000 recipients": lambda: (
        FROM + b"Cc: " + b", ".join(b"p%d@n.example" % n for n in range(100_000)) + b"\r\n\r\nhello"
    ),
    "5,000 recipients in every field": bound(_everywhere, 5_000),
    "1,000 fields of recipients": lambda: (
        FROM + b"".join(b"To: p%d@n.example\r\n" % n for n in range(1_000)) + b"\r\nhello"
    ),
}
