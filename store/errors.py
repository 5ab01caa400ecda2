"""What can go wrong with what is kept, by what the caller must do about it."""

from sqlalchemy.exc import DontWrapMixin

from briefs import errors as vocabulary


class StoreError(Exception):
    """The store could not do it. The transaction it happened in must be rolled back; then nothing was changed."""


class Unreachable(StoreError):
    """The database does not answer, is locked for too long or full. Nothing was changed; come back later."""


class Damaged(StoreError):
    """The file is no database, or a broken one. Restore a backup; nothing here can mend it."""


class NotUpgraded(StoreError):
    """The database's tables are not those this version works with; the text says the mend. Nothing was touched."""


class NoSuch(StoreError):
    """Nothing of that kind has this id."""

    def __init__(self, kind: str, id: object) -> None:
        super().__init__(f"there is no {kind} {id}")
        self.kind = kind
        self.id = id


class Purged(StoreError):
    """The bytes or the text were removed when their time was over; hashes, quotes and values are still there."""

    def __init__(self, kind: str, id: object) -> None:
        super().__init__(f"the content of {kind} {id} was purged")
        self.kind = kind
        self.id = id


class StaleRevision(StoreError):
    """A newer revision stands than the one the caller has seen. Show the difference and ask again."""

    def __init__(self, current: int) -> None:
        super().__init__(f"revision {current} stands by now")
        self.current = current


class AlreadyRead(StoreError):
    """The message has its outcome: another worker was faster. Drop this reading and go on with the next message."""

    def __init__(self, id: int, outcome: str) -> None:
        super().__init__(f"message {id} already has the outcome {outcome!r}")
        self.id = id
        self.outcome = outcome


class NotInDirectory(StoreError):
    """Mail goes only to active people of the agency; this address is none of theirs. Nothing was queued."""

    def __init__(self, address: str) -> None:
        super().__init__(f"mail goes only to people of the directory, not to {address}")
        self.address = address


class NotAllowed(StoreError):
    """Another state does not allow this step (releasing mail that was never held, confirming what was declined)."""


class OutOfRange(StoreError, DontWrapMixin):
    """A number or an instant that no column can hold; only a hostile or broken mail says such a thing."""


class NaiveTime(StoreError, vocabulary.NaiveTime, DontWrapMixin):
    """An instant without an offset reached the store; which moment it means would be a guess."""
