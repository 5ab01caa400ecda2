"""Ways in which a sentence says what the work is to achieve: one file a way, each tells where the aim begins."""

from functools import cache

from extract.aims import answers, backwards, bare, effects, goals, wishes
from extract.aims.way import Way
from extract.clauses import Sentence
from extract.grammar import wordset
from extract.needs import Needs
from extract.text import Text

# In the order of trying; the number is how sure an aim is that was known this way. Of the words and labels behind it
# one has to stand in the sentence; an answer needs none.
WAYS: tuple[tuple[str, float, Way, frozenset[str]], ...] = (
    ("goal", 0.9, goals.begins, wordset("goal")),
    ("cleft", 0.85, goals.clefts, wordset("what all thing")),
    ("success", 0.85, goals.succeeds, wordset("success_if if")),
    ("gerund", 0.8, goals.gerunds, wordset("goal")),
    ("answer", 0.75, answers.begins, frozenset()),
    ("wish", 0.8, wishes.begins, wordset("wish be become")),
    ("hope", 0.75, wishes.hopes, wordset("hope hopes hoping hoped hopefully sana fingers luck willing")),
    ("backwards", 0.8, backwards.begins, wordset("that's that'd that this which would is will it's it'd 'd 'll")),
    ("effect", 0.7, effects.begins, wordset("achieve persuade") | effects.NEEDS_PEOPLE),
    ("felt", 0.7, effects.felt, wordset("should must ought need needs has have")),
    ("order", 0.65, effects.ordered, effects.ORDERS),
    ("more", 0.65, effects.more, wordset("more fewer less")),
    ("so_that", 0.6, effects.so_that, wordset("so that")),
    ("infinitive", 0.6, bare.infinitive, wordset("to")),
    ("counted", 0.5, bare.counted, frozenset()),
)


def ways_of(text: Text, sentence: Sentence) -> tuple[tuple[str, int], ...]:
    """Each way in which the sentence says an aim, and where it begins; worked out once."""
    known = text.aims.get(sentence.start)
    if known is None:
        cues = {word.lower for word in text.tokens.within(sentence.start, sentence.end)}
        cues.update(text.terms.labels(sentence.start, sentence.end))
        known = text.aims[sentence.start] = tuple(
            [
                (way, start)
                for way, _, begins, _ in map(WAYS.__getitem__, _needs().met(cues))
                if (start := begins(text, sentence)) is not None
            ]
        )
    return known


@cache
def _needs() -> Needs:
    return Needs(needs for _, _, _, needs in WAYS)
