"""Briefs: numbered revisions of values, decided by people, with every message that touched them."""

from store.briefs.revising import (
    CLIENT_NAMED,
    SUPPLEMENTED,
    confirm,
    create,
    link,
    name_client,
    propose,
    reject,
    set_state,
)
from store.briefs.rows import (
    BriefRow,
    MoveRow,
    RevisionRow,
    by_number,
    by_numbers,
    get,
    list_briefs,
    messages_of,
    moves,
    of_message,
    revisions,
    suspected_of,
)
from store.briefs.threading import Candidate, by_message_ids, by_subject, is_participant
from store.briefs.values import confirmed_values, values

__all__ = [
    "CLIENT_NAMED",
    "SUPPLEMENTED",
    "BriefRow",
    "Candidate",
    "MoveRow",
    "RevisionRow",
    "by_message_ids",
    "by_number",
    "by_numbers",
    "by_subject",
    "confirm",
    "confirmed_values",
    "create",
    "get",
    "is_participant",
    "link",
    "list_briefs",
    "messages_of",
    "moves",
    "name_client",
    "of_message",
    "propose",
    "reject",
    "revisions",
    "set_state",
    "suspected_of",
    "values",
]
