"""What tells a day of the job from any other: the words it hangs on, its weekday, its place among the mail's days."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.anycase import AnyCase
from extract.columns import column_of
from extract.day_clauses import clause_signs
from extract.day_roles import Role
from extract.grammar import wordset
from extract.roles import Scene, heading_of, label_of, scene
from extract.signs import Signs, stems
from extract.span import Span
from extract.text import Text

_MUCH = 4.0  # of evidence; makes a small number of it
_REACH = 80  # characters of its stretch before a day and behind it
_WIDE = 200  # characters of its sentence on either side
_AROUND = 1500  # characters of the mail on either side of its sentence
_LEAD = 24  # of it that a leading word and "about the" can fill
_LITTLE = 3  # letters of a word that says nothing
_FIRST = 3  # words of a stretch, last ones of a label
_MOST = 3  # days of a kind; more is no different
_SAYS = 0.3  # points from which a label counts
_BEGINS = 12  # characters
_SATURDAY = 5
_RATHER = 240  # days; what is farther off without its year has mostly been
_ALONE = 3  # characters of its sentence on either side
_DAY, _CLOSE = dt.timedelta(days=1), dt.timedelta(days=3)
_COMMON = wordset(
    "this that with from have will need want your must they their them then than only just also before after please"
)
_OWNERS = ("my", "our", "their", "his", "her", "your")
_LEADS = AnyCase(
    r"\b(by|before|until|till|til|on|from|for|in|at|to|through|thru|is|are|of|the|starting|around|after|since|due|live|"
    r"latest|than)\W{0,2}$",
)
_THE = re.compile(r"\s(?:the|about|around)\s$", re.IGNORECASE)
# "Paving's done 4/10, no press": said to be of no account for the work.
_WAVED_OFF = AnyCase(
    r"\b(?:ignore|irrelevant|regardless|never mind|not (?:yours|ours|your|for you|relevant|related|public|to worry)|"
    r"(?:that's|is|are) (?:ours|mine|theirs)|(?:no|any) (?:effect|matter|need|work|press|time|rush)|no one|nobody|"
    r"(?:don't|doesn't|does not|do not|won't) (?:matter|care|count|mix|affect|concern|bring|present|call|worry|come|"
    r"send|need)|(?:another|different|other|separate) (?:story|matter|thing|client|time|contract|budget|job)|fyi|"
    r"for info|for reference|by the way|btw|lol|optional|private|privately|internal|internally|neither|nothing to do|"
    r"anyway|who cares|we pay|we only|same as)\b"
)
_OWNED = AnyCase(r"(?:^|\s)(my|our|their|his|her|your|its|\w+'s)\s")
_WRITER = AnyCase(r"\b(?:I|I'm|I'll|I've|we|we're|we'll|we've)\b")
_READER = AnyCase(r"\b(?:you|you'd|you'll|your|please|pls|kindly)\b")
_ASKED = AnyCase(
    r"\b(?:need|needs|needed|want|wants|wanted|like|love|must|should|has to|have to|require\w*|expect\w*|let me|"
    r"give me)\b"
)


def signs_among(roles: Sequence[Role]) -> Iterator[tuple[Role, Signs]]:
    """Of each day what its place in the mail and in time says: the last is rather live, the earlier ones due."""
    if not roles:
        return
    places = [role.days.start for role in roles]
    begins, ends = min(places), max(places)
    times = Counter(role.days.last for role in roles)
    earliest, latest = min(times), max(times)
    due = sorted(role.days.last for role in roles if role.weight > 0 and role.due > role.live)
    live = sorted(role.days.last for role in roles if role.weight > 0 and role.due <= role.live)
    likely = max((*due[-1:], *live[-1:]), default=None)
    for role in roles:
        day = role.days.last
        only, last, first = len(times) == 1, day == latest, day == earliest
        where = "only" if only else "last" if last else "first" if first else "between"
        said = "alone" if only else "first said" if role.days.start == begins else "said later"
        most = strongest_of(role)[0]
        yield (
            role,
            {
                "the only day": float(only),
                "the first of the days": float(first and not only),
                "the last of the days": float(last and not only),
                "a due one before it": _share(bisect_left(due, day)),
                "a due one after it": _share(len(due) - bisect_right(due, day)),
                "a live one before it": _share(bisect_left(live, day)),
                "a live one after it": _share(len(live) - bisect_right(live, day)),
                "a day close behind": float(any(_between(days, day, day + _CLOSE + _DAY) for days in (due, live))),
                "a day close before": float(any(_between(days, day - _CLOSE - _DAY, day) for days in (due, live))),
                "said twice": float(times[day] > 1),
                "first said": float(role.days.start == begins and not only),
                "last said": float(role.days.start == ends and not only),
                "the last of the likely days": float(day == likely and not only),
                "nothing likely after it": float(not only and (likely is None or day >= likely)),
                f"{where} in time, most of {most}": 1.0,
                f"{said}, most of {most}": 1.0,
            },
        )


def _between(days: Sequence[dt.date], after: dt.date, before: dt.date) -> bool:
    return bisect_right(days, after) < bisect_left(days, before)


def _share(many: int) -> float:
    return min(many, _MOST) / _MOST


def strongest_of(role: Role) -> list[str]:
    """The labels that say something of the day, the strongest first."""
    strong = [label for label, much in role.points.items() if much > _SAYS]
    return sorted(strong, key=lambda label: -role.points[label]) or ["nothing"]


def signs_of(text: Text, role: Role) -> Signs:
    """What stands around the day."""
    one, weekday = role.told_by or role.days, role.days.last.weekday()
    signs: Signs = {f"{label.removeprefix('date.')} points": much / _MUCH for label, much in role.points.items()}
    signs["more against it"] = float(role.idle >= max(role.due, role.live, _SAYS))
    signs["rather the one gone by"] = float(
        role.days.floating and (role.days.last - text.sent_at.date()).days > _RATHER
    )
    signs["nothing for it"] = float(max(role.due, role.live) < _SAYS)
    signs |= {f"on day {weekday}": 1.0, "on a weekend": float(weekday >= _SATURDAY)}
    around = scene(text, one)
    if around is not None:
        near = Span(max(around.own.start, one.start - _REACH), min(around.own.end, max(one.end, one.end + _REACH)))
        said_most, column = strongest_of(role), column_of(text, one)
        signs |= dict.fromkeys(_named(text, one, around, near, said_most, column), 1.0)
        signs |= _said(text, one, around, near, column)
        signs |= clause_signs(text, around, one, near, said_most[0])
    return signs


def _named(
    text: Text, one: Span, around: Scene, near: Span, said_most: Sequence[str], column: Span | None
) -> Iterator[str]:
    """Signs that are there or are not."""
    within = text.stems.within
    lead = _LEADS.search(_THE.sub(" ", text.words[max(near.start, one.start - _LEAD) : one.start]))
    leads = lead[1].lower() if lead else "nothing"
    first, *rest = said_most
    yield f"led by {leads}"
    yield f"most of {first}"
    yield f"led by {leads}, most of {first}"
    if rest:
        yield f"most of {first}, then of {rest[0]}"
    led = within(near.start, one.start)
    if len(led) > 1:
        yield f"'{led[-2]} {led[-1]}' right before it"
    yield from (f"'{word}' leads to it" for word in led)
    yield from (f"'{word}' follows it" for word in within(min(one.end, near.end), near.end))
    yield from (f"'{word}' begins its stretch" for word in within(around.own.start, one.start)[:_FIRST])
    for how, span in (
        ("labels it", label_of(around)),
        ("heads it", heading_of(around)),
        ("names its column", column),
    ):
        if span is not None:
            yield from (f"'{word}' {how}" for word in within(span.start, span.end)[-_FIRST:])
    if (owner := _OWNED.search(text.words[near.start : one.start])) is not None:
        yield "something of somebody's"
        yield f"owned by {owner[1].lower() if owner[1].lower() in _OWNERS else 'another'}"


def _said(text: Text, one: Span, around: Scene, near: Span, column: Span | None) -> Signs:
    sentence = around.sentence
    before, own = text.words[near.start : one.start].lower(), text.words[near.start : near.end].lower()
    wide = Span(max(sentence.start, one.start - _WIDE), min(sentence.end, one.end + _WIDE))
    at_large = text.words[wide.start : wide.end].lower()
    made = text.terms_between(near.start, one.start, "deliverable")
    led = len(text.stems.within(near.start, one.start))
    return {
        **_elsewhere(text, around, near, one),
        "something made in its sentence": float(bool(text.terms_in(wide, "deliverable"))),
        "asked for in its sentence": float(_ASKED.is_in(at_large)),
        "alone in its sentence": float(max(one.start - sentence.start, sentence.end - one.end) < _ALONE),
        "how far down": one.start / max(1, len(text.words)),
        "in a named column": float(column is not None),
        "a word or two before it": float(0 < led <= 2),
        "words before it": min(led, 10) / 10,
        "waved off": float(_WAVED_OFF.is_in(at_large)),
        "waved off near it": float(_WAVED_OFF.is_in(own)),
        "the writer before it": float(_WRITER.is_in(before)),
        "the reader in its stretch": float(_READER.is_in(own)),
        "asked for in its stretch": float(_ASKED.is_in(own)),
        "something made before it": float(bool(made)),
        "something made behind it": float(bool(text.terms_between(min(one.end, near.end), near.end, "deliverable"))),
        "something made begins it": float(any(term.start - around.own.start < _BEGINS for term in made)),
    }


def _elsewhere(text: Text, around: Scene, near: Span, one: Span) -> Signs:
    """Whether the mail speaks elsewhere of what is said of the day: what is beside the point is named once."""
    within, sentence = text.stems.within, around.sentence
    said = (*within(near.start, one.start), *within(min(one.end, near.end), near.end))
    own = {word for word in said if len(word) > _LITTLE} - _COMMON
    before = within(max(0, sentence.start - _AROUND), sentence.start)
    common = own.intersection(before).union(own.intersection(within(sentence.end, sentence.end + _AROUND)))
    return {
        "said of elsewhere": float(bool(common)),
        "how much is said of elsewhere": len(common) / max(1, len(own)),
        "of the subject": float(not own.isdisjoint(stems(text.mail.subject))),
    }
