"""Which country a telephone number's international prefix belongs to (ITU-T E.164), where it belongs to one."""

import functools

# Countries by prefix; +1 and +7 are shared, and so told by nothing here.
_CODES_WORDS = """
20 EG 27 ZA 30 GR 31 NL 32 BE 33 FR 34 ES 36 HU 39 IT 40 RO 41 CH 43 AT 44 GB 45 DK 46 SE 47 NO 48 PL 49 DE 51 PE 52 MX
53 CU 54 AR 55 BR 56 CL 57 CO 58 VE 60 MY 61 AU 62 ID 63 PH 64 NZ 65 SG 66 TH 81 JP 82 KR 84 VN 86 CN 90 TR 91 IN 92 PK
94 LK 95 MM 98 IR 212 MA 213 DZ 216 TN 221 SN 225 CI 233 GH 234 NG 237 CM 254 KE 255 TZ 256 UG 260 ZM 263 ZW 264 NA
267 BW 230 MU 250 RW 251 ET 351 PT 352 LU 353 IE 354 IS 355 AL 356 MT 357 CY 358 FI 359 BG 370 LT 371 LV 372 EE 373 MD
374 AM 375 BY 377 MC 380 UA 381 RS 382 ME 385 HR 386 SI 387 BA 389 MK 420 CZ 421 SK 423 LI 502 GT 503 SV 504 HN 505 NI
506 CR 507 PA 591 BO 593 EC 595 PY 598 UY 852 HK 853 MO 855 KH 880 BD 886 TW 960 MV 961 LB 962 JO 964 IQ 965 KW 966 SA
968 OM 971 AE 972 IL 973 BH 974 QA 977 NP 992 TJ 994 AZ 995 GE 998 UZ
"""
_LONGEST_CODE = 3


def country_of_number(number: str) -> str:
    """The ISO 3166-1 alpha-2 code of a number that begins with + or 00, "" for any other."""
    number = number.strip()
    digits = "".join(filter(str.isdecimal, number))
    if number.startswith("00"):
        digits = digits[2:]
    elif not number.startswith(("+", "(+")):
        return ""
    for length in range(_LONGEST_CODE, 1, -1):
        if country := _table().get(digits[:length]):
            return country
    return ""


@functools.cache
def _table() -> dict[str, str]:
    words = _CODES_WORDS.split()
    return dict(zip(words[::2], words[1::2], strict=True))
