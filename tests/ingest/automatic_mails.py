"""Invented mails as programs and people write them, each with its word for who wrote it and the day of return."""

import datetime as dt
from typing import NamedTuple


class Sent(NamedTuple):
    """All were sent on Tuesday 3 March 2026. `headers` replace or join those of a plain mail from the client."""

    name: str
    automatic: str
    back_on: dt.date | None
    headers: str
    body: str


def _day(month: int, day: int) -> dt.date:
    return dt.date(2026, month, day)


REPLY = "In-Reply-To: <a@brightwater.example>\nReferences: <a@brightwater.example>"
EXCHANGE = f"{REPLY}\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: All"

PROGRAMS = (
    Sent(
        "exchange-until-a-named-day",
        "auto-replied",
        _day(3, 16),
        f"Subject: Automatic reply: Spring leaflets\n{EXCHANGE}",
        "I am out of the office until Monday, March 16, 2026. Please call Ruth in the meantime.\n\nDana",
    ),
    Sent(
        "exchange-en",
        "auto-replied",
        _day(3, 16),
        f"Subject: Automatic reply: Spring leaflets\n{EXCHANGE}",
        "Thank you for your message. I am out of the office until Friday 13 March and will be back on Monday, "
        "16 March. For anything urgent please contact Ruth on 020 7946 0155.\n\nDana",
    ),
    Sent(
        "gmail-vacation-en",
        "auto-replied",
        _day(3, 9),
        f"Subject: Out of office Re: Spring leaflets\n{REPLY}\nPrecedence: bulk\nAuto-Submitted: auto-replied\n"
        "X-Autoreply: yes",
        "Hi,\n\nI'm away this week and returning Monday. I'll answer then.\n\nDana",
    ),
    Sent(
        "exchange-de",
        "auto-replied",
        _day(3, 16),
        f"Subject: Automatische Antwort: Flyer Frühjahr\n{EXCHANGE}",
        "Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ich bin bis einschließlich 15.03.2026 nicht im Büro. Ihre "
        "E-Mail wird nicht weitergeleitet.\n\nMit freundlichen Grüßen\nDana",
    ),
    Sent(
        "kmail-de-no-header",
        "auto-replied",
        _day(3, 23),
        f"Subject: Abwesenheitsnotiz: Flyer\n{REPLY}",
        "Ich bin zurzeit im Urlaub. Ab dem 23. März bin ich wieder für Sie da.",
    ),
    Sent(
        "fr-absence",
        "auto-replied",
        _day(3, 17),
        f"Subject: Réponse automatique : Dépliants\n{EXCHANGE}",
        "Bonjour,\n\nJe suis absente du bureau et serai de retour le mardi 17 mars. En cas d'urgence, merci de "
        "contacter Luc.\n\nCordialement",
    ),
    Sent(
        "fr-subject-only",
        "auto-replied",
        _day(3, 7),
        f"Subject: Absence du bureau\n{REPLY}",
        "Je suis en congés du 2 au 6 mars inclus et ne consulte pas mes mails.",
    ),
    Sent(
        "es-ausencia",
        "auto-replied",
        _day(4, 6),
        f"Subject: Respuesta automática: Folletos\n{EXCHANGE}",
        "Gracias por su mensaje. Me encuentro fuera de la oficina y regresaré el 6 de abril.",
    ),
    Sent(
        "it-fuori-ufficio",
        "auto-replied",
        _day(3, 10),
        f"Subject: Risposta automatica: Volantini\n{EXCHANGE}",
        "Buongiorno, sono fuori ufficio e rientrerò il 10 marzo. Per urgenze scrivere a Carla.",
    ),
    Sent(
        "nl-afwezig",
        "auto-replied",
        _day(3, 9),
        f"Subject: Automatisch antwoord: Folders\n{EXCHANGE}",
        "Bedankt voor je bericht. Ik ben afwezig en vanaf maandag 9 maart weer bereikbaar.",
    ),
    Sent(
        "pt-ausente",
        "auto-replied",
        _day(3, 11),
        f"Subject: Resposta automática: Folhetos\n{EXCHANGE}",
        "Olá, estou ausente do escritório e estarei de volta no dia 11 de março.",
    ),
    Sent(
        "pl-poza-biurem",
        "auto-replied",
        _day(3, 12),
        f"Subject: Odpowiedź automatyczna: Ulotki\n{EXCHANGE}",
        "Dzień dobry, jestem na urlopie. Wracam 12 marca. W pilnych sprawach proszę o kontakt z Ewą.",
    ),
    Sent(
        "sv-franvaro",
        "auto-replied",
        _day(3, 16),
        f"Subject: Autosvar: Broschyrer\n{EXCHANGE}",
        "Hej! Jag är på semester och är tillbaka den 16 mars.",
    ),
    Sent(
        "da-fravaer",
        "auto-replied",
        _day(3, 16),
        f"Subject: Autosvar: Brochurer\n{EXCHANGE}",
        "Hej, jeg holder ferie og er tilbage mandag d. 16. marts.",
    ),
    Sent(
        "no-fravaer",
        "auto-replied",
        _day(3, 17),
        f"Subject: Automatisk svar: Brosjyrer\n{EXCHANGE}",
        "Jeg er ikke på kontoret og er tilbake 17. mars.",
    ),
    Sent(
        "fi-poissa",
        "auto-replied",
        _day(3, 16),
        f"Subject: Automaattinen vastaus: Esitteet\n{EXCHANGE}",
        "Olen lomalla ja palaan töihin 16.3.2026.",
    ),
    Sent(
        "cs-nepritomnost",
        "auto-replied",
        _day(3, 16),
        f"Subject: Automatická odpověď: Letáky\n{EXCHANGE}",
        "Dobrý den, jsem mimo kancelář. Zpět budu 16. března.",
    ),
    Sent(
        "hu-hazon-kivul",
        "auto-replied",
        _day(3, 16),
        f"Subject: Automatikus válasz: Szórólap\n{EXCHANGE}",
        "Köszönöm levelét. Szabadságon vagyok, legközelebb 2026. március 16-án leszek elérhető.",
    ),
    Sent(
        "ru-otpusk",
        "auto-replied",
        _day(3, 16),
        f"Subject: Автоответ: Листовки\n{REPLY}",
        "Здравствуйте! Я в отпуске и вернусь 16 марта. По срочным вопросам обращайтесь к Анне.",
    ),
    Sent(
        "tr-izin",
        "auto-replied",
        _day(3, 16),
        f"Subject: Otomatik yanıt: Broşür\n{EXCHANGE}",
        "Merhaba, izindeyim. 16 Mart tarihinde ofiste olacağım.",
    ),
    Sent(
        "words-only-reply",
        "auto-replied",
        _day(3, 6),
        f"Subject: Re: Spring leaflets\n{REPLY}",
        "Thank you for your email. I am currently out of the office with limited access to email. I will reply to "
        "your message when I return on March 6. If it is urgent, please contact reception.",
    ),
    Sent(
        "from-to",
        "auto-replied",
        _day(6, 6),
        f"Subject: Automatic reply: Spring\n{EXCHANGE}",
        "I am on annual leave from 1 to 5 June and will reply after that.",
    ),
    Sent(
        "no-date-told",
        "auto-replied",
        None,
        f"Subject: Automatic reply: Spring\n{EXCHANGE}",
        "I no longer work at Northpeak. Since 1 February please write to Ruth.",
    ),
    Sent(
        "postfix-dsn-text-only",
        "bounce",
        None,
        "From: MAILER-DAEMON@mx.northpeak.example (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender",
        "This is the mail system at host mx.northpeak.example.\n\nI'm sorry to have to inform you that your message "
        "could not be delivered to one or more recipients.\n\n<dana@northpeak.example>: host said: 550 5.1.1 User "
        "unknown",
    ),
    Sent(
        "qmail",
        "bounce",
        None,
        "From: MAILER-DAEMON@mx.example\nSubject: failure notice\nReturn-Path: <>",
        "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the "
        "following addresses.\n\n<dana@northpeak.example>:\nno mailbox here by that name.\n\n--- Below this line is "
        "a copy of the message.\n\nReturn-Path: <intake@brightwater.example>\nMessage-ID: "
        "<ours-4@brightwater.example>\nSubject: Draft\n\nText",
    ),
    Sent(
        "exim",
        "bounce",
        None,
        "From: Mail Delivery System <Mailer-Daemon@mx.example>\nX-Failed-Recipients: dana@northpeak.example\n"
        "Auto-Submitted: auto-replied\nSubject: Mail delivery failed: returning message to sender",
        "This message was created automatically by mail delivery software.\n\nA message that you sent could not be "
        "delivered to one or more of its recipients.",
    ),
    Sent(
        "exchange-online-ndr-text",
        "bounce",
        None,
        "From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@northpeak.example>\n"
        "Subject: Undeliverable: Draft brief",
        "Your message to dana@northpeak.example couldn't be delivered.\n\ndana wasn't found at northpeak.example.",
    ),
    Sent(
        "exchange-de-ndr",
        "bounce",
        None,
        "From: postmaster@nordbank.example\nSubject: Unzustellbar: Entwurf",
        "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\ndana@nordbank.example",
    ),
    Sent(
        "sendmail-warning",
        "delayed",
        None,
        "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>\nAuto-Submitted: auto-generated (warning-timeout)\n"
        "Subject: Warning: could not send message for past 4 hours",
        "    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n"
        "    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n\n... Will keep trying until message is 5 days old",
    ),
    Sent(
        "exim-delay",
        "delayed",
        None,
        "From: Mail Delivery System <Mailer-Daemon@mx.example>\nAuto-Submitted: auto-replied\n"
        "Subject: Warning: message 1abCDe-00FgHi-2K delayed 24 hours",
        "This message was created automatically by mail delivery software.\nA message that you sent has not yet been "
        "delivered to one or more of its recipients after more than 24 hours.",
    ),
    Sent(
        "read-receipt-no-mdn",
        "receipt",
        None,
        "Subject: Read: Draft brief",
        "Your message\n\n   To: Dana López\n   Subject: Draft brief\n   Sent: Monday, 2 March 2026 10:02\n\n"
        " was read on Tuesday, 3 March 2026 08:10.",
    ),
    Sent(
        "gelesen",
        "receipt",
        None,
        "Subject: Gelesen: Entwurf",
        "Ihre Nachricht\n\n   An: Dana\n   Betreff: Entwurf\n   Gesendet: Montag, 2. März 2026 10:02\n\nwurde am "
        "Dienstag, 3. März 2026 08:10 gelesen.",
    ),
    Sent(
        "lu",
        "receipt",
        None,
        "Subject: Lu : Projet",
        "Votre message\n\n   À : Dana\n   Objet : Projet\n\na été lu le mardi 3 mars 2026 08:10.",
    ),
    Sent(
        "newsletter",
        "list",
        None,
        "From: Print Weekly <news@print.example>\nSubject: 7 trends in packaging\nList-Id: <x.print.example>\n"
        "List-Unsubscribe: <https://print.example/u/1>, <mailto:u@print.example>\n"
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\nFeedback-ID: 1:2:3:esp",
        "View in browser\n\nSeven trends in packaging this spring.",
    ),
    Sent(
        "bulk-campaign",
        "list",
        None,
        "From: Offers <offers@shop.example>\nSubject: 20% off\nPrecedence: bulk\nList-Unsubscribe: "
        "<https://s.example/u>",
        "Only this week. Unsubscribe",
    ),
    Sent(
        "google-calendar-accept",
        "calendar",
        None,
        "Subject: Accepted: Kick-off @ Wed 4 Mar 2026 10am (dana@northpeak.example)",
        "Dana López has accepted this invitation.\n\nKick-off\nWednesday 4 Mar 2026\n",
    ),
    Sent("outlook-accept-no-ics", "calendar", None, "Subject: Accepted: Kick-off", "\n"),
    Sent("outlook-zusage", "calendar", None, "Subject: Zugesagt: Kick-off", "\n"),
    Sent("outlook-refuse-fr", "calendar", None, "Subject: Refusé : Réunion de lancement", ""),
    Sent("outlook-tentative-es", "calendar", None, "Subject: Provisional: Reunión", ""),
    Sent(
        "jira",
        "auto-generated",
        None,
        "From: Jira <jira@northpeak.example>\nX-JIRA-FingerPrint: 00ff\nAuto-Submitted: auto-generated\n"
        "Subject: [JIRA] (WEB-12) Banner is broken",
        "Dana updated WEB-12",
    ),
    Sent(
        "nagios",
        "auto-generated",
        None,
        "From: nagios@mon.northpeak.example\nAuto-Submitted: auto-generated\nSubject: ** PROBLEM Service Alert: web "
        "is CRITICAL **",
        "Notification Type: PROBLEM\n",
    ),
    Sent(
        "helpdesk-acknowledgement",
        "auto-replied",
        None,
        f"From: Northpeak Support <support@northpeak.example>\nSubject: [Request #48213] We've received your "
        f"request\n{REPLY}\n"
        "X-Auto-Response-Suppress: All",
        "##- Please type your reply above this line -##\n\nYour request (48213) has been received and is being "
        "reviewed "
        "by our support staff.",
    ),
    Sent(
        "noreply-acknowledgement",
        "auto-replied",
        None,
        "From: Northpeak <no-reply@northpeak.example>\nSubject: We have received your message\n",
        "Thank you for contacting Northpeak. Your enquiry has been received and we will get back to you within two "
        "working days. This is an automated message, please do not reply.",
    ),
    Sent(
        "otrs-de",
        "auto-replied",
        None,
        f"From: Service <service@nordbank.example>\nSubject: [Ticket#2026030312] Eingangsbestätigung\n{REPLY}\n"
        "Precedence: bulk\nX-Powered-By: OTRS",
        "Vielen Dank für Ihre Anfrage. Ihre Nachricht ist bei uns eingegangen und wird unter der Ticketnummer "
        "2026030312 bearbeitet.",
    ),
    Sent(
        "zoho-en",
        "auto-replied",
        _day(3, 10),
        f"Subject: Re: Artwork\n{REPLY}\nX-Autoreply: yes",
        "I'm on vacation through 9 March inclusive. Back in the office Tuesday.",
    ),
    Sent(
        "icloud",
        "auto-replied",
        _day(3, 18),
        f"Subject: Auto: Re: Artwork\n{REPLY}\nAuto-Submitted: auto-replied",
        "Hello! I'm travelling and will be back at my desk on the 18th of March, 2026.",
    ),
    Sent(
        "us-numeric",
        "auto-replied",
        _day(3, 9),
        f"Subject: Automatic reply: Artwork\n{EXCHANGE}",
        "I will be out of the office from 3/2/2026 returning 3/9/2026.",
    ),
    Sent(
        "us-thru",
        "auto-replied",
        _day(3, 14),
        f"Subject: Out of Office: Artwork\n{REPLY}",
        "I am out of the office March 9 through March 13. Please contact Pat for immediate assistance.",
    ),
    Sent(
        "de-urlaub-bis",
        "auto-replied",
        _day(3, 21),
        f"Subject: Automatische Antwort: Entwurf\n{EXCHANGE}",
        "Ich bin vom 9. bis 20. März 2026 im Urlaub und habe keinen Zugriff auf meine E-Mails.",
    ),
    Sent(
        "de-wieder-montag",
        "auto-replied",
        _day(3, 9),
        f"Subject: AW: Entwurf\n{REPLY}\nAuto-Submitted: auto-replied",
        "Vielen Dank für Ihre Nachricht. Ich bin ab Montag wieder im Büro.",
    ),
    Sent(
        "fr-jusqu",
        "auto-replied",
        _day(3, 20),
        f"Subject: Réponse automatique : Maquette\n{EXCHANGE}",
        "Bonjour, je suis en congé jusqu'au 20 mars. Vous pouvez joindre Luc au 01 99 00 12 34.",
    ),
    Sent(
        "fr-lundi",
        "auto-replied",
        _day(3, 9),
        f"Subject: Absence\n{REPLY}",
        "Bonjour,\nJe suis absente et de retour lundi prochain. Pour toute urgence, contactez l'accueil.",
    ),
    Sent(
        "es-hasta-inclusive",
        "auto-replied",
        _day(3, 14),
        f"Subject: Fuera de la oficina\n{REPLY}",
        "Estoy de vacaciones hasta el 13 de marzo inclusive. Para asuntos urgentes, escriba a Luis.",
    ),
    Sent(
        "it-dal-al",
        "auto-replied",
        _day(3, 14),
        f"Subject: Fuori sede: Re: Bozza\n{REPLY}",
        "Sarò fuori sede dal 9 al 13 marzo. Per urgenze contattare l'ufficio.",
    ),
    Sent(
        "nl-tot-en-met",
        "auto-replied",
        _day(3, 14),
        f"Subject: Afwezigheid: ontwerp\n{REPLY}",
        "Ik ben afwezig tot en met 13 maart.",
    ),
    Sent(
        "pt-br-retorno",
        "auto-replied",
        _day(3, 16),
        f"Subject: Resposta automática: Arte\n{EXCHANGE}",
        "Estarei de férias e retorno em 16/03/2026.",
    ),
    Sent(
        "pl-do",
        "auto-replied",
        _day(3, 15),
        f"Subject: Odpowiedź automatyczna: Projekt\n{EXCHANGE}",
        "Do 14 marca włącznie przebywam na urlopie.",
    ),
    Sent(
        "sv-tom",
        "auto-replied",
        _day(3, 14),
        f"Subject: Automatiskt svar: Utkast\n{EXCHANGE}",
        "Jag är ledig t.o.m. 13 mars.",
    ),
    Sent(
        "da-mandag",
        "auto-replied",
        _day(3, 9),
        f"Subject: Autosvar: Udkast\n{EXCHANGE}",
        "Jeg har fri og er tilbage på mandag.",
    ),
    Sent(
        "fi-asti",
        "auto-replied",
        _day(3, 13),
        f"Subject: Automaattinen vastaus: Luonnos\n{EXCHANGE}",
        "Olen poissa 13.3. asti.",
    ),
    Sent(
        "cs-od-do",
        "auto-replied",
        _day(3, 14),
        f"Subject: Automatická odpověď: Návrh\n{EXCHANGE}",
        "Od 9. do 13. března čerpám dovolenou.",
    ),
    Sent(
        "hu-ig",
        "auto-replied",
        _day(3, 13),
        f"Subject: Automatikus válasz: Terv\n{EXCHANGE}",
        "Március 13-ig szabadságon vagyok.",
    ),
    Sent(
        "ru-do",
        "auto-replied",
        _day(3, 13),
        f"Subject: Автоматический ответ: Макет\n{EXCHANGE}",
        "Я в отпуске до 13 марта. По срочным вопросам звоните Ивану.",
    ),
    Sent(
        "tr-kadar",
        "auto-replied",
        _day(3, 13),
        f"Subject: Otomatik Yanıt: Taslak\n{EXCHANGE}",
        "13 Mart'a kadar izindeyim.",
    ),
    Sent(
        "ro-concediu",
        "auto-replied",
        _day(3, 16),
        f"Subject: Răspuns automat: Machetă\n{EXCHANGE}",
        "Sunt în concediu și revin pe 16 martie.",
    ),
    Sent(
        "left-company",
        "auto-replied",
        None,
        f"Subject: Automatic reply: Artwork\n{EXCHANGE}",
        "As of 27 February I am no longer with Northpeak. Please write to Ruth.",
    ),
    Sent(
        "maternity",
        "auto-replied",
        _day(9, 1),
        f"Subject: Automatic reply: Artwork\n{EXCHANGE}",
        "I am on maternity leave and plan to return on 1 September 2026. Ruth covers for me until then.",
    ),
    Sent(
        "bilingual",
        "auto-replied",
        _day(3, 16),
        f"Subject: Automatic reply: Artwork\n{EXCHANGE}",
        "Ich bin am 16. März wieder im Büro.\n\nI will be back in the office on 16 March.",
    ),
    Sent(
        "office365-bounce",
        "bounce",
        None,
        "From: postmaster@northpeak.example\nSubject: Undeliverable: Draft\nReturn-Path: <>",
        "Delivery has failed to these recipients or groups:\n\ndana@northpeak.example",
    ),
    Sent(
        "gmail-bounce-text",
        "bounce",
        None,
        "From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>\nSubject: Delivery Status Notification "
        "(Failure)\nAuto-Submitted: auto-replied",
        "Address not found\n\nYour message wasn't delivered to dana@northpeak.example",
    ),
    Sent(
        "gmail-delay",
        "delayed",
        None,
        "From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>\nSubject: Delivery Status Notification "
        "(Delay)",
        "Message delivery delayed",
    ),
    Sent(
        "leida",
        "receipt",
        None,
        "Subject: Leído: Borrador",
        "El mensaje\n\n  Para: Dana\n  Asunto: Borrador\n\nfue leído el martes 3 de marzo.",
    ),
    Sent(
        "zendesk-es",
        "auto-replied",
        None,
        f"From: Soporte <soporte@norte.example>\nSubject: [Solicitud #4411] Diseño\n{REPLY}",
        "Hemos recibido su solicitud (4411) y nuestro equipo la está revisando.",
    ),
    Sent(
        "freshdesk",
        "auto-replied",
        None,
        f"From: Help <help@northpeak.example>\nSubject: Ticket Received - Artwork\n{REPLY}",
        "Dear Sam,\n\nWe would like to acknowledge that we have received your request and a ticket has been created "
        "with Ticket ID - 9912.",
    ),
    Sent(
        "google-decline",
        "calendar",
        None,
        "Subject: Declined: Kick-off @ Wed 4 Mar 2026",
        "Dana López has declined this invitation.",
    ),
    Sent(
        "newsletter-mailchimp",
        "list",
        None,
        "From: Lens <hello@lens.example>\nSubject: Spring news\nX-MC-User: 1\nList-ID: x "
        "<x.list.example>\nList-Unsubscribe: <https://x.example>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "News",
    ),
)

