"""What a signature says of who signed: their name, their company, a telephone number and a country."""

import functools
import re
from collections.abc import Iterator, Sequence

from babel import Locale

from briefs.mail import Address, Contact
from ingest.calling_codes import country_of_number
from ingest.hints import folded
from ingest.languages import LANGUAGES
from ingest.sign_offs import Names, closes, is_name, may_be_name, names_of, plain_name, without_closing, words_of

_MOST_LINES = 30
_LONGEST_LINE = 300
_LONGEST_NAME = 6  # words
_LONGEST_COMPANY = 8
_MOST_INITIALS = 3
_SEPARATOR = re.compile(r"\s*[|•·⋅‧\t]\s*|\s+[-–—/]\s+|\s{3,}")
_MAY_SEPARATE = re.compile(r"[|•·⋅‧\t]|\s(?:[-–—/]|\s\s)")
_COMMA = re.compile(r",\s+(?!(?:inc|llc|ltd|l\.?p|corp|gmbh|s\.|a\.s|co)\b)", re.IGNORECASE)
_LEGAL_FORM = re.compile(  # in folded text
    r"(?<![\w.])(?:ltd|limited|llc|l\.l\.c|inc|incorporated|corp|corporation|plc|llp|pty|gmbh|mbh|ag|kg|kgaa|ug|ohg|"
    r"e\.\s?v|"
    r"sarl|s\.à\.?r\.l|sas|sasu|eurl|s\.?a|s\.?l|s\.?l\.?u|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|v\.?o\.?f|bvba|"
    r"sp\.?\s?z\s?o\.?\s?o|s\.?a\.?r\.?l|ab|a/s|aps|asa|as|oy|oyj|ab oy|s\.r\.o|a\.s|spol|kft|zrt|nyrt|bt|lda|ltda|"
    r"eireli|"
    r"d\.o\.o|d\.d|ооо|оао|зао|тов|a\.ş|ltd\.?\s?şti|ehf|oü|uab|sia|co|company|& (?:sons|co)|s\.?c)\.?(?![\w])",
)
# Two or three letters that are also words, or a director's degree.
_CASED_FORM = re.compile(r"\b(?:AG|KG|UG|AB|AS|ASA|Oy|SA|S\.A|SL|S\.L|SC|Co|Bt|SAS|BT)\b\.?")
_WORDLIKE_WORDS = """
ag kg ug ab as asa oy sa sl sc co bt sas s.a s.l s.c
"""
_IN_ADDRESSES = frozenset(("sa", "as", "co", "company", "limited", "sc"))  # or before a company's other words
_WORDLIKE = frozenset(_WORDLIKE_WORDS.split())
_NUMBER = re.compile(r"(?<![\w.,/+-])(?:\+|\(\+?|00)?\d[\d\s().\-/\u00a0\u2011]{5,24}\d(?![\w])")
_NO_PHONE = re.compile(
    r"(?:\bf|fax|telefax|telecopie|vat|tva|iva|ust|uid|hrb|hra|abn|acn|nip|regon|krs|nif|cif|siret|siren|rcs|iban|"
    r"bic|konto|account|"
    r"reg|registered|registration|company|charity|no|nr|kvk|btw|cvr|org|ico|ič|dič|oib|cnpj|inn|инн|p\.?\s?o\.?\s?box|"
    r"postfach|id|since|est|founded|meeting|passcode|p\.? ?iva|c\.? ?f)\W{0,4}(?:number|no|nr|num|id)?\W{0,4}$",
    re.IGNORECASE,
)
_PHONE_LABEL = re.compile(
    r"(?:\b(?:t|tel|téléphone|tél|phone|telephone|telefon|teléfono|teléf|telefono|telefoon|telefone|tlf|puh|p|ph|m|"
    r"mob|mobile|mobil|"
    r"móvil|portable|port|cell|cellulare|cel|gsm|o|office|d|direct|dir|h|w|whatsapp|kom|тел|моб)|[☎📞📱✆])\W{0,5}$",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"(?:^|[|•·])[\s,]*$")
