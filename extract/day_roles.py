"""What a day is to the job: due, live or neither, weighed from the terms of vocabulary/dates.jsonl around it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefs.findings import DateKind
from extract.anycase import AnyCase
from extract.day_decoys import binds_nobody, is_corrected, is_gone_by, is_of_weekdays, is_quoted, is_said_again
from extract.day_items import is_item, is_own_day, is_thing, names_event
from extract.day_points import BECAUSE, DUE, IDLE, LIVE, NEED, PAST, PUBLIC, STRONG, WEIGHTS, points_of
from extract.roles import Scene, dominant, scene
from extract.text import Text
from extract.values import languages
from extract.values.days import Days
from extract.values.forms import Grain

_UP_REACH = 80  # characters
_LONG, _AFTER = 10_000, 12  # characters; what follows a day says a little less of it than what leads to it
_LONGEST_NEED = 92  # days: "in June" alone says not when it is needed
_OWN = 0.55  # of a need: it stands in the day's own stretch
_SUPPOSED = 1.5  # of a calendar day that nothing speaks for or against
CALENDAR = (
    "month day",
    "day month",
    "figures",
    "figures span",
    "iso",
    "range",
    "ordinal month",
    "month ordinal",
    "holiday",
    "week of",
)

_BY = AnyCase(
    r"\b(?:by|before|no later than|not later than|due(?: on| by)?|latest(?: by)?|deadline(?: is| of)?:?|on or before|"
    r"prior to|" + languages.phrases("by") + r")"
    r"\s(?:the\s|about\s|around\s)?$"
)
_IS = AnyCase(
    r"(?:\b(?:is|are|falls|will be|moves|moved|shifted|bumped|postponed|preponed|changed|pushed|now|slipped|"
    r"takes place|(?:set|scheduled|locked|confirmed|"
    r"planned|booked) for)\b|'s\b)"
    r"[\s:]*(?:now\s|on\s|to\s|for\s|in\s|from\s|set\s|going to be\s|still\s|locked\s|confirmed\s|scheduled\s|the\s|"
    r"again\s){0,3}$"
)
_IT_IS = AnyCase(
    r"\b(?:(?:it|that|this)(?:'s|\sis|\swill be|\sshould be|\smoves|\sgoes)|make (?:it|that)|instead,?|rather|"
    r"to|now|actually,?|mean|sorry,?|I (?:think|guess)|say|maybe)"
    r"\s(?:now\s|on\s|to\s|for\s|the\s|actually\s|going to be\s|until\s){0,3}$"
)
# "As of April 1 we no longer charge fines."
_FROM_THEN = re.compile(
    r"(?:effective\s)?(?:as of|as from|from|starting|beginning|effective|with effect from)\s(?:on\s)?(?:the\s)?",
    re.IGNORECASE,
)
_HABIT = AnyCase(r"\b(?:every|each|any|most|on a|a|usual|usually|our|last|past|since)\s$")
_EVERY = AnyCase(r"\b(?:every|each|most)\s$")
_STAMP = AnyCase(r"\b(?:dated|updated|est\.|since|valid (?:un)?til|expires?(?: on)?)\s?:?\s?$")
_VERSION = AnyCase(
    r"\b(?<!first\s)(?<!final\s)(?<!next\s)(?<!last\s)(?<!revised\s)(?<!new\s)(?:rev\.?|version|v)\s?:?\s?$"
)
_MEETING = re.compile(
    r"(?:'s?)?[ ](?:call|meeting|kick-?off|chat|session|lunch(?!\s?time)|email|mail|note|message|version|invoice|visit|"
    r"slot|paper|edition|zoom|review|"
    r"standup|sync|hours|catch-?up)\b",
    re.IGNORECASE,
)
_WE_SEND = AnyCase(
    r"\b(?:I'll|we'll|I will|we will|I can|we can|I'm going to|let me)\s(?:\w+\s){0,2}?(?:send|get you|get back|"
    r"get it|get them|share|forward|drop|email|give|bring|follow|ship|mail|confirm|supply|provide|"
    r"upload|have (?:[\w'-]+\s){1,4}?(?:to|with|for) you)\b",
)
_AFTER_IT = AnyCase(r"\b(?:(?<!not\s)after|since|following|ever since|prior to)\s(?:the\s)?$")
_AHEAD = re.compile(r"(?:next|tomorrow|tmr|tmrw|this coming)\b", re.IGNORECASE)
_AT_LATEST = re.compile(r",?\s(?:at (?:the )?(?:very )?latest|latest|the latest)\b", re.IGNORECASE)
# "The map isn't needed till Wednesday": then it is.
_NOT_UNTIL = AnyCase(
    r"(?:n't|\bnot)\s(?:\w+ly\s|be\s)?(?:need|needed|want|wanted|due|required|expected)\b(?!\s(?:you|him|her)\b)"
    r"(?:\s[\w'-]+){0,4}\s(?:until|till|til)\s(?:the\s)?$"
)
# "So the principal can take it to the Ministry on the 26th": what others then do with it.
_SO_THEY_CAN = re.compile(
    r"\s?so\s(?:that\s)?(?!(?:I|we|you|it|please|pls|that)\b)(?:[\w'-]+\s){1,4}?(?:can|could|may|might)\s",
    re.IGNORECASE,
)
# "I'd like the posters up the week of November 8".
_WANTED_UP = AnyCase(
    r"\b(?:like|love|want|need|have|get|see)\s(?:[\w'&-]+\s){1,8}up\s(?:by\s|on\s|from\s|for\s)?(?:the\s)?$"
)
# "The guide can be end of February".
_CAN_BE = AnyCase(r"\b(?:can|could)\sbe\s(?:in\s|at\s|by\s)?(?:the\s)?$")
_DEADLINE_UNTIL = AnyCase(r"\b(?:until|till|til|bis)\s(?:the\s)?$")
_OTHERS_HAVE = AnyCase(r"\b[a-z]{3,}s\shave\s(?:until|till|til)\s(?:the\s)?$")  # "exhibitors have until the 2nd"
_PLEASE = AnyCase(r"\b(?:please|pls|plz|kindly|the rest|the others?|the remaining)\b")
_HOLDS = AnyCase(
    r"\b(?:wait|hold|don't|do not|not|keep|reserve\w*|valid|open|closed|away|out|off|runs?|running|leave|up|stays?|"
    r"(?:to|can|could|may|must|please|you|we|they|people|guests|pls) book|extend\w*|show|shown|pause|stop|continue|"
    r"advertise|display\w*|sell|good|available|remains?|lasts?|holds?|pays?)\b",
)
_FINISHED = AnyCase(
    r"\b(?:must|should|needs? to|has to|have to|shall|ought to|will need to)\s(?:be\s|have\s|get\s)?(?:\w+\s)?"
    r"(?:ready|done|finished|complete|completed|printed|delivered|finali[sz]ed|final|sent|given|handed|passed|"
    r"supplied|submitted|provided|uploaded|in|"
    r"with us|there|here|made|prepared|designed|in our hands|receive|received)\b",
)
_MUST = AnyCase(
    r"\b(?:(?:can|could|would) you|please|pls|plz|kindly|the rest|the others?|"
    r"must|needs?|has to|have to|should|shall|required|expect\w*|ask|deliver|send|prepare|want|like to)\b",
)
_AHEAD_OF = AnyCase(r"\b(?:before|ahead of|prior)\b")  # "the cards a week before the drop"
_GREETING = AnyCase(r"\b(?:happy|merry|blessed|joyous|good)\s$")
_FOR = AnyCase(r"\b(?:for|on|this|come)\s(?:the\s)?$")
_ED = re.compile(
    r"\b(?!need|embed|red\b|bed\b|feed|speed|breed|led\b|exceed|proceed|add|chang|mov|postpon|shift|delay|push|"
    r"reschedul|extend|book|plann|confirm|want|requir|propos|intend)(\w{2,}ed)\b(?!\s(?:by|for|to be)\b)",
    re.IGNORECASE,
)
_HELPED = AnyCase(
    r"\b(?:be|is|are|get|gets|getting|been|being|will|to|need|needs|have|has|want|wants|them|it|fully|not|newly|our|"
    r"the|a|of|and|all|into|in|on|with|by|as|for|from|at|\w+s)"
    r"\s(?:\w+ly\s)?$|'s\s$",
)
# "We want the spot finished": it is to be.
_HAVE_IT = AnyCase(r"\b(?:want|wants|need|needs|like|get|have|see)\s(?!to\b)(?:[\w'-]+\s){1,5}$")
_SAME_DAY = AnyCase(
    r"\b(?:that|the same|that same|the very same)\s(?:day|date|morning|evening|night|afternoon|weekend|week)\b",
)
_BARELY = 0.3
_ANSWERED = 0.3  # of it is left against a day that answers "when?": "7 June, they gave us a better price"
_ELSEWHERE = 1.1  # at most of what is said in another stretch: "need them by the 6th cos they go on sale on the 16th"
_TOLD = 1.0  # of the past tense
_RUN = 5
# "An ad for September 30", but "need it for September 30".
_MADE_FOR = AnyCase(
    r"\b(?!it|them|this|that|these|those|something|everything|anything|ready|done|finished|due|needed|wanted|required|"
    r"back|us|me|one|is|are|be|looking|aiming|hoping|asking|thanks|please|pls|set|in|up|here|by|draft|files?|proofs?)"
    r"[a-z][\w-]+\sfor\s(?:the\s)?$",
)
# "I travel the week of May 4": what the writer does is no launch.
_ITS_WRITER = AnyCase(r"(?:^|[\s(])(?:I|he|she)(?:'m|'s|'ll|'ve)?\s")
_ASKED_LIVE = AnyCase(
    r"\b(?:live|launch|air|open|opening|start|event|up by|be up|in market|go out|run|to press|on sale|on shelf|"
    r"shelf|shelves|in stores?|in shops?)\w*\b"
)
_ASKED_DUE = AnyCase(r"\b(?:deadline|due|need|proof|draft|layout|see|files?|deliver\w*|when)\b")


@dataclass(frozen=True, slots=True)
class Role:
    """The evidence on one day. `replaces`: it corrects the day named before it, or stands for it ("it's June 20").

    `item`: little more than a name stands before it ("masters February 20"). `supposed`: nothing said what it is.
    `points`: the best that each label says. `told_by`: the day of its list around which the words were read.
    """

    days: Days
    due: float
    live: float
    idle: float
    replaces: bool
    item: bool = False
    supposed: bool = False
    points: Mapping[str, float] = field(default_factory=dict)
    told_by: Days | None = None

    @property
    def kind(self) -> DateKind:
        return DateKind.DUE if self.due >= self.live else DateKind.LIVE

    @property
    def weight(self) -> float:
        return max(self.due, self.live) - self.idle


def role_of(text: Text, one: Days, before: Days | None, after: Days | None) -> Role | None:
    """None for a day that cannot be one of the job's: a habit, a stamp, a meeting, words of the ad."""
    around = scene(text, one)
    if around is None:
        return None
    near = text.words[max(0, one.start - 48) : one.start].lower()
    if (one.form == "weekday" and _HABIT.is_in(near)) or _EVERY.is_in(near) or _STAMP.is_in(near):
        return None
    if one.form in CALENDAR and _VERSION.is_in(near):
        return None
    if binds_nobody(text.words, one) and not is_corrected(text.words, one, after):
        return None
    if _GREETING.is_in(near) or _AFTER_IT.is_in(near) or is_said_again(near, one, before):
        return None
    until = near.endswith(("by ", "before ", "until ", "till "))  # "by Friday lunch" is a time
    if one.time is None and not until and text.words[one.end - 1] != "." and _MEETING.match(text.words, one.end):
        return None
    if is_quoted(text.words, around, one):
        return None
    points = points_of(text, around, one, before, after)
    said = dict(points)
    if _AHEAD.match(text.words, one.start):
        points[PAST] = 0.0  # "we got the hall for next month"
    item = is_item(text.words, around, one)
    if names_event(text, around, one):
        points[STRONG] = points[NEED] = 0.0  # "need by orientation (9 Feb)"
    by = _BY.is_in(near) or _AT_LATEST.match(text.words, one.end) is not None
    others = _OTHERS_HAVE.is_in(near)
    if not others and _DEADLINE_UNTIL.is_in(near) and _is_deadline(text, around, one, points[DUE], item=item):
        by, points[IDLE], points[DUE] = True, 0.0, max(points[DUE], _SUPPOSED)  # as a German says by
    if _NOT_UNTIL.is_in(near):
        by, points[IDLE], points[DUE] = True, 0.0, max(points[DUE], _SUPPOSED)
    if _is_wanted_up(text, around, one):
        points[PUBLIC] = max(points[PUBLIC], WEIGHTS[PUBLIC])
    if _CAN_BE.is_in(near) and text.terms_between(around.own.start, one.start, "deliverable"):
        points[DUE] = max(points[DUE], _SUPPOSED)
    if one.form == "holiday" and max(points[DUE], points[NEED]) < _OWN:
        by, points[STRONG] = False, 0.0  # "steal a point of share by Christmas"
    due, live = _due_and_live(points, by=by)
    if _IS.is_in(near) and due < _SUPPOSED:
        live += 1.0
    if due < _SUPPOSED and is_own_day(text.words, one):
        live += 1.8
    if _FROM_THEN.fullmatch(text.words, around.sentence.start, one.start):
        live += 1.2
    if one.form == "holiday" and _FOR.is_in(near) and due < _SUPPOSED:
        live += 1.8
    if one.first != one.last and one.grain is Grain.DAY:
        # Nothing is handed over for weeks on end, but people are away for as long.
        live += 1.0 if by or points[IDLE] >= _SUPPOSED or (one.last - one.first).days < _RUN else 2.2
    stated_due, stated_live = due, live
    due, live = _asked(text, one, due, live)
    answers = (due, live) != (stated_due, stated_live) and not text.words[around.sentence.start : one.start].strip()
    idle = points[IDLE] * (_ANSWERED if answers else 1.0)
    if due >= _SUPPOSED and _asks_sooner(text, around, one):
        idle *= 0.35  # "proofs by May 3 for our board meeting": the hand-over stands nearer than the meeting
    told = max(points[PAST], _past_tense(text.words, around, one)) * (_ANSWERED if answers else 1.0)
    if told >= _TOLD and is_gone_by(text.words, around, one, text.sent_at.date()):
        return None
    idle = max(idle, told)
    if _WE_SEND.search(text.words, around.own.start, one.start):
        idle = max(idle, WEIGHTS[IDLE])
    if BECAUSE.match(text.words, around.own.start):
        due *= 0.5  # a reason: "need it Friday because the printer closes on Saturday"
    if _SO_THEY_CAN.match(text.words, around.own.start, one.start):
        due, points[NEED], idle = 0.4 * due, 0.0, max(idle, _TOLD)
    stated = max(due, live)
    due, live = _supposed(text, around, one, points, due, live, idle, item=item)
    supposed = stated < _SUPPOSED
    return _that_day(text, Role(one, due, live, idle, _IT_IS.is_in(near), item, supposed, said), after)


