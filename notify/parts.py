"""What the mails about a brief have in common: who asks, what clashes, what stays in the house."""

from gettext import gettext as _

from briefs.conflicts import Conflict, ConflictKind
from briefs.draft import BriefState, BriefValue
from briefs.options import OptionKind
from notify import clashes
from notify.headers import one_line
from notify.letter import Row, Section, Tone
from notify.options import option_sentence
from notify.timing_note import timing_note
from notify.views import BriefView
from notify.with_the_mail import appointments, attached
from notify.wording import (
    Wording,
    capital,
    field_heading,
    flowing,
    may_leave_the_house,
    needs_a_look,
    origin_name,
    said,
)

LONGEST_QUOTE = 240
LONGEST_NOTE = 600


def asking(view: BriefView) -> str:
    """Who asks, for a subject line: the client's name, else the writer's, marked."""
    if view.client_id is not None:
        return one_line(view.client_name)
    if view.contact is None:
        return _("client not known")
    return _("{who} (unknown)").format(who=one_line(view.contact.name or view.contact.address))


def kicker(view: BriefView, what: str) -> str:
    """`Draft brief 17 · Northpeak Bank · Zest`."""
    client = one_line(view.client_name) if view.client_id is not None else ""
    return " · ".join(part for part in (what, client, one_line(view.brand)) if part)


def byline(view: BriefView, wording: Wording) -> str:
    moment = wording.language.moment(view.asked_at)
    if view.contact is None:
        return _("Written on {moment}; who asked cannot be told from the mail").format(moment=moment)
    who = flowing(view.contact.name)
    if not who:
        return _("{address} wrote on {moment}").format(address=one_line(view.contact.address), moment=moment)
    return _("{who} ({address}) wrote on {moment}").format(
        who=who, address=one_line(view.contact.address), moment=moment
    )


def clash_mark(view: BriefView) -> str:
    return _(" (clash)") if clashes.clashing(view.conflicts) else ""


def timing(view: BriefView, wording: Wording) -> tuple[Row, ...]:
    """The clashes in words that may leave the house, and the day that works."""
    told = clashes.besides_readings(view.conflicts, said(view.values))
    sentences = list(clashes.outside(told, wording.language))
    answer = clashes.answer(told, view.earliest, wording.language)
    if sentences and answer:
        sentences[-1] = f"{sentences[-1]} {answer}"
    return tuple(Row(sentence, tone=Tone.CLASH) for sentence in sentences)


def house_clashes(view: BriefView, wording: Wording) -> Section:
    """What `timing` does not say: who is away, what is booked, what could not be checked."""
    conflicts = clashes.besides_readings(view.conflicts, said(view.values))
    told = clashes.outside(conflicts, wording.language)
    rows = [
        Row(sentence, label=capital(clashes.severity_name(conflict.severity)), tone=_tone(conflict))
        for conflict in conflicts
        if (sentence := clashes.inside(conflict, wording.language)) not in told
    ]
    answer = clashes.answer(conflicts, view.earliest, wording.language)
    if rows and answer and not told:
        rows.append(Row(answer))
    return Section(_("Clashes"), tuple(rows))


def what_works(view: BriefView, wording: Wording) -> Section:
    """The ways besides the earliest day; they name colleagues and resources, so they stay in the house."""
    return Section(_("What would work"), tuple(Row(told) for told in ways(view, wording)))


def ways(view: BriefView, wording: Wording) -> tuple[str, ...]:
    """What would work instead, a sentence each; "as asked" on the earliest day is said with the clash already."""
    others = (one for one in view.options if one.kind is not OptionKind.LATER or one.day != view.earliest)
    return tuple(option_sentence(one, wording.language) for one in others) if view.conflicts else ()


def late(view: BriefView, wording: Wording) -> str:
    """That a draft waited too long for its day, "" where it did not, or where the day was too soon from the first."""
    start = view.latest_start
    known = (*view.conflicts, *(one.conflict for one in view.accepted))
    too_soon = any(conflict.kind is ConflictKind.LEAD_TIME for conflict in known)
    if view.state is not BriefState.DRAFT or start is None or start >= wording.language.today or too_soon:
        return ""
    return _("Not confirmed in time: work had to begin by {day} for the day asked.").format(
        day=wording.language.day(start)
    )


