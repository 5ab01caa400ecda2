"""Mail that nobody wrote: by its headers first (RFC 3834), by subject and words together last."""

from collections.abc import Sequence

from ingest import automatic_words as wording
from ingest import headers
from ingest.bounces import report_in_words, report_of
from ingest.headers import Fields
from ingest.hints import holds
from ingest.mime import Part

REPORTS = frozenset(("bounce", "delayed", "delivered"))
_REPLY_HEADERS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-autoreply-from", "x-mail-autoreply")
_KEYWORDS = ("auto-replied", "auto-generated", "auto-notified")
_CALENDAR_METHODS = ("reply", "counter", "declinecounter", "refresh")
_WITHOUT_A_FILE = ("text/plain", "text/html", "text/calendar")
_LONGEST = 3000  # characters of the words that are looked at
_LONGEST_REPLY = 130  # words of an automatic reply that nothing but its words gives away
_COMMENT = 12  # words that somebody may add to "Accepted" without asking for anything


def automatic(content_type: str, fields: Fields, leaves: Sequence[Part], own_addresses: frozenset[str]) -> str:
    """Why nobody wrote this, in a word, as far as headers and structure tell; "" when they do not.

    "bounce", "delayed", "delivered" (RFC 3464), "receipt" (RFC 8098), "own", "auto-replied", "auto-generated",
    "auto-notified" (RFC 3834, RFC 5436), "list".
    """
    report = headers.parameter(fields.raw("content-type"), "report-type").lower()
    if report == "disposition-notification" or _holds(leaves, "message/disposition-notification"):
        return "receipt"
    if reported := report_of(content_type, report, fields, leaves):
        return reported
    author = headers.addresses(fields, "from")
    if author and author[0].address in own_addresses:
        return "own"
    submitted = fields.value("auto-submitted").lower().partition(";")[0].partition("(")[0].strip()
    if submitted and submitted not in ("no", "auto-forwarded"):
        return _submitted(submitted, fields)
    precedence = fields.value("precedence").lower()
    if any(fields.value(name) for name in _REPLY_HEADERS) or precedence in ("auto_reply", "auto-reply"):
        return "auto-replied"
    return _bulk(fields, precedence)


def automatic_in_words(fields: Fields, leaves: Sequence[Part], words: str) -> str:
    """The same as far as subject and words tell together; `words` are the writer's own.

    A request is never taken for automatic: what asks for anything, or speaks of an absence and little else in a mail
    that answers nothing, is a person's. Adds "calendar": somebody pressed a button under an invitation.
    """
    subject, words = fields.value("subject"), words[:_LONGEST].strip()
    if _is_calendar_answer(subject, leaves, words):
        return "calendar"
    found = _told_in_words(subject, fields, words)
    return "" if found and wording.ASKS.search(words) else found


def _told_in_words(subject: str, fields: Fields, words: str) -> str:
    if _is_receipt(subject, words):
        return "receipt"
    if reported := report_in_words(subject, words):
        return reported
    return "auto-replied" if _is_absence(subject, fields, words) or _is_acknowledgement(subject, fields, words) else ""


def _submitted(submitted: str, fields: Fields) -> str:
    if submitted == "auto-replied" or submitted not in _KEYWORDS:
        return "auto-replied" if submitted == "auto-replied" else "auto-generated"
    subject = fields.value("subject")
    if wording.REPLY_PREFIX.match(subject) or wording.ABSENCE_SUBJECT.match(subject):
        return "auto-replied"  # Exchange calls its absence notes generated
    return "" if _is_form(fields) else submitted


def _is_form(fields: Fields) -> bool:
    """A web form passes on what a person typed, and answers go to that person."""
    author, answers = headers.addresses(fields, "from"), headers.addresses(fields, "reply-to")
    if not author or len(answers) != 1 or headers.message_ids(fields, "in-reply-to"):
        return False
    local = answers[0].address.partition("@")[0]
    machine = "+" in local or sum(letter.isdigit() for letter in local) > len(local) // 3
    return not machine and answers[0].domain != author[0].domain and not wording.NO_REPLY.search(local)