_REMARK = re.compile(r"\s*\([^()]{1,30}\)")  # pronouns
_DATE_LIKE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_FEWEST_DIGITS, _MOST_DIGITS, _LOCAL_DIGITS = 7, 15, 9

_STATES_WORDS = """
AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
SC SD TN TX UT VT VA WA WV WI WY DC PR
"""
_DIGIT = re.compile(r"\d")
_US = re.compile(rf"\b(?:{'|'.join(_STATES_WORDS.split())}),?\s+\d{{5}}(?:-\d{{4}})?\b")
_CANADA = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d\b")
_AUSTRALIA = re.compile(r"\b(?:(?:NSW|VIC|QLD|TAS|ACT|SA|WA|NT),?\s+\d{4}|NSW|QLD)\b")
_BRITAIN = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?)\s\d[ABD-HJLNP-UW-Z]{2}\b")
_DUTCH = re.compile(r"\b[1-9]\d{3}\s[A-Z]{2}\s+[A-Z][a-z]")
_PREFIXED = re.compile(r"\b(D|A|CH|F|L|B|PL|CZ|SK|DK|SE|FI|LT|LV|EE|SI|HR)-\d{4,5}\b")
_CAR_CODES = {"D": "DE", "A": "AT", "F": "FR", "L": "LU", "B": "BE"}
_ALSO = {
    "usa": "US", "u.s.a.": "US", "u.s.": "US", "united states of america": "US", "uk": "GB", "u.k.": "GB", "great "
    "britain": "GB",
    "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "uae": "AE", "the netherlands": "NL",
    "holland": "NL", "éire": "IE", "czech republic": "CZ", "turkey": "TR", "türkiye": "TR", "bosnia": "BA",
}  # fmt: skip
# First names, and states of a country.
_NOT_ALONE = frozenset(("georgia", "jordan", "chad", "jersey", "mali", "oman"))


def contact_of(lines: Sequence[str], author: Address | None) -> Contact:
    """What these lines of a signature tell; "" for what they do not, or not clearly."""
    lines = [line[:_LONGEST_LINE].strip() for line in lines[:_MOST_LINES]]
    parted = [list(_parts(line)) for line in lines]
    parts = [part for line in parted for part in line]
    names = names_of(author)
    name = _name(lines, parted, names)
    phone = _phone(lines)
    return Contact(name, _company(parts, author, name), phone, _country(lines, parts, name))


def _parts(line: str) -> Iterator[str]:
    for piece in _SEPARATOR.split(line) if _MAY_SEPARATE.search(line) else (line,):
        for part in _COMMA.split(piece) if "," in piece else (piece,):
            if part.strip():
                yield part.strip(" ,;*_-–—")


def _name(lines: Sequence[str], parted: Sequence[Sequence[str]], names: Names) -> str:
    """The fullest form of the writer's name, or whoever stands right under the closing."""
    found: list[str] = []
    closed = False
    for line, parts in zip(lines, parted, strict=True):
        if closes(line) and not is_name(line, names):
            closed = True
            continue
        bare_line = _without_remarks(plain_name(line))
        first = without_closing(next(iter(parts if bare_line == line else _parts(bare_line)), ""))
        if is_name(first, names) and len(words_of(first)) <= _LONGEST_NAME and not _form_end(first):
            bare = first.strip(" .,;:-–—~*_")
            found += [bare] if _is_word(bare) else []
        elif closed and first and not found:
            # Also one that the address does not tell.
            capital = all(word[0].isupper() for word in words_of(first))
            return first if may_be_name(first) and capital and len(words_of(first)) > 1 and not _form_end(first) else ""
    return max(found, key=lambda name: len(words_of(name)), default="")


def _without_remarks(line: str) -> str:
    return _REMARK.sub("", line) if "(" in line else line


