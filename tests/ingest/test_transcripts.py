"""Pasted chats and call transcripts: the client's side's turns count, ours are questions, and no stamp is a date."""

import pytest

from briefs.mail import SegmentKind
from tests.ingest.chat_mails import CHATS, NO_CHATS, Chat
from tests.ingest.reading_help import HEAD, content, read, words

TURNS = (
    ("Sam Ortiz", "What are we making?"),
    ("Dana López", "Three bookmarks."),
    ("Sam Ortiz", "Shall we say 8k?"),
    ("Dana López", "No money yet."),
)


def written(form: str) -> str:
    return "\n".join(form.format(name=name, said=said, n=number) for number, (name, said) in enumerate(TURNS))


@pytest.mark.parametrize(
    "form",
    [
        "[18/08/25, 7:42:1{n} PM] {name}: {said}",
        "18.08.25, 19:4{n} - {name}: {said}",
        "8/18/25, 7:4{n} PM - {name}: {said}",
        "[7:4{n} PM] {name}: {said}",
        "0:1{n} {name}: {said}",
        "00:00:1{n} {name}: {said}",
        "(00:1{n}) {name}: {said}",
        "{name} (00:1{n}): {said}",
        "{name} [10:0{n} AM]: {said}",
        "{name}: {said}",
        "[3/3 10:0{n} AM] {name}\n{said}",
        "{name}  10:0{n} AM\n{said}\n",
        "{name}, 10:0{n}\n{said}\n",
        "0:1{n}\t{name}\t{said}",
    ],
)
def test_only_the_clients_turns_are_content(form: str) -> None:
    mail = read(f"Our call, as text.\n\n{written(form)}\n")

    assert content(mail) == "Our call, as text. Three bookmarks. No money yet."
    assert words(mail, SegmentKind.QUESTION) == "What are we making? Shall we say 8k?"


def test_a_colleague_of_the_client_speaks_for_the_client() -> None:
    mail = read("[18/08/25, 7:42:13 PM] Arjun Sir: two standees\n[18/08/25, 7:42:20 PM] Dana López: ok\n"
                "[18/08/25, 7:43:00 PM] Arjun Sir: and a reel\n")  # fmt: skip

    assert content(mail) == "two standees ok and a reel"


def test_a_chats_system_lines_are_no_content() -> None:
    mail = read("[18/08/25, 7:42:13 PM] Arjun: image omitted\n[18/08/25, 7:42:20 PM] Dana: two standees\n"
                "[18/08/25, 7:43:00 PM] Arjun: You deleted this message.\n")  # fmt: skip

    assert content(mail) == "two standees"


def test_what_the_program_says_in_a_chat_is_no_content() -> None:
    mail = read(
        "See chat.\n\n03/03/2026, 09:14 - Messages and calls are end-to-end encrypted. Learn more.\n"
        "03/03/2026, 09:16 - Arjun: two standees\n03/03/2026, 09:17 - Dana: ok\n03/03/2026, 09:18 - Arjun: go\n"
    )

    assert content(mail) == "See chat. two standees ok go"


@pytest.mark.parametrize(
    "text",
    [
        "Budget: $5,000\nDeadline: June 12\nAudience: everyone\nTone: calm\n",
        "Mon 9:00 open\nTue 9:00 open\nWed 10:00 open\nThu 9:00 closed\n",
        "Poster: the logo\nBanner: the logo\nFilm: no logo\n",
        "10:30 doors open\n11:00 speeches\n12:00 lunch\n",
    ],
)
def test_a_form_or_a_programme_is_no_transcript(text: str) -> None:
    assert content(read(text)) == " ".join(text.split())


@pytest.mark.parametrize("chat", CHATS, ids=lambda chat: chat.name)
def test_a_programs_chat_is_read_as_turns(chat: Chat) -> None:
    assert content(read(chat.body)) == chat.kept


@pytest.mark.parametrize("text", NO_CHATS)
def test_labels_and_lists_are_no_transcript(text: str) -> None:
    assert content(read(text)) == " ".join(text.split())


def test_what_the_house_says_last_is_history() -> None:
    mail = read(f"{written('[7:4{n} PM] {name}: {said}')}\n[7:49 PM] Sam Ortiz: Fine, thanks.\n")

    assert words(mail, SegmentKind.HISTORY) == "Fine, thanks."


def test_an_answer_in_a_chat_stands_with_its_question() -> None:
    mail = read(f"{written('[7:4{n} PM] {name}: {said}')}\n")

    assert [(each.question, each.answer) for each in mail.exchanges] == [
        ("What are we making?", "Three bookmarks."),
        ("Shall we say 8k?", "No money yet."),
    ]


def test_me_is_who_sent_the_chat() -> None:
    mail = read("Me: two posters\nSam: size?\nMe: A2\nSam: ok\nMe: by 1 May\n")

    assert content(mail) == "two posters A2 by 1 May"


def test_me_beside_the_senders_own_name_is_the_house() -> None:
    mail = read("Dana: two posters\nMe: size?\nDana: A2\nMe: ok\nDana: by 1 May\n")

    assert content(mail) == "two posters A2 by 1 May"


def test_in_a_colleagues_mail_me_is_the_house() -> None:
    head = HEAD.replace("Dana López <dana@northpeak.example>", "Sam Ortiz <sam@brightwater.example>")
    mail = read("Dana: two posters\nMe: size?\nDana: A2\nMe: ok\nDana: by 1 May\n", head=head)

    assert content(mail) == "two posters A2 by 1 May"


def test_days_and_stamps_between_turns_are_no_content() -> None:
    mail = read(
        "2 March 2026\n\nDana López 18:41\ntwo posters\n\n3 March 2026\n\nSam Ortiz 09:00\nsize?\n\nDana "
        "López 09:02\nA2\n"
    )

    assert content(mail) == "two posters A2"
