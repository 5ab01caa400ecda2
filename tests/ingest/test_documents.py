"""Documents of other programs are read as a person sees them."""

import io
import re

import openpyxl
import pypdf
import pytest
from docx.document import Document
from odfdo import Cell, Element, List, Paragraph, Row, Table
from odfdo import Document as OpenDocument
from pptx import Presentation
from pptx.util import Inches

from ingest.isolation import Child
from ingest.limits import Limits
from tests.ingest.documents import archive, markup, pdf, saved, word

PLACEHOLDER = (
    "<w:p><w:r><w:t>Three</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>"
    "<w:t>Click or tap here to enter text.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
)
CELL_CONTROL = (
    "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>Budget</w:t></w:r></w:p></w:tc></w:sdtContent>"
    "</w:sdt><w:tc><w:p><w:r><w:t>$6,000</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
TRACKED = "<w:p><w:del><w:r><w:delText>Two</w:delText></w:r></w:del><w:ins><w:r><w:t>Three</w:t></w:r></w:ins></w:p>"
BOX = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Three</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
ENTITIES = b"<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><a>&c;</a>"
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


def lines(kind: str, content: bytes, limits: Limits = Limits()) -> list[str]:  # noqa: B008  # frozen
    """The file's filled lines; its outcome where it gives none."""
    with Child(limits) as child:
        answer = child.read(kind, content)
    return [line for line in answer.text.split("\n") if line.strip()] or [answer.outcome]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (TRACKED, "Three"),
        ("<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Two</w:t></w:r><w:r><w:t>Three</w:t></w:r></w:p>", "Three"),
        ('<w:p><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>Three</w:t></w:r></w:p>', "Three"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Two</w:t></w:r><w:r><w:t>Three</w:t></w:r></w:p>", "Three"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>Three</w:t></w:r></w:p></w:sdtContent></w:sdt>", "Three"),
        (PLACEHOLDER, "Three"),
        (BOX, "Three"),
        ('<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>Three</w:t></w:r></w:fldSimple></w:p>', "Three"),
        ("<w:p><w:r><w:t>high</w:t><w:noBreakHyphen/><w:t>rise</w:t></w:r></w:p>", "high-rise"),
        (CELL_CONTROL, "Budget: $6,000"),
    ],
)
def test_a_word_file_reads_as_it_is_shown(body: str, seen: str) -> None:
    assert lines("docx", word(lambda document: markup(document, body))) == [seen]


def test_headers_footers_and_comments_of_a_word_file_are_no_words_of_the_brief() -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Acme confidential"
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        paragraph = document.add_paragraph("Three banners")
        document.add_comment(paragraph.runs, text="why three?", author="Sam", initials="S")

    assert lines("docx", word(fill)) == ["Three banners"]


def test_a_running_head_of_a_pdf_is_told_once_and_page_numbers_never() -> None:
    content = pdf([["Spring brief", f"Words of page {n * 7}.", f"Page {n} of 3"] for n in (1, 2, 3)])

    assert lines("pdf", content) == ["Spring brief", "Words of page 7.", "Words of page 14.", "Words of page 21."]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["Print the bro-", "chure. A brochure."], ["Print the", "brochure. A brochure."]),
        (["Paper of high-", "quality stock."], ["Paper of", "high-quality stock."]),
        (["Three banners -", "two films."], ["Three banners -", "two films."]),
        (["From 2024-", "Then on."], ["From 2024-", "Then on."]),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole(written: list[str], read: list[str]) -> None:
    assert lines("pdf", pdf([written])) == read


def test_a_filled_pdf_form_reads_as_labels_and_values() -> None:
    content = pdf([["Brief"]], form={"form1[0].Budget_total": "6,000 EUR", "goLive": "June 12", "Empty": ""})

    assert lines("pdf", content) == ["Brief", "Budget total: 6,000 EUR", "go Live: June 12"]


def test_a_pdf_of_pictures_is_a_scan() -> None:
    assert lines("pdf", pdf([["Scan 0001"]], picture=True)) == ["no text"]


