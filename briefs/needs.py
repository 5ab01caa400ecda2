"""What each kind of job has to know before work on it can start, and the words in a brief that say so.

Data, not logic: `briefs.questions` asks for what a brief leaves open.
"""

from collections.abc import Mapping
from enum import StrEnum


class Need(StrEnum):
    """A fact that somebody has to be told. The first four concern every job, the others some kinds of job."""

    WHAT = "what"
    DUE = "due"
    BUDGET = "budget"
    OBJECTIVE = "objective"
    SIZE = "size"
    DURATION = "duration"
    CHANNEL = "channel"
    PAGES = "pages"
    PRINT_RUN = "print_run"
    PRINTER = "printer"
    DIELINE = "dieline"
    USAGE = "usage"
    COPY = "copy"
    LINK = "link"
    RECIPIENTS = "recipients"
    SYSTEM = "system"
    LOCATION = "location"
    GUESTS = "guests"


# By kind of job, what stops the work first. A kind that is not here needs nothing that could be asked in a line.
NEEDS: Mapping[str, tuple[Need, ...]] = {
    "social_post": (Need.CHANNEL,),
    "social_set": (Need.CHANNEL,),
    "email": (Need.RECIPIENTS, Need.COPY),
    "banner": (Need.SIZE, Need.LINK),
    "html5_banner": (Need.SIZE, Need.LINK),
    "rich_media": (Need.SIZE, Need.LINK),
    "landing_page": (Need.COPY,),
    "website": (Need.SYSTEM, Need.COPY),
    "print_ad": (Need.SIZE, Need.CHANNEL),
    "flyer": (Need.SIZE, Need.PRINT_RUN, Need.PRINTER),
    "poster": (Need.SIZE, Need.PRINT_RUN, Need.PRINTER),
    "brochure": (Need.PAGES, Need.SIZE, Need.PRINT_RUN, Need.COPY),
    "direct_mail": (Need.SIZE, Need.PRINT_RUN),
    "signage": (Need.SIZE,),
    "out_of_home": (Need.SIZE,),
    "digital_out_of_home": (Need.SIZE,),
    "radio": (Need.DURATION, Need.USAGE),
    "video_edit": (Need.DURATION, Need.CHANNEL),
    "video": (Need.DURATION, Need.CHANNEL, Need.USAGE),
    "tv_spot": (Need.DURATION, Need.USAGE),
    "photo": (Need.LOCATION, Need.USAGE),
    "packaging": (Need.DIELINE, Need.PRINT_RUN),
    "event": (Need.GUESTS,),
}

_COUNT = r"(?:\d[\d.,' ]{0,12}|a (?:dozen|hundred|thousand)|hundreds?|thousands?)"


def _said(words: str, *shapes: str) -> str:
    """A pattern of whole words and phrases, with commas between them (a star: any ending), and of shapes."""
    listed = (word.strip().replace("*", r"\w*") for word in words.split(","))
    return "|".join((rf"\b(?:{'|'.join(listed)})\b", *shapes))


# The words that say a fact, or that it is taken care of. Said of anything in the brief, nobody asks again.
SIGNS: Mapping[Need, str] = {
    Need.BUDGET: _said(
        "budget*, quote, quotes, quotation*, estimate*, how much, free of charge, pro bono, price for, what it costs",
        r"\b(?:would|will|does) (?:it|this|that) cost\b",
    ),
    Need.SIZE: _said(
        "a[0-7], b[0-5], dl, us letter, letter size, legal size, tabloid, broadsheet, spread, landscape, portrait,"
        "square, vertical, horizontal, size, sizes, format, formats, dimension*, iab, skyscraper, leaderboard,"
        "same as last",
        r"\d ?[x×] ?\d",
        r"\b(?:full|half|quarter|third|double|single)[- ]page\b",
        r"\b\d{1,2} ?: ?\d{1,2}\b(?! ?[ap]\.?m)",
        r"\d ?-?(?:mm|cm|m|in|inch|inches|ft|foot|feet|px|pixels|sheet)\b",
        r"\d ?[\"″']",
    ),
    Need.DURATION: _said(
        "duration, length",
        r"\d ?-?(?:s|secs?|seconds?|mins?|minutes?)\b",
        r"\d ?[\"″]",
        r"\b(?:ten|fifteen|twenty|thirty|forty|sixty|ninety|one|two|three|half|a)[- ](?:second|minute)s?\b",
        r"\b\d{1,2}:\d\d\b",
        r":(?:06|10|15|20|30|45|60)\b",
    ),
    Need.CHANNEL: _said(
        "instagram, insta, ig, facebook, fb, linkedin, tiktok, youtube, twitter, snapchat, pinterest, whatsapp, "
        "threads, telegram, wechat, weibo, reddit, xing, meta, spotify, tv, television, cinema*, radio, website,"
        "web site, homepage, intranet, newspaper*, paper, papers, magazine*, journal*, gazette, times, herald, tribune,"
        "newsletter*, programme, program, channel*, platform*, placement*, stories, reel, reels, in store, in-store,"
        "screen*,"
        "trade fair, trade show, booth, stand"
    ),
    Need.PAGES: _said(
        "tri-fold, trifold, bi-fold, bifold, z-fold, gatefold, gate-fold, folded, pages",
        r"\b(?:\d{1,3}|one|two|four|six|eight|twelve|sixteen)[- ]?(?:pages?|pp|pager|panels?|sides?|sided)\b",
    ),
    Need.PRINT_RUN: _said(
        "print run*, print-run*, quantity, qty, copies, pdf only, digital only, not printed, no print",
        rf"\brun of {_COUNT}",
        rf"\b{_COUNT} ?(?:pcs|pieces|units|prints|flyers?|leaflets?|posters?|brochures?|booklets?|postcards?)\b",
        rf"\b{_COUNT} ?(?:catalogu?es?|mailers?|letters|cards|labels|boxes|cans|bottles|households|homes|addresses)\b",
    ),
    Need.PRINTER: _said("print*, final art*, press-ready, press ready, digital only, pdf only"),
    Need.DIELINE: _said(
        "dieline*, die-line*, die line*, template*, keyline*, cutter*, die cut, die-cut", r"\d ?[x×] ?\d"
    ),
    Need.USAGE: _said(
        "usage, rights, buyout*, buy-out*, licen*, in perpetuity, worldwide, unlimited use",
        r"\bfor (?:one|two|three|\d{1,2}) (?:years?|months?|weeks?)\b",
    ),
    Need.COPY: _said("copy*, text*, wording, script*, words, content, headline*, write, writing, written, translat*"),
    Need.LINK: _said(
        "link*, url, landing page, click*, website", r"https?://|\bwww\.", r"\w\.(?:com|org|net|co|io|de|example)\b"
    ),
    Need.RECIPIENTS: _said(
        "list, lists, subscriber*, mailchimp, klaviyo, hubspot, crm, segment*, member*, customer*, donor*, client*,"
        "staff, employee*, alumni, guest*, parents, database, patient*"
    ),
    Need.SYSTEM: _said(
        "cms, wordpress, word press, shopify, squarespace, wix, drupal, typo3, webflow, joomla, system, platform, host*"
    ),
    Need.LOCATION: _said(
        "location*, studio, on site, on-site, shoot*, venue, at our, at the, at my, in our, in the, in my"
    ),
    Need.GUESTS: _said(
        "guest list", rf"\b{_COUNT} ?(?:guests?|people|visitors?|attendees|seats|delegates|pax|persons|invitees)\b"
    ),
}
