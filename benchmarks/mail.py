"""Whose words count: ours beside others' libraries over the project's own messages, each case under a time limit."""

import argparse
import datetime as dt
import importlib
import logging
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Any

import mailparser

from benchmarks.limits import TooSlow, at_most
from briefs.mail import Mail, SegmentKind
from ingest.reading import read_message
from tests.corpus import scoring
from tests.corpus.mail.cases import ENOUGH, cases, folded, likeness, recall
from tests.ingest import programs

ARRIVED = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
LIMIT = 2.0  # seconds; a library that needs longer for one mail is stopped and counted
_SUBJECT = re.compile(rb"^Subject:.*\r?\n(?:[ \t].*\r?\n)*", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A message, the text of it that libraries without MIME are given, and what is right; None: nobody has said."""

    content: bytes
    text: str
    subject: str
    domains: frozenset[str]
    client: str | None
    forwarded: bool
    new_text: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a library says of a message; None where it has no opinion on such things at all."""

    forwarded: bool | None = None
    client: str | None = None
    new_text: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """`read` gets the question and the subject to believe. `splits` and `forwards`: what it is made for."""

    name: str
    read: Callable[[Question, str], Answer]
    splits: bool
    forwards: bool
    parses: bool = False  # reads the message's bytes itself; the others are charged with a parse


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    logging.disable(logging.WARNING)  # mail-parser names every part it does not know
    sets = {"whole messages": list(_whole()), "forms": list(_forms()), "open corpus": list(_open())}
    for title, questions in sets.items():
        _show(title, questions)
    _show("all", [question for questions in sets.values() for question in questions])
    parse, read = speeds()
    print("\nopen corpus, best of rounds of CPU time")
    print(f"{'':22}{'mails/s':>10}{'parse = 1':>10}")
    print(f"{'mail-parser: parse':22}{parse:>10.0f}{1:>10.2f}")
    print(f"{'inbrief: parse + split':22}{read:>10.0f}{read / parse:>10.2f}")


def speeds(rounds: int = 15) -> tuple[float, float]:
    """Mails per second of mail-parser's parse alone, and of our parse and split: each mail's best of the rounds."""
    mails = [content for case in scoring.cases() if not _starts_a_child(content := case.path.read_bytes())]
    best = [[float("inf")] * len(mails) for _ in range(2)]
    for _ in range(rounds):
        for number, content in enumerate(mails):
            started = time.process_time()
            mailparser.parse_from_bytes(content)
            parsed = time.process_time()
            read_message(content, ARRIVED)
            best[0][number] = min(best[0][number], parsed - started)
            best[1][number] = min(best[1][number], time.process_time() - parsed)
    return len(mails) / sum(best[0]), len(mails) / sum(best[1])


def readers() -> tuple[Reader, ...]:
    """Ours and the others, each in the way its documentation asks for."""
    replies: Any = importlib.import_module("mailparser_reply").EmailReplyParser(languages=_LANGUAGES)
    forwards: Any = importlib.import_module("emailforwardparser.forward_parser")
    github: Any = importlib.import_module("email_reply_parser").EmailReplyParser
    quail: Any = importlib.import_module("quotequail")

    def forward_parser(question: Question, subject: str) -> Answer:
        found = forwards.get_forwarded_metadata(question.text, subject)
        sender = found.email.from_.address if found.forwarded else None
        return Answer(bool(found.forwarded), sender, found.email.body if found.forwarded else None)

    def unwrap(question: Question, _: str) -> Answer:
        found = quail.unwrap(question.text) or {}
        if found.get("type") == "forward":
            return Answer(True, parseaddr(found.get("from", ""))[1] or None, found.get("text", ""))
        return Answer(False, None, found.get("text_top", question.text))

    return (
        Reader("inbrief", _ours, splits=True, forwards=True, parses=True),
        Reader("quotequail", unwrap, splits=True, forwards=True),
        Reader("email-forward-parser", forward_parser, splits=False, forwards=True),
        Reader("mail-parser-reply", lambda each, _: Answer(new_text=replies.parse_reply(each.text)), True, False),
        Reader("email-reply-parser", lambda each, _: Answer(new_text=github.parse_reply(each.text)), True, False),
    )


_LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "da", "no", "cs", "fi", "hu", "ro", "ru", "uk", "tr"]


def _ours(question: Question, subject: str) -> Answer:
    content = question.content if subject == question.subject else _under(question.content, subject)
    mail = read_message(content, ARRIVED, agency_domains=question.domains)
    client = mail.client.address if mail.client else None
    return Answer(mail.forwarded_by is not None, client, _body(mail, SegmentKind.CONTENT))


def _under(content: bytes, subject: str) -> bytes:
    return _SUBJECT.sub(b"Subject: " + subject.encode() + b"\r\n", content, count=1)


def _show(title: str, questions: list[Question]) -> None:
    forwards, replies = _split(questions)
    print(f"\n{title}: {len(forwards)} forwards, {len(replies)} others")
    columns = ("client", "forward", "neutral", "forwarded", "new text", "words", "stopped", "mails/s", "parse")
    below = ("found", "or not", "subject", "text", "elsewhere", "lost", "", "", "= 1")
    for line in (columns, below):
        print(f"{'':22}" + "".join(f"{word:>10}" for word in line))
    alone = _seconds(lambda question: mailparser.parse_from_bytes(question.content), questions)
    for reader in readers():
        print(f"{reader.name:22}" + "".join(f"{figure:>10}" for figure in _figures(reader, questions, alone)))


