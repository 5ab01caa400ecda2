"""The open corpus: who the client is, who forwarded and when they wrote, and that every quoted word is content."""

import datetime as dt
import json
import pathlib
from typing import Any

import pytest

from briefs.mail import Mail
from ingest.reading import read_message
from tests.corpus.labels import quotes
from tests.ingest.reading_help import ARRIVED, content

_OPEN = pathlib.Path(__file__).parent.parent / "corpus" / "open"
CASES = sorted(path for path in _OPEN.rglob("*.eml"))
ASKING = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)


def case(path: pathlib.Path) -> tuple[Mail, dict[str, Any]]:
    return read_message(path.read_bytes(), ARRIVED), json.loads(path.with_suffix(".json").read_text("utf-8"))


@ASKING
def test_the_reader_says_what_the_label_says(path: pathlib.Path) -> None:
    mail, label = case(path)

    if label["intent"] != "none":
        assert (mail.client.address if mail.client else None) == label["client"]
        assert (mail.forwarded_by.address if mail.forwarded_by else None) == label["forwarded_by"]
        assert abs(mail.sent_at - dt.datetime.fromisoformat(label["sent_at"])) < dt.timedelta(minutes=1)
        assert mail.automatic == ""


@ASKING
def test_every_quoted_word_is_content(path: pathlib.Path) -> None:
    mail, label = case(path)
    read = content(mail)

    assert [quote for quote in quotes(label) if " ".join(quote.split()) not in read] == []
