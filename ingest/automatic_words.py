"""How programs word what nobody wrote: absences, acknowledgements, receipts, calendar answers. Patterns only."""

import re

from ingest.hints import hints

# Put in front of the subject by a program, in its own language.
REPLY_PREFIX = re.compile(
    r"""
    \s*(?:
      auto(?:matic|mated)?[-\ ]?(?:reply|response|responder) | automatische?\ (?:antwort|abwesenheits)
        | abwesenheitsnotiz
    | r[ée]ponse\ automatique | respuesta\ autom[áa]tica | risposta\ automatica | automatisch\ (?:antwoord|bericht)
    | resposta\ autom[áa]tica | odpowied[źz]\ automatyczna | automatyczna\ odpowied[źz] | automatick[áa]\ odpov[ěe][ďd]
    | automatiskt?\ svar | autosvar | automaattinen\ vastaus | automatikus\ v[áa]lasz | r[ăa]spuns\ automat | автоответ
    | автоматический\ ответ | автоматична\ відповідь | otomatik\ yan[ıi]t | automatski\ odgovor | samodejni\ odgovor
    )\s*(?::|：|$|-\s|–\s|re:|aw:)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What people also write over a mail of their own.
ABSENCE_SUBJECT = re.compile(
    r"""
    (?<!\w)(?:
      out\ of\ (?:the\ |my\ )?office | ooo | oof | away\ (?:from|until|on) | on\ (?:annual\ )?leave | on\ (?:vacation
        |holiday)
    | vacation\ (?:reply|notice) | abwesend | abwesenheit | im\ urlaub | absen[ct]e? | en\ cong[ée]s? | ausen(?:te|cia)
    | fuera\ de\ (?:la\ )?oficina | de\ vacaciones | assen(?:te|za) | fuori\ (?:sede|ufficio) | in\ ferie
        | afwezig(?:heid)?
    | op\ vakantie | aus[êe]n(?:te|cia) | de\ f[ée]rias | nieobecno[śs][ćc] | na\ urlopie | fr[åa]nvaro
        | p[åa]\ semester
    | frav[æa]r | p[åa]\ ferie | poissa | lomalla | nep[řr][íi]tomn | mimo\ kancel | dovolen | szabads[áa]g
        | h[áa]zon\ k[íi]v[üu]l
    | [îi]n\ concediu | в\ отпуске | отпуск | відпустк | izinde | ofis\ d[ıi][şs][ıi]nda
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
ABSENCE = re.compile(
    r"""
    \b(?=\w)(?:
      (?:i\ am|i['’]m|i\ will\ be|i['’]ll\ be|we\ are|we['’]re|office\ (?:is|will\ be)|currently|i\ have)\b.{0,50}?
        \b(?:out\ of\ (?:the\ |my\ )?office|out\ of\ office|away|on\ (?:\w+\ ){0,2}(?:leave|holidays?|vacation|pto)
        |travel?ling|
          closed|unavailable|not\ in\ the\ office|off\ work|out\ until|no\ longer\ (?:with|work))\b
    | nicht\ (?:im\ (?:büro|hause|dienst)|erreichbar)\b | im\ (?:\w+\ )?urlaub\b | abwesend\b | au(?:ß
        |ss)er\ haus\b
    | in\ elternzeit\b | auf\ dienstreise\b | büro\ (?:ist|bleibt)\b.{0,40}\bgeschlossen\b
    | absente?s?\b | en\ cong[ée]s?\b | en\ vacances\b | en\ d[ée]placement\b | hors\ du\ bureau\b
    | fuera\ de\ (?:la\ )?oficina\b | de\ vacaciones\b | (?:estoy|estaré|encuentro)\ ausente\b | de\ baja\b
    | fuori\ (?:ufficio|sede)\b | in\ ferie\b | assente\b | non\ sono\ in\ ufficio\b
    | afwezig\b | op\ vakantie\b | met\ (?:vakantie|verlof)\b | niet\ (?:op\ kantoor|aanwezig)\b
    | (?:estou|estarei|encontro-me)\ ausente\b | fora\ do\ escrit[óo]rio\b | (?:de|em)\ f[ée]rias\b
    | na\ urlopie\b | poza\ biurem\b | nieobecn | nie\ ma\ mnie\ w\ biurze\b
    | på\ semester\b | inte\ på\ (?:kontoret|plats)\b | tjänsteresa\b | föräldraledig\b
    | (?:på|holder|har)\ ferie\b | ikke\ på\ kontoret\b | fraværende\b | ikke\ til\ stede\b | permisjon\b
    | lomalla\b | poissa\b | en\ ole\ (?:paikalla|töissä|tavoitettavissa)\b
    | mimo\ kancel[áa]ř?r? | na\ dovolen(?:é|ke)\b | nepřítomn | neprítomn
    | szabadságon\b | (?:házon|irodán)\ kívül\b | távol\ vagyok\b
    | в\ отпуске\b | отсутств | вне\ офиса\b | в\ командировке\b | у\ відпустці\b | відсутн
    | izin(?:deyim|de\ olaca|liyim) | ofis\ dışında | tatildeyim\b | [îi]n\ concediu\b | nu\ sunt\ la\ birou\b
    | na\ godišnjem\b | izvan\ ureda\b
    )
    | ^\W*(?:away|out\ of\ (?:the\ )?office)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What an automatic reply says beside it, because it does not know to whom or to what it answers.
COURTESY = re.compile(
    r"""
    \b(?=\w)(?:
      thank(?:s|\ you)\ for\ (?:your\ (?:e-?mail|message|mail|note)|contacting|writing|getting\ in\ touch)
    | (?:limited|no|restricted|intermittent|sporadic)\ access\ to\ (?:my\ )?e-?mails?\b
    | (?:if|for|in)\b.{0,40}\b(?:urgent|urgency|emergency|immediate\ (?:assistance|help))\b
    | (?:reply|respond|answer|get\ back)\b.{0,40}\b(?:my|i)\ return | automat(?:ic|ed|ically)\b
    | (?:vielen\ )?dank\ für\ (?:ihre|deine)\ (?:e-?mail|nachricht|mail) | nicht\ weitergeleitet\b
        | in\ dringenden\ fällen\b
    | merci\ (?:de|pour)\ votre\ (?:message|mail|courriel|e-?mail) | en\ cas\ d['’]urgence\b
        | pour\ toute\ urgence\b
    | gracias\ por\ (?:su|tu)\ (?:mensaje|correo|e-?mail) | asuntos?\ urgentes?\b | en\ caso\ de\ urgencia\b
    | grazie\ per\ (?:il\ (?:suo|tuo|vostro)\ messaggio|la\ (?:sua|tua)\ mail|avermi) | per\ (?:le\ )?urgenze\b
    | bedankt\ voor\ (?:uw|je)\ (?:bericht|e-?mail|mail) | (?:bij|voor)\ (?:dringende|spoed)
    | obrigad[oa]\ pel[oa]\ (?:sua|seu|teu) | assuntos\ urgentes\b | w\ pilnych\ sprawach\b
        | dziękuję\ za\ (?:wiadomość|e-?mail)
    | tack\ för\ ditt\ (?:mejl|mail|meddelande) | brådskande\b | tak\ for\ din\ (?:mail|besked) | haster?\ det\b
    | takk\ for\ (?:din|e-?posten) | kiireellis | kiitos\ viestistä | v\ naléhavých\b
        | děkuji\ za\ (?:vaši\ )?zprávu
    | sürgős\b | köszönöm\ (?:a\ )?level | по\ срочным\ вопросам\b | спасибо\ за\ (?:ваше\ )?(?:письмо
        |сообщение)
    | acil\ (?:durum|konu) | mesajınız\ için\ teşekkür | pentru\ urgențe\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
ACKNOWLEDGEMENT = re.compile(
    r"""
    \b(?=\w)(?:
      your\ (?:support\ )?(?:request|ticket|enquiry|inquiry|message|e-?mail|case|submission)\b.{0,40}?
        \b(?:has\ been|was|is)\ (?:successfully\ )?(?:received|created|logged|opened|registered)
    | we(?:['’]ve|\ have)?\ received\ your\ (?:request|ticket|enquiry|inquiry|message|e-?mail|submission)\b
    | ihre?\ (?:anfrage|nachricht|e-?mail|meldung)\ (?:ist|wurde)\b.{0,40}\b(?:eingegangen|erhalten|erfasst|empfangen)
    | haben\ ihre\ (?:anfrage|nachricht|e-?mail)\ erhalten\b
    | avons\ bien\ reçu\ votre\ (?:demande|message|courriel|mail) | votre\ (?:demande
        |message)\ a\ (?:bien\ )?été\ (?:reçu|enregistré)
    | hemos\ recibido\ (?:su|tu)\ (?:solicitud|consulta|mensaje|correo) | abbiamo\ ricevuto\ la\ (?:sua|tua
        |vostra)\ (?:richiesta|mail)
    | hebben\ (?:uw|je)\ (?:aanvraag|bericht|e-?mail|vraag)\ (?:goed\ )?ontvangen | recebemos\ (?:a\ sua|o\ seu
        |sua|seu)\b
    | (?:twoje|państwa)\ zgłoszenie\ zostało\b | vi\ har\ (?:mottagit|modtaget|mottatt)\ (?:ditt?|din|deres)\b
    | olemme\ vastaanottaneet\ | váš\ požadavek\ byl\b | ваш(?:е|а)\ (?:обращение|заявка)\b.{0,40}\b(?:принят
        |зарегистрирован)
    | talebiniz\ (?:alınmıştır|alındı)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Every absence and every acknowledgement has one of these; the Turkish ones end before an i, which has two capitals.
ABSENCE_HINTS = hints(
    """
    office | away | leave | holiday | vacation | pto | traveling | travelling | closed | unavailable | off work |
    out until | no longer | nicht im | erreichbar | urlaub | abwesend | er haus | elternzeit | dienstreise |
    geschlossen | absent | cong | en vacances | placement | hors du | fuera de | vacaciones | ausente | de baja |
    fuori | ferie | assente | non sono | afwezig | vakantie | verlof | kantoor | aanwezig | fora do | rias | urlop
    | poza biur | nieobecn | nie ma mnie | semester | inte på | tjänsteresa | föräldraledig | ikke | fraværende |
    permisjon | lomalla | poissa | en ole | mimo kancel | dovolen | tomn | szabadság | kívül | távol | отпуск |
    отсутств | вне офиса | командировк | відпустц | відсутн | yi | olaca | ş | concedi | la birou | godišnj |
    izvan
    """
)
ACKNOWLEDGEMENT_HINTS = hints(
    """
    received | created | logged | opened | registered | eingegangen | erhalten | erfasst | empfangen | reçu |
    enregistr | hemos recibido | abbiamo ricevuto | ontvangen | recebemos | zgłoszenie | vi har | olemme vastaan |
    požadavek | обращение | заявка | taleb
    """
)
UNATTENDED = re.compile(
    r"\b(?=\w)(?:do not reply|don['’]t reply|type your reply above this line|reply above this line|automat(?:ic|ed|"
    r"ically)\b.{0,20}"
    r"(?:message|e-?mail|response|generated|reply)|automatisch (?:erstellt|generiert|erzeugt)|antworten sie nicht|"
    r"ne pas répondre|no responda|non rispondere|niet (?:op )?(?:te )?(?:antwoorden|beantwoorden)|não responda|"
    r"nie odpowiadać|nicht auf diese)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"[\[(][\w #:-]{0,16}\d{3,14}\s?[\])]|#\s?\d{3,14}\b|\b(?:ticket|case|request)\s?(?:id|no\.?)?"
    r"\s?[#:]?\s?\d{3,14}\b",
    re.IGNORECASE,
)
TICKET = re.compile(
    r"\b(?=\w)(?:ticket|case|request|vorgang|dossier|zgłoszenie|ärende|sag)\s?(?:id|no\.?|number|nummer)?\W{0,4}\d{3,14}\b",
    re.IGNORECASE,
)
NO_REPLY = re.compile(
    r"(?:no|do[._-]?not)[._-]?reply|noreply|nicht[._-]?antworten|ne[._-]?pas[._-]?repondre", re.IGNORECASE
)
READ_SUBJECT = re.compile(
    r"\s*(?:(?:not )?read|(?:un)?gelesen|ungelesen gelöscht|(?:non )?lu|le[íi]do|letto|gelezen|lid[oa]|"
    r"przeczytan[oe]|přečteno|"
    r"prečítané|läst|læst|lest|luettu|olvasva|elolvasva|прочитано|прочтено|okundu|citit|pročitano|prebrano)\s*[:：]",
    re.IGNORECASE,
)
READ_WORDS = re.compile(
    r"\W*(?:your message|ihre nachricht|deine nachricht|votre message|(?:su|el|tu) mensaje|il (?:tuo |suo "
    r")?messaggio|(?:uw|je|het) "
    r"bericht|(?:a )?sua mensagem|(?:twoja )?wiadomość|ditt meddelande|din meddelelse|meldingen|viestisi|vaše zpráva|"
    r"az üzenet|ваше сообщение|iletiniz|mesajul)\b",
    re.IGNORECASE,
)
READ_VERB = re.compile(
    r"\b(?:(?:was|were) (?:read|deleted)|gelesen|gelöscht|été (?:lu|supprimé)|leído|eliminado|letto|eliminato|gelezen|"
    r"verwijderd|lid[oa]|przeczyt\w{1,5}|přečten\w?|prečítan\w{1,2}|läst\w?s?|læst|lest|luettu|olvas\w{1,5}|"
    r"прочит\w{1,5}|okun\w{1,4}|"
    r"citit\w?|pročitan\w?|prebran\w?)\b",
    re.IGNORECASE,
)
CALENDAR_SUBJECT = re.compile(
    r"\s*(?:accepted|declined|tentative(?:ly accepted)?|zugesagt|abgelehnt|mit vorbehalt|mit vorbehalt angenommen|"
    r"accepté|"
    r"refusé|provisoire|aceptad[oa]|rechazad[oa]|provisional|accettat[oa]|rifiutat[oa]|provvisori[oa]|geaccepteerd|"
    r"geweigerd|afgewezen|voorlopig|aceit[eo]|recusad[oa]|provisóri[oa]|zaakceptowano|odrzucono|wstępnie zaakceptowano|"
    r"accepterat|avböjt|preliminärt|accepteret|afvist|foreløbig|godtatt|avslått|hyväksytty|hylätty|alustava|přijato|"
    r"odmítnuto|nezávazně|elfogadva|elutasítva|feltételes|принято|отклонено|под вопросом|kabul edildi|reddedildi|"
    r"belirsiz"
    r")\s*[:：]",
    re.IGNORECASE,
)
CALENDAR_WORDS = re.compile(
    r"\b(?:has|have) (?:tentatively )?(?:accepted|declined|replied)\b.{0,40}\b(?:invitation|event|invite)|"
    r"\bhat (?:diese|die|deine|ihre)\b.{0,30}\b(?:einladung|ereignis|termin)\b|\ba (?:accepté|refusé|"
    r"décliné)\b.{0,30}\binvitation|"
    r"\bha (?:aceptado|rechazado|accettato|rifiutato)\b.{0,30}\binvit|\bheeft\b.{0,30}\buitnodiging\b|"
    r"\b(?:aceitou|recusou)\b.{0,30}\bconvite",
    re.IGNORECASE,
)
# Somebody asks for work: no program does.
ASKS = re.compile(
    r"""
      \?(?:\s|$) | [€$£¥]\s?\d | \d\s?[€$£¥] | \b(?:usd|eur|gbp|chf|pln|sek)\ ?\d | \d\ ?(?:k|usd|eur|euros?|gbp|chf
        |pln|zł|kr)\b
    | \b(?:we|i)(?:['’]d|\ would)?\ (?:need|want|like)\ (?!to\ (?:inform|let|thank|advise|acknowledge|confirm
        |assure)) | \b(?:could|can
        |would)\ you\b | \bdeadline\b | \bbudget\b
    | \b(?:please|pls|kindly)\ (?:send\ (?:the|us|me|over|two|three|four)|make|design|prepare|change|add|start|print
        |finish|quote|create|
        build|write\ the|update|rework|replace|move|deliver|produce|go\ ahead|remove|have|get|show|put|draft|hold
        |keep)\b
    | \b(?:the\ answer\ is|go\ ahead|approved|yes[,:!.]|print\ \d)
    | \b(?:wir|ich)\ (?:brauchen?|benötigen?|möchten?|hätten?)\b | \b(?:brauchen|benötigen)\ wir\b | \b(?:könnt
        |könntet)\ ihr\b | \bkannst\ du\b
    | \bbitte\ (?:schickt|macht|schick|mach|sendet|ändert|erstellt|gestaltet|liefert|stellt)\b
    | \b(?:il\ nous\ faut|nous\ avons\ besoin|j['’]ai\ besoin|peux-tu|pouvez-vous|pourriez-vous|pourrais-tu
        |nous\ voulons|nous\ voudrions|
        merci\ de\ (?:nous|m['’]|préparer|modifier|faire|livrer))
    | \b(?:necesitamos|necesito|podéis|puedes|podrías|podrían|queremos|quisiéramos)\b
    | \b(?:abbiamo\ bisogno|ci\ serv(?:e|ono)|mi\ serv(?:e|ono)|potete|potreste|vorremmo|puoi)\b
    | \b(?:we\ hebben|ik\ heb)\b.{0,30}\bnodig\b | \b(?:kunnen|kun)\ (?:jullie|je)\b | \bgraag\ (?:willen|zouden)\b
    | \b(?:precisamos|preciso|podem|poderiam|queremos|gostaríamos)\b | \b(?:potrzebujemy|potrzebuję|chcemy
        |czy\ możecie)\b
    | \b(?:vi\ behöver|jag\ behöver|kan\ ni|vi\ har\ brug\ for|kan\ i\ |vi\ trenger|kan\ dere)\b | \b(?:tarvitsemme
        |voisitteko|voitteko)\b
    | \b(?:potřebujeme|potřebuji|můžete|szükségünk|kérnénk|нам\ нужн|мне\ нужн|можете|ihtiyacımız|yapabilir\ misiniz)
    """,
    re.IGNORECASE | re.VERBOSE,
)
