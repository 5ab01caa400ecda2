"""Lines that say who wrote what follows: "On Monday, Ana wrote:", in any order and language."""

import re
from collections.abc import Sequence

from briefs.mail import Address
from ingest import phrases
from ingest.blocks import DATE_HINT, Block, skip_blank
from ingest.lines import Line, Mark
from ingest.mailboxes import author_of

MAX_LINES = 4
_LONGEST = 300  # characters
_ABOVE = 8  # lines
_AFTER_NUMBERS = re.compile(r"\d\W*")
_CLOCK_WORDS = frozenset(
    ("am", "pm", "a.m", "p.m", "uhr", "est", "edt", "cst", "cdt", "pst", "pdt", "gmt", "utc", "cet", "cest")
)
_NAME_WORDS = 6
# "On 3 March I wrote to Ana <ana@x.example> the following:" is a person's sentence.
# In small letters: He and She are family names.
_TOLD = re.compile(r"(?<![\w.@])(?:I|we|s?he|they|ich|wir|[Jj]'ai|nous|yo|ik|wij|jag|jeg)(?![\w.@])")
# Zoho: "---- On Tue, 3 Mar 2026 09:14:00 -0500 Ana <ana@x.example> wrote ----"
_WROTE_DASHES = "--"
_CLOCK = re.compile(r"\d[:h]\d\d")
_UNMARKED = 120  # characters of an attribution that nothing else vouches for


def attribution(lines: Sequence[Line], index: int, *, vouched: bool = False) -> Block | None:
    """ "On Monday, Ana wrote:", wrapped over up to four lines, in any order and language, with or without a date.

    `vouched`: a separator stands above, so that no verb and no quote marks are needed.
    """
    depth = lines[index].depth
    text = ""
    for cursor in range(index, min(index + MAX_LINES, len(lines))):
        line = lines[cursor]
        if line.blank or line.depth != depth:
            return None
        text = f"{text} {line.text.strip()}".strip()
        if len(text) > 400:
            return None
        if text.endswith((":", "：", _WROTE_DASHES)):
            break
    else:
        return None
    whole = _attributed(lines, index, cursor + 1, text, vouched)
    if whole is None:
        return None
    # "Answers below." may stand right above: the attribution is the fewest lines that tell as much.
    for start in range(cursor, index, -1):
        fewer = _attributed(lines, start, cursor + 1, " ".join(line.text.strip() for line in lines[start : cursor + 1]))
        if (
            fewer is not None
            and fewer.author_address == whole.author_address
            and _tells_as_much(fewer.sent, whole.sent)
        ):
            return fewer
    return whole


def _attributed(lines: Sequence[Line], start: int, end: int, text: str, vouched: bool = False) -> Block | None:
    address = _attributed_author(text)
    dated = DATE_HINT.search(text) is not None
    depth = lines[start].depth
    after = skip_blank(lines, end, 3)
    deeper = after < len(lines) and (lines[after].depth > depth or bool(lines[after].marks & Mark.QUOTE))
    # Android: "---- Ana Lopez wrote ----"
    framed = text.startswith("--") and text.endswith(_WROTE_DASHES)
    marked = vouched or bool(lines[start].marks & Mark.QUOTE) or (framed and dated)
    if not (deeper or marked or dated):
        return None
    if not (deeper or marked) and _TOLD.search(text):
        return None
    wrote = phrases.says_wrote(text)
    if not text.endswith((":", "：")) and not (wrote and ((address and dated) or framed)):
        return None
    if wrote:
        believed = (address is not None and dated) or (
            (deeper or marked) and (dated or address is not None or len(text) < 80)
        )
        believed = believed or (dated and _is_dated_to_the_minute(text))
    else:
        # Gmail in Russian and Japanese, mail.ru: date and mailbox alone.
        believed = (deeper or marked) and ((address is not None and dated) or phrases.says_quoting(text))
    return Block(start, end, "wrote", depth, address, text, text) if believed else None


def _is_dated_to_the_minute(text: str) -> bool:
    """ "On 3 March 2026 at 9:14, Ana wrote:" without a mailbox or a mark: people do not tell the minute."""
    day = any(":" not in hint and "h" not in hint for hint in DATE_HINT.findall(text))
    return day and len(text) <= _UNMARKED and _CLOCK.search(text) is not None


def _attributed_author(text: str) -> Address | None:
    """The mailbox, with the name between the time and it: "On 3 March at 9:14 AM Ana Lopez <ana@…> wrote:"."""
    author = author_of(text)
    if author is None:
        return None
    words = _AFTER_NUMBERS.split(author.name)[-1].replace(",", " ").split()
    while words and (words[0].islower() or words[0].strip(".").lower() in _CLOCK_WORDS):
        words.pop(0)
    return Address(author.address, " ".join(words) if len(words) <= _NAME_WORDS else "")


def _tells_as_much(fewer: str, whole: str) -> bool:
    """The same date and time, and the verb, stand in it."""
    return (
        phrases.says_wrote(fewer) == phrases.says_wrote(whole)
        and len(DATE_HINT.findall(fewer)) == len(DATE_HINT.findall(whole))
        and not fewer[:1].islower()
    )


def groupwise(lines: Sequence[Line], index: int) -> Block | None:
    """ ">>> Ana Lopez <ana@x.example> 3/3/2026 9:14 AM >>>", and the mail below it unmarked."""
    text = lines[index].text.strip()
    if not text.startswith(">>>") or not text.endswith(">>>") or len(text) > 300:
        return None
    text = text.strip("> ")
    date = DATE_HINT.search(text)
    author = author_of(text)
    return Block(index, index + 1, "wrote", lines[index].depth, author, text, text) if date else None


def dated_mailbox(lines: Sequence[Line], index: int) -> Block | None:
    """Gmail on old phones: "2026/3/3 Ana Lopez <ana@x.example>" right above the quoted lines, and no more."""
    line = lines[index]
    text = line.text.strip()
    if not text[:1].isdigit() or not text.endswith(">") or len(text) > _UNMARKED:
        return None
    after = skip_blank(lines, index + 1, 2)
    if after >= len(lines) or lines[after].depth <= line.depth or DATE_HINT.match(text) is None:
        return None
    author = _attributed_author(text)
    return Block(index, index + 1, "wrote", line.depth, author, text, text) if author is not None else None


def marked_quote(lines: Sequence[Line], index: int) -> Block | None:
    """The program's own markup says that a quote follows: in a language that we do not know, or with no words of it.

    A mail that is nothing but such a quote was marked so by mistake.
    """
    line = lines[index]
    if not line.marks & Mark.QUOTE:
        return None
    after = skip_blank(lines, index + 1, 3)
    deeper = after < len(lines) and lines[after].depth > line.depth
    if deeper and len(line.text) <= _LONGEST and line.text.rstrip().endswith((":", "：", "-")):
        return Block(index, index + 1, "wrote", line.depth, author_of(line.text), line.text, line.text)
    if any(not above.blank for above in lines[max(index - _ABOVE, 0) : index]):
        return Block(index, index, "wrote", line.depth)
    return None