PEOPLE = (
    Sent(
        "tickets-to-print",
        "",
        None,
        "Subject: Ticket designs [300 pcs]",
        "We have received your e-mail with the tickets. The back side stays empty.",
    ),
    Sent(
        "absence-as-a-subject-of-work",
        "",
        None,
        "Subject: Absence management posters",
        "Six posters, A3. Thank you for your message yesterday.",
    ),
    Sent("read-your-message", "", None, "Subject: Read: tone", "Your message has to be short. The ad is for children."),
    Sent(
        "auto-reply-wording", "", None, "Subject: Auto-reply - wording", "New wording for the shop is below, for print."
    ),
    Sent(
        "leave-in-a-request",
        "",
        None,
        "Subject: Before I go",
        "Hi Sam,\n\nI'm out of the office from Friday until 16 March, so please send the three banners to Ruth by "
        "12 March.\n\nThanks\nDana",
    ),
    Sent(
        "out-of-office-campaign",
        "",
        None,
        "Subject: Out of office campaign",
        "Hi Sam, we want six posters about switching off on holiday. Budget 12,000.",
    ),
    Sent(
        "out-of-office-colon",
        "",
        None,
        "Subject: Out of office: new posters for the lobby",
        "Hi Sam, here is the brief for the posters. Ten of them, by 20 March please.",
    ),
    Sent(
        "ooh-ooo",
        "",
        None,
        "Subject: OOO next week - brief attached",
        "Two films please, due 12 March. I am out until then.",
    ),
    Sent(
        "automatic-reply-cards",
        "",
        None,
        "Subject: Automatic reply cards",
        "We need 5,000 reply cards printed by 3 April.",
    ),
    Sent(
        "auto-reply-text-wanted",
        "",
        None,
        "Subject: Auto-reply: please write the copy",
        'Hi Sam, could you write the text of our automatic reply for the summer? Something like "Thank you for your '
        'email, I am out of the office". By Friday please.',
    ),
    Sent(
        "returned-mail-piece",
        "",
        None,
        "Subject: Returned mail piece redesign",
        "Hi Sam, too many of our envelopes come back. Please design a new one, 20k pieces, by May 4.",
    ),
    Sent(
        "undeliverable-leaflets",
        "",
        None,
        "Subject: Undeliverable leaflets",
        "The post could not deliver 300 of our leaflets. Please print 300 more by 10 March.",
    ),
    Sent(
        "delivery-failure", "", None, "Subject: Delivery failure film", "A 30 second film about late parcels, please."
    ),
    Sent(
        "person-named-postmaster",
        "",
        None,
        "From: Nora Bright <postmaster@smallshop.example>\nSubject: Window stickers",
        "Hello, twelve window stickers for our shop by 1 April, please. Nora",
    ),
    Sent(
        "through-google-group",
        "",
        None,
        "Subject: Spring brief\nPrecedence: list\nMailing-list: list intake@brightwater.example; contact x@y.example\n"
        "List-ID: <intake.brightwater.example>\nX-Google-Group-Id: 123\n"
        "List-Post: <https://groups.example/a/brightwater/group/intake/post>, <mailto:intake@brightwater.example>\n"
        "List-Unsubscribe: <mailto:googlegroups-manage+1+unsubscribe@groups.example>\n"
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "Please make two banners by 1 April.",
    ),
    Sent(
        "exchange-group",
        "",
        None,
        "Subject: Spring brief\nX-Auto-Response-Suppress: DR, OOF, AutoReply\nList-Id: "
        "<x@northpeak.onmicrosoft.example>",
        "Please make two banners by 1 April.",
    ),
    Sent(
        "crm-with-unsubscribe",
        "",
        None,
        f"Subject: Re: Spring brief\n{REPLY}\nList-Unsubscribe: <mailto:u@crm.example>\nFeedback-ID: 1:2:crm",
        "Yes please, go ahead with two banners by 1 April.",
    ),
    Sent(
        "shared-inbox-ses",
        "",
        None,
        "Subject: Summer banners\nFeedback-ID: ::1.eu-west-1.abc=:AmazonSES\nX-SES-Outgoing: 2026.03.03-54.240.0.1",
        "Hello, we need four banners by 1 June.",
    ),
    Sent(
        "mailman-list",
        "",
        None,
        "Subject: [intake] leaflets\nPrecedence: list\nList-Id: Intake <intake.brightwater.example>\n"
        "List-Unsubscribe: <https://lists.example/options>\nList-Post: <mailto:intake@brightwater.example>",
        "Please make two banners by 1 April.",
    ),
    Sent(
        "web-form",
        "",
        None,
        "From: Brightwater Website <wordpress@brightwater-site.example>\nReply-To: Nora <nora@smallshop.example>\n"
        "Auto-Submitted: auto-generated\nSubject: New enquiry from the website",
        "Name: Nora Bright\nE-mail: nora@smallshop.example\nMessage: We need twelve stickers by 1 April, budget 900 "
        "euros.",
    ),
    Sent(
        "read-this", "", None, "Subject: Read: new brand rules", "Please read the attached and rework the ad by Friday."
    ),
    Sent(
        "accepted-with-work",
        "",
        None,
        "Subject: Accepted: your quote for the film",
        "Hi Sam, we accept the quote. Please start on Monday and deliver the first cut by 2 April.",
    ),
    Sent(
        "accepted-quote-short",
        "",
        None,
        "Subject: Accepted: quote",
        "Go ahead, two films by 2 April.",
    ),
    Sent(
        "received-your-proposal",
        "",
        None,
        "Subject: We have received your proposal",
        "Hi Sam, we have received your proposal, thank you. Please add a second version and send it by Thursday.",
    ),
    Sent(
        "vacation-campaign-de",
        "",
        None,
        "Subject: Urlaub: neue Anzeigen",
        "Hallo Sam, für die Urlaubszeit brauchen wir drei Anzeigen bis 20. März. Budget 4.000 Euro.",
    ),
    Sent(
        "absence-de-person",
        "",
        None,
        "Subject: Abwesend ab Montag",
        "Hallo Sam, ab Montag bin ich im Urlaub. Bitte schickt die Entwürfe vorher an Ruth, spätestens Freitag.",
    ),
    Sent(
        "absent-fr-person",
        "",
        None,
        "Subject: Mon absence",
        "Bonjour Sam, je suis absente jusqu'au 16 mars. Peux-tu envoyer la maquette à Luc avant jeudi ?",
    ),
    Sent(
        "warning-labels",
        "",
        None,
        "Subject: Warning: labels delayed 24 hours",
        "Hi Sam, the printer is late by a day. Can you move the artwork to 5 March?",
    ),
    Sent(
        "person-answers-out-of-office",
        "",
        None,
        f"Subject: Re: Out of office: Spring\n{REPLY}",
        "Hi Sam, I'm back. Please make the banners green and send them by Friday.",
    ),
    Sent(
        "outlook-suppress-all-person",
        "",
        None,
        f"Subject: Re: Spring\n{REPLY}\nX-Auto-Response-Suppress: All",
        "Please change the date to 12 April.",
    ),
    Sent("auto-submitted-no", "", None, "Subject: Spring\nAuto-Submitted: no", "Two banners please, by 1 April."),
    Sent("precedence-bulk-alone", "", None, "Subject: Spring\nPrecedence: bulk", "Two banners please, by 1 April."),
    Sent(
        "ticket-from-client",
        "",
        None,
        "From: Northpeak Marketing <marketing@northpeak.example>\nSubject: [NP-331] Poster for branch opening\n"
        "X-Mailer: Freshdesk",
        "Hello, we need a poster for our branch opening on 2 May, A1, by 20 April.",
    ),
    Sent(
        "short-out-note",
        "",
        None,
        "Subject: Next week",
        "Hi Sam, I'm away next week, back on Monday 16 March. Budget for the film is 20k. Dana",
    ),
)

