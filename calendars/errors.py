"""What can go wrong with a calendar as a whole."""


class CalendarsError(Exception):
    """The root of this package's errors; its text is a sentence for a person."""


class Unreadable(CalendarsError):
    """A calendar could not be read at all. The last good copy, if any, stays in use; checks say "not checked"."""
