"""Invented letters with what stands around their words, as mail programs and people write them."""

from typing import NamedTuple

from briefs.mail import Contact


class Letter(NamedTuple):
    """`kept` is the words that count, white space folded. `author` is "Name <address>"; the body may be HTML."""

    name: str
    author: str
    body: str
    kept: str
    contact: Contact | None


DANA = "Dana López <dana@northpeak.example>"
BRIEF = "We need three banners by June 12."

LETTERS = (
    Letter(
        "delimiter-us",
        DANA,
        f"{BRIEF}\n\n-- \nDana López\nMarketing Manager\nNorthpeak Bank\n+1 612 555 0149\nwww.northpeak.example",
        BRIEF,
        Contact("Dana López", "Northpeak Bank", "+1 612 555 0149", ""),
    ),
    Letter(
        "uk-block",
        "Imogen Hale <imogen@tallis.example>",
        f"{BRIEF}\n\nKind regards,\n\nImogen Hale\nHead of Brand | Tallis & Sons Ltd\nT: +44 (0)20 7946 0155 | M: "
        f"+44 7700 900123\n"
        "12 Mill Lane, Leeds LS1 4AB, United Kingdom",
        BRIEF,
        Contact("Imogen Hale", "Tallis & Sons Ltd", "+44 (0)20 7946 0155", "GB"),
    ),
    Letter(
        "german-gmbh",
        "Jonas Weber <j.weber@nordlicht.example>",
        f"{BRIEF}\n\nMit freundlichen Grüßen\n\ni. A. Jonas Weber\nLeiter Marketing\n\nNordlicht Möbel "
        f"GmbH\nHafenstraße 4\n"
        "20457 Hamburg\nDeutschland\nTel.: +49 40 123456-0\nAmtsgericht Hamburg HRB 99999\nGeschäftsführer: Karla Mohn",
        BRIEF,
        Contact("Jonas Weber", "Nordlicht Möbel GmbH", "+49 40 123456-0", "DE"),
    ),
    Letter(
        "french-block",
        "Claire Morel <claire@moreletfils.example>",
        f"{BRIEF}\n\nBien cordialement,\n\nClaire MOREL\nResponsable communication\nMorel et Fils SARL\n"
        "Tél. : +33 1 99 00 12 34\n75002 Paris - France",
        BRIEF,
        Contact("Claire MOREL", "Morel et Fils SARL", "+33 1 99 00 12 34", "FR"),
    ),
    Letter(
        "spanish-block",
        "Ana Ruiz <ana@olivar.example>",
        f"{BRIEF}\n\nUn saludo,\nAna Ruiz\nDirectora de Marketing\nOlivar Alto S.L.\n+34 91 555 01 23",
        BRIEF,
        Contact("Ana Ruiz", "Olivar Alto S.L.", "+34 91 555 01 23", "ES"),
    ),
    Letter(
        "italian-block",
        "Marco Bellini <m.bellini@fiorenza.example>",
        f"{BRIEF}\n\nCordiali saluti\nMarco Bellini\nFiorenza Tessuti S.p.A.\nTel. 055 555 0199",
        BRIEF,
        Contact("Marco Bellini", "Fiorenza Tessuti S.p.A.", "055 555 0199", ""),
    ),
    Letter(
        "dutch-block",
        "Sanne de Vries <sanne@duinrand.example>",
        f"{BRIEF}\n\nMet vriendelijke groet,\n\nSanne de Vries\nDuinrand B.V.\nNederland",
        BRIEF,
        Contact("Sanne de Vries", "Duinrand B.V.", "", "NL"),
    ),
    Letter(
        "polish-block",
        "Ewa Nowak <ewa@bursztyn.example>",
        f"{BRIEF}\n\nZ poważaniem,\nEwa Nowak\nBursztyn Sp. z o.o.\ntel. +48 22 555 01 23",
        BRIEF,
        Contact("Ewa Nowak", "Bursztyn Sp. z o.o.", "+48 22 555 01 23", "PL"),
    ),
    Letter(
        "swedish-block",
        "Lars Lind <lars@granskog.example>",
        f"{BRIEF}\n\nMed vänlig hälsning\nLars Lind\nGranskog AB\n+46 8 123 456 78",
        BRIEF,
        Contact("Lars Lind", "Granskog AB", "+46 8 123 456 78", "SE"),
    ),
    Letter(
        "australian-block",
        "Mia Tran <mia@reefline.example>",
        f"{BRIEF}\n\nCheers,\nMia Tran\nReefline Pty Ltd\nLevel 2, 10 Example Street, Sydney NSW 2000\nM 0491 570 156",
        BRIEF,
        Contact("Mia Tran", "Reefline Pty Ltd", "0491 570 156", "AU"),
    ),
    Letter(
        "canadian-block",
        "Owen Roy <owen@maplehurst.example>",
        f"{BRIEF}\n\nThanks,\nOwen Roy\nMaplehurst Inc.\nToronto, ON M5V 2T6\n416-555-0188",
        BRIEF,
        Contact("Owen Roy", "Maplehurst Inc.", "416-555-0188", "CA"),
    ),
    Letter(
        "us-address",
        "Kim Doe <kim@harborline.example>",
        f"{BRIEF}\n\nBest,\nKim Doe\nVP, Harborline LLC\n100 Main St, Boston, MA 02110\n(617) 555-0123",
        BRIEF,
        Contact("Kim Doe", "Harborline LLC", "(617) 555-0123", "US"),
    ),
    Letter("name-only", DANA, f"{BRIEF}\n\nThanks,\nDana", BRIEF, Contact("Dana", "", "", "")),
    Letter("no-signature", DANA, BRIEF, BRIEF, None),
    Letter("phone-only-footer", DANA, f"{BRIEF}\n\nSent from my iPhone", BRIEF, None),
    Letter(
        "ps",
        DANA,
        f"{BRIEF}\n\nBest,\nDana\n\nPS: Please add the new logo.",
        f"{BRIEF} PS: Please add the new logo.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "ps-de",
        DANA,
        f"{BRIEF}\n\nViele Grüße\nDana\n\nP.S.: Das Logo bitte in Grün.",
        f"{BRIEF} P.S.: Das Logo bitte in Grün.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "line-after-sign-off",
        DANA,
        f"{BRIEF}\n\nThanks,\nDana\n\nBudget is $5,000 by the way.",
        f"{BRIEF} Budget is $5,000 by the way.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "line-after-sign-off-fr",
        DANA,
        f"{BRIEF}\n\nCordialement,\nDana\n\nJ'oubliais : le budget est de 5 000 €.",
        f"{BRIEF} J'oubliais : le budget est de 5 000 €.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "post-data-nl",
        DANA,
        f"{BRIEF}\n\nGroet,\nDana\n\nPs. graag ook een versie voor Instagram.",
        f"{BRIEF} Ps. graag ook een versie voor Instagram.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "phone-footer-before-signature",
        DANA,
        f"{BRIEF}\n\nSendt fra min iPhone",
        BRIEF,
        None,
    ),
    Letter("phone-hu", DANA, f"{BRIEF}\n\nAz iPhone-omról küldve", BRIEF, None),
    Letter("phone-tr", DANA, f"{BRIEF}\n\niPhone'umdan gönderildi", BRIEF, None),
    Letter("phone-ro", DANA, f"{BRIEF}\n\nTrimis de pe iPhone-ul meu", BRIEF, None),
    Letter("phone-ja", DANA, f"{BRIEF}\n\niPhoneから送信", BRIEF, None),
    Letter("phone-zh", DANA, f"{BRIEF}\n\n发自我的iPhone", BRIEF, None),
    Letter("phone-android-de", DANA, f"{BRIEF}\n\nVon meinem/meiner Galaxy gesendet", BRIEF, None),
    Letter("phone-excuse", DANA, f"{BRIEF}\n\nSent from my mobile, please excuse typos and brevity", BRIEF, None),
    Letter("outlook-android", DANA, f"{BRIEF}\n\nGet Outlook for Android<https://aka.example/x>", BRIEF, None),
    Letter("outlook-es", DANA, f"{BRIEF}\n\nObtener Outlook para iOS", BRIEF, None),
    Letter("proton", DANA, f"{BRIEF}\n\nSent with Proton Mail secure email.", BRIEF, None),
    Letter(
        "disclaimer-de",
        DANA,
        f"{BRIEF}\n\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, "
        "vernichten Sie sie bitte. Vertragsstrafe bis 50.000 Euro.",
        BRIEF,
        None,
    ),
    Letter(
        "disclaimer-es",
        DANA,
        f"{BRIEF}\n\nAVISO LEGAL: Este mensaje y sus anexos pueden contener información confidencial.",
        BRIEF,
        None,
    ),
    Letter(
        "disclaimer-it",
        DANA,
        f"{BRIEF}\n\nAi sensi del Regolamento UE 2016/679 si precisa che le informazioni contenute in questo "
        f"messaggio sono "
        "riservate ed a uso esclusivo del destinatario.",
        BRIEF,
        None,
    ),
    Letter(
        "disclaimer-pl",
        DANA,
        f"{BRIEF}\n\nNiniejsza wiadomość jest przeznaczona wyłącznie dla adresata i może zawierać informacje poufne.",
        BRIEF,
        None,
    ),
    Letter(
        "disclaimer-fi",
        DANA,
        f"{BRIEF}\n\nTämä viesti on luottamuksellinen ja tarkoitettu vain vastaanottajalle.",
        BRIEF,
        None,
    ),
    Letter(
        "environment", DANA, f"{BRIEF}\n\n🌳 Please don't print this e-mail unless you really need to.", BRIEF, None
    ),
    Letter(
        "environment-es", DANA, f"{BRIEF}\n\nAntes de imprimir este correo, piense en el medio ambiente.", BRIEF, None
    ),
    Letter("avast", DANA, f"{BRIEF}\n\nVirus-free. www.avast.example", BRIEF, None),
    Letter(
        "award-banner",
        DANA,
        f"{BRIEF}\n\nBest,\nDana López\nNorthpeak Bank\n\nVoted Best Community Bank 2025 | Join us at BankExpo, "
        f"14-16 June, stand 12",
        BRIEF,
        Contact("Dana López", "Northpeak Bank", "", ""),
    ),
    Letter(
        "social-banner",
        DANA,
        f"{BRIEF}\n\nBest,\nDana López\n\nFollow us: LinkedIn | Instagram | Facebook\nNew: 4.5% savings until 30 June!",
        BRIEF,
        Contact("Dana López", "", "", ""),
    ),
    Letter("external-banner", DANA, f"[EXTERNAL] - Use caution\n\n{BRIEF}", BRIEF, None),
    Letter(
        "banner-not-often",
        DANA,
        "You don't often get email from dana@northpeak.example. Learn why this is important "
        f"<https://aka.example/LearnAboutSenderIdentification>\n\n{BRIEF}",
        BRIEF,
        None,
    ),
    Letter("banner-nl", DANA, f"LET OP: deze e-mail is afkomstig van buiten de organisatie.\n\n{BRIEF}", BRIEF, None),
    Letter("banner-pt", DANA, f"ATENÇÃO: Este e-mail foi enviado de fora da organização.\n\n{BRIEF}", BRIEF, None),
    Letter(
        "banner-it",
        DANA,
        f"ATTENZIONE: questa email proviene dall'esterno dell'organizzazione.\n\n{BRIEF}",
        BRIEF,
        None,
    ),
    Letter("banner-pl", DANA, f"UWAGA: Wiadomość pochodzi spoza organizacji.\n\n{BRIEF}", BRIEF, None),
    Letter(
        "gmail-html-signature",
        DANA,
        f'<div dir="ltr">{BRIEF}<br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br>'
        '<div dir="ltr" class="gmail_signature"><div>Dana López</div><div>Spring sale 20% off until 1 '
        "May</div></div></div>",
        BRIEF,
        Contact("Dana López", "", "", ""),
    ),
    Letter(
        "gmail-html-signature-no-dashes",
        DANA,
        f'<div dir="ltr"><div>{BRIEF}</div><div class="gmail_signature" data-smartmail="gmail_signature">'
        "<div>We open a new branch on 4 July in Duluth</div><div>Northpeak Bank</div></div></div>",
        BRIEF,
        Contact("", "Northpeak Bank", "", ""),
    ),
    Letter(
        "moz-signature",
        DANA,
        f'<p>{BRIEF}</p><div class="moz-signature">-- <br>Dana López<br>Tel +1 612 555 0149</div>',
        BRIEF,
        Contact("Dana López", "", "+1 612 555 0149", ""),
    ),
    Letter(
        "outlook-mobile-signature",
        DANA,
        f'<div>{BRIEF}</div><div id="ms-outlook-mobile-signature"><div>Open house 3 May</div>Get <a '
        'href="https://aka.example">'
        "Outlook for iOS</a></div>",
        BRIEF,
        Contact("", "", "", ""),
    ),
    Letter(
        "outlook-web-signature",
        DANA,
        f'<div>{BRIEF}</div><div id="Signature"><p>Dana López</p><p>Ask me about our 5% bonds, until 30 June</p></div>',
        BRIEF,
        Contact("Dana López", "", "", ""),
    ),
    Letter(
        "apple-signature-then-postscript",
        DANA,
        f'<div>{BRIEF}</div><br id="lineBreakAtBeginningOfMessage"><div>Best,<br>Dana</div><div>PS. In green, '
        "please.</div>",
        f"{BRIEF} PS. In green, please.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "ireland",
        "Oisín Daly <oisin@tully.example>",
        f"{BRIEF}\n\nThanks a mill,\n\nOisín Daly\nMarketing Lead\nTully Foods Ltd.\n+353 1 555 0109\nDublin 2, "
        f"Ireland",
        BRIEF,
        Contact("Oisín Daly", "Tully Foods Ltd.", "+353 1 555 0109", "IE"),
    ),
    Letter(
        "swiss",
        "Reto Frei <r.frei@alpenuhr.example>",
        f"{BRIEF}\n\nFreundliche Grüsse\nReto Frei\n\nAlpenuhr AG\nBahnhofstrasse 1\nCH-8001 Zürich\nT +41 44 555 "
        f"01 77\nF +41 44 555 01 78",
        BRIEF,
        Contact("Reto Frei", "Alpenuhr AG", "+41 44 555 01 77", "CH"),
    ),
    Letter(
        "brazil",
        "João Prado <joao@ipe.example>",
        f"{BRIEF}\n\nAbs,\nJoão Prado\nIpê Cosméticos Ltda\n(11) 5555-0123\nSão Paulo - SP - Brasil",
        BRIEF,
        Contact("João Prado", "Ipê Cosméticos Ltda", "(11) 5555-0123", "BR"),
    ),
    Letter(
        "india",
        "Priya Nair <priya@lotusfoods.example>",
        f"{BRIEF}\n\nRegards,\nPriya Nair\nBrand Manager\nLotus Foods Pvt. Ltd.\nMob: +91 98765 55501",
        BRIEF,
        Contact("Priya Nair", "Lotus Foods Pvt. Ltd.", "+91 98765 55501", "IN"),
    ),
    Letter(
        "hungarian",
        "Kiss Péter <peter@duna.example>",
        f"{BRIEF}\n\nÜdvözlettel,\nKiss Péter\nDuna Kft.\n+36 1 555 0123",
        BRIEF,
        Contact("Kiss Péter", "Duna Kft.", "+36 1 555 0123", "HU"),
    ),
    Letter(
        "czech",
        "Jana Malá <jana@vltava.example>",
        f"{BRIEF}\n\nS pozdravem\n\nMgr. Jana Malá\nVltava s.r.o.\ntel.: +420 222 555 012",
        BRIEF,
        Contact("Jana Malá", "Vltava s.r.o.", "+420 222 555 012", "CZ"),
    ),
    Letter(
        "turkish",
        "Elif Kaya <elif@bogaz.example>",
        f"{BRIEF}\n\nSaygılarımla,\nElif Kaya\nBoğaz Gıda A.Ş.\n0212 555 01 23",
        BRIEF,
        Contact("Elif Kaya", "Boğaz Gıda A.Ş.", "0212 555 01 23", ""),
    ),
    Letter(
        "danish",
        "Mette Holm <mette@havn.example>",
        f"{BRIEF}\n\nMed venlig hilsen\nMette Holm\nHavn ApS\nTlf. 55 01 23 45\nDanmark",
        BRIEF,
        Contact("Mette Holm", "Havn ApS", "55 01 23 45", "DK"),
    ),
    Letter(
        "finnish",
        "Aino Mäki <aino@saimaa.example>",
        f"{BRIEF}\n\nYstävällisin terveisin\nAino Mäki\nSaimaa Oy",
        BRIEF,
        Contact("Aino Mäki", "Saimaa Oy", "", ""),
    ),
    Letter(
        "pipes",
        "Tom Reed <tom@redline.example>",
        f"{BRIEF}\n\nTom Reed | Marketing | Redline Tire, Inc. | 501-555-0150 | Little Rock, AR 72201",
        BRIEF,
        Contact("Tom Reed", "Redline Tire, Inc.", "501-555-0150", "US"),
    ),
    Letter(
        "scot",
        "Fiona Muir <fiona@glenmuir.example>",
        f"{BRIEF}\n\nBest wishes\nFiona\n\nFiona Muir\nGlen Muir Distillery\nAberdeen AB10 1AB",
        BRIEF,
        Contact("Fiona Muir", "Glen Muir Distillery", "", "GB"),
    ),
    Letter(
        "afterthought",
        DANA,
        f"{BRIEF}\n\nBest,\nDana\n\nOne more thing: the logo must be blue.",
        f"{BRIEF} One more thing: the logo must be blue.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "afterthought-it",
        DANA,
        f"{BRIEF}\n\nGrazie,\nDana\n\nDimenticavo: il formato è A3.",
        f"{BRIEF} Dimenticavo: il formato è A3.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "motto",
        DANA,
        f'{BRIEF}\n\nBest,\nDana\n\n"Banking is better together since 1909."',
        BRIEF,
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "holiday-hours",
        DANA,
        f"{BRIEF}\n\nBest,\nDana\n\nOur branches will be closed on 6 April.",
        BRIEF,
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "pronouns",
        "Alex Poe <alex@wrenco.example>",
        f"{BRIEF}\n\nAlex Poe (they/them)\nWrenco LLC",
        BRIEF,
        Contact("Alex Poe", "Wrenco LLC", "", ""),
    ),
    Letter(
        "out-next-week-line",
        DANA,
        f"{BRIEF}\n\nBest,\nDana\n\nPlease note: I am out of the office 9-13 March.",
        f"{BRIEF} Please note: I am out of the office 9-13 March.",
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "mimecast",
        DANA,
        f"{BRIEF}\n\nDana\n\nDisclaimer\n\nThe information contained in this communication from the sender is "
        f"confidential. It is intended solely for use by the recipient.",
        BRIEF,
        Contact("Dana", "", "", ""),
    ),
    Letter(
        "cisco-banner",
        DANA,
        f"This Message Is From an External Sender\nThis message came from outside your organization.\n\n{BRIEF}",
        BRIEF,
        None,
    ),
    Letter(
        "proofpoint",
        DANA,
        f"ZjQcmQRYFpfptBannerStart\nThis Message Is From an Untrusted Sender\nYou have not previously corresponded "
        f"with this sender.\nReport Suspicious\nZjQcmQRYFpfptBannerEnd\n{BRIEF}",
        BRIEF,
        None,
    ),
    Letter(
        "first-time",
        DANA,
        f"[You don't often get email from dana@northpeak.example. Learn why this is important at "
        f"https://aka.example/L ]\n\n{BRIEF}",
        BRIEF,
        None,
    ),
    Letter(
        "gdpr",
        DANA,
        f"{BRIEF}\n\nDana\n\nWe process your personal data in accordance with our privacy policy.",
        BRIEF,
        Contact("Dana", "", "", ""),
    ),
)
