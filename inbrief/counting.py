"""From when on the time for a brief's work is counted."""

import datetime as dt

from briefs.draft import RevisionState
from briefs.findings import Intent
from store import briefs, messages
from store.briefs import BriefRow
from store.database import Transaction

_BY_THE_CLIENT = frozenset({Intent.CHANGE.value, Intent.CANCEL.value})


def counted_from(tx: Transaction, row: BriefRow) -> dt.datetime:
    """When the client last said what is wanted: neither a correction nor a colleague's answer begins anew."""
    for revision in reversed(briefs.revisions(tx, row.id)):
        by_client = revision.reason in _BY_THE_CLIENT and revision.state is not RevisionState.DECLINED
        if by_client and revision.based_on is not None and revision.message_id is not None:
            return messages.get(tx, revision.message_id).arrived_at
    return row.received_at
