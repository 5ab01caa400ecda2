"""What the subject of a mail speaks for: what its writer wants, and which kind of paper or talk it heads."""

import re
from collections.abc import Iterator

_READ = 400  # characters
_SAYS = {
    "subject none": re.compile(
        r"\b(?:invoice|statement|remittance|receipt|out of (?:the )?office|auto(?:matic)?[- ]?(?:reply|response)"
        r"|newsletter|internship|application|résumé|resume|cv|webinar|your order|password|quarantine|undeliver\w*"
        r"|delivery status|payment|w-?9|certificate|save the date|thank you|thanks|rates?|rate card|inventory"
        r"|media kit|closing dates?|portfolio|awards?|invit(?:e|ed|ation)|status|survey|contract|your|meeting|call)\b"
    ),
    "subject cancel": re.compile(
        r"\b(?:cancel\w*|on hold|call(?:ed|ing)? off|is off|stop|stop work|paus(?:e|ed|ing)|pull(?:ed|ing)? the plug"
        r"|not going ahead|shelved|discontinu\w*|termination|withdraw\w*)\b"
    ),
    "subject change": re.compile(
        r"\b(?:changes?|changed|change of \w+|revised|revisions?|new (?:date|dates|timing|deadline|budget|scope)"
        r"|updated?|amends?|amendments?|moved|rescheduled|corrections?|postponed|tweaks?|addendum|supplement)\b"
    ),
    "subject request": re.compile(
        r"\b(?:brief|rfp|rfq|request|tender|order|quote|new|help|invitation to (?:pitch|tender)|needed|wanted)\b"
    ),
    "subject asks": re.compile(r"\?\s*$"),
    "subject pays": re.compile(
        r"\b(?:invoices?|statement|remittance|receipt|payment|w-?9|certificate|contract|po|purchase order|refund|paid"
        r"|overdue|rechnung|faktura|fattura|factura|facture)\b"
    ),
    "subject away": re.compile(
        r"\b(?:out of (?:the )?office|auto(?:matic)?[- ]?(?:reply|response)|away|vacation|holidays?|absen(?:t|ce)"
        r"|(?:annual|parental|maternity|sick) leave|closed|closure|change of address)\b"
    ),
    "subject invites": re.compile(
        r"\b(?:newsletter|bulletin|webinar|save the date|awards?|invited|early bird|entries|speak\w*|summit|conference"
        r"|expo|survey|join|tickets?|this month|what's on)\b"
    ),
    "subject sells": re.compile(
        r"\b(?:rates?|rate card|inventory|media kit|closing|avail\w*|slots?|last call|specials?|packages?|quotation"
        r"|left|opening up|deadlines?|licen[cs](?:e|ing)|specs?|materials?|unsold|remnant|faces|panels|boards?"
        r"|free (?:from|slots?|dates|days)|prices|discount)\b"
    ),
    "subject applies": re.compile(
        r"\b(?:internship|application|r[eé]sum[eé]|cv|portfolio|freelance|designer|illustrator|photographer|copywriter"
        r"|animator|writer|junior|intern|candidat\w+|looking for work|collab\w*|availability)\b"
    ),
    "subject thanks": re.compile(
        r"\b(?:thank you|thanks|wow|congrat\w+|well done|great|amazing|last night|opening night|results?|numbers|fyi)\b"
    ),
    "subject meets": re.compile(
        r"\b(?:meeting|call|lunch|coffee|catch[- ]?up|weekly|wip|kick-?off|agenda|minutes|parking|visit|next week"
        r"|(?:mon|tues|wednes|thurs|fri)day)\b"
    ),
    "subject asks how": re.compile(
        r"\b(?:status|questions?|quick q|where are we|any (?:news|update)|on track|who|how)\b"
    ),
    "subject shows work": re.compile(
        r"\b(?:proofs?|v\d+|round \d|drafts?|layouts?|final|approval|sign-?off|concepts?|routes|versions?|artwork)\b"
    ),
    "subject offers": re.compile(r"\b(?:idea|proposal|estimate|quote|upgrade|add-on|options?|would you)\b"),
    "subject mends": re.compile(
        r"\b(?:fix(?:es)?|additions?|additional|extra|extended|extension|typo|wrong|swap\w*|fewer|more|less|cut"
        r"|reduc\w+|increase\w*|raised?|bump|variation|rethink|instead|shift\w*|delay\w*|earlier|later|one more"
        r"|tweak\w*|correct\w*|mistakes?|oops|whoops)\b"
    ),
    "subject ends": re.compile(
        r"\b(?:withdraw\w*|disregard|kill\w*|scrap\w*|paus\w+|terminat\w+|stopp\w+|not happening|muna|sad news"
        r"|bad news|sorry|end of|annul\w*|dropp\w*|closing down|regret\w*|forget|never ?mind|no longer|off)\b"
    ),
}
# Whoever answers such a subject was asked by us: a sum that is told then is the brief's, not a new one.
_ASKED_FOR_MONEY = re.compile(r"\b(?:budget|ballpark|numbers?|figures?|money|how much|damage|price range|spend)\b")


def said_by(subject: str) -> Iterator[str]:
    lower = subject[:_READ].lower()
    return (name for name, pattern in _SAYS.items() if pattern.search(lower))


def asks_for_money(subject: str) -> bool:
    return _ASKED_FOR_MONEY.search(subject[:_READ].lower()) is not None
