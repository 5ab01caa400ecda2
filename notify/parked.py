"""The mail that tells the operator of a message that could not be read."""

import datetime as dt
from gettext import gettext as _

from briefs.outgoing import OutgoingKind, OutgoingMail
from notify.headers import one_line
from notify.language import language
from notify.letter import Action, Letter, Row, Section, written
from notify.views import Envelope, House


def parked(subject: str, author: str, reason: str, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """`subject` and `author` are the message's, "" where even they could not be read."""
    moment = language(house.country, house.time_zone, now.date()).moment(now)
    named = one_line(subject) or _("no subject")
    letter = Letter(
        subject=_("A message could not be read: {subject}").format(subject=named),
        kicker=one_line(house.name),
        heading=_("A message could not be read"),
        byline=_("It is kept as it came, and can be tried again. {moment}").format(moment=moment),
        action=Action(_("See the messages that were not read"), f"{house.base_url}/messages?outcome=parked"),
        internal=(
            Section(
                _("The message"), (Row(named), Row(_("from {author}").format(author=author or _("somebody unknown"))))
            ),
            Section(_("Why"), (Row(one_line(reason, 400)),)),
        ),
    )
    return written(letter, OutgoingKind.PARKED, envelope)