def for_the_client(view: BriefView, wording: Wording) -> Section:
    note = note_of(view, wording)
    return Section(_("For the client"), (Row(note),) if note else ())


def note_of(view: BriefView, wording: Wording) -> str:
    """The words about timing to copy into a letter, "" where the day works."""
    return timing_note(view.conflicts, view.earliest, view.options, wording.language)


def client_question(view: BriefView) -> tuple[Row, ...]:
    """What only a person of the house can say, where nobody else does."""
    if view.contact is not None or view.client_id is not None:
        return ()
    question = _("Who is the client? Reply with their address, or name them on the page.")
    return (Row(question, tone=Tone.ASK),)


def directory(view: BriefView, wording: Wording) -> Section:
    """Who the client is, where the directory does not say; and that they are away."""
    rows = []
    if view.contact is None and view.client_id is None:
        rows.append(Row(untold(view), tone=Tone.ASK))
    elif view.contact is not None and view.client_id is None:
        rows.append(Row(_("Not in the directory: {who}").format(who=one_line(str(view.contact))), tone=Tone.ASK))
    if away(view, wording):
        rows.append(Row(away(view, wording)))
    if view.forwarded_by is not None and view.client_id is None:
        rows.append(Row(_("Forwarded by {name}").format(name=one_line(view.forwarded_by.name))))
    return Section(_("Client"), tuple(rows))


def untold(view: BriefView) -> str:
    if view.forwarded_by is None:
        return _("A colleague wrote this, and for whom cannot be told from the mail.")
    return _("The original writer cannot be told from this forward.")


def away(view: BriefView, wording: Wording) -> str:
    """`Dana Reyes is away until Wed, June 3, by …`, for the house alone; "" once they are back."""
    if view.back_on is None or view.back_on <= wording.language.today:
        return ""
    who = one_line(view.contact.name or view.contact.address) if view.contact is not None else _("The client")
    return _("{who} is away until {day}, by an out-of-office reply.").format(
        who=who, day=wording.language.day(view.back_on)
    )


def may_belong(view: BriefView) -> Section:
    """Briefs that the mail points at, and may not join by itself."""
    return Section(_("Another brief?"), tuple(Row(suspicion(number)) for number in view.suspected))


def suspicion(number: int) -> str:
    told = _("May belong to brief {number}, because of its thread or its subject; a person has to say.")
    return told.format(number=number)


def doubts(values: tuple[BriefValue, ...], wording: Wording) -> Section:
    """Values that were read, but not surely."""
    doubtful = (value for value in values if needs_a_look(value) and not value.readings)
    rows = tuple(Row(wording.value(value.value), label=field_heading(value.field)) for value in doubtful)
    return Section(_("Please hold against the mail"), rows)


def unsaid(values: tuple[BriefValue, ...], wording: Wording) -> Section:
    """Values that the client has not said in this brief."""
    rows = (
        Row(wording.value(value.value), label=field_heading(value.field), mark=origin_name(value.origin))
        for value in values
        if not may_leave_the_house(value)
    )
    return Section(_("Not the client’s words"), tuple(rows))


def beside_the_words(view: BriefView, wording: Wording) -> tuple[Section, ...]:
    """For the house: what the colleague noted, what came with the mail, and what of it was not read."""
    note = flowing(view.note)
    return (
        Section(_("The colleague’s note"), (Row(quote=one_line(note, LONGEST_NOTE)),) if note else ()),
        may_belong(view),
        appointments(view, wording),
        attached(view),
        Section(_("Not read"), tuple(Row(flowing(note)) for note in view.notes)),
    )


def filled(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.rows)


def ambiguous(values: tuple[BriefValue, ...], wording: Wording) -> tuple[Row, ...]:
    rows = (Row(wording.readings(value) + ".", tone=Tone.ASK) for value in said(values) if value.readings)
    return tuple(rows)


def cut(words: str) -> str:
    return one_line(words, LONGEST_QUOTE)


def _tone(conflict: Conflict) -> Tone:
    return Tone.CLASH if clashes.blocks(conflict) else Tone.PLAIN
