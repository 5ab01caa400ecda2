"""text/html to lines: lxml parses, this lays out blocks, lists and tables and leaves out what nobody sees.

A general HTML-to-text renderer pads table columns and forgets what stood in a quote; here every line keeps how deep it
was quoted, and a struck-out stretch its place.
"""

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]  # lxml publishes no types

from ingest.lines import EMPTY, Line, Mark, Rendered
from ingest.plain import INVISIBLE

_SKIPPED_WORDS = """
head style script title template noscript object svg math xml select datalist audio video map
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_BLOCKS_WORDS = """
address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th
thead tr ul caption
"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_SPACED_WORDS = """
p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre s strike del
"""
_SPACED = frozenset(_SPACED_WORDS.split())
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u2000-\u200a\u202f\u205f\u3000]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])|"
    r"max-height\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_LINE_THROUGH = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_BORDER_TOP = re.compile(r"border-top\s*:(?!\s*(?:none|0))", re.IGNORECASE)
_BORDER_LEFT = re.compile(r"border-left\s*:(?!\s*(?:none|0))|border-inline-start\s*:", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin(?:-bottom)?\s*:\s*0(?:px|pt|in|cm|em)?\s*(?:;|$|0)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([0-9.]{1,6})\s*(px|pt)", re.IGNORECASE)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;]{1,40})", re.IGNORECASE)
_QUOTING = re.compile(
    r"gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|divrplyfwdmsg|appendonsend|moz-cite-prefix|moz-forward-container|"
    r"mail-editor-reference-message-container|outlookmessageheader|zmail_extra|tutanota_quote|moz-email-headers-table|"
    r"replysplit|x_divrplyfwdmsg|fastmail-quoted|isforwardcontent|isreplycontent|oriMsg",
    re.IGNORECASE,
)
_QUOTE_CLASS = re.compile(r"gmail_quote|moz-cite|protonmail_quote|cite|quote", re.IGNORECASE)
_MAX_DEPTH = 400
_SMALL_POINTS = 8.6
_NAMED = {
    "red",
    "blue",
    "green",
    "purple",
    "darkred",
    "crimson",
    "navy",
    "darkblue",
    "darkgreen",
    "magenta",
    "orange",
    "teal",
}


def read_html(markup: str) -> Rendered:
    """Lines of an HTML part as a person sees them. Markup that cannot be parsed at all has no lines."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return EMPTY
    if root is None:
        return EMPTY
    writer = _Writer()
    _lay_out(root, writer)
    return writer.finish()


