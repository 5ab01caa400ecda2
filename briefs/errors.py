"""What can be wrong with a value of the vocabulary."""

import datetime as dt


class BriefsError(ValueError):
    """A value that no brief can hold. Nothing was changed."""


class NaiveTime(BriefsError):
    """An instant without an offset reached the door; which moment it means would be a guess."""

    def __init__(self, moment: dt.datetime) -> None:
        super().__init__(f"an instant needs an offset, got {moment.isoformat()}")


class UnknownCurrency(BriefsError):
    """A code that is not in ISO 4217."""

    def __init__(self, code: str) -> None:
        super().__init__(f"not an ISO 4217 currency: {code!r}")
