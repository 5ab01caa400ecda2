"""What stands around a person's words is no content, and their words are."""

import pytest

from briefs.mail import Address, Mail, SegmentKind
from ingest.contacts import contact_of
from ingest.lines import Line
from ingest.signatures import dress
from tests.ingest.reading_help import HEAD, content, read, words
from tests.ingest.signature_mails import LETTERS, Letter

DANA = Address("dana.lopez@northpeak.example", "Dana López")
BODY = "Hi Sam,\n\nWe need three banners by June 12.\n\n"


def kept(text: str, author: Address = DANA) -> str:
    """The content lines of a letter, joined by a slash."""
    lines = [Line(0, line) for line in text.split("\n")]
    kinds = dress(lines, author)
    return " / ".join(
        line.text for line, kind in zip(lines, kinds, strict=True) if kind is SegmentKind.CONTENT and line.text
    )


@pytest.mark.parametrize(
    "ending",
    [
        "-- \nDana López\nNorthpeak Bank | 612-555-0149 | rates from $9.99",
        "Best,\nDana",
        "Best regards,\n\nDana López\nMarketing Manager\nNorthpeak Bank, founded 1909\n$0 fees until 12/31",
        "Thanks!\nDana",
        "Dana",
        "- Dana",
        "D.",
        "DL",
        "dl",
        "dana x",
        "Dana López, Head of Marketing, Northpeak Bank",
        "Dana López | Northpeak | open 9-5",
        "López",
        "D. López\nMarketing",
        "Mit freundlichen Grüßen\nDana López",
        "Viele Grüße\n\nDana",
        "Cordialement,\nDana López\nDirectrice",
        "Un saludo,\nDana",
        "Cordiali saluti\nDana",
        "Met vriendelijke groet,\nDana",
        "Pozdrawiam\nDana",
        "Med vänliga hälsningar\nDana",
        "Terveisin\nDana",
        "С уважением,\nDana",
        "Looking forward to it!\n\nDana",
        "In haste and hope,\nDana",
        "Cheers\nDana\n\nNorthpeak Bank, 06 555 0136, open 7.30 to 5, Sat till 12",
        "Dana\nup at 4 am, asleep by 8, call in between",
        "Thanks,\nDana\n\nSent from my iPhone",
        "Sent from my iPhone",
        "Get Outlook for iOS",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Dana\n\nThis e-mail is confidential and intended only for the addressee. Fine of up to $50,000.",
        "CONFIDENTIALITY NOTICE: penalties of up to $50,000 under 45 CFR 160.",
        "Dana\nPlease consider the environment before printing this e-mail.",
    ],
)
def test_what_follows_the_words_is_not_content(ending: str) -> None:
    assert kept(BODY + ending) == "Hi Sam, / We need three banners by June 12."


@pytest.mark.parametrize(
    "text",
    [
        "Hi Sam,\n\nThanks for the call. We need a film.",
        "Dana here from Northpeak.\nWe need a film.",
        "Dana\nLópez is how the name must be split on the sign, in two lines as here.",
        "Thank you for the socks!\n\nNow we need a film, and we need it by June 12.",
        "Best of all would be a film.\n\nIt should run on June 12.",
        "We need:\n\nBanners\n\nA film",
        "Regards from the board: they want a film and three banners by June 12 at the latest.",
        "We will print 2,000.\n\nNo small print, please.",
        "This message must be on every piece: be kind.",
        "Keep the launch confidential until 1 May.",
        "Please do not use external photographers.",
        "Call me on 612-555-0149 when it is ready.",
        "Love the green one, best of the three.",
    ],
)
def test_words_are_not_taken_for_a_signature(text: str) -> None:
    assert kept(text) == " / ".join(line for line in text.split("\n") if line)


@pytest.mark.parametrize("postscript", ["PS: the logo must be green.", "P.S. Also a film, please.", "Oh, and a film!"])
def test_a_postscript_under_the_name_is_content(postscript: str) -> None:
    assert kept(f"{BODY}Best,\nDana\n\n{postscript}").endswith(postscript)


def test_a_paragraph_that_speaks_on_under_the_name_is_content() -> None:
    text = f"{BODY}Dana\n\nI forgot to say that we also need a version for the phone, please."

    assert kept(text).endswith("I forgot to say that we also need a version for the phone, please.")


def test_a_list_under_a_signature_in_the_middle_is_content() -> None:
    pieces = "\n".join(f"- a banner for shop number {number}, in the colours of that town" for number in range(1, 15))

    assert kept(f"{BODY}Dana López\nNorthpeak Bank\n\n{pieces}").endswith("shop number 14, in the colours of that town")


