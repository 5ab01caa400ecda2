"""How people close a letter: the formulas, and the name beneath them. Data and the tests over it."""

import re
from collections.abc import Sequence

from briefs.mail import Address

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
lugupidamisega
"""
_LEAD = (
    r"(?:with |w/ |many |kindest |kind |best |warmest |warm |kindly |very |all |the |my |much |sincere |big |huge |"
    r"bien |un |mes |mit )"
)


def _closing_pattern() -> re.Pattern[str]:
    entries = [" ".join(entry.split()) for entry in _CLOSINGS.split("|")]
    words = "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))
    return re.compile(rf"^\W{{0,3}}{_LEAD}{{0,3}}(?:{words})(?!\w)", re.IGNORECASE)


_CLOSING = _closing_pattern()
_GREETING = re.compile(
    r"^\W*(?:hi|hey|hello|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|hallo|bonjour|hola|ciao|beste|"
    r"lieber?|liebe|sehr geehrte[r]?|g'day|howya|hiya|guten (?:tag|morgen)|cher|chère|salut|buongiorno|olá|cześć|"
    r"dzień dobry|hej|moi|szia|merhaba)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_KISSES_WORDS = """
x xx xxx xo xoxo love cheers thanks thx dr mr mrs ms prof ta lg vg mfg br kr
"""
_KISSES = frozenset(_KISSES_WORDS.split())
_ARTICLES_WORDS = """
a an the one two three four five six no yes ok okay please more and or for with to of in on by at
"""
_ARTICLES = frozenset(_ARTICLES_WORDS.split())


def words_of(text: str) -> list[str]:
    return _WORD.findall(text[:400])


def closes(text: str) -> bool:
    """A formula alone on its line, perhaps with a name: "Best," "Many thanks, Imogen"."""
    return len(words_of(text)) <= 7 and _CLOSING.match(text) is not None


def greets(text: str) -> bool:
    return _GREETING.match(text) is not None


def names_of(author: Address | None) -> tuple[str, ...]:
    """First and last names and the like, in lower case; from the address where there is no display name."""
    if author is None:
        return ()
    words = [word.lower() for word in _WORD.findall(author.name)] if author.name and "@" not in author.name else []
    local = [word for word in re.split(r"[._\-+\d]+", author.address.partition("@")[0].lower()) if len(word) > 2]
    return tuple(dict.fromkeys(words + local))


def is_name(text: str, names: Sequence[str]) -> bool:
    """ "Gus", "- Theo", "D.", "mx", "R. Calhoun", "Renata Castellan, Owner": the writer's name on its line."""
    words = [word.lower() for word in words_of(text) if word.lower() not in _KISSES]
    if not words or not names or len(words) > 14 or text.rstrip().endswith(("?", ":")):
        return False
    known = [_is_part(word, names) for word in words]
    if len(words) == 1:
        return (known[0] and not text.rstrip().endswith(",")) or _are_initials(text, names)
    if len(words) <= 4 and known[0] and all(ok or len(word) <= 4 for ok, word in zip(known, words, strict=True)):
        return any(word in names or _is_short_form(word, names) for word in words)
    # Name, then title and house.
    return known[0] and known[1] and any(word in names for word in words[:2])


def _is_part(word: str, names: Sequence[str]) -> bool:
    return word in names or _is_short_form(word, names) or (len(word) == 1 and any(name[0] == word for name in names))


def _is_short_form(word: str, names: Sequence[str]) -> bool:
    """ "Ros" of Rosalind, "Deborah" who is Deb in her address."""
    return len(word) >= 3 and any(
        (name.startswith(word) or (len(name) >= 3 and word.startswith(name) and len(word) <= 12)) for name in names
    )


def _are_initials(text: str, names: Sequence[str]) -> bool:
    bare = re.sub(r"[\W\d_]", "", text).lower()
    initials = {name[0] for name in names}
    return 0 < len(bare) <= 3 and "," not in text and bare[0] in initials and set(bare) <= initials | {"x"}


def may_be_name(text: str) -> bool:
    """A lone short line that could be somebody's name: nothing is counted, asked or pointed at in it."""
    words = words_of(text)
    if not 1 <= len(words) <= 3 or re.search(r"[\d?!:;%$€£&/]", text) or len(text) > 40:
        return False
    return all(word[0].isupper() or len(words) == 1 for word in words) and not _ARTICLES & {
        word.lower() for word in words
    }
