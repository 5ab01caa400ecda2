"""Signing in: links for one use and the sessions they open. Only hashes of tokens come here."""

import datetime as dt

from sqlalchemy import insert, select, update

from store import schema
from store.database import Transaction

_l = schema.sign_in_link.c
_s = schema.sign_in_session.c


def create_link(
    tx: Transaction,
    token_hash: str,
    person_id: str,
    brief_id: int | None,
    expires_at: dt.datetime,
    now: dt.datetime,
    *,
    revision: int | None = None,
) -> None:
    """`token_hash` is the sha256 of the token in hex; the brief and the revision are where the link leads."""
    tx.execute(
        insert(schema.sign_in_link).values(
            token_sha256=token_hash,
            person_id=person_id,
            brief_id=brief_id,
            revision=revision,
            created_at=now,
            expires_at=expires_at,
        )
    )


def use_link(tx: Transaction, token_hash: str, now: dt.datetime) -> str | None:
    """Whom it signs in, the first time and before it expires; None ever after. Of two at once, one gets in."""
    used = (
        update(schema.sign_in_link)
        .where(_l.token_sha256 == token_hash, _l.used_at.is_(None), _l.expires_at > now)
        .values(used_at=now)
        .returning(_l.person_id)
    )
    person_id = tx.execute(used).scalar_one_or_none()
    return person_id if person_id is not None and _is_active(tx, person_id) else None


def create_session(tx: Transaction, token_hash: str, person_id: str, expires_at: dt.datetime, now: dt.datetime) -> None:
    values = {"token_sha256": token_hash, "person_id": person_id, "created_at": now, "expires_at": expires_at}
    tx.execute(insert(schema.sign_in_session).values(**values))


def session_person(tx: Transaction, token_hash: str, now: dt.datetime) -> str | None:
    """Whose session it is; None when it has ended or expired, or the person has left."""
    p = schema.person.c
    open_session = (
        select(_s.person_id)
        .join(schema.person, p.id == _s.person_id)
        .where(_s.token_sha256 == token_hash, _s.ended_at.is_(None), _s.expires_at > now, p.active)
    )
    return tx.execute(open_session).scalar_one_or_none()


def end_session(tx: Transaction, token_hash: str, now: dt.datetime) -> None:
    ended = update(schema.sign_in_session).where(_s.token_sha256 == token_hash, _s.ended_at.is_(None))
    tx.execute(ended.values(ended_at=now))


def _is_active(tx: Transaction, person_id: str) -> bool:
    p = schema.person.c
    return tx.execute(select(p.active).where(p.id == person_id)).scalar_one()
