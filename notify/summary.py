"""The mail an account executive confirms a brief from: new, changed or called off."""

import datetime as dt
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext

from briefs.changes import Change
from briefs.draft import BriefValue
from briefs.findings import Field, Intent, Words
from briefs.outgoing import OutgoingKind, OutgoingMail
from notify.language import language
from notify.letter import Action, Letter, Row, Section, Tone, written
from notify.parts import (
    ambiguous,
    asking,
    beside_the_words,
    byline,
    clash_mark,
    client_question,
    cut,
    directory,
    doubts,
    filled,
    for_the_client,
    house_clashes,
    kicker,
    timing,
    unsaid,
    what_works,
)
from notify.questions import question_for
from notify.views import BriefView, Enclosed, Envelope, House
from notify.with_the_mail import carried, elsewhere
from notify.wording import (
    ALSO_SAID,
    READING_ORDER,
    Wording,
    capital,
    field_heading,
    flowing,
    gap_sentence,
    headline,
    in_order,
    may_leave_the_house,
    needs_a_look,
    said,
)

MOST_ROWS = 10
MOST_QUESTIONS = 4


def summary(
    view: BriefView, envelope: Envelope, house: House, now: dt.datetime, pictures: tuple[Enclosed, ...] = ()
) -> OutgoingMail:
    """`envelope` threads to the mail the recipient knows: their forward, or the client's own.

    `pictures` are those that may hold the request and may be shown.
    """
    wording = Wording(language(house.country, house.time_zone, now.date()))
    match view.intent:
        case Intent.CHANGE:
            letter = _change_order(view, house, wording, pictures)
        case Intent.CANCEL:
            letter = _called_off(view, house, wording)
        case _:
            letter = draft_letter(view, house, wording, pictures)
    return written(letter, OutgoingKind.SUMMARY, envelope)


def draft_letter(view: BriefView, house: House, wording: Wording, pictures: tuple[Enclosed, ...]) -> Letter:
    number, values = view.number, said(view.values)
    parts = [asking(view), headline(values, view.title), wording.due(values)]
    question, url = client_question(view), house.brief_url(view)
    return Letter(
        subject=_("Draft brief {number}{clash}: {parts}").format(
            number=number, clash=clash_mark(view), parts=", ".join(part for part in parts if part)
        ),
        kicker=kicker(view, _("Draft brief {number}").format(number=number)),
        heading=", ".join(part for part in parts[1:] if part),
        byline=byline(view, wording),
        decisions=question + timing(view, wording) + ambiguous(values, wording) + _missing(view, values),
        action=Action(_("Name the client of brief {number}").format(number=number), f"{url}#client")
        if question
        else Action(_("Review and confirm brief {number}").format(number=number), url),
        sections=filled(
            for_the_client(view, wording), _to_ask(view), carried(view, pictures), *_groups(values, wording)
        ),
        internal=filled(
            directory(view, wording),
            house_clashes(view, wording),
            what_works(view, wording),
            doubts(view.values, wording),
            unsaid(view.values, wording),
            *beside_the_words(view, wording),
        ),
    )


def _change_order(view: BriefView, house: House, wording: Wording, pictures: tuple[Enclosed, ...]) -> Letter:
    by_client = _told_by_client(view.changes)
    number, what = view.number, _what_changed(by_client, wording)
    changed = tuple(_changed(change, wording) for change in by_client)
    told = tuple(change.after for change in view.changes if change.after is not None)
    return Letter(
        subject=_("Change to brief {number}{clash}: {client}, {what}").format(
            number=number, clash=clash_mark(view), client=asking(view), what=what
        ),
        kicker=kicker(view, _("Change order for brief {number}").format(number=number)),
        heading=f"{headline(said(view.values), view.title)}: {what}",
        byline=byline(view, wording),
        decisions=timing(view, wording) + ambiguous(told, wording),
        action=Action(_("Review the change to brief {number}").format(number=number), house.brief_url(view)),
        sections=filled(
            for_the_client(view, wording),
            Section(_("What changes"), (*changed, Row(_("Everything else stays as it was.")))),
            carried(view, pictures),
        ),
        internal=filled(
            directory(view, wording),
            house_clashes(view, wording),
            what_works(view, wording),
            doubts(told, wording),
            unsaid(told, wording),
            *beside_the_words(view, wording),
        ),
    )


