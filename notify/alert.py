"""The mail that tells traffic of a scheduling conflict."""

import datetime as dt
from gettext import gettext as _

from briefs.outgoing import OutgoingKind, OutgoingMail
from notify import clashes
from notify.headers import one_line
from notify.language import language
from notify.letter import Action, Letter, Row, Section, written
from notify.parts import asking, byline, directory, filled, house_clashes, kicker, timing, what_works
from notify.views import BriefView, Envelope, House
from notify.wording import Wording, headline, said


def alert(view: BriefView, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """What clashes and which day would work. The clashes' reasons stand below the internal line."""
    wording = Wording(language(house.country, house.time_zone, now.date()))
    number, due = view.number, wording.due(said(view.values))
    asked = [headline(said(view.values), view.title), due]
    subject = _("Scheduling conflict: brief {number}, {parts}").format(
        number=number, parts=", ".join(part for part in (asking(view), *asked) if part)
    )
    if view.earliest is not None and clashes.answer(view.conflicts, view.earliest, wording.language):
        subject = _("{subject} ({day} works)").format(subject=subject, day=wording.language.short_day(view.earliest))
    letter = Letter(
        subject=subject,
        kicker=kicker(view, _("Scheduling conflict, brief {number}").format(number=number)),
        heading=", ".join(part for part in asked if part),
        byline=byline(view, wording),
        decisions=timing(view, wording),
        action=Action(_("Open brief {number}").format(number=number), house.brief_url(view)),
        internal=filled(_with(view), directory(view, wording), house_clashes(view, wording), what_works(view, wording)),
    )
    return written(letter, OutgoingKind.ALERT, envelope)


def _with(view: BriefView) -> Section:
    return Section(_("With"), (Row(one_line(view.owner.name)),))
