"""The words for what is to be asked of the client, as an account executive would ask it."""

from gettext import gettext as _

from briefs.needs import Need
from briefs.questions import Question
from notify.wording import flowing, listed

_MOST_NAMED = 3


def question_for(question: Question) -> str:
    """`Which size or format for the flyer and poster?`"""
    items = [flowing(item) for item in question.items]
    if len(items) > _MOST_NAMED:
        items = [*items[: _MOST_NAMED - 1], _("{n} more").format(n=len(items) - _MOST_NAMED + 1)]
    return _asked(question.need).format(items=listed(items))


def _asked(need: Need) -> str:
    return {
        Need.WHAT: _("What exactly is to be made?"),
        Need.DUE: _("By when is it needed?"),
        Need.BUDGET: _("What is the budget?"),
        Need.OBJECTIVE: _("What is it to achieve?"),
        Need.SIZE: _("Which size or format for the {items}?"),
        Need.DURATION: _("How long should the {items} run?"),
        Need.CHANNEL: _("Where will the {items} run?"),
        Need.PAGES: _("How many pages for the {items}?"),
        Need.PRINT_RUN: _("What print run for the {items}?"),
        Need.PRINTER: _("Who prints the {items}, and when do they need final artwork?"),
        Need.DIELINE: _("Is there a dieline for the {items}?"),
        Need.USAGE: _("Usage rights for the {items}: where, and for how long?"),
        Need.COPY: _("Who supplies the copy for the {items}?"),
        Need.LINK: _("Click-through for the {items}?"),
        Need.RECIPIENTS: _("Which list gets the {items}?"),
        Need.SYSTEM: _("Which CMS for the {items}?"),
        Need.LOCATION: _("Where is the shoot for the {items}?"),
        Need.GUESTS: _("How many guests for the {items}?"),
    }[need]
