"""Finds the agency's people and clients in calendar entries: by address, by name, by alias, by initials."""

from collections import Counter
from collections.abc import Iterable, Sequence

from briefs.roles import Client, Person
from calendars.occurrences import Party
from calendars.words import phrase_in, words

_SHORT = 3  # aliases up to here are initials and must stand in capitals: "SO" is Sam Ortiz, "so" is a word


class Names:
    """The people as an index, built once per load."""

    def __init__(self, people: Iterable[Person]) -> None:
        active = [person for person in people if person.active]
        self._addresses = {address: person.id for person in active for address in person.addresses}
        self._phrases: dict[tuple[str, ...], str] = {}
        self._as_written: dict[str, str] = {}
        parts = Counter(part for person in active for part in set(words(person.name.casefold())))
        initials = Counter(_initials(person) for person in active)
        for person in active:
            for alias in person.aliases:
                if len(alias) <= _SHORT:
                    self._as_written[alias] = person.id
                else:
                    self._phrases[words(alias.casefold())] = person.id
            self._phrases[words(person.name.casefold())] = person.id
        for person in active:
            # A first or last name alone will do where it is one person's only; "Will" must be written with a capital.
            for part in words(person.name):
                if parts[part.casefold()] == 1 and len(part) > 1:
                    self._as_written.setdefault(part, person.id)
            if initials[_initials(person)] == 1 and len(_initials(person)) > 1:
                self._as_written.setdefault(_initials(person), person.id)
        self._longest = max((len(phrase) for phrase in self._phrases), default=0)

    def at(self, party: Party | None) -> str | None:
        """The person with this address, else the one with exactly this name."""
        if party is None:
            return None
        return self._addresses.get(party.address) or self._phrases.get(words(party.name.casefold()))

    def in_text(self, text: str) -> tuple[str, ...]:
        """Everyone the text names, in its order; the longest name at a place wins."""
        by_address = [id for token in text.lower().split() if (id := self._addresses.get(token.strip("<>(),;:")))]
        spoken = words(text)
        folded = tuple(word.casefold() for word in spoken)
        shouted = text.isupper()
        found: list[str] = list(by_address)
        at = 0
        while at < len(spoken):
            length, id = self._name_at(spoken, folded, at, shouted)
            if id is not None:
                found.append(id)
            at += length
        return tuple(dict.fromkeys(found))

    def _name_at(
        self, spoken: Sequence[str], folded: tuple[str, ...], at: int, shouted: bool
    ) -> tuple[int, str | None]:
        for length in range(min(self._longest, len(folded) - at), 0, -1):
            id = self._phrases.get(folded[at : at + length])
            if id is not None:
                return length, id
        word = spoken[at]
        named = self._as_written.get(word.capitalize()) if shouted else None
        if named is not None or (shouted and len(word) <= _SHORT and len(spoken) > 2):
            return 1, named  # in a title all in capitals initials cannot be told from words, names can
        return 1, self._as_written.get(word)


class ClientNames:
    """The clients by their names and brands, the longest name first."""

    def __init__(self, clients: Iterable[Client]) -> None:
        named = [
            (words(name.casefold()), (client.id, brand))
            for client in clients
            if client.active
            for name, brand in (
                (client.name, ""),
                (client.id, ""),
                *((brand.name, brand.id) for brand in client.brands),
            )
        ]
        self._phrases = sorted((each for each in named if each[0]), key=lambda each: -len(each[0]))

    def in_text(self, text: str) -> tuple[str, ...]:
        """The clients a title names."""
        return tuple(dict.fromkeys(client for client, _ in self.named(text)))

    def named(self, text: str) -> tuple[tuple[str, str], ...]:
        """Each client that is named and the brand it is named by, "" where by its own name; the longest name first."""
        found = (each for phrase, each in self._phrases if phrase_in(text, (phrase,)) is not None)
        return tuple(dict.fromkeys(found))


def _initials(person: Person) -> str:
    return "".join(part[0] for part in words(person.name)).upper()
