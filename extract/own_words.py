"""An agency's own vocabulary: a folder of JSON lines in the shape of ours, checked before anything is read with it.

spaCy is not loaded for it: the settings are checked by commands that read no mail.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import prod
from pathlib import Path
from typing import Any

from extract.errors import BadVocabulary

Pattern = list[dict[str, object]]

_KEYS = frozenset({"label", "id", "pattern", "patterns"})
_DEMANDS = 'expected a phrase, or a list of token patterns such as [{"LOWER": "spot"}]'
_STRINGS, _TRUTHS = frozenset({"LOWER", "ORTH", "TEXT", "SHAPE"}), frozenset({"IS_DIGIT", "IS_ALPHA", "LIKE_NUM"})
_TIMES = ("!", "?", "+", "*")
_MOST_WORDS, _MOST_SPELLINGS = 12, 500


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase or token pattern, and what it means: `id` "" where itself, None where it is to mean nothing any more."""

    label: str
    id: str | None
    pattern: str | Pattern


class _Wrong(Exception):
    """What is wrong with one line."""


def own_words(folder: Path, jobs: Iterable[str] = ()) -> tuple[Entry, ...]:
    """All of the folder's `*.jsonl`; raises BadVocabulary with every problem. `jobs`: kinds beside the usual ones."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".jsonl")
    except OSError as error:
        raise BadVocabulary((f"{folder}: {error.strerror}",)) from error
    if not paths:
        raise BadVocabulary((f"{folder}: no file in it ends in .jsonl",))
    known = _known(frozenset(jobs))
    entries: list[Entry] = []
    problems: list[str] = []
    for path in paths:
        for place, line in _lines(path, problems):
            try:
                entries += _entries(line, known)
            except _Wrong as error:
                problems.append(f"{place}: {error}")
    if problems:
        raise BadVocabulary(tuple(problems))
    return tuple(entries)


def spellings(phrase: str) -> Iterator[list[str]]:
    """For each word of a phrase its choices: `can|could spend`, `have got?` (a word that may be missing)."""
    for word in phrase.lower().split():
        optional = word.endswith("?") and len(word) > 1
        yield [*word.rstrip("?").split("|"), *([""] if optional else [])] if len(word) > 1 else [word]


def _lines(path: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{path.name}: cannot be read: {error}")
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path.name}:{number}", line


def _entries(line: str, known: Mapping[str, frozenset[str]]) -> Iterator[Entry]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        raise _Wrong('expected a JSON object on the line, such as {"label": "deliverable", …}') from None
    if not isinstance(entry, dict):
        raise _Wrong('expected a JSON object on the line, such as {"label": "deliverable", …}')
    if unknown := sorted(set(entry) - _KEYS):
        raise _Wrong(f"{unknown[0]}: no such key; there are {', '.join(sorted(_KEYS))}")
    label, meaning = entry.get("label"), entry.get("id", "")
    if not isinstance(label, str) or label not in known:
        raise _Wrong(f"label: expected one of {', '.join(sorted(known))}, got {label!r}")
    if meaning is not None and (not isinstance(meaning, str) or meaning not in known[label]):
        choices = ", ".join(sorted(known[label] - {""})) or "none"
        raise _Wrong(f"id: expected for {label} one of {choices}, got {meaning!r}")
    if ("pattern" in entry) == ("patterns" in entry):
        raise _Wrong("pattern: expected either pattern or patterns")
    patterns = entry["patterns"] if "patterns" in entry else [entry["pattern"]]
    if not isinstance(patterns, list) or not patterns:
        raise _Wrong("patterns: expected a list with at least one")
    for pattern in patterns:
        _check(pattern, takes_away=meaning is None)
        yield Entry(label, meaning, pattern)


def _check(pattern: Any, *, takes_away: bool) -> None:
    if isinstance(pattern, list) and pattern and not takes_away:
        for token in pattern:
            _check_token(token)
        return
    if not isinstance(pattern, str) or not pattern.strip():
        raise _Wrong(f"pattern: {_DEMANDS if not takes_away else 'expected a phrase'}, got {pattern!r}")
    choices = list(spellings(pattern))
    if len(choices) > _MOST_WORDS:
        raise _Wrong(f"pattern: more than {_MOST_WORDS} words: {pattern!r}")
    if prod(map(len, choices)) > _MOST_SPELLINGS:
        raise _Wrong(f"pattern: more than {_MOST_SPELLINGS} spellings: {pattern!r}")
    if all("" in words for words in choices):
        raise _Wrong(f"pattern: no word of it must stand there: {pattern!r}")


def _check_token(token: Any) -> None:
    """What a token may be asked here: patterns for tagged text would load and never match."""
    if not isinstance(token, dict):
        raise _Wrong(f"pattern: {_DEMANDS}, got {token!r}")
    for key, value in token.items():
        if key in _STRINGS:
            choices = value.get("IN", value.get("NOT_IN")) if isinstance(value, dict) and len(value) == 1 else [value]
            if not isinstance(choices, list) or not all(isinstance(one, str) for one in choices):
                raise _Wrong(f'pattern: {key}: expected a word or {{"IN": [words]}}, got {value!r}')
        elif key in _TRUTHS:
            if not isinstance(value, bool):
                raise _Wrong(f"pattern: {key}: expected true or false, got {value!r}")
        elif key == "OP":
            if value not in _TIMES:
                raise _Wrong(f"pattern: OP: expected one of {' '.join(_TIMES)}, got {value!r}")
        else:
            there = ", ".join(sorted((*_STRINGS, *_TRUTHS, "OP")))
            raise _Wrong(f"pattern: {key}: nothing to ask of a token here; there are {there}")


@cache
def _known(jobs: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The labels that rules look for, each with the meanings it may have."""
    known: dict[str, set[str]] = {}
    for entry in ours():
        known.setdefault(entry.label, set()).add(entry.id or "")
    for label in ("deliverable", "thing"):
        known[label] |= jobs
    return {label: frozenset(meanings) for label, meanings in known.items()}


def ours() -> Iterator[Entry]:
    """The vocabulary that ships with inbrief."""
    for file in sorted((files("extract") / "vocabulary").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".jsonl"):
            for line in file.read_text("utf-8").splitlines():
                if line.strip():
                    entry = json.loads(line)
                    for pattern in entry.get("patterns") or [entry["pattern"]]:
                        yield Entry(entry["label"], entry.get("id", ""), pattern)
