"""How the reader of a file says why it gives no text."""


class Refused(Exception):
    """The file is not read on; `outcome` says why in a word: encrypted, too large, no text."""

    def __init__(self, outcome: str) -> None:
        super().__init__(outcome)
        self.outcome = outcome
