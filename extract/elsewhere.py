"""A request whose words are elsewhere: few new words, and something came with them that may hold it."""

import re

from briefs.findings import REQUEST_ELSEWHERE, Intent
from extract.anycase import AnyCase
from extract.text import Text

_FEW = 40  # words; whoever writes more says what they want …
_POINTED = 80  # … or why it stands in what they name
_WORD = re.compile(r"[^\W\d_]+")
# What is sent to be filed, paid, signed or known, and asks for no work.
_PAPERS = AnyCase(
    r"\b(?:invoices?|receipts?|remittance|statements?|purchase orders?|po|p\.o\.|nda|contracts?|agreements?|signed"
    r"|countersigned|w-?9|certificates?|timesheets?|expenses?|minutes|agenda|itinerary|tickets?|cv|curriculum|résumé"
    r"|resume|portfolio|showreel|credentials|rate ?card|media kit|payslip|tax|insurance|bank details|payment|deposit"
    r"|fyi|for your (?:records?|information|files|reference)|for the (?:records?|file)|invitation to our|newsletter)\b",
)
_CLOSING = AnyCase(
    r"\b(?:thanks?|thank you|thx|cheers|received|got it|approved?|perfect|congrat\w*|well done"
    r"|great (?:job|work)|welcome)\b",
)
_POINTS = AnyCase(
    r"\b(?:attach\w*|enclosed|enclosure|see|below|above|here(?:'s)?|link|file|folder|document|doc|pdf|deck|slides?"
    r"|picture|photo|scan\w*|screenshot|sketch|drawing|recording|voice|video|download|uploaded|shared|wetransfer"
    r"|dropbox|drive)\b",
)
# "The brief is on our portal: https://…": any address may hold what is called the brief, "a brief survey" does not.
_BRIEF = AnyCase(
    r"\b(?:brief|briefing|rfp|scope of work|job sheet)\b(?!\s(?:survey|note|call|update|chat|message|reminder|summary"
    r"|overview|questionnaire|word|look|history|introduction|meeting|session|visit)\b)",
)
_ADDRESS = re.compile(r"https?://\S")
_NAMES_IT = AnyCase(r"\b(?:attach(?:ed|ment|ments|ing)|enclosed|download|wetransfer|dropbox)\b")


def elsewhere(text: Text, replies: bool) -> tuple[Intent, str] | None:
    """A request, or in a thread a change, that a person has to look for in what came along; None where there is none.

    Thanks, and papers to be filed or paid, hold no request; words of thanks that point at a file may.
    """
    carriers = text.mail.carriers
    words = text.words
    most = _POINTED if _NAMES_IT.search(words) else _FEW
    if not (carriers or _is_linked(text)) or len(_WORD.findall(words[: _POINTED * 40])) > most:
        return None
    titles = " ".join(re.sub(r"[_\-.]+", " ", carrier.name) for carrier in carriers if carrier.part)
    if _PAPERS.search(words) or _PAPERS.search(text.mail.subject) or _PAPERS.search(titles):
        return None
    if _CLOSING.search(words) and not _POINTS.search(words):
        return None
    return (Intent.CHANGE if replies else Intent.REQUEST), REQUEST_ELSEWHERE


def _is_linked(text: Text) -> bool:
    named = _BRIEF.search(text.words) or _BRIEF.search(text.mail.subject)
    return named is not None and _ADDRESS.search(text.words) is not None
