"""The mail with a link that signs in, once."""

import datetime as dt
from gettext import gettext as _

from briefs.outgoing import OutgoingKind, OutgoingMail
from notify.headers import one_line
from notify.language import language
from notify.letter import Action, Letter, written
from notify.views import Envelope, House


def sign_in(link: str, expires_at: dt.datetime, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """Opening the link does nothing by itself: the page it shows has a button, so scanners cannot use it up."""
    spoken = language(house.country, house.time_zone, now.date())
    until = spoken.moment(expires_at)
    letter = Letter(
        subject=_("Your link to sign in to the briefs of {house}").format(house=one_line(house.name)),
        kicker=one_line(house.name),
        heading=_("Sign in to the briefs"),
        byline=_("This link works once, until {until}.").format(until=until),
        action=Action(_("Sign in as {name}").format(name=one_line(envelope.recipient.name)), link),
        closing=_("You did not ask for it? Then nothing happened, and there is nothing to do."),
    )
    return written(letter, OutgoingKind.SIGN_IN, envelope)
