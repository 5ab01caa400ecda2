"""What the quoted history of a mail is about: work that is shown, an offer, a question for the brief."""

import re
from collections.abc import Iterator

from briefs.mail import SegmentKind
from extract.text import Text

_READ = 3000  # characters: what was said last comes first
_FAR = 20_000
_SAYS = {
    "history shows work": re.compile(
        r"\b(?:proofs?|drafts?|layouts?|v\d|version|round \d|final|artwork|mock-?ups?|concepts?|routes|first cut"
        r"|rough cut|edit|design|designs|storyboards?|script|scripts|pages|spreads?|visuals?)\b"
    ),
    "history awaits a yes": re.compile(
        r"\b(?:approve[ds]?|approval|(?:ok|okay|happy|good|ready) (?:to|for|with)|(?:your|an?) (?:ok|okay|yes)"
        r"|sign(?:ed)?[- ]?off|signature|corrections?|changes|amends|comments?|feedback|confirm|go[- ]ahead)\b"
    ),
    "history agrees": re.compile(
        r"\b(?:confirming|confirmed|confirmation|as agreed|recap|on track|on course|booked|as you asked|as briefed"
        r"|scheduled|is under ?way|so far|to sum up|the plan|we start|starts|goes to|in the mail|on press|to print)\b"
    ),
    "history quotes": re.compile(
        r"\b(?:estimates?|quote[sd]?|quotation|proposal|valid (?:until|till)|sow|treatment)\b"
    ),
    "history offers": re.compile(
        r"\b(?:would you like|we could|could add|could also|idea|ideas|what about|how about|interested|interest you"
        r"|upgrade|add-on|want it|for (?:an extra )?[$£€]?[\d,.]+k? more|while we're|special|package)\b"
    ),
    "history asks for a brief": re.compile(
        r"\b(?:budget\b[^.?!]{0,20}\?|what's the budget|do you need|should we make|would you like made|tell us"
        r"|any plans|plans for|your enquiry|your inquiry"
        r"|(?:nice|lovely|great|good) (?:to meet|meeting|talking|to talk|to see)"
        r"|before we (?:start|begin|write|quote)|so that we can (?:start|open|quote)|a number|how much|looking for"
        r"|who is it for|deadline\?|what are we making|when you're ready|in touch)"
    ),
    "history closes": re.compile(
        r"\b(?:invoice|closes|by courier|archive|delivered|minutes|shipped|went off|went out|thanks for|thank you for"
        r"|happy (?:new year|holidays|birthday)|merry christmas|photos from|best of luck|good luck|well done)\b"
    ),
    "history meets": re.compile(
        r"\b(?:call|catch[- ]up|meet|meeting|lunch|coffee|dial-in|agenda|kick-?off|would \w+day|\d ?[ap]m\b)"
    ),
    "history asks": re.compile(r"\?"),
}


def thread(text: Text) -> Iterator[str]:
    """What the last of the history says, and which things of the new words were named there."""
    history = text.mail.words_of(SegmentKind.HISTORY, SegmentKind.QUESTION)[:_READ].lower()
    if not history:
        return
    yield "history"
    if any(True for _ in text.mail.parts_of(SegmentKind.QUESTION)):
        yield "answers in between"
    for sign, pattern in _SAYS.items():
        if pattern.search(history):
            yield sign
    for name in {text.words[t.start : t.end].lower() for t in text.terms_between(0, _FAR, "deliverable")}:
        yield "thing of the thread" if name.rstrip("s") in history else "thing new to the thread"
