"""Who is to do what, sentence by sentence: asked of the agency, ordered, wanted or dated, and of which kind of thing.

"Could you have the layouts ready?" asks for the agency's work, "could you send the invoice?" for a paper, "did you send
the layouts?" only wonders; "take the fox off" mends, "call me" does not.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

from extract.grammar import wordset
from extract.text import Text

_SENTENCES = 30
_WORDS = 40
_READ = 400  # characters of a sentence
_FAR = 4000  # characters of a mail
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:]*|[,?]")
_PLAIN_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*|[0-9][0-9.,:]*|[,?]")  # the same where all is ASCII, in half the time
_MONTH, _WHO = "*month*", "*who*"
# Of several kinds the first tells.
_KINDS = {"*paper*": "paper", "*hand*": "hand", "*thing*": "thing", "*part*": "part", "*meet*": "meet", "*job*": "job"}
_GREETS = wordset("hi hello hey dear morning afternoon evening hiya")
_OPENERS = wordset(
    "please pls plz kindly and so also but then ok okay now just oh well yes no thanks sorry maybe if , -"
)
_COULD = wordset("could can would will may might shall couldn't can't won't wouldn't")
_WONDERS = wordset(
    "did do does don't have has is are was were who what when where which why how what's who's where's whose am isn't "
    "aren't didn't haven't"
)
_CHANCES = ("any chance", "is there any", "is it possible", "do you think", "do you mind", "are you able", "is there a")
_VERBS: Mapping[str, frozenset[str]] = {
    "send": wordset(
        "send email courier pop post forward share deliver bring submit upload ship give show turn let have get finish"
    ),
    "make": wordset(
        "design create produce write draw build print film shoot draft prepare develop plan start begin do record "
        "illustrate sketch"
    ),
    "mend": wordset(
        "put swap change replace add move use fix correct update amend shrink enlarge say turn make extend raise "
        "reduce increase bring push shift keep edit revise reword rewrite spell delay bump note"
    ),
    "drop": wordset("take drop lose remove delete cut leave skip strike omit kill bin scrap forget ditch chop"),
    "stop": wordset("stop hold cancel pause park shelve freeze halt cease suspend postpone withdraw stand close"),
    "tell": wordset(
        "call ring phone text tell confirm check see find join come book pay sign reply visit register contact return "
        "rsvp enjoy click read save accept advise allow meet remember complete bear consider treat ignore disregard"
    ),
}
_MODALS = wordset("must needs need should shall cannot can't mustn't shouldn't has have")
_HALF_MODALS = wordset("has have need")  # these only with "to"
_WANTS = wordset("need want needs wants require requires like wanted wants expect expecting love seek order requesting")
_MODALS_OR_WANTS = _MODALS | _WANTS
_WISHERS = wordset("we i we'd i'd we'll i'll he she they who")
_HAPPENS = wordset(
    "open opens launch launches run runs start starts air airs takes take broadcast broadcasts happens happening "
    "begins closes drops appears premieres kicks goes go is are be will falls"
)
_OURS = wordset("we our us i my me we're we've we'd we'll i'm i've i'd i'll mine ours")
_YOURS = wordset("you your you're you've you'd you'll yours u ye")
_MONEY = "$£€₹₱₦¥"
_LABEL = re.compile(r"^[ \t]{0,8}(?:[-*•][ \t]{0,4})?[a-z][\w /&().]{1,30}(?::|[ \t]{3}|\t)[ \t]*\S", re.MULTILINE)
# The first letter comes first and what may not stand before it behind: `re` then skips to those letters.
_PLACE = re.compile(
    r"(?:p(?<!\wp)(?:ages?|\.|g|anel|aragraph)|s(?<!\ws)(?:lide|pread|ku|helf)|v(?<!\wv)er(?:se|sion)|l(?<!\wl)ine"
    r"|f(?<!\wf)rame|c(?<!\wc)olumn) ?#?\d"
)


@cache
def nouns() -> dict[str, str]:
    """Nouns of the trade by their kind: what is made, shown for a yes, filed, corrected; who decides, when, where."""
    data = json.loads(files("extract.vocabulary").joinpath("everyday.json").read_text("utf-8"))
    words = [(kind, word) for kind, lines in data["kinds"].items() for word in " ".join(lines).split()]
    known: dict[str, str] = {}
    for form in ("{}", "{}s"):
        for kind, word in words:
            known.setdefault(form.format(word), f"*{kind}*")
    return known


@cache
def _orders() -> Mapping[str, str]:
    """What each verb orders; of two the first."""
    return {verb: name for name, verbs in reversed(list(_VERBS.items())) for verb in verbs}


def doers(text: Text) -> Iterator[str]:
    """Of the first sentences; then whether the mail speaks of its writer and its reader, of sums, labels and places."""
    kinds = nouns()
    ours = yours = 0
    for sentence in text.layout.sentences[:_SENTENCES]:
        lower = text.words[sentence.start : min(sentence.end, sentence.start + _READ)].lower()
        words = (_PLAIN_WORD if lower.isascii() else _WORD).findall(lower)[:_WORDS]
        if not words:
            continue
        ours += not _OURS.isdisjoint(words)
        yours += not _YOURS.isdisjoint(words)
        yield from _done(_opened(words), lower.rstrip(), kinds)
    yield from ["no ours"] * (not ours) + ["no yours"] * (not yours)
    lower = text.words[:_FAR].lower()
    yield from repeat("sum", sum(map(lower.count, _MONEY)))
    yield from ("labelled line" for _ in _LABEL.finditer(lower))
    yield from ("place in the work" for _ in _PLACE.finditer(lower))


def _opened(words: Sequence[str]) -> Sequence[str]:
    """Without the greeting and the little words before the verb."""
    if words[0] in _GREETS and "," in words[:5]:
        words = words[words.index(",") + 1 :]
    start = 0
    while start < len(words) and words[start] in _OPENERS:
        start += 1
    return words[start:]


def _done(words: Sequence[str], sentence: str, kinds: Mapping[str, str]) -> Iterator[str]:
    if not words:
        return
    first = words[0]
    asks = sentence.endswith("?") or "?" in words
    if asks or (first in _COULD and len(words) > 1 and words[1] in ("you", "we", "i")):
        start = " ".join(words[:3])
        how = "could" if first in _COULD or start.startswith(_CHANCES) else "wonders" if first in _WONDERS else "asks"
        yield f"{how} {_kind(words, kinds)}"
    elif (name := _orders().get(first)) is not None:
        yield f"orders {name}"
        yield f"orders {name} {_kind(words, kinds)}"
    else:
        yield from _told(words, kinds)
    if words[-1] == "now" or "now" in words[-3:-1]:
        yield "now at the end"


def _told(words: Sequence[str], kinds: Mapping[str, str]) -> Iterator[str]:
    near = words[:12]
    for index, word in enumerate(near) if not _MODALS_OR_WANTS.isdisjoint(near) else ():
        if word in _MODALS and index and (word not in _HALF_MODALS or words[index + 1 : index + 2] == ["to"]):
            yield f"must {_kind(words[:index], kinds)}"
            return
        if word in _WANTS and index and (words[index - 1] in _WISHERS or kinds.get(words[index - 1]) == _WHO):
            after = words[index + 1 : index + 8]
            yield "wants yours" if "your" in after[:3] else f"wants {_kind(after, kinds)}"
            return
    happens = not _HAPPENS.isdisjoint(words[:8])
    if happens and any(word[0].isdigit() or kinds.get(word) == _MONTH for word in words):
        yield f"happens {_kind(words[:6], kinds)}"


def _kind(words: Sequence[str], kinds: Mapping[str, str]) -> str:
    found = set(map(kinds.get, words))
    return next((name for kind, name in _KINDS.items() if kind in found), "-")
