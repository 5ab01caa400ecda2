"""The words around a sum that make it a limit: up to, max, not to exceed, at least, and not a penny more."""

import re

from extract.anycase import AnyCase
from extract.values import languages

_ABOUT = (
    r"(?:about|around|approx(?:\.|imately)?|roughly|circa|ca?\.|say|maybe|perhaps|some|a\s(?:total|maximum)\sof|a|the|"
    r"just|"
    r"exactly|~)"
)
_BEGIN = r"(?<![^\s(:\"—–-])"
_PENNY = (
    r"(?:penny|cent|dollar|nickel|nickle|dime|pound|euro|rupee|paisa|franc|quid|buck|shilling|tenner|fiver|farthing|"
    r"grosz|z[lł]oty|ore|øre|öre|kron[ae]|kobo|naira|pesewa|cedi|fils|dirham|riyal|rand|peso|centavo|centime|rappen|real|"
    r"lira|kuruş|forint|koruna|baht|ringgit|sen|bean|sausage|bob|button|sixpence|ha'penny)"
)
_PAYS = (
    r"(?:spend|pay|do|go|give|offer|hold|put|get|find|manage|afford|release|commit|justify|stretch|part|swing|spare|"
    r"allow|approve|sign|allocate|invest|free|raise|scrape|set|stump|work|cover|run|have|promise|contribute|throw)"
)
_MONEYS = r"(?:budget|spend|cost|price|value|amount|sum|fee|figure|expenditure|outlay|total|number|limit)"
_OVER = r"(?:over|above|beyond|past|higher\sthan|north\sof|more\sthan)"
# "The ceiling for the complete scope is …"
_THE_WORK = r"(?:this|it|that|everything|all|both|(?:the|our|this|your)\s(?:[\w-]+\s){0,2}?[\w-]+)"

