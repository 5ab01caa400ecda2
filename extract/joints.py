"""Where a clause of its own begins though no sign stands before it: "… and it has to be green", "no red because …"."""

from collections.abc import Iterator, Sequence

from extract.grammar import grammar, wordset
from extract.tokens import Word

_STARTS_ANEW = wordset("don't dont do never please make keep use avoid ensure leave put remember be")
# Behind an order these begin another: "drop the flag and take the fax number off".
_ORDERS = wordset(
    "take drop remove redo swap switch change replace add lose scrap kill delete spell show print say cut move bring "
    "tag stick write get go ditch pull crop shrink"
)
_ADDRESSING = wordset("please pls plz can could would y'all")
_JOINING = wordset("and but so n & plus")
_DETERMINERS = wordset("the our every all each no his her their its this that these any nothing nobody")
_MUSTS = wordset("must has have needs need should shall can't cannot may mustn't shan't gotta cant")
_DOWN = wordset("no nothing nobody")
_COMPARED = wordset(
    "more longer less later earlier bigger smaller larger wider taller higher lower shorter fewer other one sooner "
    "doubt idea matter problem problems worries rush hurry need further"
)
_SUBJECTS = wordset(
    "i we they he she it i'd i'm i've i'll im ive we'd we're we've we'll they'd they're they've they'll theyre it's "
    "its it'd it'll he's she's that's thats"
)
_BEHIND_AND = _SUBJECTS - wordset("its")
# What goes on behind these is of the same clause: "make sure it is big", "where they sit".
_OPEN_ENDED = wordset(
    "that what if when where who whom which how why as than whether because since until till before after while unless "
    "think thinks thought believe know knows hope hopes guess say says said sure reckon feel wish see tell let make so "
    "and but or nor like means mean bet ensure assume of in to for with about by from at into"
)
_ENDS = wordset("it them on there off out up back please pls lol thanks thx anymore again too either though")
_POINTING = wordset("that this these those no all each every same old")
_POLITE = wordset("pls please plz lol thx thanks")
_OFTEN = wordset("always never just also still all really only")
_CASES = wordset("if when whenever where wherever unless once while as since because for in on")
_PARTICLES = wordset("on off out up back")
_REASONS = wordset("because cos coz cuz becos")
_BEING = wordset("am are was were we're i'm")
_AIMING = wordset("trying aiming hoping looking desperate keen after chasing")
_LEADS_TO_ORDER = _STARTS_ANEW | _ORDERS | _ADDRESSING
_ASKED_POLITELY = _DOWN | _STARTS_ANEW
_LONG = 22  # words without a sign: dictated
_LEAST = 3  # words of a clause
# At every other word nothing begins, unless the one before is a politeness.
_MAY_BEGIN = _SUBJECTS | _JOINING | _REASONS | wordset("oh cause 'cause pls plz please in the its dont don't")


