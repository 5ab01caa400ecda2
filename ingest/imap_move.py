"""Moving a message to another IMAP folder, by the best means the server has."""

import imaplib

from imapclient import DELETED, IMAPClient


def can_move(client: IMAPClient) -> bool:
    """Whether a single message can be moved: MOVE (RFC 6851), or UIDPLUS (RFC 4315) to expunge just that one.

    Without either, expunging would take along whatever else somebody marked as deleted.
    """
    return bool(client.has_capability("MOVE") or client.has_capability("UIDPLUS"))


def move(client: IMAPClient, uid: int, target: str) -> None:
    """Move a message out of the selected folder, making the target if it is missing. One that is gone is moved already.

    Raises IMAP4.error when the server refuses.
    """
    if not can_move(client) or uid not in client.search(["UID", str(uid)]):
        return
    try:
        _move(client, uid, target)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        if client.folder_exists(target):
            raise
        client.create_folder(target)
        _move(client, uid, target)


def _move(client: IMAPClient, uid: int, target: str) -> None:
    if client.has_capability("MOVE"):
        client.move([uid], target)
    else:
        client.copy([uid], target)
        client.add_flags([uid], [DELETED], silent=True)
        client.uid_expunge([uid])
