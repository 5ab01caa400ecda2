"""Mail kept in memory, for tests and trials."""

import datetime as dt
from dataclasses import dataclass, field
from email.message import EmailMessage

from briefs.mail import Address
from briefs.outgoing import OutgoingMail
from notify.compose import compose


@dataclass(slots=True)
class MemoryChannel:
    """What was sent, by key in the order of first sending; `fail_next` errors are raised by the sends to come."""

    sender: Address
    name: str = "memory"
    messages: dict[str, EmailMessage] = field(default_factory=dict)
    fail_next: list[Exception] = field(default_factory=list)

    def send(self, mail: OutgoingMail, now: dt.datetime) -> None:
        if self.fail_next:
            raise self.fail_next.pop(0)
        self.messages[mail.key] = compose(mail, self.sender, now)

    def check(self) -> str:
        return "mail is kept in memory"

    def close(self) -> None:
        pass
