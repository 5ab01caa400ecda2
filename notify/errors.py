"""What can go wrong on the way out, by what the caller must do about it."""


class NotifyError(Exception):
    """A mail did not go out. It is still queued."""


class TryAgain(NotifyError):
    """The way out is closed for now: no connection, or the server said later (4xx). The same mail may go next time."""


class Refused(NotifyError):
    """This one mail will never go out (5xx, an address that is none). Mark it failed; the next mail may go."""


class Misconfigured(NotifyError):
    """Nothing goes out until somebody mends the settings: password refused, certificate not trusted, no STARTTLS."""
