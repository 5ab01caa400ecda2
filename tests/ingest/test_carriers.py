"""What came with a mail and may hold the request beside its words."""

import email.message
import io

import pytest
from PIL import Image

from briefs.mail import CarrierKind, Mail
from briefs.pictures import size_of
from ingest.limits import Limits
from ingest.reading import read_message
from tests.ingest.documents import pdf
from tests.ingest.reading_help import ARRIVED

PHOTO = (800, 600)
LINKS = {
    "https://we.tl/t-AbC123",
    "https://drive.google.com/file/d/1x/view",
    "https://northpeak.sharepoint.com/:b:/s/mkt/Ea1",
    "https://www.dropbox.com/scl/fi/x/brief.pdf?dl=0",
    "https://cloud.northpeak.example/s/aB3dE5fG7hJ9kLm",
}
NO_LINKS = {
    "https://www.dropbox.com/pricing",
    "https://northpeak.example/about",
    "https://drive.google.com/",
    "https://notwe.tl/t-AbC123",
    "https://www.google.com/maps/place/x",
}


def picture(size: tuple[int, int], form: str = "PNG") -> bytes:
    """One that weighs what a photograph of this size does."""
    file = io.BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(file, form)
    return file.getvalue()


def mail(
    files: list[tuple[str, str, bytes]],
    *,
    text: str = "See below.",
    page: str = "",
    shown: bytes | None = None,
    author: str = "dana@northpeak.example",
    limits: Limits = Limits(),  # noqa: B008  # frozen
) -> Mail:
    """A mail with attached files, and a page that shows a picture as cid:one."""
    message = email.message.EmailMessage()
    message["From"], message["To"] = author, "intake@brightwater.example"
    message["Subject"], message["Date"] = "Spring", "Tue, 03 Mar 2026 09:14:00 -0500"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
        if shown is not None:
            pages = message.get_payload()
            assert isinstance(pages, list)
            assert isinstance(pages[1], email.message.EmailMessage)
            pages[1].add_related(shown, "image", "png", cid="<one>", filename="image001.png")
    for name, kind, content in files:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, main, sub, filename=name)
    return read_message(message.as_bytes(), ARRIVED, limits=limits)


@pytest.mark.parametrize(
    ("name", "kind", "content", "carrier"),
    [
        ("photo.png", "image/png", picture(PHOTO), CarrierKind.PICTURE),
        ("note.m4a", "audio/mp4", b"x", CarrierKind.SOUND),
        ("note.mov", "application/octet-stream", b"x", CarrierKind.FILM),
        ("brief.pdf", "application/pdf", pdf([["Scan 1"]], picture=True), CarrierKind.SCAN),
        ("brief.docx", "application/octet-stream", b"PK\3\4broken", CarrierKind.FILE),
        ("brief.zip", "application/zip", b"PK\3\4", CarrierKind.FILE),
        ("brief.pages", "application/octet-stream", b"PK\3\4", CarrierKind.FILE),
        ("layout.indd", "application/octet-stream", b"\6\6", CarrierKind.FILE),
    ],
)
def test_a_file_that_was_not_read_may_hold_the_request(
    name: str, kind: str, content: bytes, carrier: CarrierKind
) -> None:
    found = mail([(name, kind, content)])

    assert [(each.kind, each.name) for each in found.carriers] == [(carrier, name)]


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("brief.pdf", "application/pdf", pdf([["Three banners by June 12 for $6,000."]])),
        ("dana.vcf", "text/vcard", b"BEGIN:VCARD"),
        ("smime.p7s", "application/pkcs7-signature", b"0"),
        ("logo.png", "image/png", picture((120, 60))),
        ("pixel.gif", "image/gif", picture((1, 1), "GIF")),
        ("notes.txt", "text/plain", b"Three banners"),
    ],
)
def test_what_was_read_and_small_things_hold_no_request(name: str, kind: str, content: bytes) -> None:
    assert mail([(name, kind, content)]).carriers == ()


@pytest.mark.parametrize(
    ("page", "carriers", "outcome"),
    [
        ("<p>Like this:</p><p><img src='cid:one'></p><p>-- <br>Dana</p>", 1, "kept"),
        ("<p>Three banners please.</p><p>-- <br>Dana López<br><img src='cid:one'></p>", 0, "logo"),
        ("<p>Yes.</p><blockquote type=cite><p>This?</p><img src='cid:one'></blockquote>", 0, "inline"),
    ],
)
def test_a_picture_in_the_page_counts_where_the_words_around_it_do(page: str, carriers: int, outcome: str) -> None:
    found = mail([], page=page, shown=picture(PHOTO))

    assert len(found.carriers) == carriers
    assert [each.outcome for each in found.attachments] == [outcome]


@pytest.mark.parametrize("address", sorted(LINKS))
@pytest.mark.parametrize("page", [False, True])
def test_a_shared_file_is_known_by_its_address(address: str, page: bool) -> None:
    found = (
        mail([], page=f"<p>The <a href='{address}'>brief</a></p>") if page else mail([], text=f"Brief: <{address}>.")
    )

    assert [(each.kind, each.name, each.part) for each in found.carriers] == [(CarrierKind.LINK, address, "")]


@pytest.mark.parametrize("address", sorted(NO_LINKS))
def test_other_addresses_share_no_file(address: str) -> None:
    assert mail([], text=f"Look at {address} please.").carriers == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwe.tl%2Ft-AbC123&data=05",
        "https://urldefense.com/v3/__https://we.tl/t-AbC123__;!!x!y$",
        "https://www.google.com/url?q=https://we.tl/t-AbC123&sa=D",
    ],
)
def test_a_gateway_does_not_hide_a_shared_file(address: str) -> None:
    assert [each.name for each in mail([], text=f"Brief: {address}").carriers] == ["https://we.tl/t-AbC123"]


def test_a_link_in_a_signature_or_in_quoted_mail_is_none() -> None:
    text = (
        "Yes please.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Sam <sam@brightwater.example> wrote:\n> https://we.tl/t-AbC123\n"
    )

    assert mail([], text=text).carriers == ()


@pytest.mark.parametrize("form", ["PNG", "GIF", "JPEG", "BMP", "WEBP"])
def test_a_picture_tells_its_size(form: str) -> None:
    assert size_of(picture((321, 123), form)) == (321, 123)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"\xff\xd8" + b"\xff\xe0\0\0" * 100_000, b"RIFF0000WEBPVP8X"])
def test_a_broken_picture_has_no_size(content: bytes) -> None:
    assert size_of(content) is None
