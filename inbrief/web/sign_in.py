"""Signing in by a link that is mailed and works once."""

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from inbrief.web.links import own_path
from inbrief.web.visitor import ACTING, SESSION, AnyVisitor, SignedIn, Typed

routes = APIRouter()


@routes.get("/sign-in")
def ask(here: AnyVisitor, then: str = "/") -> Response:
    if here.person is not None:
        return RedirectResponse(own_path(then), 303)
    return here.page("sign_in.html", then=own_path(then), sent=False, address="")


@routes.post("/sign-in")
def mail_a_link(here: AnyVisitor, typed: Typed) -> Response:
    """The answer is the same for everybody: who works here is not told to strangers."""
    address = typed.get("address", "").strip()[:300]
    if here.site.settings.demo:
        return RedirectResponse("/", 303)
    here.site.service.request_link(address, own_path(typed.get("then", "/")))
    return here.page("sign_in.html", then="/", sent=True, address=address)


@routes.get("/sign-in/{token}")
def show_button(here: AnyVisitor, token: str, then: str = "/") -> Response:
    """Mail scanners open links: nothing is used up by looking."""
    return here.page("use_link.html", token=token[:200], then=own_path(then), failed=False)


@routes.post("/sign-in/{token}")
def use_link(here: AnyVisitor, token: str, typed: Typed) -> Response:
    session = None if here.site.settings.demo else here.site.service.open_session(token[:200])
    if session is None:
        return here.page("use_link.html", 410, token="", then="/", failed=True)
    response = RedirectResponse(own_path(typed.get("then", "/")), 303)
    here.keep(response, SESSION, session)
    return response


@routes.post("/sign-out")
def sign_out(here: AnyVisitor, typed: Typed) -> Response:
    if here.session:
        here.site.service.close_session(here.session)
    response = RedirectResponse("/sign-in", 303)
    here.forget(response, SESSION)
    return response


@routes.post("/act-as")
def act_as(here: SignedIn, typed: Typed) -> Response:
    """The demo's way to look through another person's eyes."""
    response = RedirectResponse("/", 303)
    if here.site.settings.demo:
        here.keep(response, ACTING, here.site.tokens.acting_as(typed.get("person", "")))
    return response
