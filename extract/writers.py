"""Who writes to whom, as far as the addresses show it: a desk that sells or bills, a colleague, a client."""

import re
from collections.abc import Iterator

from briefs.mail import Mail
from extract.anycase import AnyCase

_DESKS = {
    "from sales": re.compile(
        r"\b(?:sales|bookings?|ads?|advertising|media|production|prepress|preflight|proofs?|dispatch|despatch|orders?"
        r"|licen[sc]ing|rights|inventory|traffic|partners?|partnerships?|rates|studio|growth|deliver(?:y|ies)|shipping"
        r"|outdoor|trade|materials|network|publicity|classifieds?)\b"
    ),
    "from billing": re.compile(
        r"\b(?:accounts?|ap|ar|accounts? (?:payable|receivable)|billing|invoices?|invoicing|finance|payables?"
        r"|purchasing|procurement|ledger|credit control|buchhaltung|comptabilite|payments?|remittances?|collections?)\b"
    ),
    "from news": re.compile(
        r"\b(?:news|newsletter|bulletin|digest|events?|entries|awards?|speakers?|conference|webinars?|updates?|report"
        r"|weekly|daily|members(?:hip)?|circle|academy|editors?|editorial|press office|community|summit|expo|alerts?"
        r"|no-?reply|notifications?|support|helpdesk|hr|jobs|careers|talent|recruit(?:ing|ment)?|it|facilities)\b"
    ),
}
# In the name of a firm's domain: those that sell to agencies name their trade there more often than those that buy.
_TRADES = re.compile(
    r"media|outdoor|ooh|radio|fm\b|press|print|litho|mag\b|magazine|herald|journal|gazette|tribune|times\b|photo|foto"
    r"|films?\b|draws|illustrat|studio|design|words\b|copy|motion|leads|seo|awards|expo|summit|sign(?:s|age)\b|billboard"
    r"|poster|broadcast|network|recruit|talent|portfolio|pixel|creative|agency|marketing"
)

# A colleague who answers what inbrief wrote of a brief says what the client wants.
_OF_A_BRIEF = AnyCase(r"\bbriefs? \d")


def writers(mail: Mail) -> Iterator[str]:
    ours = {each.domain for each in mail.recipients if each.domain == mail.author.domain}
    if ours and not mail.forwarded_by and not _OF_A_BRIEF.search(mail.subject):
        yield "from a colleague"
    if mail.forwarded_by and mail.client is None:
        yield "forwarded from nobody"
    writer = mail.client or mail.author
    desk = f"{writer.address.partition('@')[0].replace('.', ' ').replace('_', ' ')} {writer.name}".lower()
    yield from (sign for sign, pattern in _DESKS.items() if pattern.search(desk))
    if writer.domain not in ours and _TRADES.search(writer.domain.rpartition(".")[0].partition(".")[0]):
        yield "from the trade"
