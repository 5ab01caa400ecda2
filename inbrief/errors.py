"""What stops inbrief itself, worded for the operator."""

from dataclasses import dataclass


class InbriefError(Exception):
    """The command cannot go on; its text says what is wrong and how to mend it. `code` is the exit code."""

    code = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in the settings: where it stands and what was expected there."""

    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


class BadConfig(InbriefError):
    """The settings cannot be used. Every problem is in it, not only the first."""

    code = 78  # EX_CONFIG of sysexits.h

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class TryAgain(InbriefError):
    """Not now: the caller (an MTA's pipe) keeps the message and comes back."""

    code = 75  # EX_TEMPFAIL of sysexits.h


class Refused(InbriefError):
    """What was asked for is not possible as things stand; nothing was changed."""

    code = 1
