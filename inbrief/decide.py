"""What becomes of a mail that was read: one pure decision over what is known."""

from dataclasses import dataclass

from briefs.changes import applied
from briefs.draft import BriefState, BriefValue, Draft, values_of
from briefs.findings import Findings, Intent
from briefs.mail import Address, Mail
from briefs.messages import Outcome
from briefs.roles import Client, Directory
from briefs.states import ENDED
from briefs.threads import KnownBrief, may_join, new_words
from briefs.titles import brand_of, title


@dataclass(frozen=True, slots=True)
class ThreadBrief:
    """A brief that the mail's references point at, as it stands."""

    brief_id: int
    state: BriefState
    revision: int
    client_id: str | None
    owner_id: str
    participants: frozenset[str]
    values: tuple[BriefValue, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows that bears on this mail: read before deciding, and compared again before keeping.

    `same_mail` and `same_request` are ids of messages read earlier; `their_briefs` what became of them; `thread` the
    briefs of the thread, nearest first; `answers_us` whether the mail replies to one of ours.
    """

    same_mail: int | None = None
    same_request: int | None = None
    their_briefs: tuple[int, ...] = ()
    thread: tuple[ThreadBrief, ...] = ()
    answers_us: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """No brief comes of it. `mentions` are briefs it belongs to all the same."""

    outcome: Outcome
    reason: str
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Opens:
    """A new draft brief. `suspected` are briefs of the thread that its author may not join or did not mean."""

    intent: Intent
    contact: Address | None
    client: Client | None
    suspected: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """A proposed revision of a brief that stands."""

    intent: Intent
    brief: ThreadBrief


Decision = Nothing | Opens | Changes


def decide(mail: Mail, findings: Findings, known: Known, directory: Directory) -> Decision:
    """The one outcome of a mail. Nothing the mail says is an order: it proposes, people confirm."""
    if known.same_mail is not None:
        return Nothing(Outcome.DUPLICATE, f"the same mail as message {known.same_mail}", known.their_briefs)
    if mail.automatic:
        return Nothing(Outcome.AUTOMATIC, mail.automatic)
    if known.same_request is not None:
        return Nothing(Outcome.DUPLICATE, f"the same request as message {known.same_request}", known.their_briefs)
    joined = next(
        (brief for brief in known.thread if brief.state not in ENDED and _may_join(mail, brief, directory)), None
    )
    from_colleague = mail.forwarded_by is None and directory.is_agency(mail.author.address)
    if known.answers_us and from_colleague:
        return Nothing(Outcome.ANSWER, "a colleague's reply to our mail", _ids(joined))
    if findings.intent is Intent.NONE:
        return Nothing(Outcome.NOTHING_ASKED, findings.intent_rule, _ids(joined))
    if findings.intent is not Intent.REQUEST and joined is not None:
        return Changes(findings.intent, joined)
    contact = contact_of(mail, directory)
    client = directory.client_at(contact.address if contact is not None else None)
    return Opens(findings.intent, contact, client, tuple(brief.brief_id for brief in known.thread))


def contact_of(mail: Mail, directory: Directory) -> Address | None:
    """Who asks; None when that cannot be told. A colleague who writes for a client is not the client."""
    if mail.client is None or directory.is_agency(mail.client.address):
        return None
    return mail.client


def draft_of(mail: Mail, findings: Findings, opens: Opens, text_id: int) -> Draft:
    """The first revision of a new brief."""
    client, contact = opens.client, opens.contact
    values = values_of(findings, text_id)
    brand = brand_of(f"{mail.subject} {new_words(mail)}", client)
    return Draft(
        client_id=client.id if client is not None else None,
        client_address=contact.address if contact is not None else "",
        client_name=client.name if client is not None else contact.name if contact is not None else "",
        brand_id=brand.id if brand is not None else None,
        title=title(mail.subject, brand, values),
        asked_at=mail.sent_at,
        received_at=mail.arrived_at,
        values=values,
    )


def changed_values(findings: Findings, intent: Intent, brief: ThreadBrief, text_id: int) -> tuple[BriefValue, ...]:
    """The values of the proposed revision: a cancelled or held brief keeps what it had."""
    if intent is Intent.CANCEL:
        return brief.values
    return applied(brief.values, values_of(findings, text_id))


def _may_join(mail: Mail, brief: ThreadBrief, directory: Directory) -> bool:
    return may_join(mail, KnownBrief(brief.brief_id, brief.client_id, brief.participants), directory)


def _ids(brief: ThreadBrief | None) -> tuple[int, ...]:
    return () if brief is None else (brief.brief_id,)
