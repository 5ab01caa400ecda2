"""Words of which a text must hold one before a long pattern can match it: a look for them is far cheaper."""


def hints(words: str) -> tuple[str, ...]:
    """The words between bars, in lower case."""
    return tuple(word.strip() for word in words.split("|"))


def folded(text: str) -> str:
    """In small letters, place for place (İ alone would become two), and ı as i: patterns that need not ignore case
    are several times as fast.
    """
    return text.replace("İ", "i").replace("ı", "i").lower()


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the text, in capitals or not."""
    return bool(words) and holds_as_written(text.lower(), words)


def holds_as_written(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110  # a generator costs as much as the look itself
        if word in text:
            return True
    return False
