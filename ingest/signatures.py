"""One person's own lines told apart: their words, and the signature, disclaimers, banners and footers around them."""

import re
from collections.abc import Sequence
from itertools import accumulate

from briefs.mail import Address, SegmentKind
from ingest import small_print
from ingest.automatic_words import ASKS
from ingest.lines import Line, Mark
from ingest.sign_offs import Names, closes, greets, is_name, may_be_name, names_of, words_of
from ingest.small_print import SmallPrint

_RULE = re.compile(r"\s*[-_=*─—]{5,200}\s*$")
_CONTACT = re.compile(
    r"\+?\(?\d[\d\s().\-/]{7,40}\d|\bwww\.|https?://|\b[\w.+-]{1,64}@[\w-]{1,63}\.|\s[|•·]\s|"
    r"(?:^|\s)(?:t|m|o|p|f|c|tel|mob|mobile|cell|phone|office|fax|direct)[.:]\s?[+(\d]|"
    r"\b(?:ltd|llc|inc|gmbh|pty|plc|s\.?a\.?r?\.?l\.?|b\.?v\.?|srl|kg|oy|abn|vat|hrb|ust-?id|siret)\b|"
    r"\bregistered (?:in|office|charity)\b",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(
    r"^\W{0,3}(?:p\.?\s?-?p?\.?s\b\.?|p\.?\s?d\b[.:]|n\.?b\.?\b|edit:|also[,:\s]|oh,? and|(?:one|two|a) (?:more|"
    r"last|final) things?|"
    r"(?:i )?(?:almost |nearly )?forgot|update:|by the way|btw\b|just remembered|"
    r"nachtrag|ach ja|übrigens|(?:fast )?vergessen|noch (?:etwas|was|eins)|"
    r"j['’](?:oubliais|ai oublié)|au fait|encore une chose|petite précision|"
    r"(?:se me )?olvidaba|(?:se me )?olvidó|por cierto|una cosa más|"
    r"dimenticavo|a proposito|ancora una cosa|(?:bijna )?vergeten|trouwens|nog (?:iets|één ding)|"
    r"esqueci|já agora|a propósito|mais uma coisa|zapomniał|jeszcze jedno|przy okazji|"
    r"förresten|glömde|en sak till|glemte|forresten|unohdin|muuten|zapomněl|ještě jedna|elfelejtett|"
    r"забыл|кстати|unutmadan|bu arada)(?!\w)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:i(?![.'’])|i['’](?:m|d|ll|ve)|you|your|please|pls|can you|could|would|need|needs|we['’](?:d|ll|re|ve)|"
    r"let me|let us|"
    r"let['’]s|must|should|bitte|wir|merci de|nous|por favor|per favore|vogliamo)\b",
    re.IGNORECASE,
)
# A thing that slipped the writer's mind, and what an advertisement says instead.
_STATES = re.compile(
    r"\b(?:is|are|was|will|must|should|has|have|ist|sind|muss|soll|est|sont|doit|doivent|es|son|debe|deben|è|sono|deve|"
    r"moet|moeten|é|são|jest|musi|är|ska|er|skal|on|pitää)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\d|[€$£¥]")
_ADVERTISES = re.compile(
    r"\b(?:offer|offers|sale|rates?|save|open(?:s|ing)?|closed|hours|visit|follow|join|book|order|free|off|apr|member|"
    r"valid|est|"
    r"founded|since|seit|depuis|desde|dal|angebot|gültig|offre|oferta|offerta|award\w{0,3}|voted|winner|stand|"
    r"booth)\b|%",
    re.IGNORECASE,
)
_BANNER_LINES = 8
_FENCED_LINES = 20
_BARE_LINES = 4  # of a signature that holds a closing and a name
_SENTENCE_WORDS = 4
_SIGN_OFF_LENGTH = 160
_SHORT_LINE = 8  # words
_DELIMITED_LINES = 25
_LONG_TAIL_WORDS = 90
_FOOTER_CHARACTERS = 2000
_PARAGRAPH = 1500  # characters of one that are looked at


def dress(lines: Sequence[Line], author: Address | None) -> list[SegmentKind]:
    """A kind for each of one person's own lines, in order: CONTENT, or what stands around it."""
    kinds = [SegmentKind.CONTENT] * len(lines)
    blocks = paragraphs(lines)
    _banners(lines, kinds)
    _small_print(lines, blocks, kinds)
    _closing_rule(lines, kinds)
    _set_signature(lines, blocks, kinds)
    _signature(lines, blocks, kinds, names_of(author))
    return kinds


def paragraphs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """[start, end) of each run of lines that are not blank."""
    found: list[tuple[int, int]] = []
    start = -1
    for index, line in enumerate(lines):
        if line.blank:
            if start >= 0:
                found.append((start, index))
                start = -1
        elif start < 0:
            start = index
    if start >= 0:
        found.append((start, len(lines)))
    return found


def _banners(lines: Sequence[Line], kinds: list[SegmentKind]) -> None:
    _fenced_banner(lines, kinds)
    seen = 0
    index = 0
    while index < len(lines) and seen < _BANNER_LINES:
        line = lines[index]
        index += 1
        if line.blank:
            continue
        seen += 1
        if small_print.is_banner(line.text[:400]):
            kinds[index - 1] = SegmentKind.BANNER
            while index < len(lines) and not lines[index].blank and _warns(lines[index].text[:300]):
                kinds[index] = SegmentKind.BANNER
                index += 1


def _fenced_banner(lines: Sequence[Line], kinds: list[SegmentKind]) -> None:
    """Proofpoint writes where its warning begins and ends."""
    first = [
        (index, line.text.strip())
        for index, line in enumerate(lines[:_FENCED_LINES])
        if line.text.startswith("ZjQcmQRYFpfpt")
    ]
    if len(first) > 1 and first[0][1].endswith("Start") and first[1][1].endswith("End"):
        _mark(kinds, first[0][0], first[1][0] + 1, SegmentKind.BANNER)


def _warns(text: str) -> bool:
    return small_print.WARNING.search(text) is not None and small_print.FIRST_PERSON.search(text) is None


def _small_print(lines: Sequence[Line], blocks: Sequence[tuple[int, int]], kinds: list[SegmentKind]) -> None:
    """Paragraph by paragraph, because a disclaimer is wrapped over lines."""
    small = SmallPrint(" ".join(line.text for line in lines))
    left = [*accumulate((len(line.text) for line in reversed(lines)), initial=0)][::-1] if small.suspected else []
    for start, end in blocks:
        if kinds[start] is not SegmentKind.CONTENT:
            continue
        if small.suspected:
            text = " ".join(line.text for line in lines[start:end])[:_PARAGRAPH]
            if left[end] < _FOOTER_CHARACTERS and small.is_list_footer(text):
                first = next((at for at in range(start, end) if small.is_list_footer(lines[at].text[:400])), start)
                _mark(kinds, first, len(lines), SegmentKind.FOOTER)
                return
            if small.is_disclaimer(text):
                _mark(kinds, _disclaimer_start(lines, start, end, small), end, SegmentKind.DISCLAIMER)
        for index in range(start, end):
            if small.is_phone_footer(lines[index].text):
                kinds[index] = SegmentKind.FOOTER


def _disclaimer_start(lines: Sequence[Line], start: int, end: int, small: SmallPrint) -> int:
    """The line of the paragraph that the disclaimer begins in: others may stand above it without a blank one."""
    for index in range(start, end):
        if small.is_disclaimer(lines[index].text[:_PARAGRAPH]):
            return index
    # It runs over lines: the last from which on it is still whole.
    low, high = start, end - 1
    while low < high:
        middle = (low + high + 1) // 2
        if small.is_disclaimer(" ".join(line.text for line in lines[middle:end])[:_PARAGRAPH]):
            low = middle
        else:
            high = middle - 1
    return low


def _closing_rule(lines: Sequence[Line], kinds: list[SegmentKind]) -> None:
    """A line of dashes under everything."""
    last = next((index for index in range(len(lines) - 1, -1, -1) if not lines[index].blank), -1)
    if last >= 0 and _RULE.match(lines[last].text[:200]):
        kinds[last] = SegmentKind.FOOTER


def _set_signature(lines: Sequence[Line], blocks: Sequence[tuple[int, int]], kinds: list[SegmentKind]) -> None:
    """What the writer's program set there; but people write on within it, and some nothing outside of it."""
    signed = [index for index, line in enumerate(lines) if line.marks & Mark.SIGNED]
    if not signed or not any(
        kinds[index] is SegmentKind.CONTENT and not lines[index].blank for index in range(signed[0])
    ):
        return
    for start, end in blocks:
        own = [index for index in range(start, end) if lines[index].marks & Mark.SIGNED]
        text = " ".join(lines[index].text for index in own)[:_PARAGRAPH]
        if ASKS.search(text) and not _CONTACT.search(text):
            continue
        for index in own:
            if _POSTSCRIPT.match(lines[index].text):
                break
            if kinds[index] is SegmentKind.CONTENT:
                kinds[index] = SegmentKind.SIGNATURE


def _mark(kinds: list[SegmentKind], start: int, stop: int, kind: SegmentKind) -> None:
    for index in range(start, stop):
        if kinds[index] is SegmentKind.CONTENT:
            kinds[index] = kind


def _signature(
    lines: Sequence[Line], blocks: Sequence[tuple[int, int]], kinds: list[SegmentKind], names: Names
) -> None:
    words_after: list[int] = []  # counted once somebody signs off
    for number, (start, end) in enumerate(blocks):
        for index in range(start, end):
            if kinds[index] is not SegmentKind.CONTENT:
                continue
            text = lines[index].text
            if text.strip() == "--" and sum(stop - at for at, stop in blocks[number:]) <= _DELIMITED_LINES:
                _mark(kinds, index, len(lines), SegmentKind.SIGNATURE)
                return
            if not _signs_off(lines, kinds, index, end, names, number + 1 == len(blocks)):
                continue
            words_after = words_after or [0] * number + _words_after(lines, blocks[number:])
            stop = _tail_end(lines, kinds, index, end, blocks[number + 1 :], words_after[number + 1 :])
            _mark(kinds, index, stop, SegmentKind.SIGNATURE)
            if stop >= len(lines):
                return
            break


def _states(text: str) -> bool:
    """ "Budget is $5,000 by the way." under the bare name; not "Rates from 4.5% until 30 June!"."""
    if text.rstrip()[-1:] not in (".", "!") or len(words_of(text)) < _SENTENCE_WORDS or _ADVERTISES.search(text):
        return False
    return _COUNTS.search(text) is not None and _STATES.search(text) is not None


def _words_after(lines: Sequence[Line], blocks: Sequence[tuple[int, int]]) -> list[int]:
    """For each paragraph the words from it to the end."""
    counts = [sum(len(line.text[:400].split()) for line in lines[start:end]) for start, end in blocks]
    for number in range(len(counts) - 2, -1, -1):
        counts[number] += counts[number + 1]
    return counts


def _signs_off(
    lines: Sequence[Line], kinds: Sequence[SegmentKind], index: int, end: int, names: Names, last: bool
) -> bool:
    """The line is a closing, or the writer's name."""
    text = lines[index].text.strip()
    if len(text) > _SIGN_OFF_LENGTH:
        return False
    first = index == 0
    if first:  # nothing but a signature, or somebody greeted by the writer's own name
        return is_name(text, names) and not any(_speaks(line.text) for line in lines)
    if is_name(text, names):
        return not greets(text)
    alone = index + 1 >= end
    if closes(text):
        after = lines[index + 1].text if not alone else _next_text(lines, kinds, end)
        return not greets(text) and (not after or len(words_of(after)) <= _SHORT_LINE or is_name(after, names))
    if text.endswith(",") and len(words_of(text)) <= 4:
        # "In His service," right above the name
        after = lines[index + 1].text if not alone else _next_text(lines, kinds, end)
        return is_name(after, names) and not greets(text)
    # The last line of all, alone: a nickname.
    return last and alone and lines[index - 1].blank and may_be_name(text)


def _speaks(text: str) -> bool:
    return len(words_of(text)) > _SHORT_LINE or text.rstrip().endswith((",", "!", "?"))


def _next_text(lines: Sequence[Line], kinds: Sequence[SegmentKind], index: int) -> str:
    for at in range(index, min(len(lines), index + 6)):
        if not lines[at].blank:
            return lines[at].text if kinds[at] is SegmentKind.CONTENT else ""
    return ""


def _tail_end(
    lines: Sequence[Line],
    kinds: Sequence[SegmentKind],
    index: int,
    end: int,
    blocks: Sequence[tuple[int, int]],
    words: Sequence[int],
) -> int:
    """Where the signature that begins at `index` ends: before a postscript or a paragraph that speaks on."""
    for at in range(index + 1, end):
        if _POSTSCRIPT.match(lines[at].text):
            return at
    if not blocks:
        return len(lines)
    bare = end - index <= _BARE_LINES and not _CONTACT.search(" ".join(line.text for line in lines[index:end]))
    for (start, stop), left in zip(blocks, words, strict=True):
        if kinds[start] is not SegmentKind.CONTENT:
            continue
        if _POSTSCRIPT.match(lines[start].text):
            return start
        if lines[start].marks & Mark.SMALL:
            continue
        text = " ".join(line.text for line in lines[start:stop])[:_PARAGRAPH]
        if _CONTACT.search(text):
            continue
        if bare and _states(text):
            return start
        bare = bare and may_be_name(text)
        if left > _LONG_TAIL_WORDS or (len(words_of(text)) >= 6 and _SPEAKS.search(text)):
            return start
    return len(lines)