def _figures(reader: Reader, questions: list[Question], alone: float) -> Iterator[str]:
    started = time.perf_counter()
    given = [(question, _limited(reader, question, question.subject)) for question in questions]
    spent = time.perf_counter() - started + (0 if reader.parses else alone)
    forwards = [(question, answer) for question, answer in given if question.forwarded]
    others = [(question, answer) for question, answer in given if not question.forwarded]
    neutral = [(question, _limited(reader, question, "Spring")) for question in questions if reader.forwards]
    right: list[Callable[[Question, Answer | None], bool]] = [
        lambda question, answer: answer is not None and answer.client == question.client,
        lambda question, answer: answer is not None and answer.forwarded is question.forwarded,
        lambda question, answer: (
            answer is not None and likeness(question.new_text or "", answer.new_text or "") >= ENOUGH
        ),
    ]
    yield _share(forwards, right[0]) if reader.forwards else "-"
    yield _share(given, right[1]) if reader.forwards else "-"
    yield _share(neutral, right[1]) if reader.forwards else "-"
    told = [[pair for pair in pairs if pair[0].new_text] for pairs in (forwards, others)]
    yield _share(told[0], right[2]) if reader.forwards else "-"
    yield _share(told[1], right[2]) if reader.splits else "-"
    meant = (told[0] if reader.forwards else []) + (told[1] if reader.splits else [])
    kept = [recall(question.new_text or "", (answer and answer.new_text) or "") for question, answer in meant]
    yield f"{1 - sum(kept) / len(kept):.3f}" if kept else "-"
    yield str(sum(answer is None for _, answer in given + neutral))
    yield f"{len(questions) / spent:.0f}"
    yield f"{spent / alone:.1f}"


def _share(given: list[tuple[Question, Answer | None]], right: Callable[[Question, Answer | None], bool]) -> str:
    return f"{sum(right(question, answer) for question, answer in given) / len(given):.3f}" if given else "-"


def _split(questions: list[Question]) -> tuple[list[Question], list[Question]]:
    return [each for each in questions if each.forwarded], [each for each in questions if not each.forwarded]


def _seconds(work: Callable[[Question], object], questions: list[Question]) -> float:
    started = time.perf_counter()
    for question in questions:
        work(question)
    return time.perf_counter() - started


def _limited(reader: Reader, question: Question, subject: str) -> Answer | None:
    """None when the library was stopped or fell over."""
    try:
        with at_most(LIMIT):
            return reader.read(question, subject)
    except (TooSlow, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return None


def _whole() -> Iterator[Question]:
    for case in cases():
        said = {"client", "forwarded_by", "content"} <= case.want.keys() and case.want["client"]
        if said and not _brings_a_document(case.content):
            domains = frozenset(map(str, case.want["agency"] if isinstance(case.want["agency"], list) else []))
            forwarded = case.want["forwarded_by"] is not None
            yield _question(case.content, domains, str(case.want["client"]), forwarded, str(case.want["content"]))


def _forms() -> Iterator[Question]:
    house = frozenset({programs.COLLEAGUE.rpartition("@")[2]})
    for form in programs.forms("forwards.txt"):
        yield _question(programs.forward(form), house, programs.CLIENT, True, programs.ORIGINAL)
    for form in programs.forms("replies.txt"):
        yield _question(programs.reply(form), house, programs.CLIENT, False, programs.ANSWER)


def _open() -> Iterator[Question]:
    for case in scoring.cases():
        if isinstance(case.label["client"], str) and not _brings_a_document(case.path.read_bytes()):
            forwarder = case.label["forwarded_by"]
            domains = frozenset({str(forwarder).rpartition("@")[2]}) if forwarder else frozenset[str]()
            yield _question(case.path.read_bytes(), domains, case.label["client"], forwarder is not None, None)


def _brings_a_document(content: bytes) -> bool:
    """Opening one takes a process of its own, which no other library here does: they are left out."""
    return _brings(content, "read")


def _starts_a_child(content: bytes) -> bool:
    return _brings(content, "read", "calendar")


def _brings(content: bytes, *outcomes: str) -> bool:
    return any(attachment.outcome in outcomes for attachment in read_message(content, ARRIVED).attachments)


def _question(
    content: bytes, domains: frozenset[str], client: str | None, forwarded: bool, new_text: str | None
) -> Question:
    """Others get the text part as mail-parser decodes it, or our layout of the page where there is none."""
    parsed = mailparser.parse_from_bytes(content)
    text = "\n".join(parsed.text_plain) or _body(read_message(content, ARRIVED, agency_domains=domains))
    return Question(content, text, parsed.subject or "", domains, client, forwarded, new_text and folded(new_text))


def _body(mail: Mail, *kinds: SegmentKind) -> str:
    segments = mail.parts_of(*kinds) if kinds else iter(mail.segments)
    return "\n".join(mail.text[each.start : each.end] for each in segments if not each.part.startswith("header:"))


if __name__ == "__main__":
    main()
