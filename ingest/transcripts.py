"""A pasted chat or a call's transcript as turns: only those of the client's own side count, and no stamp is a date."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefs.mail import Address, SegmentKind
from ingest import chat_forms as forms
from ingest.agency import Agency
from ingest.day_names import month_of, weekday_of
from ingest.lines import Line
from ingest.speakers import Sides, sides_of

_LABELS_WORDS = """
budget date dates due deadline launch live subject size sizes format formats quantity deliverables deliverable
note notes mandatories objective objectives audience target timing cost total from to cc sent brand
project title when what where who why how background tone message media channel channels contact phone email
address website location venue time ps re fyi tel mobile question answer q a requirements requirement scope
"""
_LABELS = frozenset(_LABELS_WORDS.split())
_HINT_LENGTH = 80
_MIN_TURNS = 3
_MAX_LINE = 300
_LONGEST_PAUSE = 12  # lines of one turn, blank ones among them
_ABOVE = 6  # lines before the first turn that may belong to the program


_PATTERNS = (
    (forms.VOICED, forms.VOICE_HINT),
    (forms.SENT, forms.STAMP_HINT),
    (forms.STAMPED, forms.STAMP_HINT),
    (forms.STAMPED_ALONE, forms.STAMP_HINT),
    (forms.NAMED, forms.CLOCK_HINT),
    (forms.SPEAKER, forms.COLON_HINT),
)


@dataclass(frozen=True, slots=True)
class _Turn:
    speaker: str
    column: int  # where the words begin


def read_turns(
    lines: Sequence[Line], author: Address | None, people: Sequence[Address], agency: Agency
) -> dict[int, tuple[SegmentKind, int]]:
    """For each line of a transcript its kind and the column its words begin at; empty when there is no transcript.

    The house's words are a question where the client's follow, else history. A speaker who is none of the mail's
    people counts for the client: a brief is given in their words as often as in the sender's.
    """
    turns, spread = _turns(lines, lambda: sides_of(author, people, agency))
    if not turns:
        return {}
    sides = sides_of(author, people, agency)
    found: dict[int, tuple[SegmentKind, int]] = {}
    positions = sorted(turns)
    kinds = _kinds(lines, turns, sides)
    for order, position in enumerate(positions):
        turn, kind = turns[position], kinds[order]
        words = _line_words(lines[position], turn)
        found[position] = (kind, turn.column)
        last = order + 1 == len(positions)
        stop = len(lines) if last else positions[order + 1]
        kept = kind if kind is not SegmentKind.FOOTER else SegmentKind.CONTENT
        for index in range(position + 1, stop):
            if _is_programs(lines[index].text):
                found[index] = (SegmentKind.HEADER_BLOCK, 0)
            elif _is_stamped(lines[index].text):
                found[index] = (SegmentKind.FOOTER, 0)  # what the program says, no speaker
            elif (
                lines[index].blank
                and (last or stop - position > _LONGEST_PAUSE)
                and (words or not spread or index > position + 1)
            ):
                break
            else:
                found[index] = (kept, 0)
    for index in range(max(positions[0] - _ABOVE, 0), positions[0]):
        if _is_stamped(lines[index].text):
            found[index] = (SegmentKind.FOOTER, 0)
        elif _is_programs(lines[index].text):
            found[index] = (SegmentKind.HEADER_BLOCK, 0)
    return found


def _kinds(lines: Sequence[Line], turns: dict[int, _Turn], sides: Sides) -> list[SegmentKind]:
    """For each turn in order."""
    positions = sorted(turns)
    speakers = {turn.speaker for turn in turns.values()}
    ours = {speaker for speaker in speakers if sides.is_ours(speaker, speakers)}
    found: list[SegmentKind] = []
    follows = SegmentKind.HISTORY  # what a turn of the house is, seen from below
    for position in reversed(positions):
        if forms.SYSTEM.match(_line_words(lines[position], turns[position]).strip("\u200e\u200f")):
            found.append(SegmentKind.FOOTER)
        elif turns[position].speaker in ours:
            found.append(follows)
        else:
            found.append(SegmentKind.CONTENT)
            follows = SegmentKind.QUESTION
    return found[::-1]


def _is_stamped(text: str) -> bool:
    return forms.STAMP_HINT.search(text, 0, _HINT_LENGTH) is not None and bool(
        forms.STAMPED_LINE.match(text[:_HINT_LENGTH])
    )


def _is_programs(text: str) -> bool:
    """A stamp, a day or a cue's number alone on its line."""
    if len(text) > _HINT_LENGTH or not text.strip():
        return False
    return any(pattern.match(text) for pattern in (forms.STAMP_ALONE, forms.DAY_ALONE, forms.CUE_ALONE))


