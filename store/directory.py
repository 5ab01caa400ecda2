"""The agency's directory: seeded from the settings, kept for ever, read as a whole."""

import datetime as dt
import hashlib
from collections import defaultdict
from dataclasses import replace

from sqlalchemy import Table, delete, insert, select, update

from briefs.roles import Brand, Client, Directory, Person, Role
from store import schema
from store.database import Transaction
from store.once import hold

_p = schema.person.c
_c = schema.client.c


def seed(tx: Transaction, directory: Directory, now: dt.datetime) -> None:
    """Bring people, clients and brands to what the settings say, by id.

    An entry of the settings that is as it was when last seeded is left alone, so what people changed on the pages
    stays. One that is gone from the settings becomes inactive; one that never came from there is not touched.
    """
    hold(tx, "directory")
    known = dict(tx.execute(select(_p.id, _p.seed)).all())
    changed = [person for person in directory.people if known.get(person.id, "") != _digest(person)]
    for person in changed:
        _upsert(tx, schema.person, person.id in known, _person_columns(person, now))
    for person in changed:  # once all are there: a stand-in may be further down the list
        tx.execute(update(schema.person).where(_p.id == person.id).values(stand_in=person.stand_in))
        _save_addresses(tx, person)
    _arrange(tx, schema.person, [person.id for person in directory.people], now)

    known = dict(tx.execute(select(_c.id, _c.seed)).all())
    for client in directory.clients:
        if known.get(client.id, "") != _digest(client):
            _upsert(tx, schema.client, client.id in known, _client_columns(client, now))
            _save_brands(tx, client)
    _arrange(tx, schema.client, [client.id for client in directory.clients], now)


def directory(tx: Transaction, base: Directory) -> Directory:
    """`base` with the people and clients as they are kept, the inactive ones too."""
    return replace(base, people=_people(tx), clients=_clients(tx))


def _people(tx: Transaction) -> tuple[Person, ...]:
    a = schema.person_address.c
    addresses: dict[str, list[str]] = defaultdict(list)
    for person_id, address in tx.execute(select(a.person_id, a.address).order_by(a.ordinal)):
        addresses[person_id].append(address)
    return tuple(
        Person(
            id=row.id,
            name=row.name,
            addresses=tuple(addresses[row.id]),
            roles=frozenset(Role(role) for role in row.roles),
            aliases=row.aliases,
            stand_in=row.stand_in,
            office=row.office,
            active=row.active,
        )
        for row in tx.execute(select(schema.person).order_by(_p.position, _p.id))
    )


def _clients(tx: Transaction) -> tuple[Client, ...]:
    b = schema.brand.c
    brands: dict[str, list[Brand]] = defaultdict(list)
    columns = (b.client_id, b.id, b.name, b.words)
    for client_id, id, name, words in tx.execute(select(*columns).where(b.active).order_by(b.position, b.id)):
        brands[client_id].append(Brand(id, name, words))
    return tuple(
        Client(
            id=row.id,
            name=row.name,
            domains=row.domains,
            addresses=row.addresses,
            account_executive=row.account_executive,
            country=row.country,
            region=row.region,
            currency=row.currency,
            time_zone=row.time_zone,
            billing=row.billing,
            brands=tuple(brands[row.id]),
            team=row.team,
            active=row.active,
        )
        for row in tx.execute(select(schema.client).order_by(_c.position, _c.id))
    )


def _person_columns(person: Person, now: dt.datetime) -> dict[str, object]:
    return {
        "id": person.id,
        "position": 0,
        "name": person.name,
        "roles": sorted(person.roles),
        "aliases": person.aliases,
        "office": person.office,
        "active": person.active,
        "seed": _digest(person),
        "updated_at": now,
    }


def _client_columns(client: Client, now: dt.datetime) -> dict[str, object]:
    return {
        "id": client.id,
        "position": 0,
        "name": client.name,
        "domains": client.domains,
        "addresses": client.addresses,
        "account_executive": client.account_executive,
        "country": client.country,
        "region": client.region,
        "currency": client.currency,
        "time_zone": client.time_zone,
        "billing": client.billing,
        "team": client.team,
        "active": client.active,
        "seed": _digest(client),
        "updated_at": now,
    }


def _save_addresses(tx: Transaction, person: Person) -> None:
    """An address belongs to one person: whoever the settings name last. History points to people, not to addresses."""
    a = schema.person_address.c
    tx.execute(delete(schema.person_address).where((a.person_id == person.id) | a.address.in_(person.addresses)))
    for ordinal, address in enumerate(person.addresses):
        tx.execute(insert(schema.person_address).values(address=address, person_id=person.id, ordinal=ordinal))


def _save_brands(tx: Transaction, client: Client) -> None:
    b = schema.brand.c
    known = set(tx.execute(select(b.id).where(b.client_id == client.id)).scalars())
    tx.execute(update(schema.brand).where(b.client_id == client.id).values(active=False))
    for position, brand in enumerate(client.brands):
        columns = {"position": position, "name": brand.name, "words": brand.words, "active": True}
        if brand.id in known:
            tx.execute(update(schema.brand).where(b.client_id == client.id, b.id == brand.id).values(**columns))
        else:
            tx.execute(insert(schema.brand).values(client_id=client.id, id=brand.id, **columns))


def _upsert(tx: Transaction, table: Table, known: bool, columns: dict[str, object]) -> None:
    if known:
        tx.execute(update(table).where(table.c.id == columns["id"]).values(**columns))
    else:
        tx.execute(insert(table).values(**columns))


def _arrange(tx: Transaction, table: Table, ids: list[str], now: dt.datetime) -> None:
    """The order of the settings, and out of service what they no longer name."""
    for position, id in enumerate(ids):
        tx.execute(update(table).where(table.c.id == id, table.c.position != position).values(position=position))
    gone = update(table).where(table.c.seed.is_not(None), table.c.active, table.c.id.not_in(ids))
    # The digest goes too: should the settings name them again, they come back.
    tx.execute(gone.values(active=False, seed="", updated_at=now))


def _digest(said: Person | Client) -> str:
    """Of what the settings say of one; a set has no order of its own."""
    if isinstance(said, Person):
        said, roles = replace(said, roles=frozenset()), sorted(said.roles)
        return hashlib.sha256(repr((said, roles)).encode()).hexdigest()
    return hashlib.sha256(repr(said).encode()).hexdigest()
