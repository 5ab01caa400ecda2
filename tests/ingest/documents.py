"""Files as other programs write them, for the tests."""

import io
import zipfile
from collections.abc import Callable, Sequence

import docx
from docx.document import Document
from docx.oxml.parser import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]  # every writer has it
    return file.getvalue()


def word(fill: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    return saved(document)


def markup(document: Document, body: str) -> None:
    """Appends WordprocessingML as Word writes it."""
    for element in parse_xml(f"<w:body {W}>{body}</w:body>"):
        document.element.body.insert_element_before(element, "w:sectPr")


def pdf(pages: Sequence[Sequence[str]], *, form: dict[str, str] | None = None, picture: bool = False) -> bytes:
    """A PDF with one line under the other on each page, a form's fields, and a picture in its resources."""
    objects: list[bytes] = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    if picture:
        objects.append(
            _stream(b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\0")
        )
    image = b"/XObject<</I 4 0 R>>" if picture else b""
    kids = []
    for lines in pages:
        shown = b"".join(b"(%s) Tj T* " % _escaped(line) for line in lines)
        objects.append(_stream(b"", b"BT /F 12 Tf 14 TL 72 760 Td " + shown + b"ET"))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>%s>>/Contents %d 0 R>>"
            % (image, len(objects))
        )
        kids.append(len(objects))
    fields = []
    for name, value in (form or {}).items():
        objects.append(b"<</FT/Tx/T(%s)/V(%s)>>" % (_escaped(name), _escaped(value)))
        fields.append(b"%d 0 R" % len(objects))
    acro = b"/AcroForm<</Fields[%s]>>" % b" ".join(fields) if fields else b""
    objects[0] = b"<</Type/Catalog/Pages 2 0 R%s>>" % acro
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _file(objects)


def _escaped(line: str) -> bytes:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return content + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(content)
    )  # fmt: skip


def archive(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return file.getvalue()
