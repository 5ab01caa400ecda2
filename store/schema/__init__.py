"""Every table, its columns typed; a change here needs a migration beside it."""

from store.schema.access import action, sign_in_link, sign_in_session
from store.schema.base import metadata
from store.schema.briefs import brief, brief_move, brief_value, change_order, message_brief, question, revision
from store.schema.directory import brand, client, client_absence, person, person_address
from store.schema.machinery import counter, lease, own_key
from store.schema.messages import attachment, blob, folder_cursor, mail_text, message, segment, sighting
from store.schema.outgoing import outgoing
from store.schema.timing import calendar_snapshot, conflict, hold, job_list, running_job

__all__ = [
    "action",
    "attachment",
    "blob",
    "brand",
    "brief",
    "brief_move",
    "brief_value",
    "calendar_snapshot",
    "change_order",
    "client",
    "client_absence",
    "conflict",
    "counter",
    "folder_cursor",
    "hold",
    "job_list",
    "lease",
    "mail_text",
    "message",
    "message_brief",
    "metadata",
    "outgoing",
    "own_key",
    "person",
    "person_address",
    "question",
    "revision",
    "running_job",
    "segment",
    "sighting",
    "sign_in_link",
    "sign_in_session",
]
