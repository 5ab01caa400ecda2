"""What stands beside the words of a mail is kept with them."""

import dataclasses
import datetime as dt

from briefs.mail import Address, CalendarEntry, Carrier, CarrierKind, Contact
from store import absences, messages, retention
from store.database import Database
from store.own_keys import own_key
from tests.store.samples import NOW, mail, read, receive, seed

DAY = dt.date(2026, 3, 9)
MEETING = CalendarEntry("REQUEST", "u1", "Kick-off", "Room 2", Address("jo@northpeak.example", "Jo"), NOW, NOW)
LEAVE = CalendarEntry("", "u2", "Away", "", None, DAY, DAY)
PICTURE = Carrier(CarrierKind.PICTURE, "brief.png", "2")
LINK = Carrier(CarrierKind.LINK, "https://files.example/x")
CONTACT = Contact("Jo Park", "Northpeak Bank", "+1 555 0100", "US")


def test_carriers_appointments_and_the_contact_come_back_as_they_were(database: Database) -> None:
    held = dataclasses.replace(mail(), carriers=(PICTURE, LINK), entries=(MEETING, LEAVE), contact=CONTACT)
    with database.transaction() as tx:
        text_id = read(tx, receive(tx), held)

        kept = messages.text(tx, text_id)

    assert (kept.carriers, kept.entries, kept.contact) == (held.carriers, held.entries, CONTACT)


def test_a_mail_of_words_alone_has_nothing_beside_them(database: Database) -> None:
    with database.transaction() as tx:
        kept = messages.text(tx, read(tx, receive(tx)))

    assert (kept.carriers, kept.entries, kept.contact) == ((), (), None)


def test_the_same_words_with_another_thing_beside_them_are_another_reading(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)

        assert read(tx, id) != read(tx, id, dataclasses.replace(mail(), carriers=(PICTURE,)))


def test_what_stood_beside_the_words_is_forgotten_with_them(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)
        read(tx, id, dataclasses.replace(mail(), contact=CONTACT))
        messages.finish(tx, id, messages.get(tx, id).outcome.BRIEF, "", NOW)
        retention.purge(tx, NOW + dt.timedelta(days=1), NOW)
        kept = tx.exec_driver_sql("SELECT beside FROM mail_text").scalar_one()

    assert kept == "{}"


def test_how_the_author_is_vouched_for_is_kept_with_the_message(database: Database) -> None:
    with database.transaction() as tx:
        id = receive(tx)
        read(tx, id, dataclasses.replace(mail(), vouched="dmarc"))

        assert messages.get(tx, id).trust == "dmarc"


def test_who_is_away_is_known_until_the_day_they_are_back(database: Database) -> None:
    jo = "jo@northpeak.example"
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)
        for _ in range(2):
            absences.note(tx, client_id="northpeak", address=jo, back_on=DAY, message_id=id, now=NOW)

        assert [row.back_on for row in absences.away(tx, (jo, "li@x.example"), DAY - dt.timedelta(days=1))] == [DAY]
        assert absences.away(tx, (jo,), DAY) == ()


def test_the_note_made_last_counts(database: Database) -> None:
    jo = "jo@northpeak.example"
    with database.transaction() as tx:
        seed(tx)
        for uid, back_on in (("1", DAY + dt.timedelta(days=7)), ("2", DAY)):
            absences.note(tx, client_id=None, address=jo, back_on=back_on, message_id=receive(tx, uid), now=NOW)

        assert absences.away(tx, (jo,), DAY) == ()


def test_a_key_of_our_own_is_made_once(database: Database) -> None:
    with database.transaction() as tx:
        first = own_key(tx, "reply")
    with database.transaction() as tx:
        assert own_key(tx, "reply") == first
        assert own_key(tx, "other") != first
    assert len(first) == 32