class _Writer:
    """Collects words into lines; a break is only written once words follow it."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.struck: list[tuple[int, int]] = []
        self.place = 0
        self.words: list[str] = []  # of the open line
        self.length = 0
        self.space = False  # a space is due before the next word
        self.breaks = 0  # line feeds due before the next word
        self.glue = ""  # stands between two cells of a row instead of a line feed
        self.depth = 0
        self.marks = Mark.NONE  # for the next line
        self.line_depth = 0
        self.line_marks = Mark.NONE
        self.styles = Mark.NONE  # of the words being written
        self.prefix = ""  # a list bullet

    def write(self, text: str, struck: bool, keep: bool) -> None:
        if keep:
            for index, piece in enumerate(text.split("\n")):
                if index:
                    self.hard_break()
                self._put(piece, struck)
            return
        text = _SPACES.sub(" ", text)
        if text == " ":
            self.space = True
            return
        if text[:1] == " ":
            self.space = True
        if text:
            body = text.strip(" ")
            if body:
                self._put(body, struck)
                self.space = text[-1] == " "

    def _put(self, words: str, struck: bool) -> None:
        if not words:
            return
        if self.glue and self.words:
            lead = self.glue if not (self.glue == ": " and self.words[-1].rstrip()[-1:] in ":?") else " "
            self._append(lead)
            self.space = False
        elif self.breaks and self.words:
            self._flush()
            for _ in range(self.breaks - 1):
                self._blank()
        self.glue, self.breaks = "", 0
        if not self.words:
            self.line_depth, self.line_marks = self.depth, self.marks | self.styles
            self.marks = Mark.NONE
            self.space = False
            if self.prefix:
                self._append(self.prefix)
                self.prefix = ""
        else:
            if not self.styles & Mark.SMALL:
                self.line_marks &= ~Mark.SMALL
            if not self.styles & Mark.COLOURED:
                self.line_marks &= ~Mark.COLOURED
        if self.space:
            self._append(" ")
            self.space = False
        begin = self.place + self.length
        self._append(words)
        if struck:
            self.struck.append((begin, begin + len(words)))

    def _append(self, words: str) -> None:
        self.words.append(words)
        self.length += len(words)

    def _flush(self) -> None:
        text = "".join(self.words)
        self.lines.append(Line(self.place, text, self.line_depth, self.line_marks))
        self.place += len(text) + 1
        self.words, self.length, self.space = [], 0, False

    def _blank(self) -> None:
        depth = min(self.line_depth, self.depth)
        self.lines.append(Line(self.place, "", depth))
        self.place += 1

    def soft_break(self, feeds: int) -> None:
        self.breaks = max(self.breaks, feeds)
        self.space = False

    def hard_break(self) -> None:
        self.breaks = min(self.breaks + 1, 2)
        self.space = False

    def finish(self) -> Rendered:
        if self.words:
            self._flush()
        return Rendered("\n".join(line.text for line in self.lines), tuple(self.lines), tuple(_joined(self.struck)))


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbouring struck stretches as one."""
    open_span: tuple[int, int] | None = None
    for start, end in spans:
        if open_span and start <= open_span[1] + 1:
            open_span = (open_span[0], end)
        else:
            if open_span:
                yield open_span
            open_span = (start, end)
    if open_span:
        yield open_span


class _Frame:
    """What an open element changed, to be put back when it closes."""

    __slots__ = ("depth", "feeds", "keep", "ordered", "row", "struck", "styles")

    def __init__(self, depth: int, struck: bool, keep: bool, styles: Mark, feeds: int) -> None:
        self.depth, self.struck, self.keep, self.styles, self.feeds = depth, struck, keep, styles, feeds
        self.ordered: int | None = None  # the next number of an ordered list
        self.row = False  # a table row whose cells share a line


def _lay_out(root: etree._Element, writer: _Writer) -> None:
    frames = [_Frame(0, False, False, Mark.NONE, 0)]
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):  # entities and the like
            continue
        if event == "end":
            if hidden:
                hidden -= 1
            else:
                frame = frames.pop()
                if frame.feeds:
                    writer.soft_break(frame.feeds)
                writer.depth = frames[-1].depth
                writer.styles = frames[-1].styles
            if not hidden and element.tail:
                writer.write(element.tail.translate(INVISIBLE), frames[-1].struck, frames[-1].keep)
            continue
        if hidden:
            hidden += 1
            continue
        style = element.get("style") or ""
        if tag in _SKIPPED or element.get("hidden") is not None or (style and _HIDDEN.search(style)):
            hidden = 1
            continue
        frames.append(_open(element, tag, style, frames[-1], writer))
        if element.text:
            writer.write(element.text.translate(INVISIBLE), frames[-1].struck, frames[-1].keep)


def _open(element: etree._Element, tag: str, style: str, outer: _Frame, writer: _Writer) -> _Frame:
    frame = _Frame(outer.depth, outer.struck, outer.keep, outer.styles, 0)
    frame.ordered = outer.ordered
    if tag == "br":
        writer.hard_break()
        return frame
    if tag in _BLOCKS:
        _open_block(element, tag, style, outer, frame, writer)
    elif tag in _STRUCK:
        frame.struck = True
    if style and _LINE_THROUGH.search(style):
        frame.struck = True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(named) > 1 and _QUOTING.search(named):
        writer.marks |= Mark.QUOTE
    if style or tag == "font":
        frame.styles = _styles(element, tag, style, frame.styles)
        writer.styles = frame.styles
    return frame


