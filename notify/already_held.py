"""The mail that tells a second forwarder who has the brief."""

import datetime as dt
from gettext import gettext as _

from briefs.outgoing import OutgoingKind, OutgoingMail
from notify.headers import one_line
from notify.language import language
from notify.letter import Action, Letter, written
from notify.parts import asking, byline, kicker
from notify.views import BriefView, Envelope, House
from notify.wording import Wording, headline, said


def already_held(view: BriefView, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """Nobody has to do anything: the request came before, by another way."""
    wording = Wording(language(house.country, house.time_zone, now.date()))
    number, owner, what = view.number, one_line(view.owner.name), headline(said(view.values), view.title)
    letter = Letter(
        subject=_("Already with {owner}: brief {number}, {client}, {what}").format(
            owner=owner, number=number, client=asking(view), what=what
        ),
        kicker=kicker(view, _("Brief {number}").format(number=number)),
        heading=_("{owner} already has this one").format(owner=owner),
        byline=byline(view, wording),
        action=Action(_("Open brief {number}").format(number=number), house.brief_url(view)),
        message=_(
            "What the mail you forwarded asks for is in brief {number} already: {what}. "
            "Nothing was added twice, and there is nothing for you to do."
        ).format(number=number, what=what),
    )
    return written(letter, OutgoingKind.ALREADY_HELD, envelope)
