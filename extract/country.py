"""Where the writer is: decides what a bare $ means, which of 03/04 is the month, and whose holidays count."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from briefs.mail import Mail, SegmentKind
from extract.anycase import AnyCase
from extract.one_of import one_of
from extract.setting import Setting

_WORD = re.compile(r"\w+")
_PLAIN_WORD = re.compile(r"[a-z0-9_]+")  # the same where all is lower case and ASCII, in half the time
_READ, _OPENING = 4000, 300  # characters of the client's words
_BIG = "k|K|m|M|mn|mln|mio|bn|lakh|crore|thousand|million|grand"
# The first figure comes first and what may not stand before it behind: `re` then skips to the figures.
_SUM = re.compile(rf"\d(?<![\d.,]\d)(?:[\d.,'’]*\d)?(?:[ \u00a0]\d{{3}})*(?!\d)(?P<big> ?(?:{_BIG})\b)?")
_FEW_FIGURES, _LONGEST_MARK = 3, 8
_GREETED_FROM = AnyCase(
    r"\b(?:hello|hi|hey|greetings|good (?:day|morning|afternoon|evening)|morning|kia ora|g'day|writing|e?mailing)\b"
    r"[^.!?\n]{0,20}\bfrom (?:sunny |rainy |cold |lovely |beautiful |wet )?",
)
_CANADIAN = re.compile(r"(?:\+|\b(?:plus|excl?\.?|inc(?:l?\.?|luding)|excluding|before|and|no)|[&/]) ?(?:HST|QST)\b")
_BEFORE_REGION = re.compile(r", [A-Z]|\(")
_GST = re.compile(r"\bGST\b")
_CANADAS = ("-0230", "-0300", "-0330", "-0400", "-0500", "-0600", "-0700", "-0800")
_SUMMER = range(4, 11)  # months in which London's clock is +0100
_AUSTRALIAN = re.compile(r"\bA[BC]N:? ?\d")
_POSTCODE = r"(?:\d{4}\b|[A-Z]\d[A-Z] ?\d[A-Z]\d\b)"
_NO_WORD = "".join(f"(?<! {code})" for code in ("ON", "ACT", "AB", "NB", "NL"))  # a Swedish company is an "AB"
_CLOSINGS = "Thanks|THANKS|Cheers|Best|Regards|Love|Ta|Yours|Sincerely|Warmly|Hugs|Thx|Bye|Ciao"  # then initials follow


@cache
def data(name: str) -> Any:
    """A table of `extract/vocabulary`, read once."""
    return json.loads((files("extract.vocabulary") / f"{name}.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Country:
    """ISO 3166-1 alpha-2, "" where nothing shows it; `shown`: by the mail itself, not by the directory."""

    code: str
    shown: bool
    zone: str = ""  # of the writer's clock, as in RFC 5322: +0930

    @property
    def day_first(self) -> bool:
        if not self.code:
            return self.zone in data("countries")["day_first_zones"].split()
        return self.code not in data("countries")["month_first"].split()

    @property
    def dollar(self) -> str:
        """What a bare $ is there."""
        return str(data("currencies")["dollars"].get(self.code, "USD"))

    @property
    def currency(self) -> str:
        return str(data("currencies")["home"].get(self.code, self.dollar))


def country_of(mail: Mail, setting: Setting) -> Country:
    """Domain first, then the signature, the client's words, the clock with them, the directory, the money."""
    writer = (mail.client or mail.author).domain
    signed = mail.words_of(SegmentKind.SIGNATURE) + "\n" + _last_lines(mail)
    zone = f"{mail.sent_at:%z}"[:5]  # no country's clock is a second off
    found = _of_domain(writer) or _of_signature(signed) or _of_words(mail, zone)
    if found:
        return Country(found, True, zone)
    heard = _of_clock(mail, signed, zone) or setting.country or _of_money(_content(mail))
    return Country(heard or str(data("countries")["zones"].get(zone, "")), False, zone)


def _of_domain(domain: str) -> str:
    table = data("countries")
    last = domain.rpartition(".")[2]
    if last in table["domains"]:
        return str(table["domains"][last])
    if len(last) == 2 and last not in table["generic"].split():
        return last.upper()
    return ""


