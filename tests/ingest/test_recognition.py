"""Words on pictures and scans are read where that is asked for, and never taken for sure."""

import io
import struct

import pytest
from PIL import Image, ImageDraw, ImageFont

from briefs.mail import CarrierKind
from ingest.isolation import Child
from ingest.limits import Limits
from tests.extracting import shared_extractor
from tests.ingest.reading_help import content
from tests.ingest.test_carriers import mail
from tests.servers import program

OCR = Limits(ocr=True)


@pytest.fixture(autouse=True)
def _tesseract() -> None:
    program("tesseract", "tesseract-ocr")


def drawn(words: str, form: str) -> bytes:
    image = Image.effect_noise((1200, 700), 6).convert("RGB")
    ImageDraw.Draw(image).text((60, 60), words, fill=(0, 0, 0), font=ImageFont.load_default(44))
    file = io.BytesIO()
    image.save(file, form)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "kind", "form"), [("brief.png", "image/png", "PNG"), ("brief.pdf", "application/pdf", "PDF")]
)
def test_the_words_on_a_picture_are_content_that_nobody_is_sure_of(name: str, kind: str, form: str) -> None:
    file = drawn("Please make three banners.\nThe budget is $6,000.", form)
    found = mail([(name, kind, file)], text="Hi Sam,", limits=OCR)

    assert content(found) == "Hi Sam, Please make three banners. The budget is $6,000."
    assert found.uncertain_parts == ("2",)
    assert [each.kind for each in found.carriers] == [CarrierKind.PICTURE if form == "PNG" else CarrierKind.SCAN]
    assert f"{name}: its words were read off a picture and may be wrong" in found.notes
    assert {finding.confidence for finding in shared_extractor().read(found).found} == {0.4}


def test_pictures_are_not_read_unless_asked_for() -> None:
    assert content(mail([("brief.png", "image/png", drawn("Three banners", "PNG"))])) == "See below."


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (b"\x89PNG\r\n\x1a\n broken", "unreadable"),
        (b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 60_000, 60_000, 1, 24, *[0] * 6), "too large"),
    ],
)
def test_a_hostile_picture_ends_with_a_reason(data: bytes, outcome: str) -> None:
    with Child(OCR) as child:
        assert child.read("picture", data).outcome == outcome
