"""The mail that tells traffic what a changed calendar, table or job list means for briefs under way."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from gettext import ngettext

from briefs.conflicts import Conflict, ConflictKind
from briefs.outgoing import OutgoingKind, OutgoingMail
from notify import clashes
from notify.headers import one_line
from notify.language import language
from notify.letter import Action, Letter, Row, Section, Tone, written
from notify.parts import asking, filled, ways
from notify.views import BriefView, Envelope, House
from notify.wording import Wording, headline, said

MOST_BRIEFS = 30
MOST_NUMBERS = 8


@dataclass(frozen=True, slots=True)
class ClashNews:
    """A brief with the clashes that are new and those that are solved."""

    view: BriefView
    opened: tuple[Conflict, ...]
    resolved: tuple[Conflict, ...]


def clash_news(news: Sequence[ClashNews], envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """All briefs in one mail. Everything in it is the house's own: nothing stands above the internal line."""
    wording = Wording(language(house.country, house.time_zone, now.date()))
    what = _counted(news)
    letter = Letter(
        subject=_("Scheduling: {what} ({briefs})").format(what=what, briefs=_numbers(one.view for one in news)),
        kicker=_("Calendars, tables or the job list changed"),
        heading=what[:1].upper() + what[1:],
        action=_action(news, house),
        internal=filled(_unread(news, wording), *_briefs(news, wording)),
    )
    return written(letter, OutgoingKind.ALERT, envelope)


def _counted(news: Sequence[ClashNews]) -> str:
    """`2 new conflicts, 1 solved`, or what became of the calendars where that is all."""
    new = sum(len(_against(one.opened)) for one in news)
    solved = sum(len(_against(one.resolved)) for one in news)
    parts = [
        ngettext("{n} new conflict", "{n} new conflicts", new).format(n=new) if new else "",
        ngettext("{n} conflict solved", "{n} conflicts solved", solved).format(n=solved) if solved else "",
        _("not everything checked") if any(_unchecked(one.opened) for one in news) else "",
        _("checked again") if any(_unchecked(one.resolved) for one in news) else "",
    ]
    return ", ".join(part for part in parts if part)


def _numbers(views: Iterable[BriefView]) -> str:
    numbers = [str(view.number) for view in views]
    told = ", ".join(numbers[:MOST_NUMBERS]) + ("…" if len(numbers) > MOST_NUMBERS else "")
    return ngettext("brief {numbers}", "briefs {numbers}", len(numbers)).format(numbers=told)


def _action(news: Sequence[ClashNews], house: House) -> Action:
    if len(news) == 1:
        return Action(_("Open brief {number}").format(number=news[0].view.number), house.brief_url(news[0].view))
    return Action(_("Open the briefs"), house.base_url)


def _unread(news: Sequence[ClashNews], wording: Wording) -> Section:
    """A calendar that cannot be read touches many briefs, and is one line."""
    lines: dict[tuple[str, str], list[BriefView]] = {}
    for one in news:
        for label, conflicts in (("", one.opened), (_("Solved"), one.resolved)):
            for conflict in _unchecked(conflicts):
                lines.setdefault((label, clashes.inside(conflict, wording.language)), []).append(one.view)
    rows = (Row(told, label=label, mark=_numbers(views)) for (label, told), views in lines.items())
    return Section(_("Checks"), tuple(rows))


def _briefs(news: Sequence[ClashNews], wording: Wording) -> tuple[Section, ...]:
    sections = filled(*(_brief(one, wording) for one in news))
    more = len(sections) - MOST_BRIEFS
    if more <= 0:
        return sections
    left = ngettext("{n} more brief stands on the page.", "{n} more briefs stand on the page.", more).format(n=more)
    return (*sections[:MOST_BRIEFS], Section(_("And more"), (Row(left),)))


def _brief(one: ClashNews, wording: Wording) -> Section:
    """What is new, what would work then, and what is solved; nothing where only the checks are told of."""
    view, language = one.view, wording.language
    opened, resolved = _against(one.opened), _against(one.resolved)
    rows = [
        Row(
            clashes.inside(conflict, language),
            label=_("New"),
            tone=Tone.CLASH if clashes.blocks(conflict) else Tone.ASK,
        )
        for conflict in clashes.gravest_first(opened)
    ]
    answer = clashes.answer(opened, view.earliest, language)
    if answer:
        rows.append(Row(answer))
    if opened:
        rows += [Row(way) for way in ways(view, wording)]
    rows += [Row(clashes.inside(conflict, language), label=_("Solved")) for conflict in resolved]
    if rows and not view.conflicts:
        rows.append(Row(_("Nothing stands in the way any more.")))
    asked = [asking(view), headline(said(view.values), view.title), wording.due(said(view.values))]
    told = ", ".join(one_line(part) for part in asked if part)
    rows = rows and [*rows, Row(one_line(view.owner.name), label=_("With"))]
    return Section(_("Brief {number}: {asked}").format(number=view.number, asked=told), tuple(rows))


def _against(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    return tuple(conflict for conflict in conflicts if conflict.kind is not ConflictKind.NOT_CHECKED)


def _unchecked(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    return tuple(conflict for conflict in conflicts if conflict.kind is ConflictKind.NOT_CHECKED)
