"""What is known of the writer before a word is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """Defaults that decide between readings: all None when no directory knows the client.

    `country` is ISO 3166-1 alpha-2 (day first or month first, whose holidays), `currency` ISO 4217, `time_zone` an
    IANA name. What the mail itself shows comes before them.
    """

    country: str | None = None
    currency: str | None = None
    time_zone: str | None = None
