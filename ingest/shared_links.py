"""Addresses behind which files are shared, by host and path, as data."""

import functools
import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

# A host (its subdomains too) and what the path of a shared file begins with; "" where any path is one.
_SHARES = """
drive.google.com /file /drive /open /folderview /uc
docs.google.com /document /spreadsheets /presentation /file /drawings
photos.google.com /share
photos.app.goo.gl /
sharepoint.com /:  /sites/ /personal/ /teams/
onedrive.live.com /
1drv.ms /
dropbox.com /s/ /sh/ /scl/ /t/ /transfer /paper /l/
paper.dropbox.com /doc
db.tt /
we.tl /
wetransfer.com /downloads /previews
collect.wetransfer.com /board
fromsmash.com /
transfernow.net /dl /en/dl /fr/dl /de/dl /es/dl
swisstransfer.com /d/
filemail.com /d/ /t/
hightail.com /download /space /u/ /receive
box.com /s/ /v/ /file /folder /shared
icloud.com /iclouddrive /attachment /photos /sharedalbum /pages /numbers /keynote /notes
share.icloud.com /
frame.io /
f.io /
figma.com /file /design /proto /board /slides /deck
miro.com /app/board /welcomeonboard
canva.com /design
canva.link /
mega.nz /file /folder /#
mediafire.com /file /folder
sendgb.com /
sendspace.com /file
drive.proton.me /urls
pcloud.link /publink
sync.com /dl
kdrive.infomaniak.com /app/share
disk.yandex.ru /d/ /i/
disk.yandex.com /d/ /i/
yadi.sk /d/ /i/
pan.baidu.com /s/
egnyte.com /dl /fl
sharefile.com /d- /d/ /share /f
acrobat.adobe.com /id /link
assets.adobe.com /
xd.adobe.com /view
indd.adobe.com /view
new.express.adobe.com /
express.adobe.com /page
airtable.com /shr /app
notion.so /
notion.site /
coda.io /d/
milanote.com /
mural.co /t/
app.mural.co /t/
loom.com /share
evernote.com /shard /l/
quip.com /
zoho.com /file
workdrive.zohopublic.com /external /file
padlet.com /
slides.com /
pitch.com /public /v/
prezi.com /view /p/
gamma.app /docs
brandfolder.com /
trello.com /c/ /b/
bynder.com /share /m/ /transfer
dracoon.cloud /#/public
"""
# A house's own Nextcloud or ownCloud: a token of its length behind /s/.
_OWN_CLOUD = re.compile(r"(?:/index\.php)?/s/[A-Za-z0-9]{15,16}(?:/download)?/?")
# Gateways that rewrite links, and the parameter that holds what was written.
_GATEWAYS = {
    "safelinks.protection.outlook.com": "url",
    "google.com": "q",
    "linkprotect.cudasvc.com": "a",
    "protect-links.mimecast.com": "domain",
}
_PROOFPOINT = re.compile(r"/v3/__(.{1,2000}?)__;")
_EDGES = "<>()[]{}\"'“”‘’.,;:!?*_|"
_LONGEST = 2000


@functools.cache
def _paths() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in _SHARES.strip().split("\n"):
        host, *paths = line.split()
        table[host] = tuple(paths)
    return table


def shared_in(text: str) -> Iterator[str]:
    """Addresses of shared files in running text, with a scheme or without."""
    for word in text.split():
        if "/" in word and "." in word and (found := shared(word.strip(_EDGES))):
            yield found


def shared(address: str) -> str:
    """The address as it was before gateways rewrote it, where it is one of a shared file; else ""."""
    for _ in range(3):
        parts = _split(address)
        if parts is None:
            return ""
        behind = _behind(parts)
        if not behind:
            return address if _is_share(parts) else ""
        address = behind
    return ""


def _is_share(parts: SplitResult) -> bool:
    if _OWN_CLOUD.fullmatch(parts.path):
        return True
    path = parts.path + (f"#{parts.fragment}" if parts.fragment else "")
    labels = (parts.hostname or "").split(".")
    for first in range(min(len(labels) - 1, 6)):
        starts = _paths().get(".".join(labels[first:]))
        if starts is not None:
            return len(path) > 1 and path.lower().startswith(starts)
    return False


def _split(address: str) -> SplitResult | None:
    if len(address) > _LONGEST:
        return None
    if "://" not in address:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        return parts if parts.scheme.lower() in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def _behind(parts: SplitResult) -> str:
    """What a gateway's address leads to, "" where it is none."""
    host = parts.hostname or ""
    if host.endswith(("urldefense.com", "urldefense.proofpoint.com")):
        wrapped = _PROOFPOINT.match(parts.path + (f"?{parts.query}" if parts.query else ""))
        return wrapped[1] if wrapped else ""
    for gateway, parameter in _GATEWAYS.items():
        if host == gateway or host.endswith(f".{gateway}"):
            if gateway == "google.com" and parts.path != "/url":
                return ""
            return unquote(parse_qs(parts.query, max_num_fields=100).get(parameter, [""])[0])
    return ""
