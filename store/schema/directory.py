"""Tables of the agency's directory; nothing in it is deleted, history points to it."""

import datetime as dt

from sqlalchemy import Column, Date, ForeignKey, Named, Table, TypedColumns

from store.columns import Characters, Id, Instant, Json, Whole
from store.schema.base import metadata


class PersonColumns(TypedColumns):
    id: Named[str] = Column(Characters, primary_key=True)
    position: Named[int] = Column(Whole)  # the order of the directory decides between several holders of a role
    name: Named[str] = Column(Characters)
    roles: Named[tuple[str, ...]] = Column(Json)
    aliases: Named[tuple[str, ...]] = Column(Json)
    stand_in: Named[str | None] = Column(Characters, ForeignKey("person.id"))
    office: Named[str | None] = Column(Characters)  # one of the settings; None: where the agency is
    active: Named[bool]
    seed: Named[str | None] = Column(Characters)  # digest of the settings it came from; None: made on a page
    updated_at: Named[dt.datetime] = Column(Instant)


person = Table("person", metadata, PersonColumns)


class PersonAddressColumns(TypedColumns):
    address: Named[str] = Column(Characters, primary_key=True)
    person_id: Named[str] = Column(Characters, ForeignKey("person.id"), index=True)
    ordinal: Named[int] = Column(Whole)


person_address = Table("person_address", metadata, PersonAddressColumns)


class ClientColumns(TypedColumns):
    id: Named[str] = Column(Characters, primary_key=True)
    position: Named[int] = Column(Whole)
    name: Named[str] = Column(Characters)
    domains: Named[tuple[str, ...]] = Column(Json)
    addresses: Named[tuple[str, ...]] = Column(Json)
    account_executive: Named[str | None] = Column(Characters, ForeignKey("person.id"))
    country: Named[str | None] = Column(Characters)
    region: Named[str | None] = Column(Characters)
    currency: Named[str | None] = Column(Characters)
    time_zone: Named[str | None] = Column(Characters)
    billing: Named[str] = Column(Characters)
    team: Named[tuple[str, ...]] = Column(Json)
    active: Named[bool]
    seed: Named[str | None] = Column(Characters)
    updated_at: Named[dt.datetime] = Column(Instant)


client = Table("client", metadata, ClientColumns)


class BrandColumns(TypedColumns):
    client_id: Named[str] = Column(Characters, ForeignKey("client.id"), primary_key=True)
    id: Named[str] = Column(Characters, primary_key=True)
    position: Named[int] = Column(Whole)
    name: Named[str] = Column(Characters)
    words: Named[tuple[str, ...]] = Column(Json)
    active: Named[bool]


brand = Table("brand", metadata, BrandColumns)


class ClientAbsenceColumns(TypedColumns):
    id: Named[int] = Column(Id, primary_key=True)
    client_id: Named[str | None] = Column(Characters, ForeignKey("client.id"), index=True)
    address: Named[str] = Column(Characters)
    back_on: Named[dt.date | None] = Column(Date)
    message_id: Named[int] = Column(Id, ForeignKey("message.id"), unique=True)
    noted_at: Named[dt.datetime] = Column(Instant)


# What a client's out-of-office reply says: nobody there reads before that day.
client_absence = Table("client_absence", metadata, ClientAbsenceColumns)
