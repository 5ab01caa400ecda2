"""What the writer wants of the agency."""

from briefs.findings import Finding, Intent
from extract.text import Text


def intent_of(text: Text, found: tuple[Finding, ...]) -> tuple[Intent, str]:
    """The intent and the rule that decided it."""
    return (Intent.REQUEST, "default") if found else (Intent.NONE, "nothing found")