def _is_wanted_up(text: Text, around: Scene, one: Days) -> bool:
    up = _WANTED_UP.search(text.words, max(around.own.start, one.start - _UP_REACH), one.start)
    return up is not None and bool(text.terms_between(up.start(), one.start, "deliverable"))


def _is_deadline(text: Text, around: Scene, one: Days, due: float, *, item: bool) -> bool:
    """ "The print data until March 27", as a German says by."""
    before = text.words[around.own.start : one.start]
    asked = _MUST.search(text.words, around.sentence.start, min(around.sentence.end, one.end + 24)) is not None
    item = item and bool(text.terms_between(around.own.start, one.start, DUE))
    if due >= _SUPPOSED:
        return (asked or item) and _HOLDS.search(before) is None
    return asked and (_asks_until(before) or (_FINISHED.search(before) is not None and not _HOLDS.search(before)))


def _asks_until(before: str) -> bool:
    """ "The texts please until 20.3.", not "please leave the ads up until 20 March"."""
    return _PLEASE.search(before) is not None and _HOLDS.search(before) is None


def _asks_sooner(text: Text, around: Scene, one: Days) -> bool:
    """Whether words of handing over stand nearer to the day than a meeting or an absence does."""
    nearest = {DUE: _LONG, IDLE: _LONG}
    for term in dominant(text.terms_in(around.own, DUE, IDLE)):
        if not term.overlaps(one):
            apart = one.start - term.end if term.end <= one.start else term.start - one.end + _AFTER
            nearest[term.label] = min(nearest[term.label], apart)
    return nearest[DUE] < nearest[IDLE]