def joints_of(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Where a clause begins anew, and the joint that it has."""
    start = 0
    for index in range(2, len(words) - 1):
        if words[index].lower in _MAY_BEGIN or words[index - 1].lower in _POLITE:
            joint = _joint_at(words, start, index)
            if joint:
                yield index, joint
                start = index


def _joint_at(words: Sequence[Word], start: int, index: int) -> str:
    """The joint that a clause beginning at `words[index]` has, the last one having begun at `start`; "" for none."""
    word, after = words[index].lower, words[index + 1].lower
    if index - start < 2:
        return ""
    if word == "oh":  # dictated: "… four grand all up oh and it has to be the sage green"
        return word
    if word in _REASONS or (word in ("cause", "'cause") and after in _SUBJECTS):
        return "because"
    if word in _JOINING and len(words) - index >= _LEAST:
        return _joined(words, start, index)
    if word in ("pls", "please", "plz") and after in _ASKED_POLITELY and len(words) - index >= _LEAST:
        return "please"
    if word == "in" and after == "order" and len(words) - index > _LEAST and words[index + 2].lower == "to":
        return "so that"
    return "anew" if _begins_anew(words, start, index) else ""


def _joined(words: Sequence[Word], start: int, index: int) -> str:
    word, after, left = words[index].lower, words[index + 1].lower, index - start
    follow = words[index + 2].lower if index + 2 < len(words) else ""
    if word == "so" and after == "that":
        return "so that" if len(words) - index > _LEAST + 1 else ""
    if after in _STARTS_ANEW and word != "plus":
        goes_on = (after == "do" and follow != "not") or (
            after == "never" and (follow in ("a", "the", "an") or follow.endswith("ed"))
        )
        return "" if goes_on else word
    if after in _DOWN and follow not in _COMPARED:
        return word
    if after in _ORDERS and words[start].lower in _LEADS_TO_ORDER and not _is_object(follow):
        return word
    if word == "so" and left > _LEAST and grammar().is_determiner(after) and after not in _POINTING:
        return word  # "a poster so the regulars notice"
    if left > _LEAST and (_says_anew(words, index) or (word == "and" and _musts_anew(words, start, index))):
        return word
    return ""


def _is_object(word: str) -> bool:
    """ "cut and print and": no object of an order follows."""
    return word in grammar().prepositions or word in grammar().conjunctions


def _says_anew(words: Sequence[Word], index: int) -> bool:
    """ "… and we'd like some thirty year olds", "… and what I want is": a subject, and a verb that is its own."""
    after = words[index + 1].lower
    follow = words[index + 2].lower if index + 2 < len(words) else ""
    if after == "what":
        return follow in _SUBJECTS
    if after in ("i", "we", "we're", "i'm") and not _BEING.isdisjoint((after, follow)):
        return bool(_AIMING.intersection(word.lower for word in words[index + 2 : index + 4]))
    return after in _BEHIND_AND and ("'" in after or _is_verb(follow) or follow.endswith(("ly", "'d")))


def _musts_anew(words: Sequence[Word], start: int, index: int) -> bool:
    """ "… till 30/11 and the offer has to be on the strip"; not: the logo and the name must be …"""
    if words[index + 1].lower not in _DETERMINERS:
        return False
    return bool(_MUSTS.intersection(word.lower for word in words[index + 2 : index + 9])) and any(
        _is_finite(word.lower) for word in words[start + 1 : index]
    )


def _begins_anew(words: Sequence[Word], start: int, index: int) -> bool:
    """ "Don't put the year on it we want to sell them again": no sign at all, and a subject behind what was whole."""
    before, word = words[index - 1].lower, words[index].lower
    follow = words[index + 1].lower
    if before in _OPEN_ENDED or index - start < 2 or len(words) - index < _LEAST:
        return False
    if words[start].lower in _CASES and words[index].lower in ("it", "they"):
        return False  # "if there is a combine in the picture it has to be red"
    if before in _POLITE and grammar().is_determiner(word) and word != "no":
        return True  # "no slang pls the last lot were mortifying"
    verb = "'" in word or word in ("im", "ive", "theyre", "thats") or _is_verb(follow) or follow in _OFTEN
    if word in _SUBJECTS and verb and word != "its":
        if before in _ENDS:
            return word != "it" or (before not in _PARTICLES and follow not in _POLITE)  # "no beer on it thanks"
        first = words[start].lower
        if first in _DOWN and (
            word in ("they", "they're", "theyre", "it's", "that's", "thats") or _has_object(words, index)
        ):
            return True
        if word in ("it", "they") and follow in _MUSTS and index - start > _LEAST:
            return True  # "a flyer for Saturday it needs to have the code on it"
        return len(words) - start > _LONG and index - start > _LEAST and not grammar().is_little(before)
    if len(words) - start > _LONG and word in ("the", "it", "its", "dont", "don't") and index - start > _LEAST:
        if word in ("dont", "don't"):
            return before not in grammar().pronouns and follow in _STARTS_ANEW | _ORDERS
        near = [each.lower for each in words[index + 1 : index + 5]]
        return not grammar().is_little(before) and any(one in _MUSTS for one in near)
    return False


def _has_object(words: Sequence[Word], index: int) -> bool:
    """ "No lederhosen we did that to death"; not: no pictures we took last year."""
    near = [word.lower for word in words[index + 2 : index + 5]]
    return bool({"that", "it", "them", "this"}.intersection(near))


def _is_verb(word: str) -> bool:
    return word in grammar().auxiliaries or word in grammar().verbs


def _is_finite(word: str) -> bool:
    return _is_verb(word) and word not in ("be", "been", "being", "having", "doing", "done")
