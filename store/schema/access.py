"""Tables of who may act and who did: sign-in links, sessions and the audit."""

import datetime as dt

from sqlalchemy import Column, ForeignKey, Named, Table, TypedColumns

from store.columns import Characters, Id, Instant, Json, Whole
from store.schema.base import metadata


class SignInLinkColumns(TypedColumns):
    token_sha256: Named[str] = Column(Characters, primary_key=True)
    person_id: Named[str] = Column(Characters, ForeignKey("person.id"))
    brief_id: Named[int | None] = Column(Id, ForeignKey("brief.id"))
    revision: Named[int | None] = Column(Whole)
    created_at: Named[dt.datetime] = Column(Instant)
    expires_at: Named[dt.datetime] = Column(Instant)
    used_at: Named[dt.datetime | None] = Column(Instant)


# Only hashes of tokens are kept: who reads the database cannot sign in with it.
sign_in_link = Table("sign_in_link", metadata, SignInLinkColumns)


class SignInSessionColumns(TypedColumns):
    token_sha256: Named[str] = Column(Characters, primary_key=True)
    person_id: Named[str] = Column(Characters, ForeignKey("person.id"), index=True)
    created_at: Named[dt.datetime] = Column(Instant)
    expires_at: Named[dt.datetime] = Column(Instant)
    ended_at: Named[dt.datetime | None] = Column(Instant)


sign_in_session = Table("sign_in_session", metadata, SignInSessionColumns)


class ActionColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    acted_at: Named[dt.datetime] = Column(Instant)
    actor: Named[str] = Column(Characters)  # a person's address (`--as`), or "inbrief"
    kind: Named[str] = Column(Characters)
    brief_id: Named[int | None] = Column(Id, ForeignKey("brief.id"), index=True)
    parameters: Named[dict[str, object]] = Column(Json)


action = Table("action", metadata, ActionColumns)
