"""Which part is the body: the page that a person sees, unless the plain text says more."""

from ingest.charsets import decode
from ingest.html import read_html
from ingest.lines import EMPTY, Rendered
from ingest.mime import Part, is_flowed
from ingest.plain import read_plain

_MUCH_RICHER = 0.6


def body_of(parts: list[Part]) -> tuple[Rendered, str]:
    """The body's lines and its part's specifier; "" when there is none.

    HTML is what programs show, and only it has struck-out words, lists and tables; the plain text is taken where the
    page holds less than three fifths of its words (a page made of pictures, a stub).
    """
    texts = [part for part in parts if is_text(part)]
    page = next((part for part in texts if part.content_type == "text/html"), None)
    plain = next((part for part in texts if part.content_type != "text/html"), None)
    shown = _render(page) if page is not None else EMPTY
    if page is not None and (plain is None or _holds_enough(shown, len(plain.content.split()))):
        return shown, page.specifier if shown.lines else ""
    if plain is None:
        return EMPTY, ""
    rendered = _render(plain)
    if page is not None and shown.lines and _holds_enough(shown, len(rendered.text.split())):
        return shown, page.specifier
    return rendered, plain.specifier if rendered.lines else ""


def _holds_enough(shown: Rendered, words: int) -> bool:
    return bool(shown.lines) and len(shown.text.split()) >= _MUCH_RICHER * words


def is_text(part: Part) -> bool:
    """A part that programs show in the message's window."""
    return part.content_type in ("text/plain", "text/html") and part.disposition != "attachment" and not part.name


def _render(part: Part) -> Rendered:
    text, _ = decode(part.content, part.charset)
    if part.content_type == "text/html":
        return read_html(text)
    flowed, delsp = is_flowed(part)
    return read_plain(text, flowed=flowed, delsp=delsp)
