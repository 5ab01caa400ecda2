"""Which client a colleague's answer names."""

import re

from briefs.mail import Address
from briefs.roles import Client, Directory

_ADDRESS = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_MOST = 4000  # characters of an answer that are looked at
_SHORT = 5  # words of an answer that may be nothing but a client's id


def client_named(words: str, directory: Directory) -> tuple[Address, Client | None] | None:
    """The contact, "" where only the client is named, and the client, None for one the directory does not know.

    None when the words name nobody or leave a choice: exactly one address from outside the house counts, else the
    name of exactly one client, or its id in an answer of hardly more than that.
    """
    text = words[:_MOST].casefold()
    addresses = {found for found in _ADDRESS.findall(text) if not directory.is_agency(found)}
    if addresses:
        (address, *others) = addresses
        return None if others else (Address(address), directory.client_at(address))
    short = len(text.split()) <= _SHORT
    named = [client for client in directory.clients if client.active and _names(text, client, short)]
    if len(named) != 1:
        return None
    known = named[0].addresses
    return Address(known[0] if len(known) == 1 else ""), named[0]


def _names(text: str, client: Client, short: bool) -> bool:
    return _says(text, client.name) or (short and _says(text, client.id))


def _says(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text) is not None
