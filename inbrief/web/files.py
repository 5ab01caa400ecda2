"""Strangers' files: handed out as they came, in ways that no browser runs them."""

import re
import unicodedata
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response

from inbrief.web.visitor import SignedIn
from notify.headers import one_line
from notify.pictures import LARGEST_PICTURE, shown
from store.errors import NoSuch

routes = APIRouter()

_LONGEST_NAME = 150
_LONGEST_READ = 4000
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|;%\x00-\x1f\x7f]')
_HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "private, no-cache",  # asked for anew each time: what was purged is gone at once
}

MessageId = Annotated[int, Path(ge=1, lt=2**53)]
Sha256 = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]


@routes.get("/messages/{id}/files/{sha256}")
def file(here: SignedIn, request: Request, id: MessageId, sha256: Sha256) -> Response:
    """A file as it came, to be saved."""
    service = here.site.service
    name = next((one.name for one in service.message(id).files if one.sha256 == sha256), "")
    content = service.file(id, sha256)
    return _answer(request, content, sha256, _type_of(content), disposition("attachment", name))


@routes.get("/messages/{id}/pictures/{sha256}")
def picture(here: SignedIn, request: Request, id: MessageId, sha256: Sha256) -> Response:
    """A picture to be looked at; whatever else a file may be is not there."""
    found = shown(here.site.service.file(id, sha256), LARGEST_PICTURE)
    if found is None:
        raise NoSuch("picture", sha256)
    return _answer(request, found.content, sha256, found.content_type, "inline")


@routes.get("/messages/{id}/original")
def original(here: SignedIn, request: Request, id: MessageId) -> Response:
    """The whole message as it arrived (RFC 5322)."""
    content = here.site.service.original(id)
    return _answer(request, content, f"original-{id}", _BYTES, disposition("attachment", f"message-{id}.eml"))


_BYTES = "application/octet-stream"


def disposition(kind: str, name: str) -> str:
    """RFC 6266 with the name in plain ASCII and, where that loses something, in UTF-8 (RFC 8187)."""
    safe = _NOT_IN_A_NAME.sub("_", one_line(name, _LONGEST_READ)).strip(" .")
    stem, dot, ending = safe.rpartition(".")
    if len(safe) > _LONGEST_NAME:
        safe = f"{stem[: _LONGEST_NAME - 20]}{dot}{ending[:19]}" if dot else safe[:_LONGEST_NAME]
    safe = safe or "file"
    plain = unicodedata.normalize("NFKD", safe).encode("ascii", "ignore").decode() or "file"
    if plain == safe:
        return f'{kind}; filename="{plain}"'
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(safe, safe='')}"


def _type_of(content: bytes) -> str:
    """What the bytes surely are, where programs that open that do no harm; else bytes."""
    found = shown(content, LARGEST_PICTURE)
    if found is not None:
        return found.content_type
    return "application/pdf" if content.startswith(b"%PDF-") else _BYTES


def _answer(request: Request, content: bytes, tag: str, content_type: str, shown_as: str) -> Response:
    etag = f'"{tag}"'
    headers = _HEADERS | {"ETag": etag}
    if etag in (known.strip() for known in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=content_type, headers=headers | {"Content-Disposition": shown_as})
