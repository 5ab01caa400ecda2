"""What looks like a condition on the work and is none: dates, talk of the process, chit-chat, reasons."""

import re

from extract.conditions.names import names
from extract.conditions.way import lower, terms_of
from extract.grammar import grammar
from extract.pieces import Piece
from extract.text import Text

_MONTHS = (
    "january|february|march|april|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|mon|tue|tues|wed|thu|thur|thurs|fri|tomorrow|today|tonight"
)
_DATE = re.compile(
    rf"\b(?:(?:by|before|on|until|till|from|than|this|next|last|in|early|late|mid|of|end of)[ -](?:the )?"
    rf"(?:{_DAYS}|{_MONTHS}|may|\d{{1,2}}(?:st|nd|rd|th)|noon|midnight|eod|cob|week|month|end of)\b"
    rf"|(?:{_MONTHS}|may) \d|the \d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS}|may)\b"
    rf"|(?:{_DAYS})(?: (?:morning|afternoon|evening|night))?$"
    rf"|\d{{1,2}}/\d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d{{1,2}} ?[ap]\.?m\b|\d:\d\d)"
)
_QUOTED = re.compile(r'"[^"\n]{1,200}"|\([^()\n]{1,200}\)')
_REASONS = (
    "because ",
    "so that ",
    "since ",
    "otherwise ",
    "or else ",
    "as we ",
    "as our ",
    "as the ",
    "cos ",
    "which ",
    "who ",
    "while ",
)

# What is said of what was just said, and of oneself.
_COMMENT = re.compile(
    r"(?:that(?:'s| is)|it(?:'s| is)) (?:a |an |the |our |just |simply )*"
    r"(?:rule|law|policy|tradition|order|regulation)s?\b(?! (?:that|to|never|not|no)\b)"
    r"|my name is\b|(?:i am|i'm|this is) (?:the|a|an|from|with|calling|writing)\b|whatever it is\b"
)
_COMMENTS = ("that", "it", "my name", "i am", "i'm", "this is", "whatever")  # as the pattern begins: most pieces do not


def is_comment(piece: Piece) -> bool:
    """ "Irish first, that's a rule with us"; "my name is …"."""
    return piece.lower.startswith(_COMMENTS) and _COMMENT.match(piece.lower) is not None


def is_none(text: Text, piece: Piece) -> bool:
    """Whatever it looks like: an aside in brackets, a reason, chit-chat; worked out once."""
    known = text.nones.get(piece.span.start)
    if known is None:
        reason = f"{piece.lower} ".startswith(_REASONS)
        known = text.nones[piece.span.start] = piece.joint == "(" or reason or is_comment(piece) or is_idle(text, piece)
    return known


def is_elsewhere(text: Text, piece: Piece, start: int) -> bool:
    """From `start` on about a day, or about quotes, meetings, bids and other talk of the process."""
    said = text.words[start : piece.span.end].lower()
    if _DATE.search(_QUOTED.sub(" ", said) if '"' in said or "(" in said else said):
        return True
    quoted = text.words.find('"', start, piece.span.end)  # "don't say "free money""
    near = [word for word in piece.words if start <= word.start < (quoted if quoted > start else piece.span.end)][:5]
    if not near:
        return True
    about = text.terms_between(near[0].start, near[-1].end, "process")
    return bool(about) and not (
        names(piece) and all(text.words[term.start : term.end].lower() == "call" for term in about)
    )


def is_idle(text: Text, piece: Piece) -> bool:
    """No rush, can't wait, all the best; behind a pronoun too: "I can't wait"."""
    first = piece.words[0].start
    reach = piece.words[min(2, len(piece.words) - 1)].start if lower(piece)[0] in grammar().pronouns else first
    return any(term.start <= reach for term in terms_of(text, piece, "idle"))
