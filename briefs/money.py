"""Money as integers: minor units and an ISO 4217 code."""

from dataclasses import dataclass
from decimal import Decimal

from briefs.errors import BriefsError, UnknownCurrency

# ISO 4217 currencies in circulation, by the number of digits after the point (the standard's "minor unit").
_NONE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_TWO = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
    "CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR "
    "IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN "
    "NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP "
    "STN SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG"
)
_THREE = "BHD IQD JOD KWD LYD OMR TND"
MINOR_DIGITS = {code: digits for digits, codes in ((0, _NONE), (2, _TWO), (3, _THREE)) for code in codes.split()}


def minor_units(amount: Decimal, currency: str) -> int:
    """Major units to minor, exactly; an amount finer than the currency's smallest coin is refused."""
    scaled = amount.scaleb(_digits(currency))
    if scaled != scaled.to_integral_value():
        raise BriefsError(f"{amount} is finer than a minor unit of {currency}")
    return int(scaled)


def major_units(amount_minor: int, currency: str) -> Decimal:
    """Minor units to major, exactly and without trailing zeros past the point."""
    return Decimal(amount_minor).scaleb(-_digits(currency))


def _digits(currency: str) -> int:
    try:
        return MINOR_DIGITS[currency]
    except KeyError:
        raise UnknownCurrency(currency) from None


@dataclass(frozen=True, slots=True)
class MoneyRange:
    """A sum in minor units. An exact or approximate sum has both bounds equal; "up to" has no min, "from" no max."""

    min_minor: int | None
    max_minor: int | None
    currency: str

    def __post_init__(self) -> None:
        if self.currency not in MINOR_DIGITS:
            raise UnknownCurrency(self.currency)
        if self.min_minor is None and self.max_minor is None:
            raise BriefsError("a budget needs at least one bound")
        if self.min_minor is not None and self.max_minor is not None and self.min_minor > self.max_minor:
            raise BriefsError(f"a budget's least is over its most: {self.min_minor} > {self.max_minor}")

    @property
    def min(self) -> Decimal | None:
        return None if self.min_minor is None else major_units(self.min_minor, self.currency)

    @property
    def max(self) -> Decimal | None:
        return None if self.max_minor is None else major_units(self.max_minor, self.currency)
