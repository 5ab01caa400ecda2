"""The mail that tells the next person that a colleague could not be reached."""

import datetime as dt
from gettext import gettext as _

from briefs.outgoing import OutgoingKind, OutgoingMail
from notify.headers import one_line
from notify.language import language
from notify.letter import Letter, Row, Section, written
from notify.views import Envelope, House


def undelivered(lost: OutgoingMail, reason: str, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """`lost` is the mail of ours that bounced, `reason` what the server said ("" when it did not).

    The lost mail follows in full: whoever is next can act on it at once.
    """
    moment = language(house.country, house.time_zone, now.date()).moment(now)
    said = (Row(quote=one_line(reason, 400)),) if reason.strip() else ()
    letter = Letter(
        subject=_("Not delivered to {address}: {subject}").format(
            address=one_line(lost.recipient), subject=lost.subject
        ),
        kicker=_("Mail that came back"),
        heading=_("{address} could not be reached").format(address=one_line(lost.recipient)),
        byline=_("Our mail came back on {moment}. It is yours now: please act on it or pass it on.").format(
            moment=moment
        ),
        internal=(
            *((Section(_("What the mail server said"), said),) if said else ()),
            Section(_("The mail that did not arrive"), (Row(one_line(lost.subject)),)),
        ),
        enclosed=lost.text,
    )
    return written(letter, OutgoingKind.UNDELIVERED, envelope)
