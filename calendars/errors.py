"""What can go wrong with a calendar as a whole."""


class CalendarsError(Exception):
    """The root of this package's errors; its text is a sentence for a person."""


class Unreadable(CalendarsError):
    """A calendar could not be read at all. The last good copy, if any, stays in use; checks say "not checked"."""


class NotFetched(CalendarsError):
    """A calendar on the network could not be had now. Its last good copy stays in use until it is too old."""


class NotTaken(CalendarsError):
    """A server would not take one entry of ours, or give it up. It is tried again; the others are as they should be."""
