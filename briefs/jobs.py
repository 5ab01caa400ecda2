"""Kinds of job: how long each takes from full brief to approved final, and what it needs."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JobKind:
    """Working days from full brief to approved final, the same as a rush, and what the work needs.

    `rounds` of client review are included in `lead_time`; `needs` names resources of the calendars ("studio").
    """

    id: str
    lead_time: int
    rush: int
    rounds: int = 1
    roles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def _kind(id: str, lead_time: int, *needs: str) -> JobKind:
    return JobKind(id, lead_time, rush=(lead_time + 1) // 2, needs=needs)


# Published working days for full brief to approved final; print times are included where a printer follows.
# The agency's own table in config.yaml overrides them one by one.
DEFAULT_JOBS: Mapping[str, JobKind] = {
    kind.id: kind
    for kind in (
        _kind("social_post", 3),
        _kind("social_set", 7),
        _kind("email", 5),
        _kind("banner", 5),
        _kind("html5_banner", 8),
        _kind("rich_media", 15),
        _kind("trafficking", 3),
        _kind("landing_page", 12),
        _kind("website", 60),
        _kind("print_ad", 7),
        _kind("press_release", 7),
        _kind("flyer", 7),
        _kind("poster", 7),
        _kind("brochure", 23),
        _kind("direct_mail", 20),
        _kind("signage", 23),
        _kind("out_of_home", 20),
        _kind("digital_out_of_home", 10),
        _kind("radio", 7),
        _kind("video_edit", 10),
        _kind("video", 25, "studio"),
        _kind("tv_spot", 40, "studio"),
        _kind("photo", 10, "studio"),
        _kind("logo", 15),
        _kind("rebrand", 60),
        _kind("packaging", 23),
        _kind("event", 20),
        _kind("other", 10),
    )
}
UNKNOWN_JOB = "other"