def test_a_pdf_under_a_password_says_so() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([["Three banners"]])))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)

    assert lines("pdf", file.getvalue()) == ["encrypted"]


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([["Three banners"]])))
    writer.encrypt("", "owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)

    assert lines("pdf", file.getvalue()) == ["Three banners"]


def test_hidden_rows_and_columns_of_a_sheet_are_not_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Budget", "margin", "$6,000"], ["Costs", "x", "$9"]):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True

    assert lines("xlsx", saved(book)) == ["Budget: $6,000"]


def test_a_cell_far_out_costs_no_time() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"], sheet["XFD1048576"] = "Budget", "$6,000", "x"

    assert lines("xlsx", saved(book), Limits(attachment_seconds=2)) == ["Budget: $6,000"]


def test_what_counts_of_a_file_is_the_work_and_not_the_waiting() -> None:
    with Child(Limits()) as child:
        answer = child.read("xlsx", saved(openpyxl.Workbook()))

    assert 0 < answer.seconds < Limits().attachment_seconds


def test_slides_are_read_in_order_without_notes_and_hidden_ones() -> None:
    deck = Presentation()
    for number, title in enumerate(("Spring brief", "Secret", "Budget")):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "Three banners\nOne film" if not number else "$6,000"
        slide.notes_slide.notes_text_frame.text = "do not say this"
        if title == "Secret":
            slide.element.set("show", "0")
    table = deck.slides[2].shapes.add_table(1, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Live", "June 12"

    first, last = ["Spring brief", "- Three banners", "- One film"], ["Budget", "$6,000", "Live: June 12"]
    assert lines("pptx", saved(deck)) == first + last


def test_an_open_document_text_reads_like_a_word_file() -> None:
    document = OpenDocument("text")
    document.body.clear()
    document.body.append(Paragraph("Spring brief"))
    document.body.append(List(["Three banners", "One film"]))
    table = Table("Form")
    table.append(Row())
    table.set_row_cells(0, [Cell(text="Budget", value="Budget"), Cell(text="6.000 €", value="6.000 €")])
    document.body.append(table)
    document.body.append(Element.from_tag("<office:annotation><text:p>why three?</text:p></office:annotation>"))

    assert lines("odf", saved(document)) == ["Spring brief", "- Three banners", "- One film", "Budget: 6.000 €"]


def test_an_open_document_sheet_shows_its_cells_as_they_are_shown() -> None:
    document = OpenDocument("spreadsheet")
    document.body.clear()
    table = Table("Form")
    table.append(Row())
    table.set_row_cells(0, [Cell(text="Live", value="Live"), Cell(text="12. Juni", value="2026-06-12")])
    document.body.append(table)

    assert lines("odf", saved(document)) == ["Live: 12. Juni"]


def test_an_rtf_file_keeps_letters_outside_ascii_and_its_table() -> None:
    content = (
        rb"{\rtf1\ansi\ansicpg1252 Spring \'a36,000\par \trowd\cellx1\cellx2 Live\cell June 12\cell\row One film\par}"
    )

    assert lines("rtf", content) == ["Spring £6,000", "Live: June 12", "One film"]


def test_a_page_is_laid_out_like_a_mail() -> None:
    assert lines("html", b"<p>Spring</p><ul><li>Three banners</li></ul><p hidden>x</p>") == [
        "Spring",
        "- Three banners",
    ]


def test_a_broken_file_does_not_take_the_next_one_with_it() -> None:
    with Child(Limits()) as child:
        outcomes = [
            child.read("docx", content).outcome for content in (b"PK\3\4 broken", word(lambda d: d.add_paragraph("x")))
        ]

    assert outcomes == ["unreadable", "read"]


@pytest.mark.parametrize(
    ("kind", "content", "outcome"),
    [
        ("docx", archive({"word/document.xml": b" " * 50_000_000}), "too large"),
        ("odf", archive({"content.xml": ENTITIES}), "no text"),
        ("odf", archive({"content.xml": OUTSIDE}), "no text"),
        ("odf", archive({"content.xml": b"<a>" * 100_000}), "unreadable"),
        ("rtf", b"{\\rtf1" + b"{" * 1_000_000, "no text"),
        ("pdf", b"%PDF-1.4\n" + b"1 0 obj\n" * 100_000, "unreadable"),
        ("pptx", b"PK\3\4", "unreadable"),
        ("tnef", b"\x78\x9f\x3e\x22\1\0\1" + bytes(2_000_000), "too large"),
        ("xlsx", archive({"xl/workbook.xml": b"<workbook/>"}), "unreadable"),
    ],
)
def test_a_hostile_file_ends_with_a_reason(kind: str, content: bytes, outcome: str) -> None:
    assert lines(kind, content) == [outcome]


def test_a_file_that_takes_too_long_is_stopped() -> None:
    slow = re.sub(rb"T\* ET", b"T* " + b"(a) Tj " * 2_000_000 + b"ET", pdf([["x"]]))

    assert lines("pdf", slow, Limits(attachment_seconds=1)) == ["too slow"]
