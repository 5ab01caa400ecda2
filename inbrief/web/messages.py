"""The pages of what arrived: every message with its outcome, and each with all that is in it."""

from collections import Counter

from fastapi import APIRouter, Response

from briefs.messages import Outcome
from inbrief.web.files import MessageId
from inbrief.web.marking import marked
from inbrief.web.visitor import SignedIn

routes = APIRouter()

MOST_MESSAGES = 300


@routes.get("/messages")
def messages_page(here: SignedIn, outcome: str = "") -> Response:
    rows = here.site.service.messages()
    chosen = Outcome(outcome) if outcome in set(Outcome) else None
    shown = [row for row in rows if chosen is None or row.outcome is chosen]
    return here.page(
        "messages.html",
        rows=shown[:MOST_MESSAGES],
        left_out=max(0, len(shown) - MOST_MESSAGES),
        counts=Counter(row.outcome for row in rows),
        total=len(rows),
        chosen=chosen,
    )


@routes.get("/messages/{id}")
def message_page(here: SignedIn, id: MessageId) -> Response:
    """The whole mail, whatever became of it."""
    view = here.site.service.message(id)
    shown = marked(view.mail, ()) if view.mail is not None else None
    return here.page("message.html", row=view.row, shown=shown, files=view.files, briefs=view.briefs)
