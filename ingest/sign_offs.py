"""How people close a letter: the formulas, and the name beneath them. Data and the tests over it."""

import functools
import re
from dataclasses import dataclass

from briefs.mail import Address
from ingest.hints import folded

_CLOSINGS = """
thanks | thank you | thx | tx | ta | best | regards | wishes | cheers | warmly | sincerely | cordially |
respectfully | yours | love | xo | xoxo | xx | hugs | gratefully | appreciatively | talk soon |
speak soon | onward | onwards | peace | ciao | namaste | br | rgds | kr | tia | tks | respect | fondly |
later | take care | be well | blessings | looking forward | greetings | salutations | cordialement |
amicalement | amitiés | sincères salutations | salutations distinguées | merci | bises | bisous |
bien à vous | bien à toi | à bientôt | à très vite | saludos | un saludo | un abrazo | abrazos |
atentamente | gracias | un cordial saludo | cordiali saluti | distinti saluti | saluti | grazie |
un caro saluto | buona giornata | groeten | groetjes | groet | met vriendelijke groet |
met vriendelijke groeten | vriendelijke groet | vriendelijke groeten | mvg | hartelijke groet |
atenciosamente | obrigado | obrigada | abraço | abraços | cumprimentos | melhores cumprimentos |
pozdrawiam | z poważaniem | pozdrowienia | s pozdravem | děkuji | vänliga hälsningar |
med vänliga hälsningar | hälsningar | mvh | hilsen | med venlig hilsen | med vennlig hilsen |
venlig hilsen | vennlig hilsen | de bedste hilsner | vh | terveisin | ystävällisin terveisin |
terveiset | üdvözlettel | üdv | cu stimă | с уважением | з повагою | saygılarımla | teşekkürler |
iyi çalışmalar | mit freundlichen grüßen | mit freundlichen grüssen | freundliche grüße |
freundliche grüsse | viele grüße | viele grüsse | beste grüße | beste grüsse | schöne grüße |
herzliche grüße | herzliche grüsse | grüße | gruß | gruss | liebe grüße | liebe grüsse |
mit besten grüßen | mit herzlichen grüßen | lg | mfg | vg | bg | danke | vielen dank | herzlichst |
slán | ngā mihi | ngiyabonga | sláinte | in cooperation | in his service | in christ | in solidarity |
with admiration | with appreciation | with gratitude | have a good one | have a great day |
have a good day | all good things | god bless | s pozdravom | lep pozdrav | lijep pozdrav |
lugupidamisega | vänlig hälsning | med vänlig hälsning | bästa hälsningar | hälsning | de bästa hälsningar |
allt gott | parhain terveisin | ystävällisesti | bedste hilsner | beste hilsen | hjertelig hilsen |
s úctou | s přáním pěkného dne | tisztelettel | szívélyes üdvözlettel | z wyrazami szacunku | serdecznie pozdrawiam |
srdačan pozdrav | s poštovanjem | s spoštovanjem | cu respect | o zi bună | με εκτίμηση | з найкращими побажаннями |
с наилучшими пожеланиями | всего доброго | kolay gelsin | sevgiler | très cordialement | bonne journée |
belle journée | bonne réception | cdlt | cdt | cordialmente | atte | muchas gracias | saludos cordiales |
reciba un cordial saludo | com os melhores cumprimentos | att | abs | com estima | muito obrigado | muito obrigada |
mit freundlichem gruß | mit freundlichem gruss | hochachtungsvoll | sonnige grüße | besten dank |
un cordiale saluto | buon lavoro | a presto | a dopo | hartelijke groeten | alvast bedankt | fijne dag
"""
_LEAD = (
    r"(?:with |w/ |many |kindest |kind |best |warmest |warm |kindly |very |all |the |my |much |sincere |big |huge |"
    r"bien |un |mes |mit )"
)


def _closing_pattern() -> re.Pattern[str]:
    entries = [" ".join(entry.split()) for entry in folded(_CLOSINGS).split("|")]
    words = "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))
    return re.compile(rf"^\W{{0,3}}{_LEAD}{{0,3}}(?:{words})(?!\w)")


