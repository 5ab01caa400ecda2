"""The mail that tells the next person that a colleague could not be reached."""

import datetime as dt

from briefs.outgoing import OutgoingMail
from notify.views import Envelope, House


def undelivered(lost: OutgoingMail, reason: str, envelope: Envelope, house: House, now: dt.datetime) -> OutgoingMail:
    """`lost` is the mail of ours that bounced, `reason` what the server said ("" when it did not)."""
    raise NotImplementedError
