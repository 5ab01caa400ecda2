"""What can go wrong before a word is read."""


class ExtractError(Exception):
    """The root of this package's errors."""


class BadVocabulary(ExtractError):
    """An agency's own vocabulary cannot be used; nothing of it was. `problems` names each file and line."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems
