"""Who speaks in a chat or a transcript: somebody of the house, or of the client's side."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefs.mail import Address
from ingest.agency import Agency

_HOUSE_WORDS = """
agency account accounts agentur agence agencia agenzia agência agencja byrå byrån bureau ae
"""
_CLIENT_WORDS = """
client customer kunde kundin cliente klient klant kund asiakas müşteri клиент
"""
_HOUSE, _CLIENT = frozenset(_HOUSE_WORDS.split()), frozenset(_CLIENT_WORDS.split())
_SELF = frozenset(("me", "ich", "moi", "yo", "io", "ik", "eu", "ja", "jag", "jeg", "minä"))
_WORD = re.compile(r"[^\W\d_]+")
_REMARK = re.compile(r"\([^()]*\)")
_INITIALS = range(2, 4)
_MOST_WORDS = 8  # of a speaker's name
_SHORTEST_HOUSE = 4  # letters of the house's name that tell it in a longer one


@dataclass(frozen=True, slots=True)
class Sides:
    """The names of both sides, each as its words in lower case."""

    ours: tuple[frozenset[str], ...]
    theirs: tuple[frozenset[str], ...]
    our_initials: frozenset[str]
    their_initials: frozenset[str]
    house: frozenset[str]
    writer_is_ours: bool

    def is_ours(self, speaker: str, speakers: Iterable[str]) -> bool:
        """Whether the house speaks. Somebody unknown is the client's colleague or friend: nobody else is quoted to us.

        "Me" is who sent the chat, unless that person speaks under their name as well.
        """
        words = _words(speaker)
        if words & _SELF and len(words) == 1:
            named = any(_matches(_words(each), self.theirs) for each in speakers)
            return named != self.writer_is_ours
        if _matches(words, self.theirs) or words & _CLIENT:
            return False
        if _matches(words, self.ours) or words & _HOUSE or self._names_the_house(speaker):
            return True
        initials = speaker.strip(" .").lower()
        return initials in self.our_initials and initials not in self.their_initials

    def knows(self, speaker: str) -> bool:
        """Whether the speaker is one of the mail's people, or says which side is theirs."""
        words = _words(speaker)
        return bool(
            _matches(words, self.ours)
            or _matches(words, self.theirs)
            or words & (_HOUSE | _SELF)
            or self._names_the_house(speaker)
            or speaker.strip(" .").lower() in self.our_initials | self.their_initials
        )

    def _names_the_house(self, speaker: str) -> bool:
        """ "Joe (Harbor & Hill)" is of harborandhill.example: some of the words, written together, are its label."""
        words = _WORD.findall(speaker.lower().replace("&", " and "))[:_MOST_WORDS]
        runs = {"".join(words[start:end]) for end in range(1, len(words) + 1) for start in range(end)}
        return not runs.isdisjoint(self.house)


def sides_of(author: Address | None, people: Sequence[Address], agency: Agency) -> Sides:
    everyone = [*people, *([author] if author else [])]
    ours = [person for person in everyone if agency.holds(person)]
    theirs = [person for person in everyone if not agency.holds(person)]
    return Sides(
        ours=tuple(name for person in ours for name in _names(person)),
        theirs=tuple(name for person in theirs for name in _names(person)),
        our_initials=frozenset(initials for person in ours if (initials := _initials(person))),
        their_initials=frozenset(initials for person in theirs if (initials := _initials(person))),
        house=frozenset(
            label
            for domain in agency.domains
            if len(label := domain.partition(".")[0].replace("-", "")) >= _SHORTEST_HOUSE
        ),
        writer_is_ours=agency.holds(author),
    )


def _names(person: Address) -> Iterable[frozenset[str]]:
    local = re.sub(r"[._\-]", " ", person.address.partition("@")[0])
    return (name for name in (_words(person.name), _words(local)) if name)


def _initials(person: Address) -> str:
    found = "".join(word[0] for word in _WORD.findall(person.name.lower()))
    return found if len(found) in _INITIALS else ""


def _matches(words: frozenset[str], names: Sequence[frozenset[str]]) -> bool:
    """ "Sam" is Sam Ortiz, "Sam Ortiz Brightwater" as well."""
    return bool(words) and any(words <= name or name <= words for name in names)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(_REMARK.sub("", name).lower()) if len(word) > 1)
