"""text/html to lines: lxml parses, this lays out blocks, lists and tables and leaves out what nobody sees.

A general HTML-to-text renderer pads table columns and forgets what stood in a quote; here every line keeps how deep it
was quoted, and a struck-out stretch its place.
"""

import re
from itertools import islice

from lxml import etree  # type: ignore[import-untyped]  # lxml publishes no types

from ingest import html_looks as looks
from ingest.html_lines import LABELLED, LineWriter
from ingest.lines import EMPTY, Mark, Rendered
from ingest.plain import read_plain, visible

_SKIPPED_TAGS = "head style script title template noscript object svg math xml select datalist audio video map"
_BLOCK_TAGS = """
address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
caption
"""
_SPACED_TAGS = "p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre"  # a blank line before and after
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_SPACED = frozenset(_SPACED_TAGS.split())
_STRUCK = frozenset(("s", "strike", "del"))
# They change nothing by themselves, unless a name says that a quoted mail begins.
_INERT = frozenset(("a", "abbr", "b", "code", "em", "i", "img", "label", "o:p", "small", "span", "strong", "u", "wbr"))
_POINTING = {"a": "href", "img": "src"}
_CELLS = ("td", "th")
_PLAIN = looks.looks_of("")
_LABEL_LENGTH = 60
_COLUMNS = 12  # that are looked at to tell a grid
_QUOTED_LINES = 2
_TAGS = re.compile(r"<[^<>]*>")


def read_html(markup: str) -> Rendered:
    """Lines of an HTML part as a person sees them. Markup that cannot be parsed at all has no lines."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return EMPTY
    if root is None:
        return EMPTY
    writer = LineWriter()
    _lay_out(root, writer)
    # The parser stops at a depth that no person's page has; then the words at least.
    return _unquoted(writer.finish()) if writer.wrote else read_plain(_TAGS.sub(" ", markup))


def _unquoted(rendered: Rendered) -> Rendered:
    """Gateways turn plain text into pages, quote marks and all."""
    if rendered.struck or sum(line.text.startswith(">") for line in rendered.lines) < _QUOTED_LINES:
        return rendered
    plain = read_plain(rendered.text)
    lines = [
        line._replace(depth=line.depth + laid.depth, marks=laid.marks)
        for line, laid in zip(plain.lines, rendered.lines, strict=True)
    ]
    return Rendered(plain.text, tuple(lines), targets=rendered.targets)


class _Frame:
    """What holds within an open element; the frame below holds again when it closes."""

    __slots__ = ("depth", "feeds", "glue", "keep", "number", "struck", "styles", "vanishing", "wraps")

    def __init__(self) -> None:
        self.depth = 0
        self.struck = False
        self.keep = False  # white space stands (pre)
        self.styles = Mark.NONE
        self.vanishing = False
        self.number: int | None = None  # of the next list item; -1 in a list of bullets
        self.feeds = 0  # line feeds at its edges
        self.glue = ""  # between the cells of a table row that share a line
        self.wraps = False  # it holds a whole quoted mail

    def within(self) -> "_Frame":
        """A frame in which the same holds, without edges of its own."""
        frame = _Frame.__new__(_Frame)
        frame.depth, frame.struck, frame.keep = self.depth, self.struck, self.keep
        frame.styles, frame.vanishing, frame.number = self.styles, self.vanishing, self.number
        frame.feeds, frame.glue, frame.wraps = 0, "", False
        return frame


def _lay_out(root: etree._Element, writer: LineWriter) -> None:
    """Walks without recursion: pages nest deeper than Python does."""
    frames = [_Frame()]
    hidden = 0  # how many hidden elements are open
    wrapped = 0  # how many open elements hold a whole quoted mail
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):  # an entity
            continue
        if event == "start":
            if hidden:
                hidden += 1
                continue
            attributes = dict(element.items())
            look, name = _PLAIN, ""
            if attributes:
                style = attributes.get("style")
                look = looks.looks_of(style) if style else _PLAIN
                if "class" in attributes or "id" in attributes:
                    name = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip(" ")
            if tag in _SKIPPED or look.hidden or "hidden" in attributes:
                hidden = 1
                continue
            if tag in _POINTING and (target := attributes.get(_POINTING[tag])):
                writer.point(target, ahead=tag == "a")
            frame = frames[-1]
            if tag == "br":
                writer.hard_break()
            elif tag not in _INERT or look is not _PLAIN or name:
                frame = _open(element, tag, name, look, frame, writer)
                wrapped += frame.wraps
            frames.append(frame)
            if text := element.text:
                _write(text, frame, writer)
            continue
        if hidden:
            hidden -= 1
        else:
            closed = frames.pop()
            frame = frames[-1]
            if closed is not frame:
                if closed.wraps:
                    wrapped -= 1
                    if not wrapped:
                        writer.marks |= Mark.AFTER
                if closed.feeds:
                    writer.soft_break(closed.feeds)
                writer.depth, writer.styles = frame.depth, frame.styles
        if not hidden and (text := element.tail):
            _write(text, frames[-1], writer)


def _write(text: str, frame: _Frame, writer: LineWriter) -> None:
    if not frame.vanishing:
        writer.write(visible(text), frame.struck, frame.keep)


def _open(element: etree._Element, tag: str, name: str, look: looks.Looks, outer: _Frame, writer: LineWriter) -> _Frame:
    """`name` is the element's class and id."""
    frame = outer.within()
    if tag in _BLOCKS:
        _open_block(element, tag, look, outer, frame, writer)
    elif tag in _STRUCK:
        frame.struck = True
    if name and looks.opens_quote(name):
        writer.marks |= Mark.QUOTE
        frame.wraps = looks.wraps_quote(name)
    if look is not _PLAIN:
        frame.struck = frame.struck or look.struck
        frame.vanishing = looks.is_vanishing(look, outer.vanishing)
    if look is not _PLAIN or tag == "font":
        frame.styles = looks.styles_of(element, look, outer.styles)
        writer.styles = frame.styles
    if name and looks.is_signature(name):
        frame.styles |= Mark.SIGNED
        writer.styles = frame.styles
    return frame


