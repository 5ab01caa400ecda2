"""What would work instead, in words."""

from gettext import gettext as _
from gettext import ngettext

from briefs.options import Option, OptionKind
from notify.headers import one_line
from notify.language import Language


def option_sentence(option: Option, language: Language) -> str:
    """For people of the house: it names colleagues and resources."""
    day, given = language.day(option.day), dict(option.parameters)
    match option.kind:
        case OptionKind.EARLIER:
            return _("As asked, but earlier, from {day} on.").format(day=day)
        case OptionKind.LATER:
            return _("As asked, but later, on {day}.").format(day=day)
        case OptionKind.RUSH:
            return _("As a rush on {day}.").format(day=day)
        case OptionKind.PERSON:
            return _("With {name} instead on {day}.").format(name=one_line(str(given.get("name", ""))), day=day)
        case OptionKind.FREE_DAY:
            return _("The {resource} is free on {day}.").format(
                resource=one_line(str(given.get("resource", ""))), day=day
            )
        case OptionKind.FEWER_ROUNDS:
            rounds = given.get("rounds")
            left = rounds if isinstance(rounds, int) else 0
            sentence = ngettext("With {n} round of review on {day}.", "With {n} rounds of review on {day}.", left)
            return sentence.format(n=left, day=day)
