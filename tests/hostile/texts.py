"""Plain text built to cost time, and mail forwarded or answered without end."""

import random

from tests.hostile.building import Build, bound, plain, repeated

_REPEATED: dict[str, bytes] = {
    "spaces": b" ",
    "newlines": b"\n",
    "CRLF": b"\r\n",
    "returns": b"\r",
    "tabs": b"\t",
    "dashes": b"-",
    "underscores": b"_",
    "equals": b"= ",
    "stars": b"*",
    "dots": b".",
    "commas": b",",
    "less-than": b"<",
    "greater-than": b">",
    "brackets": b"[",
    "closed brackets": b"[]",
    "parentheses": b"(",
    "quotes": b'"',
    "apostrophes": b"'",
    "slashes": b"/",
    "backslashes": b"\\",
    "pipes": b"|",
    "hashes": b"#",
    "dollars": b"$",
    "pounds": "£".encode(),
    "percents": b"%",
    "at": b"@",
    "a@": b"a@",
    "colons": b":",
    "semicolons": b";",
    "digits": b"1",
    "commas in digits": b"1,",
    "dots in digits": b"1.",
    "slashed digits": b"1/",
    "dashed digits": b"1-",
    "ranges": b"$1-",
    "letters": b"x",
    "NUL": b"\0",
    "escapes": b"\x1b[0m",
    "vertical tabs": b"\x0b",
    "form feeds": b"\x0c",
    "no-break spaces": "\xa0".encode(),
    "zero-width spaces": "\u200b".encode(),
    "joiners": "\u200d".encode(),
    "soft hyphens": "\xad".encode(),
    "combining marks": "\u0301".encode(),
    "right-to-left marks": "\u202e".encode(),
    "line separators": "\u2028".encode(),
    "emoji": "👍🏽".encode(),
    "Arabic": "سلام ".encode(),
    "replacement characters": "\ufffd".encode(),
    "byte order marks": "\ufeff".encode(),
    "On": b"On ",
    "On lines": b"On \n",
    "wrote:": b"wrote:\n",
    "From:": b"From: ",
    "From: lines": b"From: a@b.example\n",
    "From lines of mbox": b"From a@b.example Tue Mar  3 09:14:00 2026\n",
    "quoted colons": b"> a:\n",
    "thanks": b"Thanks,\n",
    "names": b"Dana\n",
    "blank quoted": b">\n\n",
    "quoted by turns": b"> a\nb\n",
    "signature marks": b"-- \n",
    "this message": b"this message ",
    "times": b"1:11 ",
    "speakers": b"Ana: x\nBo: y\n",
    "stamps": b"[03/03/2026, 09:14:05] Ana: x\n",
    "bullets": b"- x\n",
    "numbers of a list": b"1. x\n",
    "dates": b"June 12, ",
    "months": b"may march ",
    "weekdays": b"Friday ",
    "by": b"by ",
    "and": b"and ",
    "the": b"the ",
    "not": b"not ",
    "links": b"https://x.example/ ",
    "addresses": b"a@b.example ",
    "mailto": b"<mailto:",
    "sums": b"$5,000 ",
    "thousands": b"5k ",
    "sizes": b"300x250 ",
    "questions": b"? ",
    "sentences": b"We need a film. ",
}
_BLOCK = b"From: a@b.example\nSent: 3 March 2026\nTo: c@d.example\nSubject: x\n\n"
_ATTRIBUTION = b"On Tue, 3 Mar 2026 at 9:14, Ana <a@b.example> wrote:\n"

_POOL = "we need by June 12 $5k banner from: sent to > >> -- wrote: on ana <a@b.example> thanks , . ? ;"


def _deeper(count: int, step: bytes) -> bytes:
    """Each level quotes the one before it whole, as chains of replies do."""
    return plain(b"".join(b">" * n + b" " + step + b"\n" for n in range(count)))


def _chain(count: int, opening: bytes) -> bytes:
    return plain(b"hello\n\n" + (opening + b"text of one\n\n") * count)


def _words(seed: int) -> bytes:
    """Words of this trade thrown together."""
    pool = _POOL.split()
    chosen = random.Random(seed)
    return plain("".join(chosen.choice(pool) + chosen.choice("    \n") for _ in range(20_000)).encode())


