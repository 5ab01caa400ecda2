"""What inline styles and names say about how a piece of a page looks: hidden, struck out, small, coloured, a quote."""

import functools
import re
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]  # lxml publishes no types

from ingest.lines import Mark

_NOUGHT = r"\s*:\s*0(?:\.0{1,9})?(?![.\d])"
_HIDDEN = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height{_NOUGHT}|opacity{_NOUGHT}|"
    r"(?:text-indent|left|top)\s*:\s*-\d{4}",
    re.IGNORECASE,
)
_NO_HEIGHT = re.compile(rf"(?<![-\w])height{_NOUGHT}", re.IGNORECASE)
_CLIPPED = re.compile(r"overflow\s*:\s*hidden", re.IGNORECASE)
_WHITE = re.compile(r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?(?![0-9a-f]))", re.IGNORECASE)
_ON_WHITE = re.compile(r"background(?:-color)?\s*:\s*(?:white|#fff(?:fff)?(?![0-9a-f]))", re.IGNORECASE)
_LINE_THROUGH = re.compile(r"text-decoration[a-z\-]{0,12}\s*:[^;]{0,80}line-through", re.IGNORECASE)
_BORDER_TOP = re.compile(r"border-top\s*:(?!\s*(?:none|0))", re.IGNORECASE)
_BORDER_LEFT = re.compile(r"border-(?:left|inline-start)\s*:(?!\s*(?:none|0))", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin(?:-bottom)?\s*:\s*0(?:px|pt|in|cm|em)?\s*(?:;|$|0)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([0-9.]{1,6})\s*(px|pt)?", re.IGNORECASE)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;]{1,40})", re.IGNORECASE)
_QUOTING = re.compile(
    r"gmail_quote|yahoo_quoted|protonmail_quote|divrplyfwdmsg|appendonsend|moz-cite-prefix|"
    r"moz-forward-container|moz-email-headers-table|mail-editor-reference-message-container|outlookmessageheader|"
    r"zmail_extra|tutanota_quote|replysplit|fastmail-quoted|isforwardcontent|isreplycontent|orimsg",
    re.IGNORECASE,
)
# Of these the ones that hold the quoted mail from its first line to its last.
_WRAPPING = re.compile(r"gmail_quote|yahoo_quoted|protonmail_quote|zmail_extra|tutanota_quote", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:^|\s)(?:x_)*(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|signature|"
    r"protonmail_signature_block(?:-user|-proton)?|tutanota_signature|zmail_signature\S{0,40}|applemailsignature|"
    r"mobile_signature|yahoo-signature|ydp\w{0,12}signature)(?:\s|$)",
    re.IGNORECASE,
)
_QUOTE_CLASS = re.compile(r"cite|quote", re.IGNORECASE)
_CHROMATIC = frozenset(
    ("red", "blue", "green", "purple", "darkred", "crimson", "navy", "darkblue", "darkgreen", "teal")
)
_CHROMA = 70  # of 255: how far the strongest channel stands over the weakest in a colour that is no grey
_SMALL_POINTS = 8.6
_MAX_STYLE = 1000


@dataclass(frozen=True, slots=True)
class Looks:
    """What an inline style says; None where it says nothing of it."""

    hidden: bool
    struck: bool
    rule_above: bool
    border_left: bool
    bordered: bool
    no_margin: bool
    points: float | None
    coloured: bool | None


@functools.lru_cache(4096)
def looks_of(style: str) -> Looks:
    """A page repeats its few styles on every paragraph."""
    style = style[:_MAX_STYLE]
    size = _SIZE.search(style)
    colour = _COLOUR.search(style)
    return Looks(
        hidden=_is_hidden(style),
        struck=_LINE_THROUGH.search(style) is not None,
        rule_above=_BORDER_TOP.search(style) is not None,
        border_left=_BORDER_LEFT.search(style) is not None,
        bordered="border" in style.lower(),
        no_margin=_NO_MARGIN.search(style) is not None,
        points=_number(size[1]) * (0.75 if (size[2] or "px").lower() == "px" else 1) if size else None,
        coloured=_is_chromatic(colour[1].strip().lower()) if colour else None,
    )


def _is_hidden(style: str) -> bool:
    if _HIDDEN.search(style) or (_NO_HEIGHT.search(style) and _CLIPPED.search(style)):
        return True
    # White alone is seen wherever a style sheet puts it on a colour.
    return _WHITE.search(style) is not None and _ON_WHITE.search(style) is not None


def wraps_quote(name: str) -> bool:
    """Whether an element of this class or id holds a whole quoted mail."""
    return _WRAPPING.search(name) is not None


def opens_quote(name: str) -> bool:
    """A mail program's own container for the quoted mail, or its marker in front of one, by class and id."""
    return _QUOTING.search(name) is not None


def is_signature(name: str) -> bool:
    """What the writer's program set beneath the letter as their signature, by class and id."""
    return _SIGNATURE.search(name) is not None


def is_quote(element: etree._Element, looks: Looks) -> bool:
    """A quoted mail, not a paragraph that its writer indented (programs indent with a borderless blockquote)."""
    if element.get("type") == "cite" or element.get("cite") is not None:
        return True
    return looks.border_left or not looks.bordered or _QUOTE_CLASS.search(element.get("class") or "") is not None


def is_vanishing(looks: Looks, outer: bool) -> bool:
    """Type of size nought: seen by nobody until something within sets another size (page builders do that)."""
    return outer if looks.points is None else looks.points < 1


def styles_of(element: etree._Element, looks: Looks, outer: int) -> int:
    """SMALL and COLOURED for the words within."""
    styles = outer
    if looks.points is not None:
        styles = styles | Mark.SMALL if looks.points <= _SMALL_POINTS else styles & ~Mark.SMALL
    value = element.get("color")
    coloured = _is_chromatic(value.strip().lower()) if value and looks.coloured is None else looks.coloured
    if coloured is not None:
        styles = styles | Mark.COLOURED if coloured else styles & ~Mark.COLOURED
    return styles


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:  # "1.2.3"
        return 11.0


def _is_chromatic(value: str) -> bool:
    """A colour that stands out from black, grey and white text."""
    if value in _CHROMATIC:
        return True
    channels: list[int] = []
    if re.fullmatch(r"#[0-9a-f]{6}", value):
        channels = [int(value[at : at + 2], 16) for at in (1, 3, 5)]
    elif re.fullmatch(r"#[0-9a-f]{3}", value):
        channels = [int(digit * 2, 16) for digit in value[1:]]
    elif value.startswith("rgb"):
        channels = [min(int(number), 255) for number in re.findall(r"\d{1,3}", value)[:3]]
    return len(channels) == 3 and max(channels) - min(channels) > _CHROMA
