"""The pages as one application (ASGI)."""

import secrets
from gettext import gettext as _

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from inbrief.clock import Clock
from inbrief.web import accepting, client, feed, files, messages, pages, sign_in
from inbrief.web.guard import Guard
from inbrief.web.service import WebService
from inbrief.web.settings import WebSettings
from inbrief.web.tokens import Tokens
from inbrief.web.visitor import NotOurForm, NotSignedIn, Site, visitor
from store.errors import NoSuch, Purged


def create_app(service: WebService, settings: WebSettings, clock: Clock, secret: str = "") -> FastAPI:
    """`secret` is what `settings.secret_env` names; only the demo goes without, on one that ends with the process."""
    if not secret and not settings.demo:
        raise ValueError("the pages need a secret unless they are a demo")
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    tokens = Tokens(secret.encode() or secrets.token_bytes(32))
    app.state.site = Site(service, settings, clock, tokens)
    app.include_router(sign_in.routes)
    for part in (pages, client, accepting, messages, files, feed):
        app.include_router(part.routes)
    app.add_api_route("/healthz", _health, methods=["GET"])
    app.mount("/static", _Static(packages=[("inbrief.web", "static")]))
    app.add_middleware(Guard, settings=settings)
    app.add_exception_handler(NotSignedIn, _to_sign_in)
    app.add_exception_handler(NotOurForm, _not_our_form)
    app.add_exception_handler(NoSuch, _not_there)
    app.add_exception_handler(Purged, _gone)
    app.add_exception_handler(RequestValidationError, _not_there)
    app.add_exception_handler(HTTPException, _http)
    return app


class _Static(StaticFiles):
    """Style sheets are asked for by their version, so browsers may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200 and QueryParams(scope["query_string"]).get("v"):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def _health(request: Request) -> Response:
    site: Site = request.app.state.site
    parts = dict(site.service.health())
    return JSONResponse(parts, 200 if all(state == "ok" for state in parts.values()) else 503)


def _to_sign_in(request: Request, error: Exception) -> Response:
    then = error.then if isinstance(error, NotSignedIn) else "/"
    query = "" if then == "/" else "?" + str(QueryParams({"then": then}))
    return RedirectResponse(f"/sign-in{query}", 303)


def _not_our_form(request: Request, error: Exception) -> Response:
    sentence = _("This form is too old to be used. Nothing was changed. Go back, reload the page and try again.")
    return _sentence(request, 403, _("Please try again"), sentence)


def _not_there(request: Request, error: Exception) -> Response:
    return _sentence(request, 404, _("Not here"), _("There is no such page or brief."))


def _gone(request: Request, error: Exception) -> Response:
    return _sentence(request, 410, _("No longer kept"), _("Its time is over: only what was read of it is still here."))


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 404:
        return _not_there(request, error)
    return _sentence(request, status, _("Not possible"), _("That cannot be done here. Nothing was changed."))


def _sentence(request: Request, status: int, heading: str, sentence: str) -> Response:
    return visitor(request).page("sentence.html", status, heading=heading, sentence=sentence)