CASES: dict[str, Build] = {
    f"100 kB of {name}": bound(lambda piece: plain(repeated(piece)), piece) for name, piece in _REPEATED.items()
}
CASES |= {f"words at random, {seed}": bound(_words, seed) for seed in range(8)}
CASES |= {f"{count:,} deepening quotes": bound(_deeper, count, b"x") for count in (30, 400, 1_000)}
CASES |= {f"{count:,} deepening attributions": bound(_deeper, count, _ATTRIBUTION.strip()) for count in (50, 1_000)}
CASES |= {
    f"{count:,} forwards in a row": bound(_chain, count, b"---------- Forwarded message ---------\n" + _BLOCK)
    for count in (10, 1_000)
}
CASES |= {f"{count:,} header blocks": bound(_chain, count, _BLOCK) for count in (10, 1_000, 5_000)}
CASES |= {f"{count:,} attributions": bound(_chain, count, _ATTRIBUTION + b"> ") for count in (10, 1_000, 5_000)}
CASES |= {
    "one line of 1 MB": lambda: plain(b"word " * 200_000),
    "one word of 1 MB": lambda: plain(b"x" * 1_000_000),
    "two million lines": lambda: plain(b"a\n" * 2_000_000),
    "4 MB of sentences": lambda: plain(b"We need three banners by June 12 for $5,000.\n" * 90_000),
    "6 MB of spaces": lambda: plain(b" " * 6_000_000),
    "headers run together": lambda: plain(b"From: a Sent: b To: c " * 5_000),
    "lines run together": lambda: plain(b"From: a@b.example Sent: 3 March 2026 To: c\r\n" * 2_500),
    "separators run together": lambda: plain(b"----- Forwarded Message -----From: a To: b\r\n" * 2_500),
    "labels nobody knows": lambda: plain(b"From: a@b.example\r\n" + b"Abc def: x@y.example\r\n" * 5_000),
    "framed words": lambda: plain(b"---- abc abc ----\r\n" * 5_000),
    "initials": lambda: plain(b"".join(b"%c%c> x\r\n" % (65 + n % 26, 97 + n // 26 % 26) for n in range(14_000))),
    "headings of GroupWise": lambda: plain(b">>> a@b.example 3/3/2026 9:14 >>>\r\n" * 3_000),
    "separators of every program": lambda: plain(
        b"-----Original Message-----\nBegin forwarded message:\n________________________________\n" * 1_500
    ),
    "a separator and nothing": lambda: plain(b"-----Original Message-----"),
    "a block and nothing": lambda: plain(_BLOCK.strip()),
    "a block in the wrong order": lambda: plain(b"Subject: x\nTo: y\nSent: z\nFrom: a@b.example\n\nhello"),
    "a block that is never over": lambda: plain(b"From: a@b.example\n" + b"To: " + b"a@b.example;\n " * 8_000),
    "an attribution that is never over": lambda: plain(b"On Tue, 3 Mar 2026\n" + b"and\n" * 20_000 + b"wrote:\n"),
    "gateway banners": lambda: plain(b"[EXTERNAL] CAUTION: This email originated from outside.\n" * 2_000 + b"hello"),
    "disclaimers": lambda: plain(
        b"hello\n" + b"This e-mail is confidential and intended only for the addressee.\n" * 2_000
    ),
    "list footers": lambda: plain(
        b"hello\n" + b"_______________________________________________\nUnsubscribe: https://x.example\n" * 2_000
    ),
    "a chat of 10,000 turns": lambda: plain(
        b"".join(b"[03/03/2026, 09:%02d:05] Ana: yes\n" % (n % 60) for n in range(10_000))
    ),
    "right to left and back": lambda: plain("\u202eabc\u202c ".encode() * 10_000),
    "letters with 50 marks": lambda: plain(("a" + "\u0301" * 50).encode() * 1_000),
    "surrogates in UTF-8": lambda: plain(b"\xed\xa0\x80\xed\xb0\x80 " * 10_000),
    "overlong UTF-8": lambda: plain(b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80 " * 10_000),
    "noncharacters": lambda: plain("\ufffe\uffff\U0010ffff ".encode() * 10_000),
}