def _is_calendar_answer(subject: str, leaves: Sequence[Part], words: str) -> bool:
    """Accepted, declined. An invitation is a person's, and so is what they write beside their answer."""
    answers, titled = _answers_invitation(leaves), wording.CALENDAR_SUBJECT.match(subject) is not None
    if not answers and not titled:
        return False
    if wording.CALENDAR_WORDS.search(words[:300]):
        return True
    if answers:
        prose = _holds(leaves, "text/plain") or _holds(leaves, "text/html")
        return not prose or (len(words.split()) <= _COMMENT and not wording.ASKS.search(words))
    return not words and all(part.related or part.content_type in _WITHOUT_A_FILE for part in leaves)


def _answers_invitation(leaves: Sequence[Part]) -> bool:
    return any(
        part.content_type == "text/calendar"
        and headers.parameter(part.fields.raw("content-type"), "method").lower() in _CALENDAR_METHODS
        for part in leaves
    )


def _is_receipt(subject: str, words: str) -> bool:
    """ "Your message … was read on Tuesday", as Outlook says it without a report."""
    if not wording.READ_SUBJECT.match(subject) or not wording.READ_WORDS.match(words):
        return False
    return wording.READ_VERB.search(words) is not None


def _is_absence(subject: str, fields: Fields, words: str) -> bool:
    """By the program's own prefix, or by subject and words, or by words that only an automatic answer puts together."""
    if wording.REPLY_PREFIX.match(subject):
        formulas = (wording.ABSENCE, wording.COURTESY, wording.ACKNOWLEDGEMENT)
        return _answers(fields, subject) or any(formula.search(words) for formula in formulas)
    # The subject first: hardly any says so, and the words are long.
    titled = wording.ABSENCE_SUBJECT.match(subject) is not None
    answers = _answers(fields, subject)
    if not (titled or answers) or len(words.split()) > _LONGEST_REPLY or not _speaks_of_absence(words):
        return False
    if wording.COURTESY.search(words):
        return True
    return titled and (bool(headers.message_ids(fields, "in-reply-to")) or ":" in subject)


def _speaks_of_absence(words: str) -> bool:
    return holds(words, wording.ABSENCE_HINTS) and wording.ABSENCE.search(words) is not None


def _answers(fields: Fields, subject: str) -> bool:
    return bool(headers.message_ids(fields, "in-reply-to")) or subject.lower().startswith(("re:", "aw:", "sv:", "ant:"))


def _is_acknowledgement(subject: str, fields: Fields, words: str) -> bool:
    """ "Your request 48213 has been received", with a sign that nobody reads the answers or counts by hand."""
    said = f"{subject}\n{words}"
    if not holds(said, wording.ACKNOWLEDGEMENT_HINTS) or not wording.ACKNOWLEDGEMENT.search(said):
        return False
    author = headers.addresses(fields, "from")
    return bool(
        wording.NUMBERED.search(subject)
        or (author and wording.NO_REPLY.search(author[0].address))
        or "all" in fields.value("x-auto-response-suppress").lower()
        or wording.UNATTENDED.search(words)
        or wording.TICKET.search(words)
    )


def _bulk(fields: Fields, precedence: str) -> str:
    """Newsletters. A discussion list or a group carries people's mail, and has an address to post to (RFC 2369).

    A person who writes through a sales or support program has a List-Unsubscribe too, but answers somebody.
    """
    posts = fields.value("list-post")
    if (posts and posts.upper() != "NO") or "x-google-group-id" in fields or headers.message_ids(fields, "in-reply-to"):
        return ""
    if not fields.value("list-unsubscribe"):
        return ""
    campaign = fields.value("list-unsubscribe-post") or fields.value("feedback-id") or precedence in ("bulk", "junk")
    return "list" if campaign or (fields.value("list-id") and precedence != "list") else ""


def _holds(leaves: Sequence[Part], content_type: str) -> bool:
    return any(part.content_type == content_type for part in leaves)
