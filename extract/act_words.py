"""The words by which single sentences end a job, alter one or ask for work; each search is over one sentence."""

import re

from extract.anycase import AnyCase

LEAD = (
    r"(?:^|[.!?;:,]\s|-\s|\b(?:please|pls|kindly|just|must|to|we|i|let's|let us|you|will|shall|should|and|so|now|then"
    r"|better|therefore|unfortunately|sadly|sorry|are|am|'re|'m|hereby|'ll|not)\s)"
)
BIDS = (
    r"(?:^|[.!?;:,]\s|-\s|\b(?:please|pls|kindly|just|let's|let us|can you|could you|will you|(?:need|want|have"
    r"|like|wish"
    r"|going|decided|got|ask you) to|must|should|so|better|are|am|'re|'m|'ll|will)\s)"
)
ENDING = (
    r"(?:cancel(?:l?ing)?|call(?:ing)? off|scrap(?:ping)?|ax(?:e|ing)|abandon(?:ing)?|shelv(?:e|ing)|mothball(?:ing)?"
    r"|terminat(?:e|ing)|halt(?:ing)?|suspend(?:ing)?|discontinu(?:e|ing)|paus(?:e|ing)|park(?:ing)?|annul"
    r"|abort(?:ing)?"
    r"|withdraw(?:ing)?|hold(?:ing)? off (?:on|with)|wait(?:ing)? with|forget(?:ting)?(?: about)?"
    r"|stop(?:ping)?(?: with)?)"
)
THIS = r"(?:the|this|that|these|those|our|my|all|any|both|your|whole|entire|job|order)\b"
IT = r"(?:it|this|that|them|these|those|everything|all)\b"
# Verbs that end a job whatever their object, and those that as often take a part out of one.
ENDS_IT = AnyCase(LEAD + r"(?P<verb>" + ENDING + r") (?P<object>" + THIS + r"[^.;!?\n]{0,80})", re.IGNORECASE)
MAY_END = AnyCase(
    BIDS + r"(?P<verb>pull(?:ing)?|kill(?:ing)?|bin(?:ning)?|scratch|ditch(?:ing)?|drop(?:ping)?|hold(?:ing)?"
    r"|freez(?:e|ing)|leav(?:e|ing)|skip|nix|put(?:ting)? off|postpon(?:e|ing)) "
    r"(?P<object>" + THIS + r"[^.;!?\n]{0,80})",
    re.IGNORECASE,
)
CALLS_OFF = AnyCase(
    r"\bcall(?:ing|ed)? (?:\w+ ){1,5}off\b|\bput(?:ting)? (?:\w+ ){1,5}on (?:hold|ice)\b", re.IGNORECASE
)
IS_OVER = AnyCase(
    r"(?:\b(?:is|are|was|were|been|being|be|gets?|got)|'s|'re) (?:\w+ly |all |now |both |also |well and truly ){0,2}"
    r"(?:cancel+ed|called off|scrapped|shelved|axed|off(?=\s*(?:$|[.,;!?]| the table| for| until| this))|dead"
    r"|suspended|withdrawn|abandoned|halted|mothballed|canned|binned|annulled|terminated|discontinued|killed|pulled"
    r"|no longer (?:needed|required|wanted|necessary)|not (?:needed|required|wanted|necessary)(?: any ?more"
    r"| any longer)?|no more(?=\s*[.,!]))"
    r"|\b(?:stops?|ends?|finish(?:es)?) here\b"
    r"|\bha(?:s|ve) (?:been )?(?:pulled|cancel+ed|scrapped|killed|axed|shelved) (?:the|this|our|it)\b",
    re.IGNORECASE,
)
GOES_NO_FURTHER = AnyCase(
    r"(?:\bnot|n't|\bno longer|\bnever|\bdont|\bwont|\bcannot)\s(?:be |to |going to |be able to |want to "
    r"|wish to |take it |get to )?"
    r"(?:go(?:ing)? (?:ahead|forward|through|any further|on with|further)|proceed(?:ing)?|continu(?:e|ing)"
    r"|mov(?:e|ing) (?:ahead|forward)|tak(?:e|ing) place|happen(?:ing)?|be launched|pursu(?:e|ing)|do(?:ing)? the"
    r"|start(?:ing)? the)",
    re.IGNORECASE,
)
NEEDS_NO_MORE = AnyCase(
    r"\bno longer (?:need|want|require)s? (?:the|them|it|this|that|those|these|our|any|your)\b"
    r"|(?:\bnot|n't|\bdont|\bwont)\s(?:be )?(?:need(?:ing)?|want(?:ing)?|require) [^.;!?\n]{1,60}?"
    r"(?:any ?more|any longer|after all|for now|this year)\b"
    r"|\b(?:so|therefore|hence|thus|accordingly) [^.;!?\n]{0,20}\b(?:do not|don't|dont|won't|no longer) need\b"
    r"|\bno (?:\w+ ){1,3}this (?:year|time|season|summer|spring|autumn|fall|winter|month)\b"
    r"|\b(?:disregard|ignore|forget|withdraw|cancel) (?:my|our) (?:\w+ )?(?:request|order|brief|enquiry|inquiry"
    r"|booking)\b"
    r"|\b(?:rather|prefer|decided|chosen|chose) not (?:to )?(?:do|have|go|make|run|proceed|continue|start|pursue)\b"
    r"|\b(?:no need to|(?:do not|don't|dont) (?:bother|need) to) (?:make|do|design|produce|continue|finish|print)\b",
    re.IGNORECASE,
)
IDIOMS = AnyCase(
    r"\b(?:going|gone|go|went|working|decided to go|signed) with (?:another|a different|someone|somebody|other) "
    r"?(?:agency|supplier|studio|company|vendor|partner|designer|firm|else)?"
    r"|(?:^|[.!]\s*)(?:please )?(?:stop|abort|stand down)(?: please| now| for now| everything| all work)?\s*[.!]"
    r"|\b(?:so|please) (?:please )?stop(?: for now| here| now)?\s*[.!]"
    r"|\bdo (?:it|this|that|them) (?:ourselves|in-house|inhouse|internally|with our own)\b"
    r"|\b(?:leave|drop|park) (?:it|this|that|the(?: \w+){1,3}) (?:for now|for the time being|for the moment"
    r"|at that)\b"
    r"|\blet's (?:wait|leave (?:it|this|that)|hold(?: off| fire)?)\b(?! and see you| for you)"
    r"|\boff the (?:table|cards)\b|\bclose (?:the|this) (?:job|file)\b|\b(?:everybody|everyone) (?:can )?stand down\b"
    r"|\bstand (?:everybody|everyone|the team|your people) down\b|\bput (?:your |the )?(?:pens|pencils) down\b"
    r"|\bso no (?:\w+ ){0,2}\w+\s*[.!,]|\b(?:stop|halt|cease|pause) (?:the |all |any |everything |further )*"
    r"(?:production|work|working|printing|development|planning|everything)\b"
    r"|(?:\bdo not|\bdon't|\bdont|\bno need(?: for you)? to) (?:please )?(?:spend|waste|invest|start|carry on"
    r"|bother|begin"
    r"|work on|do any(?:thing)?|touch|lift a finger|lose any)\b|\bwithdraw (?:from|our|the)\b",
    re.IGNORECASE,
)
# What goes on, or comes in the place of it, makes of an end a change.
GOES_ON = AnyCase(
    r"\binstead\b|\brather than\b|\bin (?:its|their|the|his) place\b|\breplaced? (?:by|with)\b|\bonly\b|\bkeep\b"
    r"|\bthe rest\b|\beverything else\b|\bstays?\b"
    r"|\bthe others?\b|\bbut (?:we|please|do|the|keep|not)\b|\bmoney (?:goes|into|in)\b|\bswap\b|\bput (?:that"
    r"|the) money"
    r"|\bwe (?:only )?go to\b|\bfor (?:the|a) \w+ version\b",
    re.IGNORECASE,
)
# A question whether, a rule of what may happen, and what a supplier threatens with end nothing.
SUPPOSED = AnyCase(
    r"\b(?:if|in case|unless|otherwise|before|whether|should you|once|when|did you|do you)\b", re.IGNORECASE
)
MEETING = AnyCase(
    r"\b(?:calls? (?:on|at|to|tomorrow|today|with)|our (?:\w+ )?(?:calls?|meeting)|meetings?|lunch|coffee|catch-?up"
    r"|visit|dial-in|zoom|appointment|dinner|1:1|(?:for|after-work|birthday|christmas) drinks|subscription"
    r"|membership|hotel room)\b",
    re.IGNORECASE,
)

