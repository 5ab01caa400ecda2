"""What is known of words is kept from mail to mail, and strangers cannot make it grow."""

from extract import word_forms
from extract.tokens import Tokens
from extract.word_forms import LOWERED, OfWords


def test_a_word_is_the_same_object_wherever_it_is_said() -> None:
    one, other = OfWords(str.lower), OfWords(str.lower)

    assert one["Poster"] is one["POSTER"] is other["poster"]


def test_words_longer_than_any_of_a_language_are_not_kept() -> None:
    known = OfWords(str.lower)

    assert known["A" * 100_000] == "a" * 100_000
    assert not known


def test_no_more_words_are_kept_than_a_language_has() -> None:
    known = OfWords(str.lower)
    for number in range(50_000):
        known[f"w{number}"]

    assert 0 < len(known) <= 20_000


def test_a_mail_of_new_words_leaves_little_behind() -> None:
    Tokens(" ".join("b" * (number % 90 + 1) + str(number) for number in range(3_000)))

    assert max(map(len, LOWERED)) <= word_forms._LONGEST
