"""What rules see of a mail, and the way back to its text."""

from dataclasses import replace

from briefs.mail import Mail, Segment, SegmentKind
from extract.window import window
from tests.extract.marked import mail


def _cut(words: str, *stretches: tuple[str, SegmentKind]) -> Mail:
    """A mail whose text is the stretches one after another, each a segment of its kind."""
    segments, start = [], 0
    for stretch, kind in stretches:
        segments.append(Segment(start, start + len(stretch), kind, "1", start))
        start += len(stretch)
    assert start == len(words)
    return replace(mail(words), segments=tuple(segments))


def test_only_the_clients_words_are_seen() -> None:
    note, asked, sig = "Can you take this?\n", "We need a poster.\n", "-- \nDana\n"
    message = _cut(
        note + asked + sig, (note, SegmentKind.NOTE), (asked, SegmentKind.CONTENT), (sig, SegmentKind.SIGNATURE)
    )

    seen = window(message)

    assert seen.words == asked


def test_a_place_leads_back_to_the_mails_text() -> None:
    note, asked = "FYI\n", "Budget\u2019s \u200e$40k.\n"
    message = _cut(note + asked, (note, SegmentKind.NOTE), (asked, SegmentKind.CONTENT))

    seen = window(message)
    place = seen.place(seen.words.index("$"), seen.words.index("."))

    assert "Budget's $40k" in seen.words
    assert message.text[place.start : place.end] == "$40k"


def test_words_struck_out_leave_a_space() -> None:
    before, gone, after = "Send it by ", "Friday", "Monday please"
    message = _cut(
        before + gone + after,
        (before, SegmentKind.CONTENT),
        (gone, SegmentKind.WITHDRAWN),
        (after, SegmentKind.CONTENT),
    )

    seen = window(message)

    assert seen.words == "Send it by  Monday please"
    assert [seen.words[piece.start : piece.end] for piece in seen.pieces] == [before, after]


def test_nothing_reads_across_a_quoted_question() -> None:
    one, question, other = "Yes.\n", "> And the budget?\n", "12 grand.\n"
    message = _cut(
        one + question + other,
        (one, SegmentKind.CONTENT),
        (question, SegmentKind.QUESTION),
        (other, SegmentKind.CONTENT),
    )

    seen = window(message)

    assert seen.words == "Yes.\n\n\n12 grand.\n"