def _open_block(
    element: etree._Element, tag: str, look: looks.Looks, outer: _Frame, frame: _Frame, writer: LineWriter
) -> None:
    feeds = 2 if tag in _SPACED else 1
    if (tag == "p" and _has_no_margin(element, look)) or (tag in ("ul", "ol") and outer.number is not None):
        feeds = 1
    if tag == "tr":
        frame.glue = _row_glue(element)
    elif tag == "dd" and writer.in_line and _has_label(element):
        feeds = 0
        writer.join_cell(LABELLED)
    elif tag in _CELLS and outer.glue:
        feeds = 0
        if element.getprevious() is None:
            writer.soft_break(1)
        elif writer.in_line:
            writer.join_cell(outer.glue)
    elif writer.glue:
        feeds = 0  # the paragraph that a cell begins with
    frame.feeds = feeds
    if feeds:
        writer.soft_break(feeds)
    if tag == "hr" or look.rule_above:
        writer.marks |= Mark.RULE
    if tag == "blockquote" and looks.is_quote(element, look):
        writer.depth = frame.depth = outer.depth + 1
    elif tag == "pre":
        frame.keep = True
    elif tag in ("ul", "ol"):
        frame.number = _first_number(element) if tag == "ol" else -1
    elif tag == "li":
        _bullet(element, outer, writer)


def _has_no_margin(element: etree._Element, look: looks.Looks) -> bool:
    return look.no_margin or "Mso" in (element.get("class") or "")


def _first_number(element: etree._Element) -> int:
    start = element.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _bullet(element: etree._Element, outer: _Frame, writer: LineWriter) -> None:
    if outer.number is None or outer.number < 0:
        writer.bullet("- ")
    else:
        given = element.get("value") or ""
        if given.isdecimal() and len(given) < 6:
            outer.number = int(given)
        writer.bullet(f"{outer.number}. ")
        outer.number += 1


def _has_label(element: etree._Element) -> bool:
    """A definition right after its short term."""
    term = element.getprevious()
    return term is not None and term.tag == "dt" and _is_label(" ".join("".join(term.itertext()).split()))


def _is_label(words: str) -> bool:
    return 0 < len(words) <= _LABEL_LENGTH and words[-1] not in ".!,;"


def _row_glue(row: etree._Element) -> str:
    """What stands between the cells of a row of data: a colon between a label and its value, else a tab.

    "" for a row whose cells are laid out as pages of their own, or that has words in one cell only.
    """
    filled: list[etree._Element] = []
    for cell in row.iterchildren(*_CELLS):
        if next(cell.iter("table", "blockquote"), None) is not None:
            return ""
        if any(text.strip() for text in cell.itertext()):
            filled.append(cell)
    if len(filled) == 2 and not _is_grid(row) and _is_label(" ".join("".join(filled[0].itertext()).split())):
        return LABELLED
    return "\t" if len(filled) > 1 else ""


def _is_grid(row: etree._Element) -> bool:
    """The table's first row fills more columns than a label and its value; this one has an empty cell."""
    table = row.getparent()
    first = next(table.iterchildren("tr"), None) if table is not None else None
    if first is None or first is row:
        return False
    cells = islice(first.iterchildren(*_CELLS), _COLUMNS)
    return sum(any(text.strip() for text in islice(cell.itertext(), _COLUMNS)) for cell in cells) > 2
