"""A brief's working title: brand, deliverable, live date. People may change it."""

from briefs.draft import BriefValue, days_of
from briefs.findings import DateKind, Deliverable
from briefs.roles import Brand, Client
from briefs.subjects import bare_subject

LONGEST = 120


def title(subject: str, brand: Brand | None, values: tuple[BriefValue, ...], called: str = "") -> str:
    """At most 120 characters; the subject stands in where no deliverable was read.

    `called` is what the mail calls this job among others: their subject is that of all.
    """
    deliverables = [value.value for value in values if isinstance(value.value, Deliverable)]
    what = called or _things(deliverables) or bare_subject(subject) or "Request without a subject"
    whose = brand.name if brand is not None and not _stands_in(brand.name, f" {what.casefold()} ") else ""
    live = days_of(values, DateKind.LIVE)
    parts = [whose, what, f"live {live[0].start:%d %b %Y}".replace(" 0", " ") if live else ""]
    text = " · ".join(part for part in parts if part)
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def brand_of(words: str, client: Client | None) -> Brand | None:
    """The client's brand that the words name, where they name exactly one; never read from the domain."""
    if client is None:
        return None
    folded = f" {' '.join(words.casefold().split())} "
    named = [brand for brand in client.brands if any(_stands_in(word, folded) for word in (brand.name, *brand.words))]
    return named[0] if len(named) == 1 else None


def _stands_in(word: str, folded: str) -> bool:
    start = folded.find(word.casefold())
    while start >= 0:
        end = start + len(word)
        if not folded[start - 1].isalnum() and not folded[end : end + 1].isalnum():
            return True
        start = folded.find(word.casefold(), start + 1)
    return False


def _things(deliverables: list[Deliverable]) -> str:
    named = [
        f"{thing.quantity} {thing.item}" if thing.quantity not in {None, 1} else thing.item for thing in deliverables
    ]
    if len(named) <= 2:
        return " and ".join(named)
    return f"{named[0]}, {named[1]} and {len(named) - 2} more"
