"""What mail systems and services send by themselves: bounces, receipts, lists, invitations and alerts."""

from tests.ingest.automatic_mails import Sent

MACHINES = (
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
