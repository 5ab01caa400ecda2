"""What every request must pass before a page sees it, and the headers every answer carries."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from inbrief.web.settings import WebSettings, is_loopback

LARGEST_BODY = 64 * 1024
_FORWARDING = frozenset({"forwarded", "via", "x-real-ip"})
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # "no-referrer" would make browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Refuses other hosts' names, other sites' forms and oversized bodies; in the demo anything that was forwarded.

    A page of a stranger can point its own name at this machine (DNS rebinding) and then talk to a demo that asks for
    no sign-in; its requests carry that name as Host.
    """

    def __init__(self, app: ASGIApp, settings: WebSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], scope["path"], headers)
        if refusal is not None:
            await refusal(scope, receive, self._with_headers(send))
            return
        await self._app(scope, _bounded(receive), self._with_headers(send))

    def _refusal(self, method: str, path: str, headers: Headers) -> PlainTextResponse | None:
        if self._settings.demo and any(name in _FORWARDING or name.startswith("x-forwarded") for name in headers):
            return PlainTextResponse("The demo asks for no sign-in, so it is not served through a proxy.\n", 403)
        hosts = headers.getlist("host")
        # A load balancer asks for health by the machine's address.
        if (len(hosts) != 1 or not self._ours(hosts[0])) and (self._settings.demo or path != "/healthz"):
            return PlainTextResponse("These pages are not served under that name.\n", 421)
        if method not in ("GET", "HEAD") and _from_elsewhere(headers, hosts[0]):
            return PlainTextResponse("This form was sent from another site. Nothing was changed.\n", 403)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            return PlainTextResponse("That is more than a form here can hold. Nothing was changed.\n", 413)
        return None

    def _ours(self, host: str) -> bool:
        name = host_name(host)
        return name == self._settings.base_host or is_loopback(name)

    def _with_headers(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)  # what strangers wrote comes with a stricter policy of its own
                headers.setdefault("Cache-Control", "no-store")
                if self._settings.https:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        return sending


def host_name(host: str) -> str:
    """The name of a Host header without its port, in lower case; "" when it is malformed."""
    name, colon, port = host.rpartition(":")
    if not colon or (host.startswith("[") and host.endswith("]")):
        name, port = host, "0"
    return name.lower().strip("[]") if port.isdecimal() else ""


def _from_elsewhere(headers: Headers, host: str) -> bool:
    """Browsers say where a form was sent from; without Origin it is no browser of the last years, and has no cookie."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "same-origin")
    if site not in ("same-origin", "none"):
        return True
    return origin is not None and origin.partition("://")[2].lower() != host.lower()


def _bounded(receive: Receive) -> Receive:
    """A body sent in chunks has no length to look at: it ends where it grows too large, and its form then fails."""
    received = 0

    async def receiving() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > LARGEST_BODY:
            return {"type": "http.disconnect"}
        return message

    return receiving