# A cheap look before the expensive one: each wording below holds one of these.
MAY_BE_MOST_BEFORE = AnyCase(
    r"max|cap|ceiling|limit|top|high|most|greatest|largest|furthest|n\.?t\.?e|not|n't|never|no\s|go\s|than|beneath|below|"
    r"under|within|inside|up\s?to|as\smuch|south|outside|without|exceeding|nothing|stretch|push|squeeze|tied|as\sfar|"
    rf"(?:me|us)\sif|until|till|plafond|högst|upp\s|inntil|op\s|hooguit|hasta|até|máximo|{languages.phrases('most')}"
)
MOST_BEFORE = AnyCase(
    rf"""{_BEGIN}(?:
      (?:a\s)?max(?:imum|\.)?
      (?:\s(?:total\s|contract\s|project\s|order\s|tender\s|available\s|overall\s)*{_MONEYS}
        (?:\s(?:of|for)\s(?:the|this|our)\s(?:\w+\s)?\w+(?=\sis))?)?\)?(?:\sof|\sis|\s?[:=–-]|\sat)?
    | (?:top|highest|greatest|utmost|largest)\s{_MONEYS}(?:\s(?:is|would\sbe|will\sbe|of)|\s?:)
    | (?:our|my)\s(?:absolute\s|very\s)?top(?:\send)?(?:\s(?:is|would\sbe|will\sbe)|\s?:)
    | the\s(?:absolute\s|very\s|outright\s)?(?:most|highest|furthest)\s(?:that\s)?
      (?:I|we|they|he|she|(?:the|our|my)\s[\w-]+)(?:'d|'ll|'m|'re|\scan|\scould|\swould|\swill|\smay|\sam|\sare)
      (?:\s(?:able|willing|allowed|prepared)\sto)?\s{_PAYS}\b[^.,;:!?\n]{{0,24}}?\s(?:is|would\sbe|will\sbe)
    | (?:the\s)?max(?:imum)?\s(?:that\s)?(?:I|we|they)(?:'d|'ll|\scan|\scould|\swould|\swill|\smay)?\s{_PAYS}
      \s(?:for\s\w+\s)?(?:is|would\sbe|will\sbe)
    | limitation\sof\s(?:expenditure|spend|liability\sto\spay)(?:\sis|\s?:)?
    | N\.?T\.?E\.?:?
    | (?:\w{{1,6}}n't|(?:\w{{2,6}}\s)?not|cannot|never)\s(?:to\s)?
      (?:(?:want|like|wish|intend|mean|plan|care|aim|hope|expect|have|able)\sto\s)?
      (?:exceed | cross | surpass | overshoot | be\s(?:any\s)?(?:over|above|more\sthan|higher\sthan|greater\sthan)
        | (?:bring|carry|drive|land|leave|push|put|run|send|take|tip)\s
          (?:us|me|it|this|that|things|you|the\s\w+)\s{_OVER}
        | (?:be\sable\sto\s)?
          (?:go|come\sin|come\sto|amount\sto|run\sto|run|spend(?:ing)?|cost|pay(?:ing)?|give|giving|going|do|invest|afford|justify|stretch\sto)
          \s(?:a\s\w+\s|any\s)?{_OVER})
    | (?:\w{{1,6}}n't|not|cannot|never)\s(?:eat|take|use|get|got|have|need|want|see|absorb|swallow|allow|put\sin)\s
      (?:any\s)?more\sthan
    | (?:under|below|within|inside(?:\sof)?|up\s?to|as\smuch\sas|beneath|south\sof
        |(?<!\bno\s)(?<!\bnot\s)(?:less|lower|fewer)\sthan)
      (?:\s(?:a\stotal\sof|the))?
    | (?:no|not)\s(?:more|higher|greater)\s(?:than|as)
    | (?:no|not)\s(?:a\s\w+\s)?(?:over|above)
    | not[\s-]to[\s-]exceed
      (?:\s(?:contract\s|total\s|maximum\s)?(?:amount|budget|figure|price|sum|fee|total|limit|value))?
      (?:(?:\sis)?\s(?:now\s)?(?:reduced|raised|increased|lowered|cut|changed|amended)\sto|\sis|\sof|\s?:)?
    | not\sto\s(?:exceed|pass|cross|top|(?:go|come|run|be)\s(?:a\s\w+\s|any\s)?{_OVER})
    | (?:not|never)\sexceeding | without\s(?:going\sover|exceeding|passing)
    | not\s(?:a|one|an|another)\s(?:\w+\s)?{_PENNY}\s(?:more\sthan|{_OVER})
    | at\s(?:the\s(?:very\s)?)?(?:ut)?most | at\sthe\s(?:very\s)?outside | top\swhack
    | (?:(?<=[.!?:;,(–—-]\s)|(?<=\s\s)|^)tops[,:]?
    | (?:hard\s|budget\s|absolute\s|spending\s|upper\s|strict\s|firm\s)*(?:cap|ceiling|limit)
      (?:ped|ed|'s)?(?:\s(?:price|amount|figure|sum|value)(?=\s?[:=]|\s(?:is|of)))?(?:\s\(\w+\))?
      (?:\s(?:for|on)\s{_THE_WORK})?(?:\s(?:now|(?:is|stands|sits)\s(?:now|still)(?:\sat)?
        |is|being|of|at|amounts\sto|comes\sto|it\sat|us\sat|this\sat|will\sbe|would\sbe|stands\sat))?
      \)?(?:\s?[:=–-])?
    | (?:capped|limited|topped\sout|maxed\sout|tops?\sout|(?:hands\sare|hands|are|is)\stied)\sat
    | cap(?:ping)?\s(?:(?:it|this|that|things|us|me|everything)|(?:the|our|all|your)\s(?:[\w'-]+\s){{0,3}}?[\w'-]+)\sat
    | never\s(?:over|above)
    | (?:can|could|may|might|will|would|able\sto|willing\sto|'ll|'d)\s(?:only\s|just\s|maybe\s|probably\s|possibly\s)?
      (?:(?:stretch|push|squeeze)(?:\s(?:it|this|that|things))?(?:\sup)?\sto | go\s(?:as\s(?:high|far)\sas|(?:up\s)?to))
    | (?:kill|murder|divorce|shoot|skin|fire|sack|hang)s?\s(?:me|us)\sif\s
      (?:it|this|that)(?:'s|\sis|\sgoes|\scomes\sto|\scosts)\s{_OVER}
    | (?:as\s(?:high|far)\sas|stretch(?:ing)?\sto)
    | (?:do\snot|don't|can't|cannot|mustn't|must\snot|without)\s(?:break|bust|top|pass|cross)(?:ing)?
    | nothing\s(?:over|above|beyond)
    | {languages.phrases("most")}
    | plafond(?:\s?:)? | (?:up\s)?(?:until|till)(?=\s$)
    | högst | upp\still | inntil | op\stil | hooguit | hasta | até | máximo(?:\sde)?
    )(?:\s?[:=])?\s(?:{_ABOUT}\s?)?$""",
    re.IGNORECASE | re.VERBOSE,
)
COIN = AnyCase(rf"\b{_PENNY}\b")
GO_TO = re.compile(r"(?:can|could|may)\s(?:\w+\s)?go\sto\s", re.IGNORECASE)
NOW = re.compile(r"(?:\sfor\s(?:both|all|everything|it|this|the\s\w+))?\snow\b", re.IGNORECASE)
# "The pot goes up to $42,000" is where it stands now.
SIGN_BEFORE = re.compile(r"(?P<most>[<≤]=?)\s?$|(?P<least>[>≥]=?)\s?$")
RISEN = AnyCase(
    r"\b(?:goes|going|went|gone|moves|moved|raised?|bump(?:ed)?|increased?|upped|comes|came|climbed|crept|rose|risen|"
    r"(?:brings|brought|takes|took)(?=\s(?:it|us|that|this)\s))\s(?:it\s|us\s|you\s|that\s|this\s)?(?:back\s)?$",
)
LEAST_BEFORE = AnyCase(
    rf"""{_BEGIN}(?:
      at\s(?:the\s(?:very\s)?)?least
    | (?:starting|starts?|begin(?:s|ning)?)\s(?:at|from) | from
    | upwards?\sof | no\sless\sthan | not\sless\sthan | no\sfewer\sthan
    | (?:a\s)?min(?:imum|\.)(?:\sof|\sis|\s?:)?
    | (?:(?:a|the|our|my)\s)?floor(?:\s(?:is|of|at|being|price(?:\sof)?))?(?:\s?[:=])?
    | {languages.phrases("least")} | minst | mindst
    | over | above | more\sthan | north\sof | in\sexcess\sof
    )\s(?:{_ABOUT}\s?)?$""",
    re.IGNORECASE | re.VERBOSE,
)
# What may stand between a sum and its limit: "€6.5k incl. VAT max", "£3k for the lot, tops".
BEFORE_LIMIT = re.compile(
    r"(?:\s?[,(]?\s?(?:\+|plus|net(?:\sof)?|before|(?:in|ex)(?:c|cl|kl|clusief|cluding|clusive(?:\sof)?)?\.?|zzgl\.?|hors)"
    r"\s?(?:VAT|GST|HST|tax(?:es)?|btw|MwSt|USt|moms|mva|IVA|TVA|QST)\b\.?\)?)?"
    r"(?:,?\sincl(?:uding|usive\sof|\.)?\s(?:the\s|all\s)?\w{4,}(?:\s(?:and|&)\s\w{4,})?(?=,?\s))?"
    r"(?:\s(?:lang|lng|lamang|only|all[\s-]in|extra|more|(?:is|are)\savailable))?"
    r"(?:\sin\s(?:it|there|the\s(?:pot|kitty|box|tin|jar|purse|budget|bank|account)))?"
    r"(?:\sfor\s(?:everything|it\sall|it|this|that|you|us|both|all(?:\sof\sit)?|the\s(?:whole\s|entire\s|full\s)?"
    r"(?:lot|job|thing|project|campaign|shebang|package))\b)?",
    re.IGNORECASE,
)
# A cheap look before the expensive one: each wording below holds one of these.
MAY_BE_MOST = AnyCase(
    r"max|cap|ceiling|limit|outside|top|roof|most|no|n't|nicht|change|nothing|refuses|pas\s"
    r"|or\s(?:less|under|below|lower|cheaper)|höchstens|highest|furthest|as\s(?:much|high|far)\sas"
)
MOST_AFTER = re.compile(
    rf"""\s?[,(—–-]{{0,2}}\s?(?:
      (?:(?:is|as|being|would\sbe|will\sbe|has\sto\sbe|must\sbe)\s)?(?:(?:the|our|my|a|an)\s)?
        (?:absolute\s|hard\s|very\s|upper\s|strict\s|firm\s|budget\s|all[\s-]in\s|total\s)*
        (?:max(?:imum)?|cap|ceiling|limit|upper\slimit|outside|tops|roof)\b(?!\swith)(?!\s(?:for|on)\s[^.;,\n\d]{{0,40}}\d)
        (?!\s?(?:of|is|at|[:=|–-])?\s?(?:[A-Z]{{0,3}}[$€£₹₦₱¥]?\s?|[A-Za-z]{{1,3}}\.?\s)?\d)
    | (?:(?:is|would\sbe|will\sbe)\s(?:the|our|my)\s)?(?:very\s|absolute\s)?
      top(?:s|\sof\s(?:it|the\s(?:range|scale)|(?:my|our)\s(?:budget|range|reach))|\send|\sline|\swhack)?
      (?=\s?[.!;,)\n]|\s(?:and|for|but|so|because)\s|$)
    | tops\b | top\swhack\b | capped(?!\s(?:at|by|in|on|with))(?=\W|$)
    | or\s(?:less|under|below|lower|cheaper)\b
    | at\s(?:the\s)?(?:very\s)?(?:most|max(?:imum)?|outside)\b
    | (?:for\s(?:it|this|that)\s)?(?:and|but)\s(?:no|not)\s(?:a\s\w+\s)?(?:further|higher|beyond)\b
    | is\s(?:all|what)\s(?:[\w'’-]+\s){{1,7}}[\w'’-]+,?\s(?:absolute\s|at\s(?:the\s)?(?:very\s)?)?
      (?:max(?:imum)?|tops|most)(?=\s?[.!;,)\n]|$)
    | is\s(?:all\s|what\s)(?:that\s)?(?:I|we)(?:\shave|'ve|\scan|\sgot)(?:\sgot|\sspend|\spay|\sdo|\sgive|\soffer)?,?\s
      (?:and\s)?(?:not|no)\s(?:more|higher|beyond|a\s{_PENNY}\smore)\b
    | (?:and\s|but\s)?(?:any\s)?more\s(?:is|are)(?:n't|\snot)\s(?:possible|there|available|in\sit)\b
    | (?:and\s|but\s)?more\s(?:(?:we|I)\s(?:do\snot|don't|can't|cannot|can\snot)|(?:do\snot|cannot)\s(?:we|I))\b
    | (?:in\sit,?\s)?(?:and\s|but\s)?(?:I|we)\s(?:can't|cannot|can\snot|won't|couldn't)\s(?:do|go|give|pay|spend)\s
      (?:any\s|to\s)?(?:more|higher|over|above|beyond|further)\b
    | (?:[\w'-]+,?\s){{0,6}}?(?:and|but)?\s?not\s(?:a|one|an)\s(?:\w+\s)?{_PENNY}\s
      (?:more|over|above|extra|further|beyond|higher|on\stop)\b
    | (?:\(|and\s)?(?:(?:that|it|which)(?:'s|\sis)\s(?:a\s)?)?(?:do\s)?not[\s-](?:to[\s-])?exceed\b
    | (?:(?:and|but|which|that|this|it)\s){{0,2}}(?:is\s)?
      (?:not\sto\sbe|(?:(?:may|must|can|should|shall|will)(?:\snot|not|n't)|can't|cannot|won't)\sbe)\s
      (?:exceeded|passed|topped|overrun|overspent|gone\s(?:over|above|beyond|past))\b
    | (?:and|but|so|though|yet|because)\s(?:[\w'-]+\s){{1,3}}?
      (?:won't|will\snot|can't|cannot|wouldn't|doesn't\swant\sto|refuses\sto)\s
      (?:hear\sof|hear|go|give|find|add|part\swith|release|sign\sfor|approve|see)\s
      (?:(?:a|one|any|another)\s)?(?:\w+\s)?(?:{_PENNY}\s)?(?:more|over|above|extra|further|beyond|higher|on\stop)\b
    | (?:and|with|but)\s(?:[\w']+\s){{0,5}}?(?:some\s|a\sbit\sof\s|a\slittle\s)?change\s
      (?:from|out\sof|back|left|to\sspare)(?:\s(?:it|that|this))?\b
    | (?:(?:is|as)\s(?:a|the|our)\s)?hard\sstop\b | tope\b
    | and\s(?:stop|basta|finish(?:ed)?|that's\s(?:it|that|all))\b(?=\s?[.!;,)\n]|$)
    | [.;]\s?(?:and\s|but\s)?(?:no|not|nothing)\s(?:more|higher|over)(?=\s?[.!;,)\n]|$)
    | and\snothing\s(?:more|over|above|beyond)\b
    | (?:(?:all[\s-]in|all\stold|in\stotal|in\sall|total|altogether|flat|everything\sincluded)(?:,|[\s.])\s?)?
      (?:and\s|but\s|with\s)?(?:nothing|not\smore|no\smore|not\sover)\s?(?:more|over|above|beyond|higher|on\stop)?
      (?:\s(?:that|it|this))?(?=\s?[.!;,)\n]|$)
    | [.;]\s?not\s(?:a|one|an)\s(?:\w+\s)?{_PENNY}\s(?:more|over|above|extra|further|beyond|higher|on\stop)\b
    | [.;]?\s?(?:and\s|but\s|so\s)?(?:we|I)\s(?:really\s|just\s|simply\s)?(?:can't|cannot|won't|couldn't|may\snot)\s
      (?:go|do|stretch|pay|spend)\s(?:any\s)?(?:over|above|beyond|past|higher|more|further)(?:\s(?:that|it|this))?
      (?=\s?[.!;,)\n]|$)
    | [,.]?\s?(?:and\s|but\s)?(?:that|(?P<it>it|which))(?:'s|\sis)\s
        (?:(?:the|our|my|a|an)\s)?(?:absolute\s|hard\s|very\s)?
        (?:max(?:imum)?|cap|ceiling|limit|(?(it)(?!)|(?:most|top)))\b
    | (?:all\sin,?\s)?(?:and|but)\sno\smore\b
    | ,?\snot?\smore\b(?!\sthan)
    | (?:or\s(?:thereabouts|so),?\s)?(?:absolutely|definitely|certainly)\sno\s(?:more|higher)\b(?!\sthan)
    | is\swhere\s(?:we|I)\s(?:top|max)\sout\b
    | (?:HT|TTC|netto|brutto|net|all[\s-]in)\s(?:au\s)?max(?:imum|imal)?\b
    | (?:höchstens|maximal|au\s(?:grand\s)?maximum|maxi|und\snicht\smehr
        |(?:et\s)?pas\s(?:plus|un\s(?:euro|centime)\sde\splus))\b
    | (?:is|would\sbe|will\sbe)\s(?:the\s(?:very\s)?(?:most|highest|furthest)|as\s(?:much|high|far)\sas)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "More than $4,000 is not possible" is a cap.
NO_MORE = re.compile(
    r"\s(?:is(?:n't|\snot)\s(?:possible|available|there|in\sit|on|feasible)|is\s(?:out\sof\sthe\squestion|impossible)|"
    r"won't\swork|(?:it|this|that|everything)\s(?:should|must|may|can|shall|will)(?:\snot|n't)|(?:we|I)\s(?:can't|cannot|can\snot|won't|don't\shave|do\snot\shave))\b",
    re.IGNORECASE,
)
LEAST_AFTER = re.compile(
    r"""\s?(?:
      \+(?!\s?(?:/|-|VAT|GST|HST|PST|QST|tax|MwSt|USt|IVA|IGIC|TVA|TPS|BTW|moms|mva|KDV|ДДС|DPH|PDV|PPN|ALV|SST|ÁFA|AFA
        |postage|print|delivery|shipping|fees?\b|expenses|materials))
    | or\s(?:more|above|over|up)\b | and\s(?:up|above|upwards)\b
    | at\s(?:the\s)?(?:very\s)?least\b | (?:at|as)\s(?:a|an|the)\s(?:\w+\s)?min(?:imum)?\b
    | min(?:imum)?\b(?!\sorder) | upwards\b
    | plus(?=\s*(?:[.,;)]|$))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