def _of_signature(signed: str) -> str:
    table = data("countries")
    if ("+" in signed or "00" in signed) and (dialled := _trunk_codes().search(signed)):
        return str(table["dialling"][dialled[1]])
    if state := _state().search(signed):
        return str(table["states"][state[1] or state[2]])
    if said := _region_in(signed):  # Perth, Ontario
        return str(table["regions"][said[1] or said[2]])
    first_words, names = _names()
    lower = signed.lower()
    if first_words.isdisjoint((_PLAIN_WORD if lower.isascii() else _WORD).findall(lower)):
        return ""  # as most signatures name none
    for word in _WORD.finditer(signed):
        if word[0].lower() in first_words and (named := names.match(signed, word.start())):
            return str(table["names"][named[1].lower()])
    return ""


def _of_words(mail: Mail, zone: str) -> str:
    """ "Netball finals in Moose Jaw, Saskatchewan", "Hello from Dunedin", a tax that only one country has."""
    words = _content(mail)
    if said := _region_in(words):
        return str(data("countries")["regions"][said[1] or said[2]])
    greeted = _GREETED_FROM.search(words[:_OPENING]) if " from " in words[:_OPENING] else None
    if greeted is not None and (named := _names()[1].match(words, greeted.end())):
        return str(data("countries")["names"][named[1].lower()])
    if "ST" in words and (_CANADIAN.search(words) or (zone in _CANADAS and _GST.search(words))):
        return "CA"
    if ("ABN" in words or "ACN" in words) and _AUSTRALIAN.search(words):
        return "AU"
    spoken = _spoken().search(words) if any(word in words for word in data("countries")["spoken"]) else None
    return str(data("countries")["spoken"][spoken[1]]) if spoken is not None else ""


def _of_clock(mail: Mail, signed: str, zone: str) -> str:
    """ "RRSP season" by an American clock is Canada, "Paddy's Day" by a London one Ireland: words that are no proof."""
    season = f"summer:{zone}" if mail.sent_at.month in _SUMMER else f"winter:{zone}"
    known = [each for each in _clocked() if zone in each.zones or season in each.zones]
    if not known:
        return ""
    own = _content(mail) + "\n" + signed
    every = own + "\n" + mail.words_of(SegmentKind.HISTORY)[:_READ]
    return next((each.country for each in known if each.is_said_in(every if each.quoted else own)), "")


def _of_money(words: str) -> str:
    """The one country whose money the sums are in; dollars and euros are too many countries'."""
    places: set[str] = set()
    known = _moneys()
    for found in _SUM.finditer(words):
        start, end = found.span()
        mark = known.before.search(words, max(0, start - _LONGEST_MARK), start) if known.may_end(words, start) else None
        mark = mark or (known.after.match(words, end) if known.may_begin(words, end) else None)
        if mark is not None and _is_money(mark[1], found):
            places.add(_countries_of_money().get(mark[1]) or _countries_of_money()[mark[1].lower()])
    return places.pop() if len(places) == 1 else ""


def _is_money(mark: str, found: re.Match[str]) -> bool:
    """ "TRY 2 of them", "PEN 50" and "Room R1204" are none; a sign such as ₹ stands beside nothing else."""
    if found["big"] is not None or not mark[-1].isalpha():
        return True
    figures = sum(map(str.isdigit, found[0]))
    return figures > _FEW_FIGURES and (len(mark) > 1 or not found[0].isdigit() or figures > _FEW_FIGURES + 1)


@dataclass(frozen=True, slots=True)
class _Moneys:
    """Marks that end where a sum begins and such that begin where it ends, with a cheap look before each."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    ends: frozenset[str]
    beginnings: frozenset[str]

    def may_end(self, words: str, start: int) -> bool:
        return words[max(0, start - 3) : start].strip()[-2:] in self.ends or words[start - 1 : start] in self.ends

    def may_begin(self, words: str, end: int) -> bool:
        return words[end : end + 3].lstrip()[:2].lower() in self.beginnings


@cache
def _moneys() -> _Moneys:
    marks, names = list(_countries_of_money()), data("currencies")["names"]
    signs = [mark for mark in marks if mark not in names]
    return _Moneys(
        re.compile(rf"(?<!\w)({one_of(signs)}) ?$"),
        re.compile(rf" ?((?:{one_of(marks)})|(?i:{one_of(mark for mark in marks if mark in names)}))(?!\w)"),
        frozenset(mark[-2:] for mark in signs) | frozenset(sign for sign in signs if len(sign) == 1),
        frozenset(mark[:2].lower() for mark in marks),
    )


@cache
def _countries_of_money() -> dict[str, str]:
    """The country of each mark, code and name of money that is one country's alone."""
    table, known = data("currencies"), data("countries")["money"]
    of_code = {code: place for place, code in {**table["dollars"], **table["home"]}.items() if code[:2] == place}
    del of_code["USD"]
    shared = {*table["same_name"], *known["alike"].split()}
    marks = {**{code: code for code in of_code}, **table["names"], **table["marks"]}
    found = {
        mark: of_code[code]
        for mark, code in marks.items()
        if code in of_code and mark not in table["only_in"] and shared.isdisjoint((mark, mark.lower()))
    }
    return {**found, **known["mostly"]}


