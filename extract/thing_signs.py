"""What the words around a thing say about its being asked for, for the numbers that weigh it."""

from collections.abc import Sequence

from extract.asking import JOINTS, MONEY, Stand
from extract.grammar import grammar, wordset
from extract.noun_phrases import Article, NounPhrase
from extract.series import Judged
from extract.signs import Signs
from extract.text import Text
from extract.tokens import Word
from extract.unmade import is_interim, may_be_made

_ASKING = ("want", "make", "list", "redo")
_NEAR = 3  # phrases before and behind that count
_NOT_ASKING = ("drop", "have", "past", "content")
_PLEASE = ("please", "pls", "plz", "needed", "required", "wanted")
_SHORTEST = 3  # letters of a noun
_MOST_WORDS = 6  # an unknown thing with more is no name


def is_likely_one(words: Sequence[Word], judged: Sequence[Judged], index: int, verb: bool) -> bool:
    """Whether words that nobody knows may name a thing: they are asked for, or stand in a row with one that is.

    `verb`: whether the sentence `has_a_verb`.
    """
    each = judged[index]
    phrase, place = each.phrase, each.place
    if phrase.article is Article.DEFINITE or phrase.last - phrase.first > _MOST_WORDS:
        return False
    if len(phrase.head) < _SHORTEST or not phrase.head[0].isalpha() or place.mood in _NOT_ASKING:
        return False
    if each.stand is Stand.INSIDE:
        return has_money_before(words, phrase)
    if place.mood in _ASKING or place.asked:
        return each.stand is not Stand.OBJECT
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    if each.stand is Stand.OPENS and (phrase.article is not Article.BARE or after in _PLEASE):
        return True
    near = judged[max(0, index - 1) : index + 2]
    return (
        each.stand in (Stand.OPENS, Stand.JOINS)
        and any(other.phrase.term is not None and other.stand is not Stand.INSIDE for other in near)
        and not verb
    )


def signs_in(text: Text, words: Sequence[Word], judged: Sequence[Judged], index: int, verb: bool) -> Signs:
    """Of the phrase at `index` among those of its sentence, which `has_a_verb` or not."""
    each = judged[index]
    phrase, place = each.phrase, each.place
    lead = words[phrase.first - 1].lower if phrase.first else "nothing"
    after = words[phrase.last].lower if phrase.last < len(words) else "."
    near = [other for other in judged[max(0, index - _NEAR) : index + _NEAR + 1] if other is not each]
    mood = place.mood or "none"
    stand = each.stand
    interim = phrase.term is None or phrase.term.label != "deliverable"
    interim = interim and is_interim(text, words, phrase)
    article = phrase.article
    known = [other for other in near if other.phrase.term is not None]
    standing = min(len([other for other in known if other.stand is not Stand.INSIDE]), _NEAR)
    money = each.stand is Stand.INSIDE and has_money_before(words, phrase)
    paid, verbs = "money before" if money else "no money", "a verb" if verb else "no verb"
    return {
        f"{article}, mood {mood}, stands {stand}": 1.0,
        f"{article}, {paid}, led by {_kind(lead)}": float(each.stand is Stand.INSIDE),
        f"{verbs}, stands {stand}, {standing} known beside it": 1.0,
        f"{verbs}, stands {stand}, known as {phrase.term.label if phrase.term else 'nothing'}": 1.0,
        f"mood {mood}": 1.0,
        f"asked by '{place.said}'": float(bool(place.said)),
        f"stands {stand}": 1.0,
        f"mood {mood}, stands {stand}": 1.0,
        f"led by {_kind(lead)}": 1.0,
        f"before {_kind(after)}": 1.0,
        "asked before": float(place.asked),
        "theirs": float(place.theirs),
        "money before": float(money),
        "on the way to a thing": float(interim),
        "may be made": float(may_be_made(words, phrase)),
        "a verb in its sentence": float(verb),
        "others taken beside it": min(len([other for other in near if other.rule]), 3) / 3,
        "others known beside it": min(len(known), 3) / 3,
        "one taken before it in a row": float(_is_in_a_row(words, judged, index)),
        "likely": float(place.mood in _ASKING and each.stand is not Stand.INSIDE),
    }


_SUMS = MONEY | wordset(
    "₹ ₦ ₱ ¥ ₩ ₪ ฿ ₫ ₽ zł kč r r$ s$ a$ c$ hk$ nz$ us$ rs re inr usd eur gbp aud cad nzd chf sgd hkd aed sar qar "
    "kes ksh kshs ngn ghs zar php myr rm idr rp thb vnd jpy krw cny rmb twd brl mxn cop clp ars pen pln czk huf "
    "ron bgn sek nok dkk isk try ils egp mad tnd tzs ugx ils pkr bdt tk lkr npr lakh lakhs lac crore crores cr "
    "mil mill million millions thousands hundreds fifty twenty thirty forty sixty seventy eighty ninety budget "
    "budgets fund funds funding money sum pot subsidy grant allocation allotment appropriation amount levy"
)
_FOR = wordset("for on to into towards toward cover covers covering fund funds pay pays")


def has_money_before(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """ "We have £500 for a banner", "two thousand dollars for posters and a film"."""
    lead = [word.lower for word in words[: phrase.first]]
    return bool(_FOR.intersection(lead[-8:])) and not _SUMS.isdisjoint(lead)


def _kind(word: str) -> str:
    """A little word as it is; of others it tells more that they are words, or figures."""
    little = grammar()
    if word in little.auxiliaries:
        return "is"
    if word in JOINTS or word in little.prepositions or word in little.conjunctions or not word[0].isalnum():
        return word
    return "a number" if word[0].isdigit() else "a verb" if word in little.verbs else "a word"


def has_a_verb(words: Sequence[Word], judged: Sequence[Judged]) -> bool:
    """Whether one stands between the phrases of a sentence, or a little word that has one with it."""
    finite = grammar().finite
    edge = 0  # phrases stand in their order and apart
    for each in judged:
        if not finite.isdisjoint([word.lower for word in words[edge : each.phrase.first]]):
            return True
        edge = each.phrase.last
    return not finite.isdisjoint([word.lower for word in words[edge:]])


def _is_in_a_row(words: Sequence[Word], judged: Sequence[Judged], index: int) -> bool:
    phrase = judged[index].phrase
    if not index or not phrase.first or words[phrase.first - 1].lower not in JOINTS:
        return False
    return bool(judged[index - 1].rule)