def _is_word(name: str) -> bool:
    """More than initials."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) > _MOST_INITIALS or (len(letters) > 1 and not name.isupper() and not name.islower())


def _company(parts: Sequence[str], author: Address | None, name: str) -> str:
    for part in parts:
        end = _form_end(part) if "@" not in part and part != name else 0
        if end and 1 < len(words_of(part[:end])) <= _LONGEST_COMPANY:
            return part[:end]
    house = author.domain.split(".") if author else []
    label = max(house[:-1], key=len, default="") if house else ""
    if len(label) < 4:  # a shorter one is found in any word
        return ""
    label = label.replace("-", "")
    for part in parts:
        if "@" in part or "www." in part or "/" in part or "." in part or part == name:
            continue
        words = words_of(part)
        if len(words) > _LONGEST_NAME or not "".join(words).lower().startswith(label):
            continue
        beginnings = {"".join(words[:length]).lower() for length in range(1, len(words) + 1)}
        if label in beginnings:
            return part
    return ""


def _form_end(part: str) -> int:
    """Where a company's legal form ends, 0 without one: not in "Adelaide SA 5000" nor in "Ennis, Co. Clare"."""
    end = 0
    if part.isalnum():  # a word alone
        return end
    small = folded(part)
    for form in _LEGAL_FORM.finditer(small):
        word = form[0].rstrip(".")
        after = small[form.end() :].lstrip()
        if not form.start() or (word in _WORDLIKE and not _CASED_FORM.fullmatch(part, form.start(), form.end())):
            continue
        if word in _IN_ADDRESSES and after[:1].isalnum() and not _LEGAL_FORM.match(after):
            continue
        end = form.end()
    return end


def _phone(lines: Sequence[str]) -> str:
    for line in filter(_DIGIT.search, lines):
        for match in _NUMBER.finditer(line):
            digits = sum(each.isdecimal() for each in match[0])
            before = line[max(match.start() - 24, 0) : match.start()]
            if (
                not _FEWEST_DIGITS <= digits <= _MOST_DIGITS
                or _NO_PHONE.search(before)
                or _DATE_LIKE.fullmatch(match[0])
            ):
                continue
            told = match[0].startswith(("+", "(+", "00")) or _PHONE_LABEL.search(before) is not None
            grouped = len(re.findall(r"\d+", match[0])) > 1 and digits >= _LOCAL_DIGITS
            if told or (grouped and _SET_OFF.search(before)):
                return match[0].strip()
    return ""


def _country(lines: Sequence[str], parts: Sequence[str], name: str) -> str:
    """From the address; else from the number's prefix; "" where they tell two."""
    text = "\n".join(lines)
    found = {country for part in parts if part != name and (country := _named(part))}
    counts = _DIGIT.search(text) is not None
    if (counts or "NSW" in text or "QLD" in text) and _AUSTRALIA.search(text):
        found.add("AU")
    if not counts:  # neither a postcode nor a number
        return found.pop() if len(found) == 1 else ""
    for pattern, country in ((_US, "US"), (_CANADA, "CA"), (_BRITAIN, "GB"), (_DUTCH, "NL")):
        if pattern.search(text):
            found.add(country)
    found.update(_CAR_CODES.get(match[1], match[1]) for match in _PREFIXED.finditer(text))
    if not found:
        found = {country for match in _NUMBER.finditer(text) if (country := country_of_number(match[0]))}
    return found.pop() if len(found) == 1 else ""


def _named(part: str) -> str:
    """A country's name alone, or behind a postcode and a town: "75002 Paris France"."""
    whole = " ".join(part.lower().strip(" .").split())
    if country := _territories().get(whole, ""):
        return "" if whole in _NOT_ALONE else country
    if not _DIGIT.search(whole):
        return ""
    words = whole.split()
    if not any(word[:1].isdecimal() for word in words):
        return ""
    return next((country for size in (3, 2, 1) if (country := _territories().get(" ".join(words[-size:]), ""))), "")


@functools.cache
def _territories() -> dict[str, str]:
    table: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == len("XX") and code.isalpha() and code not in ("EU", "UN", "EZ", "XA", "XB", "ZZ"):
                table.setdefault(name.lower(), set()).add(code)
    single = {name: codes.pop() for name, codes in table.items() if len(codes) == 1}
    return {**single, **_ALSO}