def _content(mail: Mail) -> str:
    return "\n".join([mail.text[part.start : part.end][:_READ] for part in mail.parts_of(SegmentKind.CONTENT)])


@dataclass(frozen=True, slots=True)
class _Clocked:
    """`words` that people of one country say, among those who live by the clocks of `zones`; `quoted`: so do others."""

    zones: frozenset[str]
    country: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    quoted: bool

    def is_said_in(self, text: str) -> bool:
        """With a cheap look before the expensive one."""
        return any(map(text.__contains__, self.words)) and self.pattern.search(text) is not None


@cache
def _clocked() -> tuple[_Clocked, ...]:
    return tuple(
        _Clocked(
            frozenset(each["zones"].split()),
            str(each["country"]),
            tuple(each["words"].split("|")),
            re.compile(rf"\b(?:{one_of(each['words'].split('|'))})\b"),
            bool(each.get("quoted")),
        )
        for each in data("countries")["clocked"]
    )


@cache
def _spoken() -> re.Pattern[str]:
    """Words that people of one country alone say: corflute, lakh."""
    return re.compile(rf"\b({one_of(data('countries')['spoken'])})\b")


def _region_in(words: str) -> re.Match[str] | None:
    """Looked for where one is named, and the sign before it stands."""
    if not any(map(words.__contains__, data("countries")["regions"])) or not _BEFORE_REGION.search(words):
        return None
    return _said_region().search(words)


@cache
def _said_region() -> re.Pattern[str]:
    """ "Moose Jaw, Saskatchewan", "the shire (NSW, Australia)"; no list of markets ("Texas, Ontario and Quebec")."""
    regions = one_of(data("countries")["regions"])
    return re.compile(
        rf"\b(?!US|UK)[A-Z][\w'-]+, (?!Victoria)({regions})\b(?!,? (?:and|or|&)\b|, [A-Z])"
        rf"|\((?:[\w' -]{{1,30}}, )?({regions})\)"
    )


@cache
def _state() -> re.Pattern[str]:
    """A province at the end of a line or before a postcode: "Melfort, SK", "Dubbo NSW 2830"."""
    codes = "|".join(data("countries")["states"])
    return re.compile(
        rf"(?<![\w,])(?!(?:{_CLOSINGS})\b)[A-Z][\w'’.-]+"
        rf"(?:, ({codes})(?=[ \t]*(?:$|[,|·(])| {_POSTCODE})|,? ({codes})(?= {_POSTCODE}|{_NO_WORD}$))",
        re.MULTILINE,
    )


@cache
def _trunk_codes() -> re.Pattern[str]:
    codes = one_of(data("countries")["dialling"])
    return re.compile(rf"(?<![\w+])(?:\+|00 ?)({codes})(?=[ .()-]?[ ()\d])")


@cache
def _names() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of the names, and all names: tried only where a first word of one stands."""
    # A city with a state behind it is another one: Paris TX, Berlin, NH.
    known = data("countries")["names"]
    names = one_of(known)
    states = "|".join(data("countries")["us_states"].split())
    first_words = frozenset(_WORD.findall(name)[0] for name in known)
    return first_words, re.compile(rf"\b({names})\b(?!,? (?-i:{states})\b)", re.IGNORECASE)


_LONGEST_SIGNED = 90  # characters; a longer line is of the letter, where "in Vancouver style" tells nobody's home


def _last_lines(mail: Mail) -> str:
    """The end of the client's words: a signature that nothing set apart."""
    contents = list(mail.parts_of(SegmentKind.CONTENT))
    if not contents:
        return ""
    tail = mail.text[max(contents[-1].start, contents[-1].end - 400) : contents[-1].end]
    return "\n".join(line for line in tail.rstrip().splitlines()[-4:] if len(line) <= _LONGEST_SIGNED)
