"""What cookies and forms carry so that only our own pages can have made them."""

import hmac
import secrets

from itsdangerous import BadSignature, Signer


class Tokens:
    """Signs with one secret; each use has its own salt, so one kind of token never passes for another."""

    def __init__(self, secret: bytes) -> None:
        self._forms = Signer(secret, salt="inbrief.web.form")
        self._acting = Signer(secret, salt="inbrief.web.acting")

    def new_visit(self) -> str:
        return secrets.token_urlsafe(18)

    def for_form(self, visit: str, session: str) -> str:
        """Goes into every form; it is good for this browser's visit and this session only."""
        return self._forms.get_signature(f"{visit}/{session}").decode()

    def form_is_ours(self, given: str, visit: str, session: str) -> bool:
        return bool(visit) and hmac.compare_digest(given.encode(), self.for_form(visit, session).encode())

    def acting_as(self, person_id: str) -> str:
        return self._acting.sign(person_id.encode()).decode()

    def acting_person(self, cookie: str) -> str | None:
        try:
            return self._acting.unsign(cookie).decode()
        except BadSignature:
            return None
