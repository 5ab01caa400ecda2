"""Messages: received with their bytes, read into texts, and each given its one outcome."""

from store.messages.outcomes import counts, finish, retry, start_attempt, waiting
from store.messages.reading import (
    AttachmentRow,
    TextRow,
    attachments,
    earlier_words,
    files,
    latest_text,
    same_mail,
    same_request,
    save_reading,
    text,
)
from store.messages.receiving import (
    ReceivedRow,
    content,
    cursor,
    receive,
    save_cursor,
    seen,
)
from store.messages.rows import MessageRow, get, list_messages

__all__ = [
    "AttachmentRow",
    "MessageRow",
    "ReceivedRow",
    "TextRow",
    "attachments",
    "content",
    "counts",
    "cursor",
    "earlier_words",
    "files",
    "finish",
    "get",
    "latest_text",
    "list_messages",
    "receive",
    "retry",
    "same_mail",
    "same_request",
    "save_cursor",
    "save_reading",
    "seen",
    "start_attempt",
    "text",
    "waiting",
]
