"""What may stand in a header: one line, no controls, plain addresses."""

import re
import unicodedata

from briefs.mail import Address

LONGEST = 200
# Embeddings, overrides and isolates (UAX 9) can make "exe.fdp" read "pdf.exe"; the marks LRM and RLM are harmless.
_REORDERING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# dot-atom @ domain of RFC 5321 section 4.1.2, without quoted strings, literals and non-ASCII letters.
_ADDR_SPEC = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}>")


class NotAnAddress(ValueError):
    """What should be `local@domain` is something else."""

    def __init__(self, given: str) -> None:
        super().__init__(f"not a plain mail address: {one_line(given)!r}")


def without_controls(text: str) -> str:
    """Text for people to read: no control characters but line feed and tab, no reordering of what stands there."""
    return "".join(
        char for char in text.translate(_REORDERING) if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
    )


def one_line(text: str, longest: int = LONGEST) -> str:
    """A header's value, whatever the Python: line ends and other controls become one space, the end is cut with …"""
    spaced = "".join(" " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text)
    line = " ".join(spaced.translate(_REORDERING).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def addr_spec(given: str) -> str:
    """The address itself, refused unless it is a plain one: nothing else may reach RCPT TO or a To header."""
    if not _ADDR_SPEC.fullmatch(given):
        raise NotAnAddress(given)
    return given


def parse_sender(given: str) -> Address:
    """`Intake <intake@agency.example>` or the bare address."""
    name, bracket, rest = given.strip().rpartition("<")
    if not bracket:
        return Address(addr_spec(given.strip()))
    if not rest.endswith(">"):
        raise NotAnAddress(given)
    return Address(addr_spec(rest[:-1].strip()), one_line(name).strip('" '))


def message_ids(*given: str) -> tuple[str, ...]:
    """Those that are Message-IDs, each once: a stranger's In-Reply-To may hold anything."""
    return tuple(dict.fromkeys(each for each in given if _MESSAGE_ID.fullmatch(each)))
