"""What single sentences do: end a job, alter one, or ask for work, whatever else the mail says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from extract.act_words import (
    ASKING,
    CALLS_OFF,
    DIFFERENT,
    DONE_TO,
    ENDS_IT,
    GOES_NO_FURTHER,
    GOES_ON,
    IDIOMS,
    IS_OVER,
    IT,
    MAKES,
    MAY_END,
    MEETING,
    MORE,
    NEEDS_NO_MORE,
    PAPERWORK,
    POINTS,
    SHOULD,
    SUGGESTS,
    SUPPOSED,
)
from extract.clauses import Sentence
from extract.text import Text


class Act(Enum):
    """What the writer does with a sentence."""

    ENDS = "cancels or holds the job"
    DROPS = "calls off a thing that may be part of the job"
    ALTERS = "makes the job different"
    ADDS = "wants more of it"
    ASKS = "asks for something to be done"


@dataclass(frozen=True, slots=True)
class Deed:
    """One act, with the words that did it."""

    act: Act
    words: str
    work: bool  # the sentence names what agencies make, or points at it
    makes: bool = False  # to make something
    plain: bool = True  # asked outright, not only said to be so


def deeds(text: Text, subject: str) -> tuple[Deed, ...]:
    """The acts of the sentences, in order; none in those about meetings and papers."""
    found: list[Deed] = []
    for sentence in text.layout.sentences:
        said = text.words[sentence.start : sentence.end].replace("\n", " ")[:600]
        if not MEETING.search(said) or text.terms_in(sentence, "deliverable"):
            found += _done(text, sentence, said, subject.lower())
    return tuple(found)


def _done(text: Text, sentence: Sentence, said: str, subject: str) -> Iterator[Deed]:
    ends = _end(text, sentence, said, subject)
    if ends is not None:
        yield ends
        return
    if PAPERWORK.search(said):
        return
    named = _names_work(text, sentence)
    something = "something" in said
    work = named or bool(POINTS.search(said))
    if words := DIFFERENT.search(said):
        yield Deed(Act.ALTERS, _plain(words[0]), work)
    elif (words := DONE_TO.search(said)) and (named or POINTS.match(words["object"])):
        yield Deed(Act.ALTERS, _plain(words[0].removesuffix(words["object"])), work)
    elif words := MAKES.search(said):
        yield Deed(Act.ASKS, _plain(words[0]), work=True, makes=True)
    elif words := SUGGESTS.search(said) or SHOULD.search(said) or (ASKING.search(said) if named or something else None):
        asked = bool(SUGGESTS.search(said) or ASKING.search(said))
        yield Deed(Act.ASKS, _plain(words[0]), work, something, asked)
    if words := MORE.search(said):
        yield Deed(Act.ADDS, _plain(words[0]), work)


def _plain(words: str) -> str:
    return words.strip(" .,;:!?-").lower()


def _names_work(text: Text, sentence: Sentence) -> bool:
    return bool(text.terms_in(sentence, "job_noun", "deliverable", "thing"))


def _end(text: Text, sentence: Sentence, said: str, subject: str) -> Deed | None:
    if GOES_ON.search(said):
        return None
    for pattern in (CALLS_OFF, IDIOMS, GOES_NO_FURTHER, NEEDS_NO_MORE, IS_OVER, ENDS_IT, MAY_END):
        words = pattern.search(said)
        if words is None or SUPPOSED.search(said, 0, words.start()):
            continue
        named = said[: words.start()] + said[words.end() :] if "object" not in words.groupdict() else words["object"]
        whole = (
            pattern in (CALLS_OFF, IDIOMS, ENDS_IT)
            or bool(re.match(IT, named, re.IGNORECASE))
            or _shares_a_word(said, subject)
            or bool(text.terms_in(sentence, "job_noun"))
        )
        if pattern is ENDS_IT and not (_names_work(text, sentence) or re.match(IT, named, re.IGNORECASE)):
            whole = False
        return Deed(Act.ENDS if whole else Act.DROPS, _plain(words[0]), work=True)
    return None


def _shares_a_word(said: str, subject: str) -> bool:
    """Whether the job that the subject names is what is spoken of."""
    stems = {word[:6].rstrip("s") for word in re.findall(r"[a-z-]{4,}", subject)}
    return bool(stems) and any(word[:6].rstrip("s") in stems for word in re.findall(r"[a-z-]{4,}", said.lower()))
