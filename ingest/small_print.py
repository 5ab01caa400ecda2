"""What stands around people's words: warnings, disclaimers, list footers, "sent from my phone". Patterns only."""

import re

from ingest.hints import hints, holds, holds_as_written

_BANNER = re.compile(
    r"""
      ^\W{0,6}external\ (?:e-?mail|sender|message|mail)\s*[:.\-–]
    | ^\W{0,6}\[?\s*(?:external|extern[eo]?|ext|esterno|外部)(?:\s+(?:e-?mail|sender|message|mail))?\s*\]?\W{0,3}$
    | ^\W{0,6}\[(?:external|ext|extern[eo]?|esterno)\]\W{0,6}(?:use\ caution|caution|be\ careful
        |do\ not\ click)\b.{0,60}$
    | ^\W{0,6}(?:caution|warning|attention|achtung|vorsicht|avertissement|atenci[oó]n|aten[çc][aã]o|attenzione|
      let\ op|uwaga|
        varning|advarsel|huomio|upozornění|figyelem|dikkat|внимание|external|think\ before|be\ careful|notice|warnung
        |externe)\b.{0,160}?
        \b(?:outside|external|externe[rnsm]?|extern|unknown|suspicious|phishing|not\ from|außerhalb|ext[ée]rieure?|
          esterno|
        esterna|externo|externa|buiten|zewn[ęa]trz|utanf[öo]r|udefra|utenfor|ulkopuolelta|kívülről|dışından)\b
    | ^\W{0,6}(?:aten[çc][ãa]o|atenci[oó]n|uwaga|upozornění|cuidado)\b.{0,120}?\b(?:fora|fuera
          |spoza|mimo)\ (?:d[aoe]\ )?
        (?:(?:su|sua|la|tu|naší)\ )?(?:organi[zs]a|empresa|firm|společnost)
    | ^\W{0,6}(?:(?:external|ext|extern[eo]?|esterno)\]\W{0,4})?
      (?:this\ (?:e-?mail|message|mail)|the\ sender\ of\ this\ (?:e-?mail|message)|diese\ (?:e-?mail|
      nachricht)|
        ce\ (?:message|courriel)|este\ (?:correo|mensaje|e-?mail)).{0,60}?
        \b(?:originated|came|comes|was\ sent|is|stammt|kommt|wurde|provient|proviene|vient)\b.{0,40}?
        \b(?:outside|external|außerhalb|extern|ext[ée]rieur|externe|fuera)\b
    | ^\W{0,6}you\ don['’]t\ often\ get\ e-?mail\ from\b
    | ^\W{0,6}some\ people\ who\ received\ this\ message\ don['’]t\ often\b
    | ^\W{0,6}sie\ erhalten\ nicht\ (?:oft|häufig)\ e-?mails\ von |
      ^\W{0,6}vous\ ne\ recevez\ pas\ souvent\ de\ courriers
    | ^\W{0,6}no\ suele\ recibir\ correo | ^\W{0,6}non\ si\ ricevono\ spesso\ messaggi
    | ^\W{0,6}(?:u|je)\ ontvangt\ niet\ vaak\ e-?mail | ^\W{0,6}você\ não\ costuma\ receber |
      ^\W{0,6}du\ får\ (?:inte|ikke)\ ofte?\ (?:e-?post|mail)
    | ^\W{0,6}nie\ otrzymujesz\ często
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A banner's further lines: they speak of links and senders, and nobody speaks in them.
WARNING = re.compile(
    r"\b(?:click|links?|attachments?|phishing|sender|unless|recogni[sz]e|trust|safe|organi[sz]ation|verify|report|"
    r"helpdesk|learn why|absender|anhänge|anhang|expéditeur|pièces jointes|remitente|adjuntos)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:i|i['’](?:m|d|ll|ve)|we|we['’](?:re|d|ll|ve)|our|my|ich|wir|nous|je)\b", re.IGNORECASE)

_PHONE_FOOTER = re.compile(
    r"""
    ^\W{0,4}(?:
      sent\ (?:from|via|with|by|on)\ (?:my\ |the\ |a\ )?(?:\w+\ ){0,4}
        (?:iphone|ipad|phone|galaxy|android|mobile|samsung|blackberry|pixel|huawei|xiaomi|outlook|mail|proton|yahoo|
          gmail|device|
        tablet|smartphone|tutanota|tuta|hey|spark|superhuman|app|aol|bluemail|mailbird|watch)\b.{0,100}$
    | get\ (?:outlook|bluemail)\ for\ \w+ | download\ outlook | yahoo\ mail:\ search
    | diese\ (?:nachricht|e-?mail)\ wurde\ von\ meinem | (?:von|vom)\ (?:meinem\ )?(?:iphone|ipad|handy|
      android\S{0,12}|samsung\S{0,20}|
        smartphone|mobiltelefon)\b.{0,40}$
    | von\ (?:meine[mr](?:/meine[mr])?\ )\S{1,20}(?:\ \S{1,20})?\ (?:aus\ )?gesendet
    | gesendet\ (?:von|mit|aus|über)\b.{0,60}$ | holen\ sie\ sich\ outlook | outlook\ für\ \w+\ (?:herunterladen|
      beziehen)
    | envoy[ée]\ (?:de|depuis|à\ partir\ de)\b.{0,60}$ | t[ée]l[ée]charge[rz]?\ outlook | obtene[zr]\ outlook |
      obt[ée]n\ outlook
    | provenance\ :\ courrier | enviado\ (?:desde|do|de|a\ partir)\b.{0,60}$ | obter\ o\ outlook
    | inviato\ d(?:a|al|all['’])\b.{0,60}$ | (?:ottieni|scarica)\ outlook | verstuurd\ van(?:af)?\b.{0,60}$
    | verzonden\ (?:van|vanaf|met|vanuit)\b.{0,60}$ | outlook\ voor\ \w+\ downloaden
    | wys[łl]an[eoay]?\ (?:z|za)\b.{0,60}$ | pobierz\ outlook | odesl[áa]no\ z\b.{0,60}$ | odoslan[ée]\ z\b.{0,60}$
    | skickat\ fr[åa]n\b.{0,60}$ | h[äa]mta\ outlook | sendt\ fra\b.{0,60}$ | hent\ outlook | f[åa]\ outlook
    | l[äa]hetetty\b.{0,60}$ | hanki\ outlook | (?:az\ )?(?:iphone|ipad)\S{0,6}(?:ról|ről|emről|omról)\b.{0,40}$
    | elk[üu]ldve\b.{0,60}$ | отправлено\ (?:с|из)\b.{0,60}$ | надіслано\ з\b.{0,60}$ | trimis\ de\ pe\b.{0,60}$
    | (?:iphone|ipad|android)\s?から送信 | 发自我的\S{0,20} | 從我的\s?\S{0,12}\s?傳送 | 나의\s\S{1,12}에서\s보냄
    | \S{0,20}(?:iphone|ipad|samsung)['’]?\S{0,6}\ g[öo]nderildi | poslano\ (?:z|s|iz)\b.{0,60}$
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)

_DISCLAIMER = re.compile(
    r"""
      ^\W{0,4}(?:confidentiality\ (?:notice|note|statement)|legal\ (?:notice|disclaimer)|disclaimer|privacy\ notice|
        important\ notice|
        vertraulichkeitshinweis|rechtlicher\ hinweis|avis\ de\ confidentialit[ée]|aviso\ (?:legal|
          de\ confidencialidad)|
        avvertenze|note:?\ this\ e-?mail)\b\s*(?:$|[:.\-–(])
    | \b(?=\w)(?:
      this\ (?:e-?mail|message|communication|transmission|electronic\ mail)\b.{0,200}?
        \b(?:confidential|privileged|intended\ (?:only|solely|for)|legally|proprietary|may\ contain)\b
    | the\ (?:information|contents?)\ (?:contained\ )?(?:in|of)\ this\ (?:e-?mail|message)\b
    | (?:if\ you\ (?:are\ not|have\ received|received|were\ not)|should\ you\ (?:have\ received|not\ be)).{0,80}?
        \b(?:intended|addressee|recipient|in\ error|by\ mistake|mistakenly)\b
    | e-?mails?\ (?:sent\ )?to\ and\ from\ this\ address\b | public\ records?\ (?:act|law|request|disclosure)
    | (?:don['’]t|do\ not|avoid)\ print(?:ing)?\ this\ (?:e-?mail|message)\b | (?:antes\ de
        |prima\ di)\ (?:imprimir|stampare)\b.{0,80}?
        \b(?:ambiente|necess)
    | n['’]imprimez\b.{0,60}\b(?:nécessaire|mail|message) | denk\ aan\ het\ milieu\b
        | środowisk\w{1,3}\b.{0,60}druk |
      tänk\ på\ miljön\b | tænk\ på\ miljøet\b
    | tämä\ (?:viesti|sähköposti)\b.{0,120}?\bluottamuksellis?n | (?:viesti|sähköposti)\b.{0,60}\bluottamuksellinen
    | (?:üzenet|e-?mail)\b.{0,120}?\bbizalmas | bu\ (?:e-?posta|mesaj)\b.{0,160}?\bgizli | confidențial |
      сообщение\b.{0,120}?\bконфиденциальн
    | informazioni\ contenute\ in\ quest | informaciones?\ contenidas?\ en\ este
    | consider\ the\ environment\b | think\ (?:of|about)\ the\ environment\b | before\ printing\ (?:this|
      the)\ (?:e-?mail|message)\b
    | pensez\ à\ l['’]environnement\b | (?:denken|schützen)\ sie\ (?:an\ )?die\ umwelt\b
    | (?:scanned|checked)\ (?:for|by)\ .{0,30}?(?:virus|malware) | virus-?free\b | avast\b.{0,30}virus
    | diese\ (?:e-?mail|nachricht)\b.{0,120}?\b(?:vertraulich|ausschließlich) | ce\ (?:message|courriel|
      mail)\b.{0,120}?\bconfidentiel
    | este\ (?:mensaje|correo)\b.{0,120}?\bconfidencial | esta\ mensagem\b.{0,120}?\bconfidencia
    | quest[ao]\ (?:messaggio|e-?mail)\b.{0,120}?\b(?:riservat|confidenzial) |
      dit\ bericht\b.{0,120}?\bvertrouwelijk
    | (?:det\ här|detta)\ (?:meddelande|mejl)\w*\b.{0,120}?\bkonfidentiell | denne\ (?:e-?post|mail|
      e-?mail)\w*\b.{0,120}?\bfortrolig
    | (?:ta|niniejsza)\ wiadomość\b.{0,120}?\bpoufn | tato\ zpráva\b.{0,120}?\bdůvěrn
    | your\ personal\ (?:data|information)\b.{0,120}?\bprivacy\ (?:policy|notice|statement) | datenschutzhinweise
    | vos\ données\ personnelles\b.{0,120}?\bconfidentialité | sus\ datos\ personales\b.{0,120}?\bprivacidad
    | views\ (?:or\ opinions\ )?expressed\b.{0,80}?\b(?:sender|author|company)
    | unauthori[sz]ed\ (?:use|disclosure|copying|distribution|review)\b.{0,120}?\b(?:prohibited|penalt|unlawful)
    | authori[sz]ed\ and\ regulated\ by\b | (?:is|are)\ authori[sz]ed\ by\ the\b.{0,60}?\b(?:PRA|FCA|Financial|
      Prudential)\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)

_LIST_FOOTER = re.compile(
    r"""
      you(?:['’]re|\ are)?\ (?:received|receiving)\ this\ (?:message|e-?mail|mail)\ because
    | to\ unsubscribe\ from\ this\ (?:group|list) | to\ view\ this\ discussion |
      view\ this\ e-?mail\ in\ your\ browser
    | unsubscribe\ (?:here|from|:) | ^\W*unsubscribe\W*$ | manage\ your\ (?:preferences|subscription) |
      mailman/(?:listinfo|options)
    | ^\S{1,60}\ mailing\ list(?:\ --\ \S{3,100})?$ | to\ unsubscribe\ send\ an\ e-?mail\ to\ \S
    | sie\ erhalten\ diese\ (?:e-?mail|nachricht),\ weil |
      vous\ recevez\ ce\ (?:message|courriel)\ car
    """,
    re.IGNORECASE | re.VERBOSE,
)

# Every disclaimer, every footer and every banner has one of these; a look for them is cheaper than the patterns.
_DISCLAIMER_WORDS = """
onfid | privac | vertraulich | privileg | intended | legal |
proprietary | may contain | in this e | in this m | of this e | of this m | addressee | recipient | in error |
by mistake | mistakenly | this address | public record |
environ | before printing | umwelt | virus | malware | ausschließlich | riservat | vertrouwelijk | fortrolig | poufn |
důvěrn | t print |
avoid print | ambiente | imprimez | milieu | środowisk | miljö |
luottamuksel | bizalmas | gizli | конфиденц | informazioni conten | contenida |
expressed | unauthori | authorised by | authorized by | regulated by | disclaimer |
important notice | hinweis | avvertenze | note: this | note this
"""
_FOOTER_WORDS = """
unsubscribe | mailing list | mailman | this message because | this mail because | this email because |
this e-mail because | sie erhalten diese | vous recevez ce | your browser | preferences | subscription | discussion
"""
_BANNER_WORDS = """
ext | outside | außerhalb | esterno | phishing | suspicious | unknown | not from | buiten | zewn | utan | udefra |
utenfor | fuera | fora | spoza | ulkop | mimo | kívül | hariç |
dışın |
vaak | costuma | ofte | często | spesso | use caution | careful | click | often | souvent | suele | nicht oft |
häufig | 外部
"""


# The first letters of a line that says it was sent from a phone, and of a banner.
_PHONE_WORDS = """
sen | get | dow | yah | die | von | vom | ges | hol | out | env | tél | tel | obt | pro | inv | ott | sca | ver | wys |
pob | ode | odo | ska | ski | häm | ham | hen | få | fa | läh | lah | han | az | iph | ipa | elk | отп | над | tri | pos
"""
_BANNER_BEGINNINGS_WORDS = """
ext | est | 外部 | cau | war | att | ach | vor | ave | ate | let | uwa | var | adv | thi | be | not | the | die | ce |
you | som | sie | vou | no | non | huo | upo | fig | dik | вни | u | je | voc | du | nie
"""
# Where the words come first, and the phone.
_ELSEWHERE = ("nderildi", "送信", "发自", "傳送", "보냄")
_PHONE_FOOTER_LENGTH = 160


_DISCLAIMER_HINTS, _FOOTER_HINTS, _BANNER_HINTS = (
    hints(_DISCLAIMER_WORDS),
    hints(_FOOTER_WORDS),
    hints(_BANNER_WORDS),
)
_PHONE_BEGINNINGS, _BANNER_BEGINNINGS = frozenset(hints(_PHONE_WORDS)), frozenset(hints(_BANNER_BEGINNINGS_WORDS))
_FIRST_WORD = re.compile(r"\W{0,8}(\w{1,3})")


class SmallPrint:
    """The looks for one mail: only the patterns of which it holds a word are ever tried."""

    __slots__ = ("_disclaimer", "_footer", "_phone", "suspected")

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        self._disclaimer = tuple([hint for hint in _DISCLAIMER_HINTS if hint in lowered])
        self._footer = tuple([hint for hint in _FOOTER_HINTS if hint in lowered])
        self._phone = tuple([hint for hint in _ELSEWHERE if hint in text])
        self.suspected = bool(self._disclaimer or self._footer)  # neither is in it otherwise

    def is_disclaimer(self, text: str) -> bool:
        return holds(text, self._disclaimer) and _DISCLAIMER.search(text) is not None

    def is_list_footer(self, text: str) -> bool:
        return holds(text, self._footer) and _LIST_FOOTER.search(text) is not None

    def is_phone_footer(self, text: str) -> bool:
        """ "Sent from my iPhone", "Get Outlook for iOS", in the languages of phones."""
        if len(text) >= _PHONE_FOOTER_LENGTH:
            return False
        if not (_begins(text, _PHONE_BEGINNINGS) or holds_as_written(text, self._phone)):
            return False
        return _PHONE_FOOTER.match(text) is not None


def is_banner(text: str) -> bool:
    return _begins(text, _BANNER_BEGINNINGS) and holds(text, _BANNER_HINTS) and _BANNER.search(text) is not None


def _begins(text: str, beginnings: frozenset[str]) -> bool:
    head = text[:3]
    if len(head) == len("Sen") and head.isalnum():  # as most lines do
        return head.lower() in beginnings
    first = _FIRST_WORD.match(text)
    return first is not None and first[1].lower() in beginnings