def _turns(lines: Sequence[Line], sides: Callable[[], Sides]) -> tuple[dict[int, _Turn], bool]:
    """Position to turn, by one pattern for the whole transcript; and whether the words stand below their speakers."""
    hinted = [
        (index, line)
        for index, line in enumerate(lines)
        if ":" in line.text[:_HINT_LENGTH]
        or line.text.startswith("<v")
        or ("." in line.text and forms.CLOCK_HINT.search(line.text, 0, _HINT_LENGTH))
    ]
    if len(hinted) < _MIN_TURNS:
        return {}, False
    for pattern, hint in _PATTERNS:
        likely = [(index, line) for index, line in hinted if hint.search(line.text, 0, _HINT_LENGTH)]
        if len(likely) < _MIN_TURNS:
            continue
        turns: dict[int, _Turn] = {}
        for index, line in likely:
            match = pattern.match(line.text[:_MAX_LINE])
            if match and _may_speak(match[1]):
                turns[index] = _Turn(match[1].strip().lower(), match.end())
        if not _is_talk(turns):
            continue
        if pattern is forms.SPEAKER and not _is_plain_talk(lines, turns, sides()):
            continue
        bare = sum(not _line_words(lines[index], turn) for index, turn in turns.items())
        if pattern is forms.NAMED and bare * 2 < len(turns) and not _punctuated(lines, turns):
            continue  # "Sunday 10:30 brunch, Monday 9:00 …" is a list of hours
        return turns, bare * 2 >= len(turns)
    return _stamped_below(lines, [index for index, _ in hinted], sides)


def _stamped_below(
    lines: Sequence[Line], hinted: Sequence[int], sides: Callable[[], Sides]
) -> tuple[dict[int, _Turn], bool]:
    """Teams: the name on one line, the clock on the next, then the words."""
    turns: dict[int, _Turn] = {}
    for index in hinted:
        if not index or not forms.STAMP_ALONE.match(lines[index].text[:_HINT_LENGTH]):
            continue
        name = forms.NAME_ALONE.match(lines[index - 1].text[:_MAX_LINE])
        if name and _may_speak(name[1]):
            turns[index - 1] = _Turn(name[1].strip().lower(), len(lines[index - 1].text))
    if not _is_talk(turns):
        return {}, False
    mail = sides()
    return (turns, True) if any(mail.knows(turn.speaker) for turn in turns.values()) else ({}, False)


def _is_talk(turns: dict[int, _Turn]) -> bool:
    return len(turns) >= _MIN_TURNS and len({turn.speaker for turn in turns.values()}) > 1


def _is_plain_talk(lines: Sequence[Line], turns: dict[int, _Turn], sides: Sides) -> bool:
    """No stamps: somebody whom the mail knows speaks, and more than once. Labels, each once, are a form."""
    if all(index and forms.STAMP_ALONE.match(lines[index - 1].text[:_HINT_LENGTH]) for index in turns):
        return True  # the cues of WebVTT
    speakers = {turn.speaker for turn in turns.values()}
    if len(speakers) * 2 > len(turns) or len(turns) <= _MIN_TURNS:
        return False
    return any(sides.knows(speaker) for speaker in speakers)


def _line_words(line: Line, turn: _Turn) -> str:
    return line.text[turn.column :].strip()


def _punctuated(lines: Sequence[Line], turns: dict[int, _Turn]) -> bool:
    """The stamps stand in brackets or before a colon or a tab."""
    return all(lines[index].text[: turn.column].rstrip(" ")[-1:] in "]):\t" for index, turn in turns.items())


def _may_speak(name: str) -> bool:
    words = re.sub(r"\([^()]*\)", "", name).split()
    if not 0 < len(words) <= 5 and not name.startswith("+"):
        return False
    first = words[0].lower().strip(".,")
    return (
        first not in _LABELS
        and weekday_of(first) < 0
        and not (month_of(first) and len(words) > 1 and words[1][:1].isdigit())
    )
