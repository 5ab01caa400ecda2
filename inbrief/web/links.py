"""Links into the pages, and which of them are ours."""

from urllib.parse import urlencode


def sign_in_link(base_url: str, token: str, then: str = "/") -> str:
    """The link that a sign-in mail carries; opening it shows a button, and only the button signs in."""
    return f"{base_url}/sign-in/{token}" + ("" if then == "/" else "?" + urlencode({"then": then}))


def own_path(given: str) -> str:
    """A path on these pages to go on to, else "/": never another host, whatever a browser makes of odd slashes."""
    own = given.startswith("/") and given[1:2] not in ("/", "\\") and given.isascii() and given.isprintable()
    return given if own and " " not in given and "\\" not in given and len(given) <= 300 else "/"
