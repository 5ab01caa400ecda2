"""What came with a mail beside its words: files, pictures, links, appointments."""

from gettext import gettext as _
from urllib.parse import urlsplit

from briefs.mail import CalendarEntry, Carrier, CarrierKind
from notify.headers import one_line
from notify.letter import Row, Section
from notify.views import BriefView, Enclosed
from notify.wording import Wording, file_size, flowing

# What a double click runs, or what runs once opened: programs, scripts, pages, macros, disk images.
_ENDINGS = (
    "ade adp apk app appx bas bat chm cmd com cpl dll dmg docm exe hta htm html img ins iso isp jar js jse lnk mde mht "
    "mhtml msc msi msp mst pif potm ppam ppsm pptm ps1 reg scr sct shb shtml svg sys url vb vbe vbs vhd vhdx wsc wsf "
    "wsh xht xhtml xlam xll xlsb xlsm xltm"
)
_WITH_CARE = frozenset(_ENDINGS.split())
_LONGEST_LINK = 160


def care(name: str) -> str:
    """The word of warning beside a file whose ending says that opening it may run something; else ""."""
    ending = one_line(name).rstrip(". ").rpartition(".")[2].casefold()
    return _("open with care") if ending in _WITH_CARE else ""


def host_of(address: str) -> str:
    """The host that a link leads to, as a person should see it; "" where there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def carried(view: BriefView, shown: tuple[Enclosed, ...]) -> Section:
    """Where the request may stand: pictures as they are, files by name and size, links as text."""
    return Section(_("In the attachment"), tuple(_carried(carrier, view, shown) for carrier in view.carriers))


def elsewhere(view: BriefView) -> str:
    """What to do where the words do not say what is asked for."""
    if all(carrier.kind is CarrierKind.LINK for carrier in view.carriers):
        where = _("The request is behind a link.")
    else:
        where = _("The request is in the attachment.")
    asked = _("Reply with what it asks for in a line or two: what, by when, for how much.")
    return f"{where} {asked}"


def attached(view: BriefView) -> Section:
    """The other files."""
    told = {carrier.part for carrier in view.carriers}
    rows = (
        Row(
            _("{name}, {size}").format(
                name=one_line(file.name) or _("a file without a name"), size=file_size(file.size)
            ),
            mark=care(file.name),
        )
        for file in view.files
        if file.part not in told
    )
    return Section(_("Attached to the mail"), tuple(rows))


def appointments(view: BriefView, wording: Wording) -> Section:
    """Invitations as appointments; whether they stand in anybody's calendar is not known here."""
    rows = (
        Row(appointment(entry, wording), label=flowing(entry.summary), mark=entry_mark(entry)) for entry in view.entries
    )
    return Section(_("Appointments"), tuple(rows))


def appointment(entry: CalendarEntry, wording: Wording) -> str:
    """`Tue, March 10, 2026, 10:00 AM – 11:00 AM, Studio 2, invited by Dana Reyes`."""
    parts = [wording.language.between(entry.start, entry.end), one_line(entry.location)]
    if entry.organizer is not None:
        name = one_line(entry.organizer.name or entry.organizer.address)
        parts.append(_("invited by {name}").format(name=name))
    return ", ".join(part for part in parts if part)


def entry_mark(entry: CalendarEntry) -> str:
    """What the calendar part does (RFC 5546), where it is not plainly an invitation."""
    return {
        "CANCEL": _("called off"),
        "REPLY": _("an answer to an invitation"),
        "COUNTER": _("another time is proposed"),
    }.get(entry.method, "")


def carrier_name(kind: CarrierKind) -> str:
    return {
        CarrierKind.PICTURE: _("picture"),
        CarrierKind.SOUND: _("sound"),
        CarrierKind.FILM: _("film"),
        CarrierKind.SCAN: _("scanned, without text"),
        CarrierKind.FILE: _("could not be read"),
        CarrierKind.LINK: _("shared files"),
    }[kind]


def _carried(carrier: Carrier, view: BriefView, shown: tuple[Enclosed, ...]) -> Row:
    if carrier.kind is CarrierKind.LINK:
        label = _("Files shared on {host}").format(host=host_of(carrier.name) or _("a site"))
        return Row(one_line(carrier.name, _LONGEST_LINK), label=label)
    file, name = view.file_of(carrier), one_line(carrier.name) or carrier_name(carrier.kind)
    text = name if file is None else _("{name}, {size}").format(name=name, size=file_size(file.size))
    picture = next((one.picture for one in shown if one.part == carrier.part), None)
    if picture is not None:
        return Row(text, picture=picture)
    marks = [carrier_name(carrier.kind), care(carrier.name)]
    if carrier.kind is CarrierKind.PICTURE:
        marks[0] = _("not shown here, look on the page")
    return Row(text, mark="; ".join(mark for mark in marks if mark))
