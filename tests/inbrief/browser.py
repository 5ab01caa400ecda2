"""A browser in the test's own process: cookies, forms with their hidden inputs, and what a person reads."""

import re
from html import unescape

from fastapi.testclient import TestClient
from httpx2 import Response

__all__ = ["Response", "TestClient", "submit", "words_of"]


def submit(client: TestClient, page: Response, action: str, **typed: str) -> Response:
    """Send the form of `page` that goes to `action`, as a browser does: with its hidden inputs and its Origin."""
    forms = re.findall(rf'<form method="post" action="{re.escape(action)}".*?</form>', page.text, re.DOTALL)
    assert forms, f"no form for {action}"
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', forms[0]))
    origin = str(client.base_url).rstrip("/")
    answer: Response = client.post(action, data=hidden | typed, headers={"Origin": origin})
    return answer


def words_of(page: Response) -> str:
    """What a person reads on the page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text.partition("<body")[2])).split())
