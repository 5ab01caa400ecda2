"""What people and programs put around their words: signatures, disclaimers, banners, footers. Never content."""

import re
from collections.abc import Sequence

from briefs.mail import Address, SegmentKind
from ingest.lines import Line, Mark

_DELIMITER = re.compile(r"\s*--\s*$")
_BANNER = re.compile(
    r"^\W{0,6}(?:\[?\s*(?:external|externe?|extern|ext|esterno|externo|外部)(?:\s+(?:e-?mail|sender|message|mail))?\s*\]?\W{0,3}$"
    r"|(?:caution|warning|attention|achtung|vorsicht|avertissement|atenci[oó]n|aten[çc][aã]o|attenzione|let op|uwaga|varning|advarsel|external|"
    r"think before|be careful|notice|warnung|externe)\b.{0,160}?\b(?:outside|external|externe[rnsm]?|extern|unknown|suspicious|phishing|not from|"
    r"außerhalb|ext[ée]rieur|esterno|esterna|externo|externa|extérieure|buiten|zewn[ęa]trz|utanf[öo]r|udefra|utenfor)\b"
    r"|(?:this (?:e-?mail|message)|the sender of this (?:e-?mail|message)|diese (?:e-?mail|nachricht)|ce (?:message|courriel)|este (?:correo|mensaje|e-?mail)) .{0,60}?"
    r"\b(?:originated|came|comes|was sent|is|stammt|kommt|wurde|provient|proviene|vient)\b.{0,40}\b(?:outside|external|außerhalb|extern|ext[ée]rieur|externe|fuera)\b"
    r"|you don['’]t often get e-?mail from\b|some people who received this message don['’]t often\b"
    r"|sie erhalten nicht oft e-?mails von|vous ne recevez pas souvent de courriers de|no suele recibir correo)",
    re.IGNORECASE,
)
_PHONE_FOOTER = re.compile(
    r"^\W{0,4}(?:sent (?:from|via|with|by) (?:my |the )?(?:\w+ ){0,4}(?:iphone|ipad|phone|galaxy|android|mobile|samsung|blackberry|pixel|huawei|xiaomi|outlook|"
    r"mail|proton|yahoo|gmail|device|tablet|smartphone|tutanota|hey|spark|superhuman|app|aol)\b.{0,60}$"
    r"|get outlook for (?:ios|android|mac|windows)\b|diese nachricht wurde von meinem|(?:von meinem|vom) (?:iphone|ipad|handy|android\S*|samsung|smartphone|mobiltelefon)\b.{0,40}$"
    r"|gesendet (?:von|mit|aus|über)\b.{0,60}$|holen sie sich outlook|envoy[ée] (?:de|depuis|à partir de)\b.{0,60}$|t[ée]l[ée]charge[rz]? outlook|obtenez outlook"
    r"|enviado (?:desde|do|de|a partir)\b.{0,60}$|obtener outlook|obt[ée]n outlook|obter o outlook|inviato d(?:a|al|all['’])\s?.{0,60}$|ottieni outlook|scarica outlook"
    r"|verstuurd van(?:af)?\b.{0,60}$|verzonden (?:van|vanaf|met)\b.{0,60}$|download outlook|wys[łl]ane? z\b.{0,60}$|pobierz outlook|odesl[áa]no z\b.{0,60}$"
    r"|skickat fr[åa]n\b.{0,60}$|h[äa]mta outlook|sendt fra\b.{0,60}$|hent outlook|l[äa]hetetty\b.{0,60}$|hanki outlook|elk[üu]ldve\b.{0,60}$"
    r"|отправлено (?:с|из)\b.{0,60}$|надіслано з\b.{0,60}$|\S{0,20}(?:iphone|ipad|samsung)['’]\S{0,6} g[öo]nderildi|yahoo mail: search, organize|trimis de pe\b.{0,60}$)",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"^\W{0,4}(?:confidentiality (?:notice|note|statement)|legal (?:notice|disclaimer)|disclaimer|privacy notice|important notice|vertraulichkeitshinweis|"
    r"rechtlicher hinweis|avis de confidentialit[ée]|aviso (?:legal|de confidencialidad)|avvertenze|note:? this e-?mail)\b\s*[:.\-–(]?"
    r"|\bthis (?:e-?mail|message|communication|transmission|electronic mail)\b.{0,200}?\b(?:confidential|privileged|intended (?:only|solely|for)|legally|proprietary)\b"
    r"|\b(?:if you (?:are not|have received|received|were not)|should you (?:have received|not be)).{0,80}?\b(?:intended|addressee|recipient|in error|by mistake|mistakenly)\b"
    r"|\bconsider the environment\b|\bthink (?:of|about) the environment\b|before printing this (?:e-?mail|message)\b|\bpensez à l['’]environnement\b|\bdenken sie an die umwelt\b"
    r"|\b(?:scanned|checked) (?:for|by) .{0,30}?(?:virus|malware)|\bvirus-?free\b|\bavast\b.{0,30}virus"
    r"|\bdiese (?:e-?mail|nachricht)\b.{0,120}?\b(?:vertraulich|ausschließlich)\b|\bce (?:message|courriel|mail)\b.{0,120}?\bconfidentiel"
    r"|\beste (?:mensaje|correo)\b.{0,120}?\bconfidencial|\besta mensagem\b.{0,120}?\bconfidencia|\bquest[ao] (?:messaggio|e-?mail)\b.{0,120}?\b(?:riservat|confidenzial)"
    r"|\bdit bericht\b.{0,120}?\bvertrouwelijk|\bviews (?:or opinions )?expressed\b.{0,80}?\b(?:sender|author|company)"
    r"|\bunauthori[sz]ed (?:use|disclosure|copying|distribution|review)\b.{0,120}?\b(?:prohibited|penalt|unlawful)"
    r"|\b(?:is|are) authori[sz]ed (?:and regulated )?by\b.{0,60}?\b(?:PRA|FCA|Financial|Prudential|SEC|ASIC)\b",
    re.IGNORECASE,
)
_LIST_FOOTER = re.compile(
    r"you(?:['’]re| are)? (?:received|receiving) this (?:message|e-?mail|mail) because|to unsubscribe from this (?:group|list)|mailing list$|"
    r"unsubscribe (?:here|from|:)|manage your (?:preferences|subscription)|to view this discussion|view this email in your browser|"
    r"^\W*unsubscribe\W*$|list-?(?:archive|info)|mailman/listinfo|sie erhalten diese (?:e-?mail|nachricht), weil",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\W{0,3}(?:(?:with |w/ )?(?:many |kind(?:est)? |best |warm(?:est)? |kindly |very best |all (?:the |my )?|much |sincere |big |huge )?"
    r"(?:thanks|thank you|thx|ta|best|regards|wishes|cheers|warmly|sincerely|cordially|respectfully|yours|love|xo+|xx+|hugs|gratefully|appreciatively|"
    r"talk soon|speak soon|onwards?|peace|ciao|namaste|br|rgds|kr|tia|tks|respect|fondly|later|take care|be well|blessings|looking forward|"
    r"mit freundlichen gr[üu](?:ß|ss)en|freundliche gr[üu](?:ß|ss)e|viele gr[üu](?:ß|ss)e|beste gr[üu](?:ß|ss)e|sch[öo]ne gr[üu](?:ß|ss)e|herzliche gr[üu](?:ß|ss)e|gr[üu](?:ß|ss)e?|"
    r"liebe gr[üu](?:ß|ss)e|lg|mfg|vg|greetings|salutations|cordialement|bien cordialement|amicalement|amiti[ée]s|bien à vous|sinc[èe]res salutations|merci|bises|"
    r"saludos|un saludo|un abrazo|atentamente|gracias|cordiali saluti|distinti saluti|saluti|grazie|un caro saluto|groeten|groetjes|met vriendelijke groet(?:en)?|mvg|"
    r"atenciosamente|obrigad[oa]|abra[çc]os?|cumprimentos|pozdrawiam|z powa[żz]aniem|pozdrowienia|s pozdravem|d[ěe]kuji|v[äa]nliga h[äa]lsningar|med v[äa]nliga h[äa]lsningar|"
    r"h[äa]lsningar|mvh|hilsen|med venlig hilsen|med vennlig hilsen|vh|terveisin|yst[äa]v[äa]llisin terveisin|[üu]dv[öo]zlettel|üdv|с уважением|sayg[ıi]lar[ıi]mla|te[şs]ekk[üu]rler))\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\+?\(?\d[\d\s().\-/]{7,}\d|\bwww\.|https?://|\b[\w.+-]{1,64}@[\w-]{1,63}\.|\s[|•·]\s|(?:^|\s)(?:t|m|o|p|f|c|tel|mob|mobile|cell|phone|office|fax|direct)[.:]\s?[+(\d]|"
    r"\b(?:ltd|llc|inc|gmbh|pty|plc|s\.?a\.?r?\.?l\.?|b\.?v\.?|srl|ag|kg|oy|a/s|abn|vat|hrb|ust-?id|siret|registered (?:in|office|charity))\b\.?",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(
    r"^\W{0,3}(?:p\.?\s?p?\.?s\b|n\.?b\.?\b|edit:|also[,:\s]|oh,? and|one (?:more|last) thing|almost forgot|forgot|update:)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:i|i['’](?:m|d|ll|ve)|you|your|please|pls|can you|could|would|need|needs|we['’](?:d|ll|re|ve)|let me|let us|let['’]s|must|should|"
    r"bitte|wir|merci de|nous|por favor|per favore|vogliamo)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_MAX_SIGNATURE_LINES = 25
_LONG_TAIL_WORDS = 90


def dress(lines: Sequence[Line], author: Address | None) -> list[SegmentKind]:
    """A kind for each of one person's own lines, in order: CONTENT, or what stands around it."""
    kinds = [SegmentKind.CONTENT] * len(lines)
    _banners(lines, kinds)
    _small_print(lines, kinds)
    _signature(lines, kinds, _names(author))
    return kinds


def _banners(lines: Sequence[Line], kinds: list[SegmentKind]) -> None:
    seen = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        seen += 1
        if seen > 8:
            return
        if _BANNER.search(line.text[:400]):
            kinds[index] = SegmentKind.BANNER
            # The warning's other lines, up to the blank line that ends it.
            follow = index + 1
            while (
                follow < len(lines)
                and not lines[follow].blank
                and follow - index < 5
                and _is_warning(lines[follow].text)
            ):
                kinds[follow] = SegmentKind.BANNER
                follow += 1


_WARNING = re.compile(
    r"\b(?:click|links?|attachments?|phishing|sender|unless|recognize|recognise|trust|safe|organi[sz]ation|verify|report|helpdesk|learn why)\b",
    re.IGNORECASE,
)


def _is_warning(text: str) -> bool:
    return _WARNING.search(text[:300]) is not None and _SPEAKS_OF_SELF.search(text[:300]) is None


_SPEAKS_OF_SELF = re.compile(r"\b(?:i|i['’]m|i['’]d|we|we['’]re|our|my)\b", re.IGNORECASE)


def _small_print(lines: Sequence[Line], kinds: list[SegmentKind]) -> None:
    """Paragraph by paragraph, because a disclaimer is wrapped over lines."""
    for start, end in paragraphs(lines):
        if kinds[start] is not SegmentKind.CONTENT:
            continue
        text = " ".join(line.text for line in lines[start:end])[:1500]
        if _LIST_FOOTER.search(text) and _near_end(lines, end):
            for index in range(start, len(lines)):
                kinds[index] = SegmentKind.FOOTER
            return
        if _DISCLAIMER.search(text):
            first = start
            while first < end and not _DISCLAIMER.search(" ".join(line.text for line in lines[first:end])[:1500]):
                first += 1
            while (
                first < end - 1
                and _DISCLAIMER.search(" ".join(line.text for line in lines[first + 1 : end])[:1500])
                and not _DISCLAIMER.search(lines[first].text)
                and not _starts_sentence_of_disclaimer(lines[first].text)
            ):
                first += 1
            for index in range(first, end):
                kinds[index] = SegmentKind.DISCLAIMER
            continue
        for index in range(start, end):
            if _PHONE_FOOTER.match(lines[index].text[:200]) and len(lines[index].text) < 120:
                kinds[index] = SegmentKind.FOOTER


def _starts_sentence_of_disclaimer(text: str) -> bool:
    return text.lstrip()[:5].lower() in ("this ", "the i", "the c", "if yo", "confi", "discl", "pleas")


def _near_end(lines: Sequence[Line], index: int) -> bool:
    return sum(len(line.text) for line in lines[index:]) < 2000


def paragraphs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """[start, end) of each run of lines that are not blank."""
    found: list[tuple[int, int]] = []
    start = -1
    for index, line in enumerate(lines):
        if line.blank:
            if start >= 0:
                found.append((start, index))
                start = -1
        elif start < 0:
            start = index
    if start >= 0:
        found.append((start, len(lines)))
    return found


def _names(author: Address | None) -> tuple[str, ...]:
    """First and last names and the like, in lower case; from the address where there is no display name."""
    if author is None:
        return ()
    words = [word.lower() for word in _WORD.findall(author.name)] if author.name and "@" not in author.name else []
    local = [word for word in re.split(r"[._\-+\d]+", author.address.partition("@")[0].lower()) if len(word) > 2]
    return tuple(dict.fromkeys(words + local))


def _signature(lines: Sequence[Line], kinds: list[SegmentKind], names: tuple[str, ...]) -> None:
    blocks = paragraphs(lines)
    for start, end in blocks:
        for index in range(start, end):
            if kinds[index] is not SegmentKind.CONTENT:
                continue
            text = lines[index].text
            if _DELIMITER.match(text) and _is_last(lines, index, _MAX_SIGNATURE_LINES):
                _mark(lines, kinds, index, len(lines))
                return
            if not _signs_off(lines, index, end, names):
                continue
            stop = _tail_end(lines, kinds, index, end)
            _mark(lines, kinds, index, stop)
            if stop >= len(lines):
                return
            break


def _is_last(lines: Sequence[Line], index: int, most: int) -> bool:
    return sum(not line.blank for line in lines[index + 1 :]) <= most


def _mark(lines: Sequence[Line], kinds: list[SegmentKind], start: int, stop: int) -> None:
    for index in range(start, stop):
        if kinds[index] is SegmentKind.CONTENT:
            kinds[index] = SegmentKind.SIGNATURE


def _signs_off(lines: Sequence[Line], index: int, end: int, names: tuple[str, ...]) -> bool:
    """The line is a closing or the writer's name, and nothing of the paragraph before it runs into it."""
    text = lines[index].text.strip()
    words = _WORD.findall(text[:160])
    if not words or len(words) > 14:
        return False
    if index == 0 and len(lines) > 1 and not _is_name(words, text, names):
        return False
    following = [line for line in lines[index + 1 : end] if not line.blank]
    if len(words) <= 6 and _CLOSING.match(text):
        after = following[0].text if following else _next_text(lines, end)
        return not after or len(_WORD.findall(after)) <= 8 or _is_name(_WORD.findall(after[:160]), after, names)
    return _is_name(words, text, names) and not _greets(text)


_GREETING = re.compile(
    r"^\W*(?:hi|hey|hello|dear|good (?:morning|afternoon|evening)|morning|hallo|bonjour|hola|ciao|beste|lieber?)\b",
    re.IGNORECASE,
)


def _greets(text: str) -> bool:
    return _GREETING.match(text) is not None


def _next_text(lines: Sequence[Line], index: int) -> str:
    return next((line.text for line in lines[index:] if not line.blank), "")


def _is_name(words: Sequence[str], text: str, names: tuple[str, ...]) -> bool:
    """ "Gus", "- Theo", "D.", "mx", "Walt Iverson", "Renata Castellan, Owner": a line that is the writer's name."""
    lowered = [
        word.lower()
        for word in words
        if word.lower() not in ("xx", "x", "xo", "xoxo", "love", "cheers", "thanks", "dr", "mr", "mrs", "ms")
    ]
    if not lowered:
        return False
    if not names:
        return False
    if text.rstrip().endswith(("?", ":")) or text.lstrip()[:1] in ">":
        return False
    if len(lowered) <= 4 and lowered[0] in names and all(word in names or len(word) <= 4 for word in lowered):
        return not text.rstrip().endswith(",") or len(lowered) > 1
    if len(lowered) >= 2 and lowered[0] in names and lowered[1] in names and len(lowered) <= 14:
        return True
    initials = {name[0] for name in names}
    bare = re.sub(r"[\W\d_]", "", text).lower()
    return (
        len(words) == 1 and len(bare) <= 3 and bare[0] in initials and set(bare) <= initials | {"x"} and "," not in text
    )


def _tail_end(lines: Sequence[Line], kinds: Sequence[SegmentKind], index: int, end: int) -> int:
    """Where the signature that begins at `index` ends: before a postscript or a paragraph that speaks on."""
    for start, stop in paragraphs(lines[end:]):
        first = lines[end + start]
        if kinds[end + start] is not SegmentKind.CONTENT:
            continue
        text = " ".join(line.text for line in lines[end + start : end + stop])[:1000]
        if _POSTSCRIPT.match(first.text):
            return end + start
        if first.marks & Mark.SMALL:
            continue
        words = len(_WORD.findall(text))
        if words >= 6 and _SPEAKS.search(text) and not _CONTACT.search(text):
            return end + start
        rest = sum(len(_WORD.findall(line.text[:400])) for line in lines[end + start :])
        if rest > _LONG_TAIL_WORDS and not _CONTACT.search(text):
            return end + start
    within = next((at for at in range(index + 1, end) if _POSTSCRIPT.match(lines[at].text)), None)
    return within if within is not None else len(lines)
