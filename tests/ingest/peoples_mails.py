"""People's mails that could be taken for automatic ones."""

from tests.ingest.automatic_mails import REPLY, Sent

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