def _open_block(element: etree._Element, tag: str, style: str, outer: _Frame, frame: _Frame, writer: _Writer) -> None:
    feeds = 2 if tag in _SPACED else 1
    if tag == "p" and ("MsoNormal" in (element.get("class") or "") or _NO_MARGIN.search(style)):
        feeds = 1
    if tag in ("ul", "ol") and outer.ordered is not None:
        feeds = 1
    if tag == "tr":
        frame.row = _shares_a_line(element)
    if tag in ("td", "th") and outer.row:
        feeds = 0
        if writer.words and element.getprevious() is not None and _has_words(element):
            writer.glue, writer.breaks = _cell_glue(element), 0
    elif tag in ("div", "p") and outer.row is False and feeds == 1 and _first_in_cell(element):
        feeds = 0 if writer.glue else feeds
    frame.feeds = feeds
    if feeds:
        writer.soft_break(feeds)
    if tag == "hr":
        writer.marks |= Mark.RULE
    if style and _BORDER_TOP.search(style):
        writer.marks |= Mark.RULE
    if tag == "blockquote" and _is_quote(element, style):
        frame.depth = outer.depth + 1
        writer.depth = frame.depth
    elif tag == "pre":
        frame.keep = True
    elif tag == "ul":
        frame.ordered = -1
    elif tag == "ol":
        start = element.get("start") or "1"
        frame.ordered = int(start) if start.isdecimal() and len(start) < 6 else 1
    elif tag == "li":
        if outer.ordered is not None and outer.ordered >= 0:
            writer.prefix = f"{outer.ordered}. "
            outer.ordered += 1
        else:
            writer.prefix = "- "


def _is_quote(element: etree._Element, style: str) -> bool:
    """A quoted mail, not a paragraph that its writer indented (programs indent with a borderless blockquote)."""
    if element.get("type") == "cite" or element.get("cite") is not None:
        return True
    if _QUOTE_CLASS.search(element.get("class") or "") or _BORDER_LEFT.search(style):
        return True
    return "border" not in style.lower()


def _shares_a_line(row: etree._Element) -> bool:
    """A row of a table of data: two or more cells with words, none laid out as a page of its own."""
    filled = 0
    for cell in row:
        if cell.tag not in ("td", "th"):
            continue
        if next(cell.iter("table", "blockquote"), None) is not None:
            return False
        filled += _has_words(cell)
    return filled > 1


def _has_words(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _cell_glue(cell: etree._Element) -> str:
    """Between a label and its value a colon; between the cells of a wider row a tab."""
    cells = [other for other in cell.getparent() if other.tag in ("td", "th") and _has_words(other)]
    if len(cells) == 2:
        label = " ".join("".join(cells[0].itertext()).split())
        if label and len(label) <= 60 and label[-1] not in ".!,;":
            return ": "
    return "\t"


def _first_in_cell(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in ("td", "th") and element.getprevious() is None


def _styles(element: etree._Element, tag: str, style: str, outer: Mark) -> Mark:
    styles = outer
    size = _SIZE.search(style)
    if size:
        try:
            points = float(size[1]) * (0.75 if size[2].lower() == "px" else 1)
        except ValueError:
            points = 11.0
        styles = styles | Mark.SMALL if points <= _SMALL_POINTS else styles & ~Mark.SMALL
    colour = _COLOUR.search(style)
    value = colour[1] if colour else (element.get("color") or "" if tag == "font" else "")
    if value:
        styles = styles | Mark.COLOURED if _is_chromatic(value.strip().lower()) else styles & ~Mark.COLOURED
    return styles


def _is_chromatic(value: str) -> bool:
    """A colour that stands out from black, grey and white text."""
    if value in _NAMED:
        return True
    channels: list[int] = []
    if re.fullmatch(r"#[0-9a-f]{6}", value):
        channels = [int(value[i : i + 2], 16) for i in (1, 3, 5)]
    elif re.fullmatch(r"#[0-9a-f]{3}", value):
        channels = [int(digit * 2, 16) for digit in value[1:]]
    elif value.startswith("rgb"):
        channels = [min(int(number), 255) for number in re.findall(r"\d{1,3}", value)[:3]]
    return len(channels) == 3 and max(channels) - min(channels) > 70
