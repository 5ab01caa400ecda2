"""Invented chats and transcripts as their programs export and paste them, with the turns that count."""

from typing import NamedTuple


class Chat(NamedTuple):
    """Sent by Dana López of the client to Sam Ortiz of the agency."""

    name: str
    body: str
    kept: str  # the words that count, white space folded


CHATS = (
    Chat(
        "whatsapp-contacts-with-a-firm",
        "3/2/26, 6:41 PM - Dana López: two standees, please\n3/2/26, 6:42 PM - Joe (Bright Water): which height?\n"
        "3/2/26, 6:43 PM - Dana López: two metres\n3/2/26, 6:44 PM - Dana López: by the 20th\n",
        "two standees, please two metres by the 20th",
    ),
    Chat(
        "whatsapp-android-24h",
        "Hi Sam, see the chat below.\n\n02/03/2026, 18:41 - Messages and calls are end-to-end encrypted. Only "
        "people in this "
        "chat can read, listen to, or share them.\n02/03/2026, 18:41 - Dana López: we need two standees\nfor the "
        "Duluth "
        "branch\n02/03/2026, 18:42 - Sam Ortiz: what size?\n02/03/2026, 18:43 - Dana López: 2 metres\n"
        "02/03/2026, 18:44 - Dana López: <Media omitted>\n",
        "Hi Sam, see the chat below. we need two standees for the Duluth branch 2 metres",
    ),
    Chat(
        "whatsapp-ios-12h",
        "[3/2/26, 6:41:05 PM] Northpeak x Brightwater: \u200eMessages and calls are end-to-end encrypted.\n"
        "[3/2/26, 6:41:09 PM] Dana López: two reels by Friday\n[3/2/26, 6:42:00 PM] Sam Ortiz: music?\n"
        "[3/2/26, 6:43:12 PM] Dana López: \u200eimage omitted\n[3/2/26, 6:43:40 PM] Dana López: yes, upbeat\n",
        "two reels by Friday yes, upbeat",
    ),
    Chat(
        "whatsapp-de",
        "02.03.26, 18:41 - Dana López: wir brauchen zwei Banner\n02.03.26, 18:42 - Sam Ortiz: bis wann?\n"
        "02.03.26, 18:43 - Dana López: bis Freitag\n02.03.26, 18:44 - Dana López: <Medien ausgeschlossen>\n",
        "wir brauchen zwei Banner bis Freitag",
    ),
    Chat(
        "whatsapp-es-pm",
        "2/3/26, 6:41 p. m. - Dana López: necesitamos dos carteles\n2/3/26, 6:42 p. m. - Sam Ortiz: ¿para cuándo?\n"
        "2/3/26, 6:43 p. m. - Dana López: <Multimedia omitido>\n2/3/26, 6:44 p. m. - Dana López: para el viernes\n",
        "necesitamos dos carteles para el viernes",
    ),
    Chat(
        "whatsapp-paste-desktop",
        "[18:41, 02/03/2026] Dana López: two leaflets please\n[18:42, 02/03/2026] Sam: A5?\n"
        "[18:43, 02/03/2026] Dana López: A6\n[18:44, 02/03/2026] Dana López: This message was deleted\n",
        "two leaflets please A6",
    ),
    Chat(
        "whatsapp-group-with-number",
        "02/03/2026, 18:41 - +1 612 555 0149: we need a banner for the store\n02/03/2026, 18:42 - Sam Ortiz: ok\n"
        "02/03/2026, 18:43 - Dana López: 3 by 1 metres\n02/03/2026, 18:44 - Dana López added Arjun\n",
        "we need a banner for the store 3 by 1 metres",
    ),
    Chat(
        "slack-paste",
        "From Slack:\n\nDana López  9:14 AM\nCan you do three banners?\nFor the spring sale.\nSam Ortiz  9:15 "
        "AM\nSure, which sizes?\n"
        "Dana López  9:16 AM\n728x90 and 300x250\n",
        "From Slack: Can you do three banners? For the spring sale. 728x90 and 300x250",
    ),
    Chat(
        "slack-paste-stamps-in-brackets",
        "Dana López [9:14 AM]\nCan you do three banners?\n\n[9:15 AM]\nBy Friday.\n\nSam Ortiz [9:16 AM]\nSure.\n\n"
        "Dana López [9:17 AM]\nThanks, budget is 4k\n",
        "Can you do three banners? By Friday. Thanks, budget is 4k",
    ),
    Chat(
        "teams-paste",
        "[Yesterday 9:14 AM] Dana López\nWe need a landing page\n\n[Yesterday 9:20 AM] Sam Ortiz\nHow many "
        "sections?\n\n"
        "[Yesterday 9:25 AM] Dana López\nFive, live on 4 May\n",
        "We need a landing page Five, live on 4 May",
    ),
    Chat(
        "teams-paste-guest",
        "Dana López (Guest)\n9:14 AM\nWe need a landing page\nSam Ortiz\n9:20 AM\nHow many sections?\nDana López "
        "(Guest)\n9:25 AM\n"
        "Five\n",
        "We need a landing page Five",
    ),
    Chat(
        "sms-as-text",
        "Texts from this morning:\n\nMe: need 200 flyers\nSam: which paper?\nMe: recycled\nSam: ok\nMe: by 1 April\n",
        "Texts from this morning: need 200 flyers recycled by 1 April",
    ),
    Chat(
        "zoom-vtt",
        "WEBVTT\n\n1\n00:00:01.200 --> 00:00:04.000\nDana López: We want a film for the spring.\n\n2\n00:00:04.500 --> "
        "00:00:06.000\nSam Ortiz: How long?\n\n3\n00:00:06.100 --> 00:00:09.000\nDana López: Thirty seconds.\n",
        "We want a film for the spring. Thirty seconds.",
    ),
    Chat(
        "teams-vtt-voice-tags",
        "WEBVTT\n\n00:00:01.200 --> 00:00:04.000\n<v Dana López>We want a film.</v>\n\n00:00:04.500 --> 00:00:06.000\n"
        "<v Sam Ortiz>How long?</v>\n\n00:00:06.100 --> 00:00:09.000\n<v Dana López>Thirty seconds.</v>\n",
        "We want a film.</v> Thirty seconds.</v>",
    ),
    Chat(
        "otter",
        "Dana López  0:12\nWe want a film for the spring. It should be warm.\n\nSam Ortiz  0:30\nHow long?\n\nDana "
        "López  0:34\n"
        "Thirty seconds, by 1 May.\n\nTranscribed by https://otter.example\n",
        "We want a film for the spring. It should be warm. Thirty seconds, by 1 May.",
    ),
    Chat(
        "fireflies",
        "00:12 - Dana López\nWe want a film for the spring.\n\n00:30 - Sam Ortiz\nHow long?\n\n00:34 - Dana "
        "López\nThirty seconds.\n",
        "We want a film for the spring. Thirty seconds.",
    ),
    Chat(
        "call-stamp-first",
        "00:12:03 Dana: We want a film.\n00:12:09 Sam: How long?\n00:12:15 Dana: Thirty seconds.\n",
        "We want a film. Thirty seconds.",
    ),
    Chat(
        "call-initials",
        "Notes of the call (DL = Dana, SO = Sam)\n\nDL: We want a film.\nSO: How long?\nDL: Thirty seconds.\nSO: By "
        "when?\nDL: 1 May.\n",
        "Notes of the call (DL = Dana, SO = Sam) We want a film. Thirty seconds. 1 May.",
    ),
    Chat(
        "call-roles",
        "Client: We want a film.\nAgency: How long?\nClient: Thirty seconds.\nAgency: By when?\nClient: 1 May.\n",
        "We want a film. Thirty seconds. 1 May.",
    ),
    Chat(
        "agency-initials-of-stranger",
        "[09:14] Brightwater - Priya: what is the budget?\n[09:15] Dana López: nine thousand\n[09:16] Brightwater - "
        "Priya: thanks\n",
        "nine thousand",
    ),
    Chat(
        "signal-like-day-lines",
        "Monday, March 2\n\nDana López 18:41\ntwo posters\n\nSam Ortiz 18:42\nwhich size\n\nDana López 18:43\nA2\n",
        "two posters A2",
    ),
    Chat(
        "teams-web",
        "Sam Ortiz: 9:10 AM\nwhat size?\nDana López: 9:12 AM\nA2 please\nSam Ortiz: 9:13 AM\nok\n",
        "A2 please",
    ),
    Chat(
        "zoom-chat",
        "09:14:03 From Dana López : two posters\n09:14:40 From Sam Ortiz : size?\n09:15:02 From Dana López : A2\n",
        "two posters A2",
    ),
    Chat(
        "zoom-chat-to",
        "09:14:03\t From  Dana López  to  Everyone : two posters\n09:14:40\t From  Sam Ortiz  to  Everyone : "
        "size?\n09:15:02\t From  Dana López  to  Everyone : A2\n",
        "two posters A2",
    ),
    Chat(
        "meet",
        "Attendees\nDana López, Sam Ortiz\nTranscript\n00:00:00\n\nDana López: We want two posters.\nSam Ortiz: "
        "Which size?\nDana López: A2.\nSam Ortiz: Fine.\n",
        "Attendees We want two posters. A2.",
    ),
    Chat(
        "telegram",
        "Dana López, [02.03.2026 18:41]\ntwo posters\n\nSam Ortiz, [02.03.2026 18:42]\nsize?\n\nDana López, "
        "[02.03.2026 18:43]\nA2\n",
        "two posters A2",
    ),
    Chat(
        "whatsapp-it",
        "02/03/26, 18:41 - Dana López: due manifesti\n02/03/26, 18:42 - Sam Ortiz: formato?\n02/03/26, 18:43 - Dana "
        "López: A2\n02/03/26, 18:44 - Dana López: <Media omessi>\n",
        "due manifesti A2",
    ),
    Chat(
        "imessage-iso",
        "[2026-03-02 18:41] Dana: two posters\n[2026-03-02 18:42] Sam: size?\n[2026-03-02 18:43] Dana: A2\n",
        "two posters A2",
    ),
    Chat(
        "discord",
        "Dana — Today at 9:14 AM\ntwo posters\nSam — Today at 9:15 AM\nsize?\nDana — Today at 9:16 AM\nA2\n",
        "two posters A2",
    ),
    Chat(
        "multi-para-ours",
        "[18:41, 02/03/2026] Dana López: two leaflets\n[18:42, 02/03/2026] Sam Ortiz: A5?\n\nOr 4,000 of "
        "A6?\n[18:43, 02/03/2026] Dana López: A6\n\nThanks for sorting this out, please quote by Friday.\n",
        "two leaflets A6 Thanks for sorting this out, please quote by Friday.",
    ),
)

