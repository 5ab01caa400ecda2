"""The mail an account executive confirms a brief from: new, changed or called off."""

import datetime as dt

from briefs.outgoing import OutgoingMail
from notify.views import BriefView, Envelope, House


def summary(view: BriefView, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    raise NotImplementedError
