"""The mail that tells traffic of a scheduling conflict."""

import datetime as dt

from briefs.outgoing import OutgoingMail
from notify.views import BriefView, Envelope, House


def alert(view: BriefView, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    raise NotImplementedError