def _due_and_live(points: dict[str, float], *, by: bool) -> tuple[float, float]:
    due, live, public = points[DUE], points[LIVE], points[PUBLIC]
    if not by and not points[STRONG]:
        return due + (0.6 * points[NEED] if due else 0.0), max(live, public)
    if public > max(due, _ELSEWHERE):
        # "The site must be up by 2 April" says when it is public, "the launch film by 2 April" when it is handed over.
        return due, max(live, public) + 0.4
    return due + points[NEED] + (1.6 if by else 0.4), max(live, public)


def _supposed(
    text: Text, around: Scene, one: Days, points: dict[str, float], due: float, live: float, idle: float, *, item: bool
) -> tuple[float, float]:
    """A day of the calendar in a request that nothing else explains: needed then, or something happens then."""
    if idle >= _BARELY or max(due, live) >= _SUPPOSED:
        return due, live
    if one.form in CALENDAR and _MADE_FOR.search(text.words, around.own.start, one.start) and not due:
        return due, max(live, _SUPPOSED)
    if (
        points[NEED] >= _OWN
        and one.form != "this"
        and not is_of_weekdays(text.words, one)
        and (one.last - one.first).days <= _LONGEST_NEED
    ):
        return max(due, _SUPPOSED), live
    made = item or points[NEED] >= _BARELY
    if one.form == "offset" and made and live < _BARELY and _AHEAD_OF.search(text.words, one.start, one.end):
        return max(due, _SUPPOSED), live
    if item and one.first == one.last and live < _BARELY and is_thing(text, around, one):
        return max(due, _SUPPOSED), live
    if _ITS_WRITER.search(text.words, around.own.start, one.start):
        return due, live
    if is_of_weekdays(text.words, one):
        return due, live  # "heads in beds Sunday through Thursday"
    if one.form in CALENDAR and one.form != "holiday" and one.grain in (Grain.DAY, Grain.WEEK):
        return due, max(live, _SUPPOSED) if live >= due else live
    return due, live


