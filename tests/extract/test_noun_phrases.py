"""How many of what: the noun phrases of a sentence."""

import pytest

from extract.noun_phrases import Article, noun_phrases, words_in
from extract.reading import Extractor
from extract.setting import Setting
from extract.span import Span
from tests.extract.marked import mail


def _first(extractor: Extractor, words: str) -> tuple[int | None, str]:
    text = extractor.text(mail(words), Setting())
    phrase = noun_phrases(text, words_in(text, Span(0, len(text.words))), ("deliverable", "thing"))[0]
    return phrase.quantity, text.words[phrase.name.start : phrase.name.end]


@pytest.mark.parametrize(
    ("words", "quantity", "name"),
    [
        ("a poster", 1, "poster"),
        ("another poster", 1, "poster"),
        ("three posters", 3, "posters"),
        ("two (2) thirty-second radio spots", 2, "radio spots"),
        ("one :30 TV spot", 1, "TV spot"),
        ("four 728x90 banners", 4, "banners"),
        ("2 x 30s radio spots", 2, "radio spots"),
        ("3 x A5 flyers", 3, "flyers"),
        ("3 24x36 posters", 3, "posters"),
        ("a 24-page gallery guide", 1, "gallery guide"),
        ("a full-wrap 12 oz can label", 1, "can label"),
        ("a 6-pack carrier", 1, "carrier"),
        ("a set of six posters", 6, "posters"),
        ("a pair of banners", 2, "banners"),
        ("a couple of reels", 2, "reels"),
        ("half a dozen gifs", 6, "gifs"),
        ("a dozen product shots", 12, "product shots"),
        ("one of those radio ads", 1, "radio ads"),
        ("5 nos. standees", 5, "standees"),
        ("20,000 coupon cards", 20000, "coupon cards"),
        ("some posters", None, "posters"),
        ("posters", None, "posters"),
        ("a series of films", None, "films"),
        ("the 10x20 backwall", None, "backwall"),
        ("a poster showing the van", 1, "poster"),
        ("four standees urgently", 4, "standees"),
    ],
)
def test_a_phrase_tells_its_number_and_its_name(
    extractor: Extractor, words: str, quantity: int | None, name: str
) -> None:
    assert _first(extractor, words) == (quantity, name)


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("a poster", Article.INDEFINITE),
        ("two posters", Article.INDEFINITE),
        ("several posters", Article.LOOSE),
        ("the same poster", Article.DEFINITE),
        ("no poster", Article.DEFINITE),
        ("posters", Article.BARE),
    ],
)
def test_a_phrase_tells_its_article(extractor: Extractor, words: str, article: str) -> None:
    text = extractor.text(mail(words), Setting())

    phrase = noun_phrases(text, words_in(text, Span(0, len(text.words))), ("deliverable",))[0]

    assert phrase.article is article


def test_the_longest_thing_that_ends_a_phrase_is_its_kind(extractor: Extractor) -> None:
    text = extractor.text(mail("a bus shelter poster"), Setting())

    phrase = noun_phrases(text, words_in(text, Span(0, len(text.words))), ("deliverable",))[0]

    assert phrase.term is not None
    assert phrase.term.id == "out_of_home"


def test_a_known_thing_before_another_noun_is_no_thing(extractor: Extractor) -> None:
    text = extractor.text(mail("a flyer person"), Setting())

    phrase = noun_phrases(text, words_in(text, Span(0, len(text.words))), ("deliverable",))[0]

    assert phrase.term is None
