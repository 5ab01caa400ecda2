"""What becomes of a mail that was read: one pure decision over what is known."""

import datetime as dt
from dataclasses import dataclass, replace

from briefs.changes import applied
from briefs.draft import BriefState, BriefValue, Draft, value_of, values_of
from briefs.findings import Findings, Intent, Job, Origin
from briefs.mail import Address, Mail
from briefs.messages import Outcome
from briefs.roles import MAY_CONFIRM, Client, Directory, Person
from briefs.threads import Trail, belonging, new_words
from briefs.titles import brand_of, title
from inbrief.naming import client_named


@dataclass(frozen=True, slots=True)
class ThreadBrief:
    """A brief that something leads to from the mail, as it stands.

    `counted_from` is when the client last said what is wanted. `nobodys` is True while nobody could tell who asked,
    `elsewhere` where the request was not in the client's words.
    """

    brief_id: int
    state: BriefState
    revision: int
    client_id: str | None
    owner_id: str
    values: tuple[BriefValue, ...]
    counted_from: dt.datetime
    nobodys: bool = False
    elsewhere: bool = False
    brand_id: str | None = None
    job_number: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows that bears on this mail: read before deciding, and compared again before keeping.

    `same_mail` and `same_request` are ids of messages read earlier; `their_briefs` what became of them; `trails` what
    leads to briefs, nearest first, and `thread` those briefs; `answers_us` whether the mail replies to one of ours;
    `forged` whether it came to an address that looks signed by us and is not.
    """

    same_mail: int | None = None
    same_request: int | None = None
    their_briefs: tuple[int, ...] = ()
    thread: tuple[ThreadBrief, ...] = ()
    trails: tuple[Trail, ...] = ()
    answers_us: bool = False
    forged: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """No brief comes of it. `mentions` are briefs it belongs to all the same."""

    outcome: Outcome
    reason: str
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Opens:
    """A new draft brief, or one for each job of the mail.

    `suspected` are briefs of the thread that its author may not join or did not mean.
    """

    intent: Intent
    contact: Address | None
    client: Client | None
    suspected: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """A proposed revision of a brief that stands."""

    intent: Intent
    brief: ThreadBrief


@dataclass(frozen=True, slots=True)
class Supplements:
    """A colleague's answer, theirs beyond doubt, adds what the client's mail did not tell.

    `contact` is who asked, None where the answer does not name them; `values` whether its words add to the brief.
    """

    brief: ThreadBrief
    person: Person
    contact: Address | None
    client: Client | None
    values: bool


Decision = Nothing | Opens | Changes | Supplements


def decide(mail: Mail, findings: Findings, known: Known, directory: Directory) -> Decision:
    """The one outcome of a mail. Nothing the mail says is an order: it proposes, people confirm."""
    if known.same_mail is not None:
        return Nothing(Outcome.DUPLICATE, f"the same mail as message {known.same_mail}", known.their_briefs)
    if mail.automatic:
        return Nothing(Outcome.AUTOMATIC, mail.automatic)
    if known.same_request is not None:
        return Nothing(Outcome.DUPLICATE, f"the same request as message {known.same_request}", known.their_briefs)
    found = belonging(mail, known.trails, directory)
    joined = next(
        (brief for brief in known.thread if found.joined and brief.brief_id == found.joined.brief.brief_id), None
    )
    from_colleague = mail.forwarded_by is None and directory.is_agency(mail.author.address)
    if known.answers_us and from_colleague:
        supplement = _supplement(mail, findings, joined, directory) if joined is not None else None
        if supplement is not None:
            return supplement
        unsure = tuple(sorted(trail.brief.brief_id for trail in found.one_of))
        reason = "a colleague's reply to our mail" + (", which does not say which brief it means" if unsure else "")
        return Nothing(Outcome.ANSWER, reason, unsure or _ids(joined))
    if findings.intent is Intent.NONE:
        mentions = tuple(sorted(trail.brief.brief_id for trail in found.one_of))
        return Nothing(Outcome.NOTHING_ASKED, findings.intent_rule, mentions or _ids(joined))
    if findings.intent is not Intent.REQUEST and joined is not None:
        return Changes(findings.intent, joined)
    contact = contact_of(mail, directory)
    client = directory.client_at(contact.address if contact is not None else None)
    suspected = {trail.brief.brief_id for trail in found.suspected} | set(_ids(joined))
    return Opens(findings.intent, contact, client, tuple(sorted(suspected)))


def contact_of(mail: Mail, directory: Directory) -> Address | None:
    """Who asks; None when that cannot be told. A colleague who writes for a client is not the client."""
    if mail.client is None or directory.is_agency(mail.client.address):
        return None
    return mail.client


def drafts_of(mail: Mail, findings: Findings, opens: Opens, text_id: int) -> tuple[Draft, ...]:
    """The first revisions of the new briefs: one, or one for each job where the mail separates several."""
    jobs = findings.jobs or (Job("", findings.found),)
    return tuple(_draft(mail, job, opens, text_id) for job in jobs)


def _draft(mail: Mail, job: Job, opens: Opens, text_id: int) -> Draft:
    client, contact = opens.client, opens.contact
    values = tuple(value_of(finding, text_id) for finding in job.found)
    # A forwarder may have written a subject of their own, for colleagues alone.
    subject = mail.original_subject or mail.subject
    brand = brand_of(f"{subject} {new_words(mail)}", client)
    return Draft(
        client_id=client.id if client is not None else None,
        client_address=contact.address if contact is not None else "",
        client_name=client.name if client is not None else contact.name if contact is not None else "",
        brand_id=brand.id if brand is not None else None,
        title=title(subject, brand, values, job.title),
        asked_at=mail.sent_at,
        received_at=mail.arrived_at,
        values=values,
    )


def changed_values(findings: Findings, intent: Intent, brief: ThreadBrief, text_id: int) -> tuple[BriefValue, ...]:
    """The values of the proposed revision: a cancelled or held brief keeps what it had."""
    if intent is Intent.CANCEL:
        return brief.values
    return applied(brief.values, values_of(findings, text_id))


def supplemented_values(findings: Findings, brief: ThreadBrief, text_id: int) -> tuple[BriefValue, ...]:
    """The values of the proposed revision with what a colleague adds: known as theirs, not the client's."""
    notes = (replace(value, origin=Origin.NOTE) for value in values_of(findings, text_id))
    return applied(brief.values, tuple(notes))


def _supplement(mail: Mail, findings: Findings, brief: ThreadBrief, directory: Directory) -> Supplements | None:
    """What an answer adds; None where it adds nothing, or is not beyond doubt from somebody who may confirm."""
    person = directory.person_at(mail.author.address)
    if not mail.vouched or person is None or not person.roles & MAY_CONFIRM:
        return None
    named = client_named(new_words(mail), directory) if brief.nobodys else None
    adds = brief.elsewhere and brief.state is BriefState.DRAFT and bool(findings.found)
    if named is None and not adds:
        return None
    contact, client = named if named is not None else (None, None)
    return Supplements(brief, person, contact, client, adds)


def _ids(brief: ThreadBrief | None) -> tuple[int, ...]:
    return () if brief is None else (brief.brief_id,)


def writer_in_the_house(mail: Mail) -> str | None:
    """Who of the agency sent it in, if anybody did: the directory decides whether they are an AE."""
    return mail.forwarded_by.address if mail.forwarded_by is not None else mail.author.address
