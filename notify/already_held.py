"""The mail that tells a second forwarder who has the brief."""

import datetime as dt

from briefs.outgoing import OutgoingMail
from notify.views import BriefView, Envelope, House


def already_held(view: BriefView, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    raise NotImplementedError
