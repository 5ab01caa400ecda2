"""Days that bind nobody, by the words right beside them: opening hours, a price's end, a season, what a proof says."""

import datetime as dt
import re

from extract.anycase import AnyCase
from extract.one_of import one_of
from extract.roles import Scene
from extract.values.almanac import WEEKDAYS
from extract.values.days import Days
from extract.values.forms import Grain

_BEFORE, _AFTER = 72, 48  # characters looked at
_AIM_REACH = 160
_HORIZONS = ("ahead", "month", "month end", "quarter", "year", "season", "before", "holiday", "range")
_A_WEEKDAY = one_of(WEEKDAYS)

_HOURS = AnyCase(
    r"\b(?:hours|opening times)\s?(?:are|is|will be|now|run|:|-|–)*\s$"
    r"|(?:\b(?:are|is|be|being|stay|stays|only|we|they)|'re|'s)\s(?:\w+\s)?(?:open|closed|staffed)\s(?:from\s|only\s)?$|\bonly\s$"
)
_ENDS_A_PRICE = AnyCase(r"[$€£]\s?\d[\d.,]*(?:\s[\w ]{1,20})?\s(?:until|till|til|through|thru)\s(?:the\s)?$")
_PRICE = re.compile(r"[$€£]\s?\d[\d.,]*\s?(?:[€£]\s?)?$")
_CONTENT = AnyCase(
    r"\b(?:proof|poster|flyer|flier|ad|page|draft|layout|sign|version|card|invite|banner|website|site|calendar|headline|caption|"
    r"menu|brochure|leaflet|folder|post|it)\s(?:still\s|now\s|currently\s)?(?:says|reads|shows|states|lists|gives)\s"
    r"(?:it's\s|on\s|the\s)*$"
)
_THEIR_WEEKEND = AnyCase(
    r"\b(?:who|people|guests|visitors|families|couples|customers|tourists|locals|students|crowds|kids|shoppers|folks)\b"
    r"[^.;!?\n]{0,48}\b(?:for|on|over|at|during)\s(?:the\s)?$"
)
_NONE_THEN = AnyCase(
    r"\b(?:no|without an?)\s(?!later|sooner|matter|more|less|longer|earlier)(?:[\w-]+\s){1,2}"
    r"(?:in|on|for|this|by|come)\s(?:the\s)?$"
)
_NONE_YET = AnyCase(r"\bno\s(?!later|sooner|matter|more|less|longer|earlier|rush|hurry|one)(?:[\w-]+\s){1,2}$")
_SEASON = AnyCase(
    r"\b(?:about|around|like|every|clos(?:es|ing|ed)(?:\s(?:down|up))?\sfor|shut(?:s|ting)?(?:\sdown)?\sfor|off\sfor|away\sfor|"
    r"busy\s(?:at|over|for|around|before))\s(?:the\s)?$"
)
_IS_OVER = re.compile(
    r"(?:'s|\sis|\sare|\swill be)\s(?:well\s|long\s|all\s)?"
    r"(?:over|past|gone|forgotten|behind|upon|here|coming|on us)\b",
    re.IGNORECASE,
)
_SAME_AS_HOLIDAY = AnyCase(rf"\b(?:{_A_WEEKDAY}|that|which)(?:'s|\sis)\s(?:also\s)?$")
_LATER = AnyCase(
    r"\b(?:revisit|look at (?:it|this|that|everything) again|pick (?:it|this|that|things) (?:back )?up|"
    r"(?:come|get) back to (?:it|this|that|you)|"
    r"talk (?:about (?:it|this) )?again|think again|(?:we|I|you|to|us|let's|can|will)\s(?:restart|resume)|try again)\b"
    r"[^.;!?\n]{0,40}$"
)
# "Move 30% of orders to the app within six months", "500 new members by the end of the year": how far an aim reaches.
_AIM = AnyCase(
    r"\b(?:(?:rais|increas|grow|mov|lift|boost|reduc|cut|improv|bring|shift|push|tak)\w*\b[^.;!?\n]{0,80}?\d\s?(?:%|per\s?cent)"
    r"|(?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing)\b"
    r"|\d[\d,]*\s(?:of\s)?(?:them\s)?(?:new\s|more\s|extra\s|additional\s|paying\s|first-time\s)*(?:members|memberships|subscribers|"
    r"subscriptions|customers|followers|users|donors|patients|clients|bookings|visitors|sign-?ups|leads|downloads|applicants|"
    r"applications|recruits|households|listeners|enrolments|sales|units)\b)[^.;!?\n]{0,80}$"
)
_HALF_A_YEAR = 183  # days
_NOT_YET = AnyCase(
    r"\b(?:for|to|until|till|by|before|from|than|will|would|shall|should|must|need|needs|want|please|next|is|are|if)(?:\s(?:the|\w+day))*\s(?:\w+day,?\s)?$"
    r"|\b(?:will|shall|must|please|need|needs|want|would like)\b|^(?:by|for|from|until|till|before|than)\s"
)
_LOOKS = AnyCase(r"\b(?:font|logo|size|text|type|picture|image|headline|margins?|contrast|volume)\b")
_RESTATED = AnyCase(r"\b(?:which|that)\s(?:is|falls on|happens to be)\s(?:also\s)?(?:the\s)?$")
_ITS_COMMA = 3  # characters
_QUOTED = re.compile(r'"[^"\n]{3,120}"')
# "Friday, no wait, Monday"; "March 12, actually make it March 16".
_CORRECTED = re.compile(
    r"(?:\s(?:morning|lunch(?:time)?|afternoon|evening|night))?"
    r"(?:[^\w.;!?\n]{0,3}(?:'s\sover)?(?:\.{2,3}|…|,|\s?[-–—]+|\))?\s(?:uh\s|um\s|oh\s)?"
    r"(?:no(?:\swait|\ssorry)?|nah|nope|wait|sorry|actually|scratch\sthat|correction|I\smean|make\s(?:it|that)|or\srather|better)\b"
    r"|,\s(?:\w{2}\s)?(?:sorry,?\sno|no,?\ssorry|no,?\swait)\b,?\s[^.;!?\n]{0,48},\s(?:so|make)"
    r"|[.;]?\s(?:uh|um|oh)?,?\s?(?:sorry|no|wait|apologies),?\s(?:I\smeant|I\smean|that\sshould\s(?:be|read|say)|make\s(?:it|that)))"
    r"(?:,?\s(?:that(?:'s|\sis|\swon't|\swould\sbe)\s(?:\w+\s)?\w+(?=,)|no|wait|sorry|I\smean|make\s(?:it|that)|let'?s\ssay|say|that'?s|it'?s|by|on|the|actually|to|"
    r"(?:they|he|she)\s(?:said|says|say|told\sus|wants?(?:\sit)?|needs?(?:\sit)?))){0,4},?\s$",
    re.IGNORECASE,
)