def _asked(text: Text, one: Days, due: float, live: float) -> tuple[float, float]:
    """A bare day between quoted questions takes its meaning from the question."""
    question = text.question_before(one.start)
    if question and max(due, live) < _SUPPOSED:
        if _ASKED_LIVE.search(question):
            return due, live + 1.6
        if _ASKED_DUE.search(question):
            return due + 1.6, live
    return due, live


def _that_day(text: Text, role: Role, after: Days | None) -> Role:
    """ "She starts July 20 and I want the site live that day": what is said of that day is said of July 20."""
    ends = min(len(text.words), role.days.end + 160, after.start if after else len(text.words))
    said = _SAME_DAY.search(text.words, role.days.end, ends)
    if said is None:
        return role
    stand_in = Days(said.start(), said.end(), role.days.first, role.days.last, role.days.grain, "that day")
    around = scene(text, stand_in)
    if around is None:
        return role
    points = points_of(text, around, stand_in, None, None)
    due, live = _due_and_live(points, by=_BY.search(text.words[max(0, said.start() - 48) : said.start()]) is not None)
    if max(due, live) - points[IDLE] > max(role.weight, _SUPPOSED):
        return replace(role, due=due, live=live, idle=points[IDLE], item=False, supposed=False)
    return role


def _past_tense(words: str, around: Scene, one: Days) -> float:
    """ "The gala cleared $140,000 in December": a past verb without a helper, before the day."""
    begins = max(around.own.start, words.rfind(":", around.own.start, one.start) + 1)
    if "ed" not in words[begins : one.start].lower():
        return 0.0
    for verb in _ED.finditer(words, begins, one.start):
        if not words[begins : verb.start()].strip():
            continue  # "Retouched finals 5/11"
        led = words[max(begins, verb.start() - 48) : verb.start()]
        if not _HELPED.search(led[-24:]) and not _HAVE_IT.search(led):
            return 1.2
    return 0.0
