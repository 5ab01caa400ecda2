"""A forward that does not tell whose words it holds: one answer of the account side names the client."""

from pathlib import Path

import pytest

from inbrief.build import App
from inbrief.errors import Refused
from store import briefs
from store.errors import StaleRevision
from tests.inbrief.house import a_request, agency, drop, story

NOBODYS = (
    "Can you take this?\n\n---------- Forwarded message ---------\n"
    "From: Dana Reyes\nDate: Tue, Mar 3, 2026 at 9:14 AM\nSubject: Zest card posters\nTo: Sam Ortiz\n\n\n"
    "Hi Sam,\n\nWe need two posters for the Zest card by June 12. Budget is $12,000.\n\nThanks,\nDana\n"
)
FORWARD = a_request(
    "<f1@brightwater.example>",
    sender="Sam Ortiz <sam.ortiz@brightwater.example>",
    subject="Fwd: Zest card posters",
    date="Tue, 03 Mar 2026 09:44:00 -0500",
    body=NOBODYS,
)


def without_a_client(app: App, folder: Path) -> int:
    """The number of a draft whose contact is unknown."""
    drop(folder, FORWARD)
    story(app)
    (view,) = app.desk.briefs()
    assert view.contact is None
    return view.number


def test_whoever_confirms_can_name_the_client_on_the_page(tmp_path: Path) -> None:
    with agency(tmp_path) as app:
        number = without_a_client(app, tmp_path)

        app.desk.name_client(number, 1, app.desk.actor("sam.ortiz@brightwater.example"), " Dana@Northpeak.example ")

        view = app.desk.brief(number)
        assert view.contact is not None
        assert (view.revision, view.client_id, view.contact.address) == (2, "northpeak", "dana@northpeak.example")
        assert [value.value for value in view.values] == [value.value for value in app.desk.brief(number, 1).values]


def test_naming_the_client_stands_in_the_history(tmp_path: Path) -> None:
    with agency(tmp_path) as app:
        number = without_a_client(app, tmp_path)

        app.desk.name_client(number, 1, app.desk.actor("sam.ortiz@brightwater.example"), "dana@northpeak.example")

        assert "Client named (revision 2)" in [line.what for line in app.desk.history(number)]


@pytest.mark.parametrize("address", ["ana.lund@brightwater.example", "somebody@brightwater.example", "Dana", ""])
def test_what_is_no_address_of_a_client_is_refused(tmp_path: Path, address: str) -> None:
    with agency(tmp_path) as app:
        number = without_a_client(app, tmp_path)

        with pytest.raises(Refused):
            app.desk.name_client(number, 1, app.desk.actor("sam.ortiz@brightwater.example"), address)


def test_who_saw_an_overtaken_revision_names_nobody(tmp_path: Path) -> None:
    with agency(tmp_path) as app:
        number = without_a_client(app, tmp_path)
        sam = app.desk.actor("sam.ortiz@brightwater.example")
        app.desk.name_client(number, 1, sam, "dana@northpeak.example")

        with pytest.raises(StaleRevision):
            app.desk.name_client(number, 1, sam, "eve@elsewhere.example")
        with app.database.reading() as tx:
            assert briefs.by_number(tx, number).client_id == "northpeak"
