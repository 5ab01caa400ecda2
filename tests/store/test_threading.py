"""A later mail finds the briefs of its thread."""

import datetime as dt

from briefs.draft import MessageRole
from store import briefs, messages, outbox
from store.database import Database
from tests.store.samples import NOW, create, mail, one_brief, outgoing, read, receive, seed


def test_a_mail_that_answers_the_clients_finds_the_brief(database: Database) -> None:
    brief = one_brief(database)

    with database.reading() as tx:
        asked = ["<1@northpeak.example>", "<unknown@x.example>", ""]
        assert briefs.by_message_ids(tx, asked) == (("<1@northpeak.example>", brief.id),)


def test_a_mail_that_answers_the_forwarded_original_finds_the_brief(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        id = receive(tx)
        read(tx, id, mail(original_message_id="<original@northpeak.example>"))
        brief = create(tx, id)

        asked = ["<original@northpeak.example>"]
        assert briefs.by_message_ids(tx, asked) == (("<original@northpeak.example>", brief.id),)


def test_a_mail_that_answers_one_of_ours_finds_the_brief(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        outbox.queue(tx, outgoing(message_id="<ours@brightwater.example>"), brief_id=brief.id, now=NOW)
        outbox.queue(tx, outgoing("daily:1", message_id="<daily@brightwater.example>"), brief_id=None, now=NOW)

        asked = ["<ours@brightwater.example>", "<daily@brightwater.example>"]
        assert briefs.by_message_ids(tx, asked) == (("<ours@brightwater.example>", brief.id),)


def test_one_mail_may_stand_for_several_briefs(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        ((message, _),) = briefs.messages_of(tx, brief.id)
        other = create(tx, receive(tx, "2"))
        briefs.link(tx, message.id, other.id, MessageRole.MENTION)

        found = briefs.by_message_ids(tx, ["<1@northpeak.example>"])
        assert found == (("<1@northpeak.example>", brief.id), ("<1@northpeak.example>", other.id))


def test_asking_after_no_mail_finds_none(database: Database) -> None:
    one_brief(database)

    with database.reading() as tx:
        assert briefs.by_message_ids(tx, [""]) == ()


def test_the_same_subject_finds_the_brief_and_who_wrote_in_it(database: Database) -> None:
    brief = one_brief(database)

    with database.reading() as tx:
        (found,) = briefs.by_subject(tx, "SPRING banners", NOW)
        assert (found.brief.brief_id, found.brief.client_id, found.latest_at) == (brief.id, "northpeak", NOW)
        assert found.brief.participants == {"sam@brightwater.example", "jo@northpeak.example"}


def test_an_older_or_another_or_no_subject_finds_nothing(database: Database) -> None:
    one_brief(database)

    with database.reading() as tx:
        assert briefs.by_subject(tx, "spring banners", NOW + dt.timedelta(seconds=1)) == ()
        assert briefs.by_subject(tx, "autumn banners", NOW) == ()
        assert briefs.by_subject(tx, "", NOW) == ()


def test_the_brief_written_about_last_comes_first(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        first, second = (receive(tx, uid) for uid in "12")
        read(tx, first)
        read(tx, second, mail(message_id="<2@northpeak.example>"))
        older, newer = create(tx, first), create(tx, second)

        assert [one.brief.brief_id for one in briefs.by_subject(tx, "Spring banners", NOW)] == [newer.id, older.id]


def test_being_suspected_of_a_brief_makes_nobody_a_party_to_it(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        id = receive(tx, "2")
        read(tx, id, mail(message_id="<eve@elsewhere.example>", client="eve@elsewhere.example"))
        briefs.link(tx, id, brief.id, MessageRole.SUSPECTED)

        assert [row.id for row in briefs.suspected_of(tx, id)] == [brief.id]
        assert briefs.by_message_ids(tx, ["<eve@elsewhere.example>"]) == ()
        assert len(briefs.messages_of(tx, brief.id)) == 1
        assert messages.get(tx, id).brief_ids == ()
        (found,) = briefs.by_subject(tx, "Spring banners", NOW)
        assert "eve@elsewhere.example" not in found.brief.participants


def test_the_earlier_words_of_a_thread_are_all_that_was_written_about_its_brief(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        second = receive(tx, "2")
        read(tx, second, mail("Make it four.", message_id="<2@northpeak.example>"))
        briefs.link(tx, second, brief.id, MessageRole.CHANGE)
        outbox.queue(tx, outgoing(message_id="<ours@brightwater.example>"), brief_id=brief.id, now=NOW)
        third = receive(tx, "3")

        found = messages.earlier_words(tx, ["<ours@brightwater.example>"], other_than=third)

        assert found == ("A draft brief.", "Make it four.", "Three banners please, 03/04 5pm.")
        assert messages.earlier_words(tx, ["<2@northpeak.example>"], other_than=second) == found[2:]


def test_only_the_newest_of_a_long_thread_and_so_many_characters_are_its_earlier_words(database: Database) -> None:
    brief = one_brief(database)
    with database.transaction() as tx:
        for number in range(2, 15):
            id = receive(tx, str(number))
            read(tx, id, mail(f"{number} " * 20_000, message_id=f"<{number}@northpeak.example>"))
            briefs.link(tx, id, brief.id, MessageRole.CHANGE)

        found = messages.earlier_words(tx, ["<1@northpeak.example>"], other_than=id)

        assert found[0].startswith("13 ")
        assert len(found) <= 10
        assert sum(len(words) for words in found) <= 200_000


def test_a_mail_that_answers_none_has_no_earlier_words(database: Database) -> None:
    one_brief(database)

    with database.reading() as tx:
        assert messages.earlier_words(tx, ["", "<unknown@x.example>"], other_than=0) == ()
