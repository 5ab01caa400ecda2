"""Header fields: broken, folded, huge, doubled, in eight bits, with NUL; and dates that cannot be."""

from tests.hostile.building import BODY, DATE, FROM, HEAD, SUBJECT, TO, Build, bound, headed

_NAMES = (
    "From",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Message-ID",
    "References",
    "Content-Type",
    "Content-Disposition",
    "Received",
)
_VALUES: dict[str, bytes] = {
    "empty": b"",
    "spaces": b" " * 10_000,
    "tabs": b"\t" * 10_000,
    "NUL": b"\x00" * 1_000,
    "8-bit": b"\xc3\xa9\xff\xa3\x80" * 200,
    "200,000 characters": b"x" * 200_000,
    "200,000 parentheses": b"(" * 200_000,
    "quotes": b'"' * 20_001,
    "semicolons": b";" * 20_000,
    "folded 2,000 times": b"x\r\n " * 2_000,
    "folded on nothing": b"\r\n \r\n \r\n \r\n x",
    "escape codes": b"\x1b[31m\x07\x08\x0b\x0c" * 100,
    "backslashes": b"\\" * 20_001,
}  # fmt: skip
_DATES: dict[str, bytes] = {
    "empty": b"",
    "no day": b"Mar 2026 09:14:00 -0500",
    "99th": b"Tue, 99 Mar 2026 09:14:00 -0500",
    "31 February": b"Tue, 31 Feb 2026 09:14:00 -0500",
    "month of none": b"Tue, 03 Xxx 2026 09:14:00 -0500",
    "German": b"Di, 03 M\xe4r 2026 09:14:00 +0100",
    "year 0": b"Tue, 03 Mar 0000 09:14:00 -0500",
    "year 1": b"Tue, 03 Mar 0001 00:00:00 +2359",
    "year 9999": b"Fri, 31 Dec 9999 23:59:59 -2359",
    "year 99999": b"Tue, 03 Mar 99999 09:14:00 -0500",
    "year 70": b"Tue, 03 Mar 70 09:14:00 -0500",
    "second 61": b"Tue, 03 Mar 2026 09:14:61 -0500",
    "hour 25": b"Tue, 03 Mar 2026 25:14:00 -0500",
    "offset +9999": b"Tue, 03 Mar 2026 09:14:00 +9999",
    "offset of 40 digits": b"Tue, 03 Mar 2026 09:14:00 +" + b"1" * 40,
    "zone of none": b"Tue, 03 Mar 2026 09:14:00 XYZ",
    "no zone": b"Tue, 03 Mar 2026 09:14:00",
    "-0000": b"Tue, 03 Mar 2026 09:14:00 -0000",
    "ISO 8601": b"2026-03-03T09:14:00Z",
    "only a number": b"1772547240",
    "10,000 digits": b"1" * 10_000,
    "comments": b"Tue, 03 Mar 2026 (((((( 09:14:00 -0500",
    "eastern digits": "٠٣ Mar ٢٠٢٦ 09:14:00 +0000".encode(),
    "superscript digits": "Tue, ³ Mar 2026 09:14:00 +0000".encode(),
    "NUL": b"Tue, 03 Mar\x00 2026 09:14:00 -0500",
    "encoded word": b"=?utf-8?q?Tue,_03_Mar_2026_09:14:00_-0500?=",
    "AM and PM": b"3/3/2026 9:14:00 PM",
    "negative": b"Tue, -3 Mar -2026 -09:-14:00 -0500",
}  # fmt: skip
_IDS: dict[str, bytes] = {
    "without brackets": b"1@northpeak.example",
    "without @": b"<1>",
    "of spaces": b"< 1 @ northpeak.example >",
    "nested": b"<<<<1@northpeak.example>>>>",
    "with DEL": b"<1\x7f2@northpeak.example>",
    "with NUL": b"<1\x002@northpeak.example>",
    "8-bit": b"<\xc3\xa9\xff@northpeak.example>",
    "of 300 characters": b"<" + b"x" * 300 + b"@northpeak.example>",
    "of 10,000 characters": b"<" + b"x" * 10_000 + b"@northpeak.example>",
    "open": b"<1@northpeak.example",
    "twenty": b"<1@northpeak.example> " * 20,
    "in quotes": b'<"a b"@northpeak.example>',
}  # fmt: skip


def _valued(name: str, value: bytes) -> bytes:
    kept = b"".join(field for field in (FROM, TO, SUBJECT, DATE) if not field.startswith(name.encode() + b":"))
    return kept + name.encode() + b": " + value + b"\r\n\r\n" + BODY


