"""How much work one message may cost."""

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps for reading one message. What goes over a cap is cut off with a note, never in silence."""

    bytes: int = 30 * _MB
    seconds: float = 60  # then messages attached to it are kept, not read
    parts: int = 200
    depth: int = 20  # multiparts and messages within messages
    header_bytes: int = 256_000  # of one header section; a longer one is cut
    recipients: int = 500
    text_characters: int = 4_000_000
    lines: int = 130_000  # of one text
    attachments: int = 10  # how many are read as prose
    attachment_bytes: int = 10 * _MB  # each; a larger one is kept, not read
    attachment_characters: int = 400_000  # each
    attachment_seconds: int = 10  # each, of CPU; on a busy machine it is waited for longer
    attachments_seconds: int = 30  # of CPU, all of a message's files together
    attachment_memory: int = 512 * _MB
    ocr: bool = False  # read the words off pictures and scans that may hold the request
