"""Which request a mail is, and which brief it belongs to: pure decisions over what is already known."""

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefs.mail import Mail, SegmentKind
from briefs.roles import Directory
from briefs.subjects import bare_subject, tells_a_job

# Two copies of one request differ where mail programs do: signatures, wrapping, a banner. Never by this much.
SAME_WORDS = 0.8

_LINK = re.compile(r"(?:https?://|www\.)\S+")

# Shorter words name nothing: "for", "the", "A5".
_NAMING = 4

# How long after the last mail under a subject another under it is likely of the same job.
SUBJECT_LASTS = dt.timedelta(days=60)


def request_key(mail: Mail) -> str:
    """The innermost client and the minute they wrote: what all copies of one request share.

    Two different requests can share it too, so `same_words` decides between them.
    """
    if mail.client is None:
        return ""
    minute = mail.sent_at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%MZ")
    return f"{mail.client.address} {minute}"


def mail_key(mail: Mail) -> str:
    """The mail itself, however often it is delivered: Message-ID, text and attachments."""
    return hashlib.sha256(f"{mail.message_id}\n{mail.sha256}".encode()).hexdigest()


def same_words(one: str, other: str) -> bool:
    """Whether two new texts say the same, whatever mail programs did to their layout.

    A copy has lost words (a signature) or won some (a banner). Where each has plain words that the other has not, they
    are two requests: posters here and banners there. Letters beyond ASCII may have suffered on the way.
    """
    a, b = (set(_words(_LINK.sub(" ", text))) for text in (one, other))
    if not a or not b:
        return a == b
    instead = [{word for word in own if word.isascii()} for own in (a - b, b - a)]
    return len(a & b) >= SAME_WORDS * len(a | b) and not all(instead)


def new_words(mail: Mail) -> str:
    """What the client newly wrote, as one text."""
    return mail.words_of(SegmentKind.CONTENT)


def thread_ids(mail: Mail) -> tuple[str, ...]:
    """The Message-IDs this mail answers or forwards, nearest first (RFC 5322 3.6.4)."""
    ids = (*reversed(mail.in_reply_to), mail.original_message_id, *reversed(mail.references))
    return tuple(dict.fromkeys(id for id in ids if id))


@dataclass(frozen=True, slots=True)
class KnownBrief:
    """What decides whether a mail may join a brief: its client and everybody who has written in it.

    `ended` is True for one that was rejected, called off or closed: nothing joins it any more. `origin` is the message
    that it began with (0: not known), `words` those of its title and its things: they tell it from the other briefs of
    the same mail.
    """

    brief_id: int
    client_id: str | None
    participants: frozenset[str]
    ended: bool = False
    origin: int = 0
    words: frozenset[str] = frozenset()


class Evidence(StrEnum):
    """What leads from a mail to a brief, the surest first."""

    ADDRESS = "address"  # it was written to an address that we signed for the brief
    REFERENCE = "reference"  # it answers or forwards a mail of the brief, or one of ours about it
    NUMBER = "number"  # a colleague names the job or the brief in the subject
    SUBJECT = "subject"  # the same subject, the same people, not long ago


@dataclass(frozen=True, slots=True)
class Trail:
    """One way from a mail to a brief. `latest_at` is when something was last written under the same subject.

    `step` counts from the mail that is answered, the nearest, back through those before it.
    """

    evidence: Evidence
    brief: KnownBrief
    latest_at: dt.datetime | None = None
    step: int = 0


@dataclass(frozen=True, slots=True)
class Belonging:
    """The brief that a mail joins, if it joins one, and those it may belong to, which a person has to say.

    `one_of` are briefs that began with one mail, one of which it would join if it said which.
    """

    joined: Trail | None = None
    suspected: tuple[Trail, ...] = ()
    one_of: tuple[Trail, ...] = ()