NO_CHATS = (
    "Client: Northpeak\nBudget: $5,000\nTiming: 12 June\nTone: warm\nClient contact: Dana\n",
    "Budget: $5,000\nTiming: 12 June\nBudget: may grow\nTiming: may slip\nBudget: see above\n",
    (
        "Headline: Spring is here\nBody: Come in\nCTA: Open an account\nHeadline: Rates are up\nBody: See "
        "us\nCTA: Open "
        "an account\n"
    ),
    "Monday 9:00 breakfast\nMonday 10:00 tour\nTuesday 9:00 breakfast\nTuesday 11:00 talk\n",
    "Duluth: 2 posters\nDuluth: 3 banners\nEdina: 2 posters\nEdina: 1 banner\nDuluth: done\n",
    "Radio: 30 seconds\nTV: 15 seconds\nRadio: 60 seconds\nTV: 30 seconds\nRadio: live read\n",
    "00:00 logo\n00:05 branch opens\n00:12 smiling teller\n00:28 end card\n",
    "Front: the logo\nBack: the address\nFront: in green\nBack: in white\nFront: matt\n",
    "Scene 1: morning\nScene 2: the branch\nScene 3: night\nScene 1: no dialogue\nScene 2: music\n",
    "Option A: blue\nOption B: green\nOption A: large\nOption B: small\nOption A: preferred\n",
)