@pytest.mark.parametrize(
    "banner",
    [
        "[EXTERNAL]",
        "[EXTERNAL EMAIL]",
        "CAUTION: This email originated from outside of the organization. Do not click links until June 1.",
        "External email: use caution.\nDo not click links from senders you do not recognize.",
        "You don't often get email from dana@northpeak.example. Learn why this is important",
        "ACHTUNG: Diese E-Mail stammt von einem externen Absender.",
        "ATTENTION : ce message provient de l'extérieur.",
        "[EXTERN] Diese Nachricht wurde von außerhalb des Hauses gesendet.",
    ],
)
def test_a_gateways_banner_is_no_content(banner: str) -> None:
    assert kept(f"{banner}\n\nWe need a film.") == "We need a film."


def test_a_list_footer_is_no_content() -> None:
    mail = read(
        "We need a film.\n\nDana\n\n-- \nYou received this message because you are subscribed to the Google Groups "
        '"intake" group.\nTo unsubscribe from this group, write to x@y.example.\n'
    )

    assert content(mail) == "We need a film."


def test_nothing_around_the_words_is_dropped() -> None:
    mail = read(f"[EXTERNAL]\n\n{BODY}Best,\nDana\n\nSent from my iPhone\n\nThis e-mail is confidential.\n")

    kinds = (SegmentKind.BANNER, SegmentKind.SIGNATURE, SegmentKind.FOOTER, SegmentKind.DISCLAIMER)
    assert [words(mail, kind) for kind in kinds] == [
        "[EXTERNAL]",
        "Best, Dana",
        "Sent from my iPhone",
        "This e-mail is confidential.",
    ]


@pytest.mark.parametrize("line", ["thanks, we send it tomorrow.", "Love it, go ahead.", "Best is what we need."])
def test_a_sentence_that_begins_like_a_closing_is_content(line: str) -> None:
    mail = read(f"Hi Sam,\n\n{line}\n\nDana\n")

    assert content(mail) == f"Hi Sam, {line}"


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_only_the_writers_words_are_kept(letter: Letter) -> None:
    assert content(received(letter)) == letter.kept


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_a_signature_tells_who_signed(letter: Letter) -> None:
    assert received(letter).contact == letter.contact


def test_in_a_forward_the_clients_signature_counts() -> None:
    mail = read(
        "Please log this.\n\nSam Ortiz\nBrightwater LLC\n+44 20 7946 0999\n\n---------- Forwarded message ---------\n"
        "From: Dana López <dana@northpeak.example>\nDate: Mon, 2 Mar 2026 at 09:00\nSubject: Spring\n"
        "To: Sam Ortiz <sam@brightwater.example>\n\nWe need a film.\n\nBest,\nDana López\nNorthpeak Bank\n+49 40 "
        "555 0123\n",
        head=HEAD.replace("Dana López <dana@northpeak.example>", "Sam Ortiz <sam@brightwater.example>"),
    )

    assert mail.contact is not None
    assert (mail.contact.name, mail.contact.phone, mail.contact.country) == ("Dana López", "+49 40 555 0123", "DE")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Adelaide SA 5000", "company", ""),
        ("Ennis, Co. Clare", "company", ""),
        ("Fax +49 40 555 0124", "phone", ""),
        ("HRB 123456789", "phone", ""),
        ("Open since 12.05.1987", "phone", ""),
        ("+1 612 555 0149", "country", ""),
        ("D-20457 Hamburg", "country", "DE"),
        ("8000 Zürich, Schweiz", "country", "CH"),
        ("1012 AB Amsterdam", "country", "NL"),
        ("London W1A 1AA", "country", "GB"),
        ("Georgia", "country", ""),
        ("Tel 0049 40 5550123", "country", "DE"),
        ("Paris | London | +33 1 99 00 12 34", "country", "FR"),
    ],
)
def test_a_line_of_a_signature_tells_no_more_than_it_says(line: str, field: str, value: str) -> None:
    assert getattr(contact_of(["Dana López", line], DANA), field) == value


def test_words_written_into_the_programs_signature_are_content() -> None:
    mail = read(
        '<div>Hi Sam</div><div class="gmail_signature"><div>Dana</div><p>Could you make it green?</p></div>',
        kind="html",
    )

    assert content(mail).endswith("Could you make it green?")


def received(letter: Letter) -> Mail:
    kind = "html" if letter.body.startswith("<") else "plain"
    head = HEAD.replace("Dana López <dana@northpeak.example>", letter.author)
    return read(f"{letter.body}\n", head=head, kind=f"{kind}; charset=utf-8")
