"""What a rule sees: the client's words with their tokens, terms, lines and clauses, and who wrote them when."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefs.findings import Field, Finding, Value
from briefs.mail import Mail
from extract.clauses import Clause, Layout
from extract.country import Country
from extract.remarks import Remark
from extract.setting import Setting
from extract.signs import Stems
from extract.span import START, Span
from extract.term import Term, Terms
from extract.tokens import Tokens
from extract.window import Window

if TYPE_CHECKING:
    from extract.evidence import Evidence
    from extract.fitted import Vector
    from extract.pieces import Piece
    from extract.roles import Scene


@dataclass(frozen=True, slots=True)
class Text:
    """All offsets are in `words`. Built by `Extractor`; a rule only reads it, and ends in `finding`."""

    words: str  # the CONTENT of the mail, apostrophes, quotation marks, spaces and hyphens made plain
    pieces: tuple[Span, ...]  # stretches without a gap: a body, an answer between quoted questions, an attached brief
    tokens: Tokens
    stems: Stems
    terms: Terms  # what the vocabulary knows
    layout: Layout
    mail: Mail
    setting: Setting
    country: Country
    window: Window
    remarks: list[Remark] | None = None  # kept where somebody asked for an explanation
    # Worked out once for several rules: the pieces of each sentence, and by where a piece or a sentence begins, what it
    # stands under, the ways in which a piece is a condition (whether it is none, whatever it looks like) and a sentence
    # says an aim, and how likely each piece is one or the other; by where a value begins and ends, what stands around
    # it; what the words say of the intent.
    cut: list[list["Piece"]] = field(default_factory=list)
    headings: dict[int, str] = field(default_factory=dict)
    nones: dict[int, bool] = field(default_factory=dict)
    conditions: dict[int, tuple[tuple[str, float, int], ...]] = field(default_factory=dict)
    aims: dict[int, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    scenes: dict[tuple[int, int], "Scene | None"] = field(default_factory=dict)
    chances: dict[int, list[dict[str, float]]] = field(default_factory=dict)
    heard: list[tuple["Evidence", "Vector"]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what was too much to be read, for whoever holds the brief
    # What a rule weighed when it took a value: with it, how sure the value is gets worked out once all are known.
    weighed: dict[tuple[Field, int, int, Value], Mapping[str, float]] = field(default_factory=dict)
    # What a rule would not take by itself: it is told where all that is known of the mail makes it likely (`sure`).
    weak: list[Finding] = field(default_factory=list)

    @property
    def sent_at(self) -> dt.datetime:
        return self.mail.sent_at

    @property
    def domain(self) -> str:
        """Of the client, else of the author; "" where there is neither."""
        writer = self.mail.client or self.mail.author
        return writer.domain

    def terms_in(self, span: Span, *labels: str) -> tuple[Term, ...]:
        """The terms that begin in `span`, of these labels or of all."""
        return self.terms.within(span.start, span.end, labels)

    def terms_between(self, start: int, end: int, *labels: str) -> tuple[Term, ...]:
        """As `terms_in`: most stretches that are asked for have no span yet."""
        return self.terms.within(start, end, labels)

    def clauses_in(self, span: Span) -> tuple[Clause, ...]:
        clauses = self.layout.clauses
        first = bisect_left(clauses, span.start, key=START)
        last = bisect_left(clauses, span.end, key=START)
        return clauses[first:last]

    def question_before(self, offset: int) -> str:
        """The quoted question that the piece at `offset` answers, "" where it answers none."""
        index = bisect_left(self.pieces, offset + 1, key=START) - 1
        return self.window.questions[index] if index >= 0 else ""

    def said(self, span: Span) -> str:
        """The mail's own words at `words[span]` (not empty)."""
        place = self.window.place(span.start, span.end)
        return self.mail.text[place.start : place.end]

    def finding(
        self,
        field: Field,
        value: Value,
        span: Span,
        rule: str,
        confidence: float,
        readings: tuple[Value, ...] = (),
        weighed: Mapping[str, float] = MappingProxyType({}),
    ) -> Finding:
        """`value` as read from `words[span]`, with the mail's own words and their place, and what the rule weighed."""
        place = self.window.place(span.start, span.end)
        self.weighed[field, place.start, place.end, value] = weighed
        quote = self.mail.text[place.start : place.end]
        return Finding(field, value, place, quote, rule, confidence, readings)

    def sorted_out(self, finding: Finding, *, taken: bool) -> Iterator[Finding]:
        """The finding where its rule takes it; what it would not take by itself is kept as weak."""
        if taken:
            yield finding
        else:
            self.weak.append(finding)

    def left_out(self, note: str) -> None:
        """Say once what was too much to be read."""
        if note not in self.notes:
            self.notes.append(note)

    def remark(self, field: Field, span: Span, why: str, *, taken: bool = False) -> None:
        """Why the candidate at `span` was passed over, or taken; nothing where nobody asked."""
        if self.remarks is not None:
            place = self.window.place(span.start, span.end)
            self.remarks.append(Remark(field, place, self.mail.text[place.start : place.end], why, taken))
