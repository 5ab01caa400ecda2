"""A rehearsal: messages go through the whole story inside a transaction that is rolled back at the end."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefs.changes import Change, changes
from briefs.conflicts import Conflict
from briefs.draft import BriefValue
from briefs.outgoing import OutgoingMail
from inbrief.build import App
from inbrief.service import Service
from ingest.pipe import PipeSource
from store import briefs, conflicts, messages, outbox
from store.briefs import BriefRow
from store.messages import MessageRow


@dataclass(frozen=True, slots=True)
class RehearsedBrief:
    row: BriefRow
    values: tuple[BriefValue, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What would become of one file's message, and the mails that would go out because of it."""

    file: str
    message: MessageRow
    briefs: tuple[RehearsedBrief, ...]
    mails: tuple[OutgoingMail, ...]


def rehearse(app: App, files: Iterable[tuple[str, bytes]]) -> Iterator[Rehearsed]:
    """Each file as if it arrived now, after the ones before it; nothing is kept and nothing is sent."""
    with app.database.rehearsal() as database:
        service = Service(replace(app.service.parts, database=database))
        for file, content in files:
            yield _rehearsed(service, file, content)


def _rehearsed(service: Service, file: str, content: bytes) -> Rehearsed:
    parts = service.parts
    with parts.database.reading() as tx:
        before = {row.mail.key for row in outbox.list_outgoing(tx)}
    (received,) = service.receive(PipeSource("try", io.BytesIO(content), parts.limits))
    if received.new:
        service.read(received.id)
    with parts.database.reading() as tx:
        message = messages.get(tx, received.id)
        mails = tuple(row.mail for row in outbox.list_outgoing(tx) if row.mail.key not in before)
        touched = []
        for row in briefs.of_message(tx, received.id):
            values = briefs.values(tx, row.id)
            earlier = briefs.values(tx, row.id, row.revision - 1) if row.revision > 1 else ()
            clashes = tuple(one.conflict for one in conflicts.open_conflicts(tx, row.id))
            touched.append(RehearsedBrief(row, values, changes(earlier, values) if earlier else (), clashes))
    return Rehearsed(file, message, tuple(touched), mails)