CASES: dict[str, Build] = {
    "no from": lambda: TO + b"Subject: x\r\n\r\nhello",
    "no recipients": lambda: FROM + b"\r\nhello",
    "no subject": lambda: FROM + TO + DATE + b"\r\nhello",
    "no date": lambda: FROM + TO + b"\r\nhello",
    "huge subject": lambda: headed(b"Subject: " + b"x" * 1_000_000),
    "1 MB of folded subject": lambda: FROM + TO + b"Subject: x\r\n" + b" yyyyyyyyy\r\n" * 90_000 + b"\r\nhello",
    "5,000 headers": lambda: headed(*(b"X-H-%d: v" % n for n in range(5_000))),
    "50,000 empty headers": lambda: headed(*[b"X:"] * 50_000),
    "5,000 times From": lambda: headed(*[b"From: a@b.example"] * 5_000),
    "5,000 times Subject": lambda: headed(*[b"Subject: x"] * 5_000),
    "5,000 times Content-Type": lambda: headed(*[b"Content-Type: text/html"] * 5_000),
    "100 times Received": lambda: headed(
        *[b"Received: from a (b [1.2.3.4]) by c with ESMTP id d; Tue, 03 Mar 2026 09:14:00 -0500"] * 100
    ),
    "endless folded header": lambda: headed(b"X-Long: a\r\n" + b" b\r\n" * 100_000),
    "header injection": lambda: b"Subject: =?utf-8?q?a=0D=0ABcc:_x@evil.example?=\r\n" + HEAD + b"\r\nhello",
    "injection by NEL": lambda: b"Subject: =?utf-8?q?a=C2=85Bcc:_x@evil.example?=\r\n" + HEAD + b"\r\nhello",
    "injection by line separator": lambda: (
        b"Subject: =?utf-8?q?a=E2=80=A8Bcc:_x@evil.example?=\r\n" + HEAD + b"\r\nhello"
    ),
    "injection by a bare return": lambda: b"Subject: a\rBcc: x@evil.example\r\n" + HEAD + b"\r\nhello",
    "injection in a name": lambda: (
        TO + b"From: =?utf-8?q?a=0D=0ABcc:_x@evil.example?= <dana@northpeak.example>\r\n\r\nhello"
    ),
    "many references": lambda: headed(b"References: " + b"<a@b> " * 50_000),
    "10,000 different references": lambda: headed(b"References: " + b" ".join(b"<%d@b>" % n for n in range(10_000))),
    "folded references": lambda: headed(b"References:\r\n" + b" <a@b>\r\n" * 3_000),
    "space before the colon": lambda: b"From : dana@northpeak.example\r\nSubject : x\r\n\r\nhello",
    "no space after the colon": lambda: b"From:dana@northpeak.example\r\nSubject:x\r\n\r\nhello",
    "a line without colon": lambda: HEAD + b"this is no header\r\nX-More: y\r\n\r\nhello",
    "a line of colons": lambda: HEAD + b":::::::\r\n\r\nhello",
    "a name of spaces": lambda: HEAD + b"   : x\r\n\r\nhello",
    "a name in eight bits": lambda: HEAD + b"X-\xc3\xa9\xff: x\r\n\r\nhello",
    "a name of 10,000 characters": lambda: HEAD + b"X" * 10_000 + b": x\r\n\r\nhello",
    "names in capitals": lambda: headed(head=HEAD.upper()),
    "starts folded": lambda: b" folded\r\n" + HEAD + b"\r\nhello",
    "from another program's wrapper": lambda: b"X-Mozilla-Status: 0001\r\n" * 3 + HEAD + b"\r\nhello",
    "no blank line before the body": lambda: HEAD + b"We need three banners\r\nand more\r\n",
    "blank line of a space": lambda: HEAD + b" \r\nhello\r\n",
    "bidirectional marks": lambda: headed("Subject: \u202efdp.feirb\u202c \u2066x\u2069".encode(), head=FROM + TO),
    "zero-width subject": lambda: headed(b"Subject: " + "\u200b\u200d\ufeff".encode() * 500, head=FROM + TO),
    "subject of combining marks": lambda: headed(b"Subject: a" + "\u0301".encode() * 5_000, head=FROM + TO),
    "subject of markup": lambda: headed(b"Subject: <script>alert(1)</script>{{7*7}}${x}%s%n", head=FROM + TO),
    "subject like a command": lambda: headed(b"Subject: '; DROP TABLE briefs; --", head=FROM + TO),
    "subject of RE": lambda: headed(b"Subject: " + b"Re: " * 4_000, head=FROM + TO),
    "subject of tags": lambda: headed(b"Subject: " + b"[x] " * 4_000, head=FROM + TO),
    "subject in GB18030": lambda: headed("Subject: 春季广告".encode("gb18030"), head=FROM + TO),
    "subject in two charsets": lambda: headed("Subject: £".encode("cp1252") + " £".encode(), head=FROM + TO),
    "everything resent": lambda: headed(
        *[b"Resent-From: a@brightwater.example", b"Resent-Date: x", b"Resent-To: "] * 200
    ),
    "list of every kind": lambda: headed(
        b"List-Id: <<>>", b"List-Unsubscribe: <" + b"x" * 5_000 + b">", b"Precedence: bulk"
    ),
    "automatic of every kind": lambda: headed(
        b"Auto-Submitted: auto-replied; (((", b"X-Auto-Response-Suppress: All", b"X-Autoreply: yes"
    ),
    "an original sender of junk": lambda: headed(
        b"List-Id: <x.example>", b"X-Original-From: =?x?", b"X-Original-Sender: @@@@"
    ),
    "authentication results of junk": lambda: headed(
        *[b"Authentication-Results: " + b"mx.example; dmarc=pass (((((" * 200] * 20
    ),
    "content type of 300 parameters": lambda: headed(
        b"Content-Type: text/plain" + b"".join(b"; p%d=x" % n for n in range(300))
    ),
    "content type of one endless quote": lambda: headed(b'Content-Type: text/plain; charset="' + b"\\" * 15_000),
    "content type of equals": lambda: headed(b"Content-Type: text/plain; " + b"=" * 15_000),
    "content type of stars": lambda: headed(b"Content-Type: text/plain; charset*" + b"*0" * 7_000 + b"=x"),
}
CASES |= {f"{name} of {kind}": bound(_valued, name, value) for name in _NAMES[:8] for kind, value in _VALUES.items()}
CASES |= {f"date {name}": bound(_valued, "Date", value) for name, value in _DATES.items()}
CASES |= {f"message-id {name}": bound(_valued, "Message-ID", value) for name, value in _IDS.items()}
