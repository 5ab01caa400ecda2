"""The mail to an account executive whose draft can no longer make its day, because nobody confirmed it in time."""

import datetime as dt
from gettext import gettext as _

from briefs.outgoing import OutgoingKind, OutgoingMail
from notify.language import language
from notify.letter import Action, Letter, written
from notify.parts import asking, byline, filled, for_the_client, house_clashes, kicker, timing, what_works
from notify.views import BriefView, Envelope, House
from notify.wording import Wording, headline, said


def late_start(view: BriefView, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """`view` is held against the calendars as if the work began now."""
    wording = Wording(language(house.country, house.time_zone, now.date()))
    number, parts = view.number, [headline(said(view.values), view.title), wording.due(said(view.values))]
    told = ", ".join(part for part in (asking(view), *parts) if part)
    letter = Letter(
        subject=_("Not confirmed in time: brief {number}, {parts}").format(number=number, parts=told),
        kicker=kicker(view, _("Draft brief {number}").format(number=number)),
        heading=_("{asked}: too late to begin").format(asked=", ".join(part for part in parts if part)),
        byline=byline(view, wording),
        decisions=timing(view, wording),
        action=Action(_("Review and confirm brief {number}").format(number=number), house.brief_url(view)),
        sections=filled(for_the_client(view, wording)),
        internal=filled(house_clashes(view, wording), what_works(view, wording)),
    )
    return written(letter, OutgoingKind.ALERT, envelope)