def belonging(mail: Mail, trails: Sequence[Trail], directory: Directory) -> Belonging:
    """Which of the briefs that the trails lead to the mail joins; `trails` are the nearest first.

    The surest evidence decides, and within it the nearest brief; a subject that several briefs share decides nothing.
    Of several briefs that began with one mail it joins the one whose words it holds, and none where they hold both or
    neither. Whatever leads there, only a party to a brief joins it.
    """
    found = [trail for trail in trails if _leads_there(mail, trail, directory)]
    live = [trail for trail in found if not trail.brief.ended]
    by_subject = {trail.brief.brief_id for trail in live if trail.evidence is Evidence.SUBJECT}
    joined: Trail | None = None
    one_of: tuple[Trail, ...] = ()
    for trail in sorted(live, key=lambda each: list(Evidence).index(each.evidence)):
        together = _together(trail, found)
        ambiguous = trail.evidence is Evidence.SUBJECT and (
            not by_subject <= {each.brief.brief_id for each in together}
            or not _shares_people(mail, trail.brief, directory)
        )
        if not ambiguous and may_join(mail, trail.brief, directory):
            named = _named(mail, together)
            joined = named if named is not None and not named.brief.ended else None
            one_of = together if named is None else ()
            break
    suspected = {trail.brief.brief_id: trail for trail in reversed(found)}
    if joined is not None:
        suspected.pop(joined.brief.brief_id)
    return Belonging(joined, tuple(suspected[id] for id in sorted(suspected)), one_of)


def _together(trail: Trail, found: Sequence[Trail]) -> tuple[Trail, ...]:
    """The trail with those that lead as near to the other briefs of the mail that its brief began with."""
    if not trail.brief.origin:
        return (trail,)
    same = (trail.evidence, trail.step, trail.brief.origin)
    every = [each for each in found if (each.evidence, each.step, each.brief.origin) == same]
    return tuple({each.brief.brief_id: each for each in every}.values())


def _named(mail: Mail, trails: Sequence[Trail]) -> Trail | None:
    """The one whose own words the mail holds; None where it holds those of several, or of none."""
    if len(trails) == 1:
        return trails[0]
    said = stems(new_words(mail))
    own = [
        trail.brief.words.difference(*(other.brief.words for other in trails if other is not trail)) for trail in trails
    ]
    named = [trail for trail, words in zip(trails, own, strict=True) if words & said]
    return named[0] if len(named) == 1 else None


def stems(text: str) -> frozenset[str]:
    """Words that may name a thing, without the s of the plural."""
    return frozenset(word.removesuffix("s") for word in _words(text) if len(word) >= _NAMING)


def may_join(mail: Mail, brief: KnownBrief, directory: Directory) -> bool:
    """Whether it was written by the house, the client or somebody of the thread.

    Quoting a Message-ID makes nobody a party, nor does forwarding what a party wrote: that only a colleague can do
    for somebody else.
    """
    author = mail.author.address
    if directory.person_at(author) is not None or _is_party(author, brief, directory):
        return True
    return mail.client is not None and directory.is_agency(author) and _is_party(mail.client.address, brief, directory)


def _is_party(address: str, brief: KnownBrief, directory: Directory) -> bool:
    if address in brief.participants:
        return True
    client = directory.client_at(address)
    return client is not None and client.id == brief.client_id


def _leads_there(mail: Mail, trail: Trail, directory: Directory) -> bool:
    """Whether the evidence is any, from this writer: numbers are a colleague's to name, and subjects grow old."""
    match trail.evidence:
        case Evidence.NUMBER:
            return directory.person_at(mail.author.address) is not None
        case Evidence.SUBJECT:
            recent = trail.latest_at is not None and abs(mail.arrived_at - trail.latest_at) <= SUBJECT_LASTS
            known = _shares_people(mail, trail.brief, directory) or may_join(mail, trail.brief, directory)
            return recent and known and tells_a_job(bare_subject(mail.subject))
    return True


def _shares_people(mail: Mail, brief: KnownBrief, directory: Directory) -> bool:
    """Whether somebody outside the house is in both: colleagues are in everything."""
    people = {mail.author.address, *(each.address for each in mail.recipients)}
    if mail.client is not None:
        people.add(mail.client.address)
    return any(not directory.is_agency(address) for address in people & brief.participants)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
