"""What is asked of the client, from the mail to the summary: of a request alone, and only what it leaves open."""

from pathlib import Path

import pytest

from inbrief.views import brief_view
from store import briefs
from tests.inbrief.house import a_request, agency, drop, mails, story

pytestmark = pytest.mark.smoke


def _summary(folder: Path) -> str:
    mail = next(mail for mail in mails(folder) if "ana.lund" in mail["To"])
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_a_bare_request_is_asked_for_what_its_kind_of_job_needs(tmp_path: Path) -> None:
    drop(tmp_path, a_request(body="Hi Ana, please make a flyer for our open day. Tone: warm and plain."))

    with agency(tmp_path) as app:
        story(app)
        with app.database.reading() as tx:
            view = brief_view(tx, briefs.list_briefs(tx)[0].id, app.directory)

    assert [question.need for question in view.questions] == [
        "due",
        "budget",
        "size",
        "print_run",
        "printer",
        "objective",
    ]
    told = _summary(tmp_path)
    assert (
        "ASK THE CLIENT\n  By when is it needed?\n  What is the budget?\n  Which size or format for the flyer?\n"
        in told
    )
    assert "and 2 more on the page" in told
    assert "warm and plain" in told


def test_what_a_mail_calls_off_is_asked_nothing(tmp_path: Path) -> None:
    drop(tmp_path, a_request(body="Hi Ana, please stop all work on the flyer, we have to cancel it."))

    with agency(tmp_path) as app:
        story(app)
        with app.database.reading() as tx:
            assert all(not brief_view(tx, row.id, app.directory).questions for row in briefs.list_briefs(tx))