def binds_nobody(words: str, one: Days) -> bool:
    before = words[max(0, one.start - _BEFORE) : one.start].lower()
    behind = words[one.end : one.end + _AFTER]
    if _ENDS_A_PRICE.search(before) or _CONTENT.is_in(before):
        return True
    if one.form == "before" and _PRICE.search(before):
        return True
    if one.form in _HORIZONS:
        aim = _AIM.search(words[max(0, one.start - _AIM_REACH) : one.start])
        if aim is not None and not _LOOKS.search(aim[0]):
            return True
    if one.form == "before" and _NONE_YET.is_in(before):
        return True
    if _NONE_THEN.is_in(before) or _LATER.is_in(before):
        return True
    if is_of_weekdays(words, one) and _HOURS.is_in(before):
        return True
    if one.form == "week" and _THEIR_WEEKEND.is_in(before):
        return True
    if one.form in ("holiday", "before") and _IS_OVER.match(behind):
        return True
    return one.form == "holiday" and (_SEASON.is_in(before) or _SAME_AS_HOLIDAY.is_in(before))


def is_gone_by(words: str, around: Scene, one: Days, sent: dt.date) -> bool:
    """Whether a day without its year, told of in the past tense, is rather the one that was: "signed on 21 August"."""
    if not one.floating or one.grain not in (Grain.DAY, Grain.MONTH) or (one.last - sent).days < _HALF_A_YEAR:
        return False
    before = words[max(around.own.start, one.start - _BEFORE) : one.start]
    return _NOT_YET.search(before) is None and _NOT_YET.match(words[one.start : one.start + 8]) is None


def is_of_weekdays(words: str, one: Days) -> bool:
    """Thursday through Sunday: a span of weekdays without a date."""
    return one.form == "range" and not any(char.isdigit() for char in words[one.start : one.start + 9])


def is_corrected(words: str, one: Days, after: Days | None) -> bool:
    """Whether the writer takes the day back in the same breath and says another."""
    if after is None or after.start - one.end > _AFTER:
        return False
    return _CORRECTED.fullmatch(words, one.end, after.start) is not None


def is_said_again(near: str, one: Days, before: Days | None) -> bool:
    """ "The Friday after Thanksgiving, which is the 27th"; but "our open day, which is 17 May" says it once."""
    again = _RESTATED.search(near)
    return again is not None and before is not None and one.start - before.end - len(again[0]) <= _ITS_COMMA


def is_quoted(words: str, around: Scene, one: Days) -> bool:
    """Words of the ad itself: "Close in 3 Days"."""
    begins, ends = around.stretches[0].start, around.stretches[-1].end
    return any(
        quoted.start() < one.start and one.end <= quoted.end() for quoted in _QUOTED.finditer(words, begins, ends)
    )
