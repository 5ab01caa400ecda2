"""What a subject says when its prefixes are off, and whether it says enough to tell one job from another."""

import re

_PREFIX = re.compile(
    r"^\s*(?:re|aw|antw|sv|vs|odp|ynt|rif|res|fwd?|wg|tr|rv|enc|i|doorst|vb|pd|vl|továbbítás|ilt)\s*(?:\[\d{1,3}\])?\s*[::]\s*",
    re.IGNORECASE,
)
_TAG = re.compile(r"^\s*\[[^\]\n]{1,40}\]\s*")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBERED = re.compile(r"\bbrief\s{1,3}(?:no\.?\s?|#)?(\d{1,9})\b", re.IGNORECASE)
_NUMBERISH = re.compile(r"[A-Za-z0-9][A-Za-z0-9/._-]{1,38}[A-Za-z0-9]")
_MOST = 500  # characters of a subject that are looked at

# Words that mail is headed with whatever it is about: greetings, kinds of paper, meetings, and what comes round again.
_HEADS_ANYTHING = """
hello hey dear thanks thank you please the and for from with our your new all next last this about question
questions quick request requests inquiry enquiry query help urgent asap important info information reminder
update updates status report reports reporting weekly monthly daily quarterly annual week month year today
tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december meeting meetings call calls minutes agenda notes invite invitation
catch follow feedback files file document documents attachment attached scan draft final version copy invoice
invoices order orders quote quotes estimate estimates offer offers proposal proposals contract payment receipt
project projects job jobs brief briefs briefing work task tasks subject none untitled test message mail email
newsletter news forward reply fyi hallo guten tag morgen danke bitte frage fragen anfrage anfragen dringend
wichtig erinnerung rechnung rechnungen angebot angebote auftrag projekt projekte bericht besprechung protokoll
wochenbericht monatsbericht neue neuer neues kein betreff entwurf für und mit von bonjour merci demande rappel
facture factures devis commande projet réunion rapport nouveau nouvelle hebdomadaire mensuel sans objet pour
avec des les hola gracias pregunta consulta urgente factura facturas presupuesto pedido proyecto reunión
informe nuevo nueva semanal mensual sin asunto para con los las del ciao grazie domanda richiesta fattura
fatture preventivo ordine progetto riunione nuovo nuova settimanale mensile nessun oggetto per hoi bedankt
vraag aanvraag factuur offerte opdracht vergadering verslag wekelijks maandelijks nieuw nieuwe voor met van
geen onderwerp olá obrigado obrigada pergunta fatura orçamento projeto reunião relatório novo nova sem assunto
"""
_SAYS_NOTHING = frozenset(_HEADS_ANYTHING.split())


def bare_subject(subject: str) -> str:
    """The subject without reply and forward prefixes and gateway tags, as typed."""
    previous = None
    while previous != subject:
        previous = subject
        subject = _TAG.sub("", _PREFIX.sub("", subject, count=1), count=1)
    return subject.strip()


def tells_a_job(subject: str) -> bool:
    """Whether two mails under it are likely of one job: two words at least that do not head just any mail."""
    words = {word for word in _WORD.findall(subject[:_MOST].casefold()) if word not in _SAYS_NOTHING}
    unspaced = any(len(word) >= 4 and ord(word[0]) >= 0x2E80 for word in words)  # written without spaces, as in Japan
    return len(words) >= 2 or unspaced


def numbers_in(subject: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """What may be our briefs' numbers ("brief 12"), and what may be job numbers: words with a digit, as typed."""
    text = subject[:_MOST]
    briefs = tuple(dict.fromkeys(int(number) for number in _NUMBERED.findall(text)))
    jobs = tuple(
        dict.fromkeys(word for word in _NUMBERISH.findall(text) if any(character.isdigit() for character in word))
    )
    return briefs, jobs