DATE_NOUN = (
    r"(?:deadline|date|due date|launch|delivery|start|opening|shoot|timing|timeline|schedule|go-live|event|fair|gala"
    r"|everything|campaign|print date|end date|handover|publication|premiere|drop)"
)
OLD_AND_NEW = (
    # what had been one way is another now
    r"\binstead of\b",
    r"\binstead(?: please)?\s*[.!;]?$",
    (
        r"(?:,|\band) not (?:the |on |at |in |by )?(?:\d|(?:one|two|three|four|five|six|seven|eight|ten|twelve)\b"
        r"|\w{3,6}day\b)"
    ),
    r"\bno longer (?:at|on|in|three|two|four|five|\d)",
    r"\brather than (?:the )?(?:\d|one|two|three|four|five|six|\w+day)",
    r"\bas (?:i|we) (?:said|wrote)\b",
    r"\bwhat (?:i|we) (?:said|wrote|told)\b",
    # a date, a sum, a number that moves
    (
        r"\b(?:move|push|shift|bring|change|postpone|delay|extend|pull|put|set|advance|prepone)(?:d|ed)? "
        r"(?:the|our|this)(?: \w+){0,2} " + DATE_NOUN
    ),
    (
        r"\b" + DATE_NOUN + r" (?:is|was|has been|got|gets|had to be|must be) (?:now |again |also )?"
        r"(?:moved|pushed|brought|changed|postponed|delayed|extended|prepone?d|shifted|put|now|later"
        r"|earlier|sooner)"
    ),
    (
        r"\b(?:deadline|date|budget|quantity|number|print run) (?:is|are|goes|go|will be|has|have) "
        r"(?:now|up|down|been|to|changed)"
    ),
    r"\b(?:starts?|begins?|opens?|needed?|ready) (?:\w+ ){0,4}(?:sooner|earlier|later)\b",
    r"\b(?:now|then) (?:starts?|begins?|need|needs|opens?|on|at)\b",
    r"\bwe now (?:need|want|have|require)\b",
    r"\bup to \d[\d,.]*\b(?! (?:words|people|pages))",
    (
        r"\b(?:has|have) (?:now )?(?:changed(?! (?:his|her|their|its|our|my) minds?)|moved|gone up|gone down"
        r"|been (?:cut|raised|changed|moved|reduced|increased))\b"
    ),
    r"\bon (?:\w+day) already\b",
    r"\balready (?:on|by) \w+day\b",
    # a mistake in what is there
    r"(?<!that )\b(?:is|are) (?:wrong|misspelt|misspelled|mis-spelt|outdated|out of date|incorrect|missing|old)\b",
    (
        r"\b(?:number|address|price|name|date|time|logo|slogan|title|sponsor|url|colour|color|size)s? (?:\w+ ){0,4}"
        r"(?:has |have )?changed\b"
    ),
    (
        r"(?<!as )\b(?:it|this|that|which|he|she) should (?:be|read|say)\b"
        r"(?! (?:with|fine|ok|okay|there|possible|enough|able|good|easy|in your|ready|here|done|live|back)\b)"
    ),
    (
        r"\b(?:found|spotted|noticed) (?:a|an|one|two|three|some|several)(?: \w+)? "
        r"(?:mistakes?|errors?|typos?|issues?|misprints?)\b"
    ),
    r"\bspelling (?:is|of)\b",
    r"^actually\b",
    (
        r"\b(?:ok|okay|fine|good|great|perfect|happy|approved|lovely|nice|there|love it)\b[^.;!?\n]{0,40}\b(?:except"
        r"|apart from"
        r"|other than)\b"
    ),
    r"\b(?:almost|nearly|not quite) there\b",
    (
        r"\b"
        + DATE_NOUN
        + r" (?:slides?|slips?|slipped|moves?|shifts?|jumps?|goes|slid) (?:back |forward |out )?(?:to|by|into)\b"
    ),
    (
        r"\b(?:is|are|looks?|comes out) (?:cut off|cropped|blurry|blurred|pixelated|upside down|crooked|mixed up"
        r"|faded|missing"
        r"|the wrong way|too (?:\w+))\b"
    ),
    r"(?:\band|,) not [\"']",
    r"\b\d+ (?:pages?|copies|pieces|people|words|seconds|days|euros?|dollars) (?:more|less|fewer)\b",
    r"\bneeds? (?:adapting|changing|correcting|updating|fixing|replacing|moving|tweaking|amending)\b",
    r"\bmoves? from (?:\w+ ){1,4}to\b",
    r"(?:\bnot|n't) [^.,;!?\n]{1,30} any ?more\b",
)
# Those that begin a word stand together: the search then looks inside of none.
DIFFERENT = AnyCase(
    "|".join([one for one in OLD_AND_NEW if not one.startswith(r"\b")])
    + r"|\b(?:"
    + "|".join([one.removeprefix(r"\b") for one in OLD_AND_NEW if one.startswith(r"\b")])
    + ")"
)
# Done to what exists: always behind a definite article or "it".
DONE_TO = AnyCase(
    BIDS + r"(?:change|update|correct|replace|take|remove|adapt|adjust|amend|modify|revise|use|swap|alter|fix|shorten"
    r"|lengthen"
    r"|extend|reduce|increase|raise|enlarge|add|move|switch|edit|make|delete|cut|drop|lose|rename|resize|trim|turn)"
    r"(?: back)? (?P<object>(?!this on\b|it on\b)(?:the|it|this|that|our|them|his|her|its|their|all|to|one more"
    r"|another)\b[^.;!?\n]{0,80})",
    re.IGNORECASE,
)
PLEASE = (
    r"\b(?:please|pls|plz|kindly)\b(?! (?:find|have a|enjoy|resend|send (?:me|us) (?:the|your|it|them|that)|pass"
    r"|give|tell|thank|send (?:my|our)|see|note|let|confirm|check|advise|call|reply|rsvp|contact|complete|approve"
    r"|print|proceed|pay|sign|upload|send (?:us |me )?(?:the|your|a|an) (?:invoice|bill|quote|w-?9|offer)|do not"
    r"|don't"
    r"|ignore this|forward|update your|respond|return|countersign|accept|go ahead(?! and| with)|go to|register"
    r"|remit|review|excuse"
    r"|be (?:advised|aware|informed|reminded)|feel free|click|visit|arrange payment|give my|read|consider"
    r"|acknowledge)\b)"
)
SUGGESTS = AnyCase(
    r"\b(?:can|could|may|might|would) (?:we|you|the \w+|it|i|they|these|this)\b(?! (?:call|meet|chat|talk|speak"
    r"|tell|let|explain|discuss|confirm"
    r"|please confirm|send|have a (?:call|chat)|please send|check|ask|help))"
    r"|\blet's (?!wait|talk|meet|speak|call|discuss|see|catch|keep in touch|stay in touch|chat|hope|leave|hold)\w+|"
    + PLEASE,
    re.IGNORECASE,
)
SHOULD = AnyCase(
    r"\b(?:should|must|has to|have to|needs to|need to|ought to|got to|gotta)\b(?! (?:i|we|you)\b)"
    r"|\b(?:we|i|they|client|boss|he|she|legal|council|board)(?:'d| would| shall| will)? "
    r"(?:needs?|wants?|like(?! it| the (?:new|latest))|love(?! it| the| this| what| how| your| that| them)"
    r"|prefers?|wish(?:es)?|decided|found|expects?|do) "
    r"(?!help\b|to (?:say|thank|tell|let|share|hear|hold|see|meet|talk|discuss|know|ask|check|apply|congratulate)\b)"
    r"|\b(?:does|do) not like\b|\btoo (?:\w+ ){0,1}(?:big|small|sad|dark|bright|long|short|loud|busy|slow|fast|much"
    r"|formal|cold|warm|red|blue|late|early|expensive|heavy|light|happy|serious)\b"
    r"|^(?:add|make|go with|not the|four|three|two|five|no (?!i\b|problem|worries|need|news|rush|hurry|changes?"
    r"|thanks|further|more)|change|use|replace|put|print|take|drop|remove|reduce|extend"
    r"|skip|include|keep|ignore|also|only|shorten|one more)\b|\bplease\s*[.!]?$|\bnew one is\b",
    re.IGNORECASE,
)
ASKING = AnyCase(
    r"\b(?:can|could|would|will) (?:you|u|we|i|someone|somebody|anyone|your team)\b"
    r"(?! (?:call|meet|chat|talk|speak|tell|let|explain|confirm|discuss|check|ask|send (?:me|us|over|the|your|it"
    r"|them))\b)|"
    + PLEASE
    + r"|\b(?:we|i|they|client)(?:'d| would| should| will| shall|'ll)? (?:also |now |then |really |only )?"
    r"(?:need|want|like|love|require|request|wish|plan|intend|have to have|must have)s?\b"
    r"|\blooking for\b|\bin need of\b|\bkeen (?:to|on)\b|\bneeds? (?:a|an|some|to be|new)\b|\bhas to be\b"
    r"|\bhave to be\b"
    r"|\btime for\b|\btime of (?:the )?year\b|\bcan you take\b|\bdue (?:by|on)\b|\bhelp (?:us|me|with)\b"
    r"|\b(?:we|someone|somebody|you|they) should\b"
    r"|\bglad to (?:receive|have|get)\b|\b(?:want|need|require|request)(?:ed|s|ing)?\b(?! to (?:hold|sign|see|say"
    r"|know|talk|discuss|meet|check|think|read)\b)|\bnew \w+, new \w+",
    re.IGNORECASE,
)
MORE = AnyCase(
    r"\b(?:another(?! (?:agency|time|minute|day|word|meeting|call|option|question|year|look|supplier|company|week"
    r"|studio))|additional|extra|further|(?:\d+|a few|some|one|two|three|four|five|six|eight|ten|twelve) (?:more"
    r"|extra"
    r"|additional))\b",
    re.IGNORECASE,
)
MAKES = AnyCase(
    r"\b(?:please|pls|kindly|(?:can|could|would|will) (?:you|u)|(?:need|want|like|ask|asking) (?:you|u) to)"
    r"(?: please| also| now| then| just| guys| kindly| quickly| go ahead and){0,2} (?:design|create|make (?!sure"
    r"|an appointment|the payment|payment|a payment|it to)"
    r"|produce|prepare (?!the invoice|an invoice|the contract|for\b)|arrange (?!payment|a (?:call|meeting)"
    r"|the (?:payment|call|meeting))"
    r"|draft|write(?! (?:to|back|me))|build|shoot|film|do (?:us|me|a|an|some|up|the artwork|the design)"
    r"|come up with|put together|knock up|develop"
    r"|propose|organi[sz]e (?!a (?:call|meeting))|plan (?!on|for)|sort (?:us|me|out)|translate|illustrate|animate"
    r"|record|rework|redo|redesign|renew|refresh|give (?:it|us|our|the))\b"
    r"|\bany chance (?:of|you|for|to)\b|\b(?:is it|would it be) possible (?:that you|to (?:make|do|design|get"
    r"|have|create))\b"
    r"|\bwhat (?:would|can|could) you (?:do|suggest|propose|recommend|come up with)\b"
    r"|\b(?:do you|can you) (?:also )?(?:do|design|make|offer) (?:\w+ ){0,2}\w+s\?"
    r"|\b(?:we|i|(?:our|my|the) \w+)(?:'d| would)? (?:also |now |really |urgently |then )?(?:need|want|like"
    r"|require|wish)s? "
    r"(?:a|an|some|two|three|four|five|six|\d+) (?!(?:quick |short |brief |final )?(?:call|meeting|word|chat"
    r"|decision|cop|receipt"
    r"|minute|answer|reply|favou?r|break|job\b|room|table|internship|update|day|week|bit|statement|invoice"
    r"|confirmation))",
    re.IGNORECASE,
)
POINTS = AnyCase(r"\b(?:it|one|them|same|this|these|that|job|something|ideas?)\b", re.IGNORECASE)
# Not an order for work, whatever it names: papers, answers, payments, and what suppliers write.
PAPERWORK = AnyCase(
    r"\b(?:invoice|nda|w-?9|survey|questionnaire|records|rsvp|cv|r[eé]sum[eé]|portfolio|internship|insurance|vendor"
    r"|bank details|receipt|statement|approve|approval|sign(?:ed)? off|for your clients?|purchase order|delivery note"
    r"|entries|award|press slot|interested in|our offer|we offer|we can (?:get|offer|help you)|subscribe|unsubscribe"
    r"|when will|how far|who took|which printer|do you need|do you want|are you interested|tracking|dispatched|proof"
    r"|credit note|payment|po number|office (?:will be|is) closed)\b",
    re.IGNORECASE,
)
