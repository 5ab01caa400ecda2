"""The languages of the mail that is read, as Babel names their locales."""

# fmt: off
LANGUAGES = (
    "en", "de", "fr", "es", "it", "nl", "pt", "pl", "cs", "sk",
    "sv", "da", "nb", "fi", "hu", "ro", "ru", "uk", "tr", "hr",
)
# fmt: on
