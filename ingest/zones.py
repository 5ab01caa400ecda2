"""Names of time zones in mail, several of which mean more than one place."""

import functools

# Name, then each place that uses it: its minutes east of UTC, and those of the same clocks in the other half of the
# year, where those tell anything. The first place is the one that business mail means most.
_NAMES = """
utc 0 | gmt 0 60 | ut 0 | z 0 | wet 0 60 | west 60 0 | bst 60 0, 360, 660 | cet 60 120 | met 60 120 | mez 60 120 |
hnec 60 120 | seč 60 120 | cest 120 60 | mest 120 60 | mesz 120 60 | selč 120 60 | heec 120 60 | haec 120 60 |
eet 120 180 | oez 120 180 | oesz 180 120 | wez 0 60 | wesz 60 0 |
sast 120 | cat 120 | wat 60 | eest 180 120 | eat 180 | msk 180 | мск 180 | trt 180 | gst 240, -120 | pkt 300 |
ist 330, 60, 120 180 | idt 180 120 | npt 345 | bdt 360 | ict 420 | wib 420 | wita 480 | wit 540 | sgt 480 |
hkt 480 | myt 480 | pht 480 | awst 480 | wst 480, 780 | jst 540 | kst 540 | acst 570 630 | aest 600 660 |
acdt 630 570 | aedt 660 600 | nzst 720 780 | nzdt 780 720 | brst -120 -180 | ndt -150 -210 | brt -180 | art -180 |
clt -240 -180 | clst -180 -240 | cot -300 | pet -300 | adt -180 -240 | nst -210 -150 | ast -240 -180, 180 |
hna -240 -180 | hae -240 -300 | edt -240 -300, 660 600 | est -300 -240, 600 660 | hne -300 -240 |
cdt -300 -360, 630 570, -240 -300 | hac -300 -360 | cst -360 -300, 480, 570 630, -300 -240 | hnc -360 -300 |
mdt -360 -420 | har -360 -420 | mst -420 -360, 480, 390 | hnr -420 -360 | pdt -420 -480 | hap -420 -480 |
pst -480 -420, 480 | hnp -480 -420 | akdt -480 -540 | akst -540 -480 | hdt -540 -600 | hst -600 -540 | sst -660, 480
"""


@functools.cache
def _zones() -> dict[str, tuple[tuple[int, ...], ...]]:
    table: dict[str, tuple[tuple[int, ...], ...]] = {}
    for entry in _NAMES.split("|"):
        name, _, places = entry.strip().partition(" ")
        table[name] = tuple(
            tuple(int(minutes) for minutes in place.split()) for place in places.split(",") if place.strip()
        )
    return table


def minutes_east(name: str, nearby: int) -> int | None:
    """What the zone's name means to somebody whose own clock is `nearby` minutes east of UTC; None for no zone.

    IST is Irish to a writer in Dublin, Israeli to one in Haifa, summer or winter, and Indian to everybody else: also
    to one at 0, because servers date mail in UTC far more often than Irish summer mail is passed on in winter.
    """
    places = _zones().get(name.lower())
    if places is None:
        return None
    return next((place[0] for place in places if nearby in place), places[0][0])
