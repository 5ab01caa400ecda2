"""What an attached file is, by its first bytes, its name's ending and its type, in this order."""

_READ = {
    "docx": "docx dotx",
    "pdf": "pdf",
    "xlsx": "xlsx xlsm xltx",
    "pptx": "pptx ppsx potx",
    "odf": "odt ods odp ott fodt",
    "rtf": "rtf",
    "html": "html htm xhtml",
    "text": "txt md markdown text",
    "csv": "csv tsv",
    "calendar": "ics ical ifb vcs",
    "message": "msg",
    "mail": "eml",
    "sound": "mp3 m4a wav ogg oga opus amr aac flac wma aif aiff caf",
    "film": "mp4 mov m4v avi wmv mkv webm mpg mpeg 3gp",
    "picture": "png jpg jpeg gif webp bmp tif tiff heic heif avif",
    "card": "vcf",
    "signature": "p7s asc sig pgp",
}
_ENDINGS = {ending: kind for kind, endings in _READ.items() for ending in endings.split()}
_OFFICE = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    f"{_OFFICE}wordprocessingml.document": "docx",
    f"{_OFFICE}spreadsheetml.sheet": "xlsx",
    f"{_OFFICE}presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odf",
    "application/vnd.oasis.opendocument.spreadsheet": "odf",
    "application/vnd.oasis.opendocument.presentation": "odf",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "text/html": "html",
    "text/plain": "text",
    "text/markdown": "text",
    "text/x-markdown": "text",
    "text/csv": "csv",
    "text/calendar": "calendar",
    "application/ics": "calendar",
    "application/vnd.ms-outlook": "message",
    "application/ms-tnef": "tnef",
    "application/vnd.ms-tnef": "tnef",
    "text/vcard": "card",
    "text/x-vcard": "card",
    "application/pgp-signature": "signature",
    "application/pgp-keys": "signature",
    "application/pkcs7-signature": "signature",
    "application/x-pkcs7-signature": "signature",
}
_TNEF = b"\x78\x9f\x3e\x22"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_INSIDE = (
    (b"word/document.xml", "docx"),
    (b"xl/workbook.xml", "xlsx"),
    (b"ppt/presentation.xml", "pptx"),
    (b"mimetypeapplication/vnd.oasis.opendocument.", "odf"),
)
# What is known and not read, in words that say what to do about it.
_UNREAD = {
    "doc": "an old Word file; a .docx or a PDF of it can be read",
    "xls": "an old Excel file; a .xlsx of it can be read",
    "ppt": "an old PowerPoint file; a .pptx or a PDF of it can be read",
    "pages": "made with Apple Pages; a .docx or a PDF of it can be read",
    "numbers": "made with Apple Numbers; a .xlsx of it can be read",
    "key": "made with Apple Keynote; a .pptx or a PDF of it can be read",
    "p7m": "sealed with S/MIME; what is in it could not be read",
    "zip": "an archive; what is in it was not looked at",
    "rar": "an archive; what is in it was not looked at",
    "7z": "an archive; what is in it was not looked at",
    "gz": "an archive; what is in it was not looked at",
    "tar": "an archive; what is in it was not looked at",
}


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2].strip() if "." in name else ""


def kind_of(name: str, content_type: str, content: bytes) -> str:
    """How the file is read, or what it is: sound, film, picture, card, signature, encrypted; "" when not known."""
    ending = _ending(name)
    if content.startswith(_TNEF):
        return "tnef"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"{\\rtf"):
        return "rtf"
    if content.startswith(_OLE):
        return _kind_of_compound(content)
    if content.startswith(_ZIP):
        return _kind_of_archive(ending, content)
    if ending in ("doc", "xls") and content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(
        (b"<html", b"<!doc")
    ):
        return "html"  # web applications export pages under these names
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    if content_type in _TYPES:
        return _TYPES[content_type]
    main = content_type.partition("/")[0]
    return {"image": "picture", "audio": "sound", "video": "film"}.get(main, "")


def _kind_of_compound(content: bytes) -> str:
    """Outlook's messages, office files under a password and the old office formats share one container."""
    if "__properties_version1.0".encode("utf-16-le") in content:
        return "message"
    return "encrypted" if "EncryptedPackage".encode("utf-16-le") in content else ""


def _kind_of_archive(ending: str, content: bytes) -> str:
    kind = _ENDINGS.get(ending, "")
    if kind in ("docx", "xlsx", "pptx", "odf") or ending in _UNREAD:
        return kind
    return next((inside for mark, inside in _INSIDE if mark in content), "")


def why_unread(name: str) -> str:
    """What to say of a file of a kind that is known and not read; "" for others."""
    return _UNREAD.get(_ending(name), "")
