"""The mail with a link that signs in, once."""

import datetime as dt

from briefs.outgoing import OutgoingMail
from notify.views import Envelope, House


def sign_in(link: str, expires_at: dt.datetime, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    raise NotImplementedError
