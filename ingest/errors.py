"""What can go wrong on the way in, by what the caller must do about it."""


class IngestError(Exception):
    """Something on the way in failed. Nothing was marked as received."""


class Unreachable(IngestError):
    """The mailbox is not there now (network, server, folder). Nothing is lost; come back later."""


class Misconfigured(IngestError):
    """The mailbox will not work until somebody mends the settings (refused password, no such folder)."""


class Unreadable(IngestError):
    """This one message cannot be read. Its bytes are kept; park it with this reason and go on with the next."""
