"""Mail about several briefs that began with one mail: one summary with a part for each, and the question which."""

import datetime as dt
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from gettext import ngettext

from briefs.outgoing import OutgoingKind, OutgoingMail
from notify.language import language
from notify.letter import Action, Letter, Part, Section, written
from notify.parts import asking, byline, clash_mark, kicker
from notify.summary import draft_letter
from notify.views import BriefView, Enclosed, Envelope, House
from notify.with_the_mail import carried
from notify.wording import Wording, said


def summary_of_several(
    views: Sequence[BriefView],
    envelope: Envelope,
    house: House,
    now: dt.datetime,
    pictures: tuple[Enclosed, ...] = (),
) -> OutgoingMail:
    """The drafts one after the other, each with what it needs decided and its own link.

    What came with the mail stands with the first, what stays in the house and is said of all of them once.
    """
    wording = Wording(language(house.country, house.time_zone, now.date()))
    drafts = [draft_letter(view, house, wording, pictures) for view in views]
    first = views[0]
    files = carried(first, pictures)
    parts = [
        Part(
            kicker=_("Draft brief {number}").format(number=view.number),
            heading=", ".join(part for part in (view.title, wording.due(said(view.values))) if part),
            decisions=draft.decisions,
            action=draft.action,
            sections=tuple(section for section in draft.sections if view is first or section != files),
        )
        for view, draft in zip(views, drafts, strict=True)
    ]
    numbers = ", ".join(str(view.number) for view in views)
    what = ngettext("{n} job in one mail", "{n} jobs in one mail", len(views)).format(n=len(views))
    letter = Letter(
        subject=_("Draft briefs {numbers}{clash}: {client}, {what}").format(
            numbers=numbers,
            clash=next((mark for view in views if (mark := clash_mark(view))), ""),
            client=asking(first),
            what=what,
        ),
        kicker=kicker(first, _("Draft briefs {numbers}").format(numbers=numbers)),
        heading=what,
        byline=byline(first, wording),
        parts=tuple(parts),
        internal=tuple(_internal(views, drafts)),
    )
    return written(letter, OutgoingKind.SUMMARY, envelope)


def which_one(views: Sequence[BriefView], envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """To a colleague whose reply does not say which of the briefs it means."""
    wording = Wording(language(house.country, house.time_zone, now.date()))
    numbers = ", ".join(str(view.number) for view in views)
    letter = Letter(
        subject=_("Which of these? Briefs {numbers}: {client}").format(numbers=numbers, client=asking(views[0])),
        kicker=kicker(views[0], _("Briefs {numbers}").format(numbers=numbers)),
        heading=_("Which of these briefs do you mean?"),
        byline=byline(views[0], wording),
        message=_("Your reply is kept with all of them. It does not say which one it means, so nothing was changed."),
        parts=tuple(
            Part(
                kicker=_("Brief {number}").format(number=view.number),
                heading=view.title,
                action=Action(_("Open brief {number}").format(number=view.number), house.brief_url(view)),
            )
            for view in views
        ),
    )
    return written(letter, OutgoingKind.ALREADY_HELD, envelope)


def _internal(views: Sequence[BriefView], drafts: Sequence[Letter]) -> Iterator[Section]:
    """What all say once, then what is of one brief, with its number."""
    common = [section for section in drafts[0].internal if all(section in draft.internal for draft in drafts)]
    yield from common
    for view, draft in zip(views, drafts, strict=True):
        for section in draft.internal:
            if section not in common:
                heading = _("Brief {number}: {heading}").format(number=view.number, heading=section.heading)
                yield Section(heading, section.rows)
