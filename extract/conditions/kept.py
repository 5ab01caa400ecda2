"""The jingle stays in; the photo can stay; the fax number comes off; all imagery to be royalty free."""

import re

from extract.conditions.way import FIRST
from extract.grammar import wordset
from extract.pieces import Piece
from extract.text import Text

_WORDS = r"(?:[^\s,;]+ ){1,7}"
_KEPT = re.compile(
    rf"{_WORDS}(?:(?:can|may|must|should|has to|have to|is to|are to|to|all|both|please) )?(?:"
    r"(?:stays?|remains?)(?: (?:in|on|as|put|where|the same|exactly|just|unchanged|untouched|there|off|out|away)\b.*)?"
    r"|(?:comes?|goes?) (?:off|out|away|back in|back on)(?: .*)?"
    r"|(?:is|are|looks?|works?) (?:fine|good|ok|okay|perfect|great|right) (?:as|the way) .*"
    r"|(?:is|are|gets?|was|were) (?:kept|dropped|deleted|left out|taken out|taken off|crossed out)(?: .*)?)"
)
_TO_BE = re.compile(rf"{_WORDS}(?:not )?to (?:be|read|say|show|carry|include|have|match|go|sit|appear|run) .+")
_NOBODY = wordset(
    "i we you he she they people guests customers visitors who budget price total deadline date dates launch "
    "schedule meeting event fee everyone everybody nobody question rest offer team"
)
# What governs the "to": a clause of its own.
_GOVERNS = wordset(
    "want wants like love need needs have has had is are was were going used likely supposed seem seems hope hoping "
    "hopes try trying plan planning able ready happy how what where when which who way ways it's that's there's "
    "ought got us me him them you enough too chance time reason order need sure keen due set about ask asked asking "
    "prefer expect expected promised decided agreed meant goal aim point idea hard easy free welcome rather love'd"
)


def begins(text: Text, piece: Piece) -> int | None:
    words = [word.lower for word in piece.words]
    if FIRST.intersection(words[:3]) or _NOBODY.intersection(words[:4]):
        return None
    return piece.span.start if _KEPT.fullmatch(piece.lower) else None


def to_be(text: Text, piece: Piece) -> int | None:
    """A thing and what it is to be, without a verb that governs it: "logo to be top left on every panel"."""
    words = [word.lower for word in piece.words]
    if "to" not in words[1:9] or FIRST.intersection(words[:3]) or _NOBODY.intersection(words[:4]):
        return None
    place = words.index("to", 1)
    if _GOVERNS.intersection(words[:place]) or not _TO_BE.fullmatch(piece.lower):
        return None
    return piece.span.start