def _called_off(view: BriefView, house: House, wording: Wording) -> Letter:
    number, what = view.number, headline(said(view.values), view.title)
    words = Section(_("The client’s words"), (Row(quote=cut(view.excerpt)),) if view.excerpt.strip() else ())
    question = _("Does work stop? Nothing has been changed yet.")
    return Letter(
        subject=_("Called off? Brief {number}: {client}, {what}").format(number=number, client=asking(view), what=what),
        kicker=kicker(view, _("Brief {number}").format(number=number)),
        heading=_("{what}: called off or on hold").format(what=what),
        byline=byline(view, wording),
        decisions=(Row(question, tone=Tone.ASK),),
        action=Action(_("Open brief {number}").format(number=number), house.brief_url(view)),
        sections=filled(words),
        internal=filled(directory(view, wording), *beside_the_words(view, wording)),
    )


def _missing(view: BriefView, values: tuple[BriefValue, ...]) -> tuple[Row, ...]:
    if view.elsewhere:
        return (Row(elsewhere(view), tone=Tone.ASK),)
    if view.questions:
        return ()  # they say it, under a heading of their own
    sentence = gap_sentence(values)
    return (Row(sentence, tone=Tone.ASK),) if sentence else ()


def _to_ask(view: BriefView) -> Section:
    """The first few questions; a client who gets ten answers none."""
    if view.elsewhere:
        return Section("", ())
    rows = [Row(question_for(question)) for question in view.questions[:MOST_QUESTIONS]]
    more = len(view.questions) - len(rows)
    if more:
        rows.append(Row(ngettext("and {n} more on the page", "and {n} more on the page", more).format(n=more)))
    return Section(_("Ask the client"), tuple(rows))


def _groups(values: tuple[BriefValue, ...], wording: Wording) -> tuple[Section, ...]:
    return filled(*(_group(field, values, wording) for field in READING_ORDER), _also_said(values))


def _group(field: Field, values: tuple[BriefValue, ...], wording: Wording) -> Section:
    of_field = [value for _, value in in_order(values, field)]
    rows = [_row(value, wording) for value in of_field[:MOST_ROWS]]
    more = len(of_field) - len(rows)
    if more:
        rows.append(Row(ngettext("and {n} more on the page", "and {n} more on the page", more).format(n=more)))
    return Section(field_heading(field), tuple(rows))


def _also_said(values: tuple[BriefValue, ...]) -> Section:
    """A line each; what stands among the mandatories and objectives is not said twice."""
    above = [
        flowing(value.value.words).casefold()
        for value in values
        if isinstance(value.value, Words) and value.field in READING_ORDER
    ]
    rows = [
        Row(cut(value.value.words), label=field_heading(field), mark=_doubt(value))
        for field in ALSO_SAID
        for _at, value in in_order(values, field)
        if isinstance(value.value, Words) and not any(flowing(value.value.words).casefold() in words for words in above)
    ]
    return Section(_("Also said"), tuple(rows[:MOST_ROWS]))


def _row(value: BriefValue, wording: Wording) -> Row:
    """Requirements and objectives are the client's words; other values are ours, with the words beneath.

    Only what is certain stands there as if it were: the rest is marked, the ambiguous with all its readings.
    """
    mark = _doubt(value)
    if isinstance(value.value, Words):
        return Row(quote=cut(value.value.words), text=capital(mark))
    text, quote = wording.choice(value), cut(value.quote)
    same = quote.casefold() == text.casefold()
    return Row(text, label=wording.label(value.value), mark=mark, quote="" if same else quote)


def _doubt(value: BriefValue) -> str:
    return _("to be confirmed") if needs_a_look(value) else ""


def _changed(change: Change, wording: Wording) -> Row:
    before, after = wording.change(change)
    known = [value for value in (change.after, change.before) if value is not None]
    label = next((wording.label(value.value) for value in known), "") or field_heading(change.field)
    mark = "" if before else _("added")
    if change.after is None:
        return Row(label=label, before=before)
    if needs_a_look(change.after):
        mark = _("to be confirmed")
    quote = cut(change.after.quote)
    same = quote.casefold() == after.casefold()
    return Row(after, before=before, label=label, mark=mark, quote="" if same else quote)


def _told_by_client(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes as the client may read them: what a colleague noted is neither told nor withdrawn before them."""
    told = []
    for change in changes:
        before = change.before if change.before and may_leave_the_house(change.before) else None
        after = change.after if change.after and may_leave_the_house(change.after) else None
        if after is not None or (before is not None and change.after is None):
            told.append(replace(change, before=before))
    return tuple(told)


def _what_changed(by_client: tuple[Change, ...], wording: Wording) -> str:
    """`due June 12 → June 19`, or how much changes."""
    before, after = wording.short_change(by_client[0]) if len(by_client) == 1 else ("", "")
    if before and after:
        return f"{before} → {after}"
    n = len(by_client)
    return ngettext("{n} change", "{n} changes", n).format(n=n)
