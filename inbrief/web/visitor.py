"""Who is looking: from cookies to a person of the directory, and forms that are really ours."""

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request, Response
from starlette.requests import ClientDisconnect

from briefs.roles import Person
from inbrief.clock import Clock
from inbrief.web.guard import LARGEST_BODY
from inbrief.web.links import own_path
from inbrief.web.rendering import rendered, words_for
from inbrief.web.service import WebService
from inbrief.web.settings import WebSettings
from inbrief.web.tokens import Tokens

VISIT, SESSION, ACTING = "visit", "session", "acting"
_A_YEAR = 365 * 24 * 3600
_MOST_INPUTS = 40


class NotSignedIn(Exception):
    """Nobody is signed in; `then` is where to go afterwards."""

    def __init__(self, then: str) -> None:
        super().__init__(then)
        self.then = then


class NotOurForm(Exception):
    """The form is too old, or somebody else's. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Site:
    """What every page needs, wired by `create_app`."""

    service: WebService
    settings: WebSettings
    clock: Clock
    tokens: Tokens

    def cookie(self, name: str) -> str:
        """Over https a name that browsers accept from this very host alone (RFC 6265bis section 4.1.3.2)."""
        return f"__Host-{name}" if self.settings.https else name


def site_of(request: Request) -> Site:
    return cast(Site, request.app.state.site)


@dataclass(frozen=True, slots=True)
class Visitor:
    """One browser. `person` is None until somebody signs in; `visit` is a random value of this browser's own."""

    site: Site
    visit: str
    new: bool
    session: str
    person: Person | None

    def page(self, template: str, status: int = 200, **given: object) -> Response:
        """A page with everything its frame shows; the visit's cookie comes with it, so that its forms are ours."""
        site = self.site
        demo = site.settings.demo
        frame: dict[str, object] = {
            "house": site.service.house,
            "words": words_for(site.service.house, site.clock()),
            "person": self.person,
            "demo": demo,
            "people": site.service.people() if demo else (),
            "csrf": site.tokens.for_form(self.visit, self.session),
        }
        response = rendered(template, frame | given, status)
        if self.new:
            self.keep(response, VISIT, self.visit)
        return response

    def keep(self, response: Response, name: str, value: str) -> None:
        response.set_cookie(
            self.site.cookie(name),
            value,
            max_age=_A_YEAR,
            httponly=True,
            secure=self.site.settings.https,
            samesite="lax",
        )

    def forget(self, response: Response, name: str) -> None:
        response.delete_cookie(self.site.cookie(name), httponly=True, secure=self.site.settings.https, samesite="lax")


def visitor(request: Request) -> Visitor:
    site = site_of(request)
    known = request.cookies.get(site.cookie(VISIT), "")[:100]
    visit = known or site.tokens.new_visit()
    if site.settings.demo:
        return Visitor(site, visit, not known, "", _acting(site, request.cookies.get(site.cookie(ACTING), "")))
    session = request.cookies.get(site.cookie(SESSION), "")[:200]
    person = site.service.person_of(session) if session else None
    return Visitor(site, visit, not known, session, person)


AnyVisitor = Annotated[Visitor, Depends(visitor)]


def signed_in(request: Request, here: AnyVisitor) -> Visitor:
    if here.person is None:
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        raise NotSignedIn(own_path(path) if request.method == "GET" else "/")
    return here


def person_of(here: Visitor) -> Person:
    if here.person is None:
        raise NotSignedIn("/")
    return here.person


SignedIn = Annotated[Visitor, Depends(signed_in)]


async def typed(request: Request) -> dict[str, str]:
    """What was typed into a form of ours; anything else is refused before a route sees it."""
    site = site_of(request)
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise NotOurForm
    try:
        form = await request.form(max_files=0, max_fields=_MOST_INPUTS, max_part_size=LARGEST_BODY)
    except ClientDisconnect as cut:  # by the browser, or by the guard where the body grew too large
        raise NotOurForm from cut
    inputs = {name: value for name, value in form.items() if isinstance(value, str)}
    visit = request.cookies.get(site.cookie(VISIT), "")[:100]
    session = "" if site.settings.demo else request.cookies.get(site.cookie(SESSION), "")[:200]
    if not site.tokens.form_is_ours(inputs.pop("csrf", ""), visit, session):
        raise NotOurForm
    return inputs


Typed = Annotated[dict[str, str], Depends(typed)]


def _acting(site: Site, cookie: str) -> Person | None:
    """In the demo: the person picked, else the intake owner."""
    people = site.service.people()
    picked = site.tokens.acting_person(cookie) if cookie else None
    return next((person for person in people if person.id == picked), people[0] if people else None)
