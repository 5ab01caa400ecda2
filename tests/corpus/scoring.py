"""How close predicted briefs come to the labels of the mail corpus; README.md beside this says what counts as right."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OPEN = Path(__file__).parent / "open"
BLIND = Path(__file__).parent / "blind"
FLOORS = Path(__file__).parent / "floors.json"
PARTS = ("dev-a", "dev-b", "dev-c")
BLIND_PARTS = tuple(f"blind-{part}" for part in "abcdefghijklmnop")
FOLDERS = {"briefs": Path(__file__).parent / "briefs"} | {part: BLIND / part for part in BLIND_PARTS}

Label = Mapping[str, Any]  # one label, or one prediction of the same shape; a prediction may lack fields
Entry = Mapping[str, Any]  # one budget, date or deliverable of a label

SINGLE = ("intent", "client", "forwarded_by", "sent_at")


@dataclass(frozen=True, slots=True)
class Case:
    """One mail of the corpus. `name` is the file's without its ending, unique over all parts."""

    name: str
    part: str
    path: Path
    label: Label


@dataclass(slots=True)
class Share:
    """How many of the values looked at were right; everything, where there was nothing to look at."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:
        self.right += right
        self.of += 1

    @property
    def accuracy(self) -> float:
        return self.right / self.of if self.of else 1.0


@dataclass(slots=True)
class Retrieval:
    """How predicted and labelled values of a list cover one another."""

    hits: int = 0
    extra: int = 0  # predicted, in no label
    missed: int = 0  # labelled, not predicted

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def labelled(self) -> int:
        return self.hits + self.missed


@dataclass(slots=True)
class Score:
    """The figures over some cases. `shares` also holds what is scored on matched pairs alone ("date_time")."""

    shares: dict[str, Share] = field(
        default_factory=lambda: {
            name: Share() for name in (*SINGLE, "date_time", "date_start", "date_text", "budget_text")
        }
    )
    lists: dict[str, Retrieval] = field(default_factory=lambda: {name: Retrieval() for name in MATCHES})
    misses: list[str] = field(default_factory=list)  # a sentence for each thing that is wrong

    @property
    def not_there(self) -> int:
        """Values in lists that stand in no label."""
        return sum(retrieval.extra for retrieval in self.lists.values())

    def figures(self) -> dict[str, float]:
        """One figure a field: accuracy for single values, F1 for lists."""
        accuracies = {name: share.accuracy for name, share in self.shares.items()}
        return accuracies | {name: retrieval.f1 for name, retrieval in self.lists.items()}


def cases(parts: Iterable[str] = PARTS) -> Iterator[Case]:
    """By default the open corpus, in the order of parts and names."""
    for part in parts:
        folder = FOLDERS.get(part, OPEN / part)
        for path in sorted(folder.glob("*.eml")):
            label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            yield Case(path.stem, part, path, label)


def score(labels: Mapping[str, Label], predictions: Mapping[str, Label]) -> Score:
    """Both by the case's name. A case without a prediction counts as one that found nothing and knew nothing."""
    total = Score()
    for name, label in labels.items():
        _add(total, name, label, predictions.get(name, {}))
    return total


def _add(total: Score, name: str, label: Label, predicted: Label) -> None:
    # Who wrote a message that asks for nothing, and when, matters to nobody.
    for single in SINGLE if label["intent"] != "none" else SINGLE[:1]:
        right = _single_is_right(single, label[single], predicted.get(single, "nothing predicted"))
        total.shares[single].count(right)
        if not right:
            total.misses.append(f"{name}: {single}: {predicted.get(single)!r}, should be {label[single]!r}")
    for listed, same in MATCHES.items():
        pairs, extra, missed = pair(predicted.get(listed) or (), label[listed], same)
        retrieval = total.lists[listed]
        retrieval.hits += len(pairs)
        retrieval.extra += len(extra)
        retrieval.missed += len(missed)
        total.misses += [f"{name}: {listed}: not there: {value}" for value in extra]
        total.misses += [f"{name}: {listed}: missed: {value}" for value in missed]
        for found, wanted in pairs:
            _add_details(total, listed, found, wanted)


def _add_details(total: Score, listed: str, found: Entry, wanted: Entry) -> None:
    if listed == "dates":
        total.shares["date_time"].count(found.get("time") == wanted["time"])
        total.shares["date_start"].count(found.get("start") == wanted["start"])
        total.shares["date_text"].count(_shows(found.get("text") or "", wanted["text"]))
    if listed == "budgets":
        total.shares["budget_text"].count(_shows(found.get("text") or "", wanted["text"]))


def pair(
    predicted: Iterable[Any], labelled: Iterable[Any], same: Callable[[Any, Any], bool]
) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Each label with the first prediction not yet used that is the same: the pairs, what is over, what is missed."""
    left, pairs, missed = list(predicted), [], []
    for wanted in labelled:
        at = next((index for index, found in enumerate(left) if same(found, wanted)), None)
        if at is None:
            missed.append(wanted)
        else:
            pairs.append((left.pop(at), wanted))
    return pairs, left, missed


def _single_is_right(single: str, wanted: str | None, found: str | None) -> bool:
    if single == "sent_at":
        return _same_minute(found or "", wanted or "")
    return found == wanted


def _same_minute(found: str, wanted: str) -> bool:
    try:
        return abs(dt.datetime.fromisoformat(found) - dt.datetime.fromisoformat(wanted)) < dt.timedelta(minutes=1)
    except (TypeError, ValueError):  # no instant at all, or one without an offset
        return False


def _same_budget(found: Entry, wanted: Entry) -> bool:
    return all(found.get(key) == wanted[key] for key in ("min", "max", "currency"))


def _same_date(found: Entry, wanted: Entry) -> bool:
    return all(found.get(key) == wanted[key] for key in ("kind", "date"))


def _same_deliverable(found: Entry, wanted: Entry) -> bool:
    same_number = (found.get("quantity") or 1) == (wanted["quantity"] or 1)
    return same_number and _thing(found.get("item", "")) == _thing(wanted["item"])


def _same_words(found: str, wanted: str) -> bool:
    """At least half of the words of both together stand in each."""
    one, other = set(_words(found)), set(_words(wanted))
    return bool(one and other) and 2 * len(one & other) >= len(one | other)


def _shows(found: str, wanted: str) -> bool:
    """The quote is the label's, more or less: one holds the other, or they share half of their words."""
    one, other = " ".join(_words(found)), " ".join(_words(wanted))
    return bool(one and other) and (one in other or other in one or _same_words(found, wanted))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _thing(item: str) -> str:
    """The last word in its singular, as far as an ending tells: "banner ads" and "an ad" are both "ad"."""
    last = (_words(item) or [""])[-1]
    if last[-5:-3].isalpha() and len(last) >= 5 and last.endswith("ies"):
        return last.removesuffix("ies") + "y"
    if last[-3:-1].isalpha() and len(last) >= 3:
        return last.removesuffix("s")
    return last


MATCHES: Mapping[str, Callable[[Any, Any], bool]] = {
    "budgets": _same_budget,
    "dates": _same_date,
    "requirements": _same_words,
    "objectives": _same_words,
    "deliverables": _same_deliverable,
}