_CLOSING = _closing_pattern()
_FIRST_WORD = re.compile(r"\W{0,3}(\w+)")
# What a closing may begin with: most lines do not, and so are no closing.
_FIRST_WORDS = frozenset(_FIRST_WORD.findall(_LEAD[3:-1].replace("|", "\n"))) | frozenset(
    entry.split()[0] for entry in folded(_CLOSINGS).split("|")
)
_GREETING = re.compile(
    r"^\W*(?:hi|hey|hello|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|hallo|bonjour|hola|ciao|beste|"
    r"lieber?|liebe|sehr geehrte[r]?|g'day|howya|hiya|guten (?:tag|morgen)|cher|chère|salut|buongiorno|olá|cześć|"
    r"dzień dobry|hej|moi|szia|merhaba)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?<!\w)(?:i|we|they|that|this|will|is|are|was|can|could|must|should|need|needs|go|make|use|our|"
    r"ich|wir|es|ist|sind|nous|je|est|quedo)(?!\w)",
    re.IGNORECASE,
)
_CLOSING_LENGTH = 80
_NAME_LINE_WORDS = 14
_INITIALS_LENGTH = 12
# German business letters: on behalf of, by proxy; and titles.
_BEFORE_NAME = re.compile(r"^\W{0,3}(?:i\.\s?[av]\.|ppa\.?|dr\.|ing\.|mgr\.|dott\.(?:ssa)?|prof\.)\s+", re.IGNORECASE)
_MAX_NAMES = 12
_EDGES = ".,;:-–—!|*~()'\"•·/_<>"
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_BEYOND_A_NAME = re.compile(r"[\d?!:;%$€£&/]")
_KISSES_WORDS = """
x xx xxx xo xoxo love cheers thanks thx dr mr mrs ms prof ta lg vg mfg br kr
"""
_KISSES = frozenset(_KISSES_WORDS.split())
_ARTICLES_WORDS = """
a an the one two three four five six no yes ok okay please more and or for with to of in on by at
"""
_ARTICLES = frozenset(_ARTICLES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Names:
    """The words that a person may sign with, in lower case: full ones, their first letters, and short forms."""

    full: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def hold(self, word: str) -> bool:
        """ "Ros" of Rosalind, "Deborah" who is Deb in her address, "R" of both."""
        if len(word) < 3:
            return word in self.initials or word in self.full
        return word in self.short or word.startswith(self.beginnings)


def words_of(text: str) -> list[str]:
    return _WORD.findall(text[:400])


def closes(text: str) -> bool:
    """A formula alone on its line, perhaps with a name: "Best," or "Many thanks, Imogen", not "Thanks, we have it"."""
    if len(text) > _CLOSING_LENGTH:
        return False
    formula = _formula(text)
    if formula is None or len(words_of(text)) > 7:
        return False
    return _GOES_ON.search(text, formula.end()) is None


def _formula(text: str) -> re.Match[str] | None:
    """In the folded text; its places are the text's."""
    small = folded(text)
    first = _FIRST_WORD.match(small)
    return _CLOSING.match(small) if first is not None and first[1] in _FIRST_WORDS else None


def without_closing(text: str) -> str:
    """ "Dana" of "Best, Dana"; a formula alone stays."""
    formula = _formula(text)
    return (text[formula.end() :].lstrip(" ,.!–—-") or text) if formula else text


def greets(text: str) -> bool:
    return _GREETING.match(text) is not None


@functools.lru_cache(512)
def names_of(author: Address | None) -> Names:
    """First and last names and the like; from the address where there is no display name."""
    if author is None:
        return Names()
    words = [word.lower() for word in _WORD.findall(author.name)] if author.name and "@" not in author.name else []
    words += [word for word in re.split(r"[._\-+\d]+", author.address.partition("@")[0].lower()) if len(word) > 2]
    full = frozenset(words[:_MAX_NAMES])
    return Names(
        full=full,
        short=frozenset(word[:length] for word in full for length in range(3, len(word) + 1)),
        initials=frozenset(word[0] for word in full),
        beginnings=tuple(word for word in full if len(word) >= 3),
    )


def plain_name(text: str) -> str:
    """Without what stands before a name on a letter."""
    head = text[:12]
    return _BEFORE_NAME.sub("", text) if "." in head or "ppa" in head.lower() else text


def is_name(text: str, names: Names) -> bool:
    """ "Gus", "- Theo", "D.", "mx", "R. Calhoun", "Renata Castellan, Owner": the writer's name on its line."""
    text = plain_name(text)
    if not names.full or text.rstrip().endswith(("?", ":")):
        return False
    for word in text[:60].lower().split(None, 3)[:3]:
        bare = word.strip(_EDGES)
        if word in _KISSES or (bare[:1] in names.initials and names.hold(bare)):
            break
    else:
        return _are_initials(text, names)
    words = [word.lower() for word in words_of(text) if word.lower() not in _KISSES]
    if not 0 < len(words) <= _NAME_LINE_WORDS:
        return False
    known = [names.hold(word) for word in words]
    if len(words) == 1:
        return (known[0] and not text.rstrip().endswith(",")) or _are_initials(text, names)
    if not known[0]:
        return False
    told = any(len(word) > 2 for word, ok in zip(words[:2], known, strict=False) if ok)
    if len(words) <= 4 and all(ok or len(word) <= 4 for ok, word in zip(known, words, strict=True)):
        return told
    return known[1] and told  # a name, then title and house


def _are_initials(text: str, names: Names) -> bool:
    if len(text) >= _INITIALS_LENGTH:
        return False
    bare = (text if text.isalpha() else _NO_LETTERS.sub("", text)).lower()
    return 0 < len(bare) <= 3 and bare[0] in names.initials and set(bare) <= names.initials | {"x"}


def may_be_name(text: str) -> bool:
    """A lone short line that could be somebody's name: nothing is counted, asked or pointed at in it."""
    words = words_of(text)
    if not 1 <= len(words) <= 3 or _BEYOND_A_NAME.search(text) or len(text) > 40:
        return False
    return all(word[0].isupper() or len(words) == 1 for word in words) and not _ARTICLES & {
        word.lower() for word in words
    }