SIGNED_QUOTE = (
    "Subject: Accepted: quote for the film\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b",
    (
        "--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: image/png; name=signed.png\n"
        "Content-Disposition: attachment; filename=signed.png\n\nx\n--b--\n"
    ),
)

# Under any subject, in an answer or not.
REQUESTS_FROM_THE_AWAY = (
    "I'll be out of the office Thursday and Friday. Can you send the proofs to Ruth?",
    "Quick one before I go on leave: the poster must be A1, not A2.",
    "I am currently out of the office, writing from my phone. Two banners please, by Monday.",
    "Ich bin ab morgen im Urlaub. Das Plakat muss bis 20. März fertig sein.",
    "Je pars en congés vendredi : il faut trois affiches d'ici là.",
    "Thank you for your email. If it is urgent we can pay rush. We need the ad by Friday.",
    "Our office is closed on Friday, so deliver Thursday please.",
    "Estoy de vacaciones la semana que viene, necesito los carteles antes.",
    "We have received your proof, thanks. Change the headline to Spring Forward.",
    "Your message was read by the whole board. They want the second version with a bigger logo.",
    "Thanks for your message! I'm away until Tuesday but the answer is yes: print 500.",
    "Jestem na urlopie od jutra, ale plakat musi być gotowy do piątku.",
)
