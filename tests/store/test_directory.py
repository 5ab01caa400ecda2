"""The directory follows the settings, keeps what people changed since, and never forgets anybody."""

from dataclasses import replace

from sqlalchemy import update

from briefs.roles import Brand, Client, Directory, Person, Role
from store import briefs, directory, schema
from store.database import Database, Transaction
from tests.store.samples import ANA, HOUSE, LATER, NORTHPEAK, NOW, SAM, create, receive, seed

BARE = replace(HOUSE, people=(), clients=())


def kept(tx: Transaction) -> Directory:
    return directory.directory(tx, BARE)


def test_the_directory_comes_back_as_the_settings_have_it(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)

        assert kept(tx) == HOUSE


def test_seeding_twice_is_seeding_once(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        directory.seed(tx, HOUSE, LATER)

        assert kept(tx) == HOUSE
        assert set(tx.execute(schema.person.select()).scalars()) == {"sam", "ana"}


def test_what_the_settings_change_is_changed(database: Database) -> None:
    sam = replace(SAM, name="Sam O.", addresses=("so@brightwater.example", *SAM.addresses), stand_in=None)
    northpeak = replace(NORTHPEAK, country="US", team=("ana",), brands=(Brand("ridge", "Ridge"),))
    changed = replace(HOUSE, people=(ANA, sam), clients=(Client("kestrel", "Kestrel"), northpeak))
    with database.transaction() as tx:
        seed(tx)
        directory.seed(tx, changed, LATER)

        assert kept(tx) == changed


def test_what_people_changed_stays_until_the_settings_change_too(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        tx.execute(update(schema.person).where(schema.person.c.id == "sam").values(name="Samuel"))
        directory.seed(tx, HOUSE, LATER)
        assert kept(tx).people[0].name == "Samuel"

        directory.seed(tx, replace(HOUSE, people=(replace(SAM, name="S. Ortiz"), ANA)), LATER)
        assert kept(tx).people[0].name == "S. Ortiz"


def test_whoever_left_is_inactive_and_still_known(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        brief = create(tx, receive(tx))
        directory.seed(tx, replace(HOUSE, people=(ANA,), clients=()), LATER)

        people = {person.id: person.active for person in kept(tx).people}
        assert people == {"sam": False, "ana": True}
        assert [client.active for client in kept(tx).clients] == [False]
        assert briefs.get(tx, brief.id).owner_id == "sam"


def test_whoever_comes_back_is_active_again(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        directory.seed(tx, replace(HOUSE, people=(ANA,), clients=()), NOW)
        directory.seed(tx, HOUSE, LATER)

        assert kept(tx) == HOUSE


def test_whoever_was_never_in_the_settings_is_left_alone(database: Database) -> None:
    with database.transaction() as tx:
        seed(tx)
        tx.execute(update(schema.person).where(schema.person.c.id == "ana").values(seed=None))
        directory.seed(tx, replace(HOUSE, people=(SAM,)), LATER)

        assert all(person.active for person in kept(tx).people)


def test_an_address_goes_over_to_whom_the_settings_give_it(database: Database) -> None:
    desk = Person("desk", "Front desk", ANA.addresses, frozenset({Role.ACCOUNT_COORDINATOR}))
    with database.transaction() as tx:
        seed(tx)
        directory.seed(
            tx, replace(HOUSE, people=(SAM, replace(ANA, addresses=("a@brightwater.example",)), desk)), LATER
        )

        found = kept(tx).person_at("ana@brightwater.example")
        assert found is not None
        assert found.id == "desk"


def test_two_clients_may_have_a_brand_of_the_same_name(database: Database) -> None:
    kestrel = Client("kestrel", "Kestrel", brands=(Brand("zest", "Zest too"),))
    with database.transaction() as tx:
        directory.seed(tx, replace(HOUSE, clients=(NORTHPEAK, kestrel)), NOW)

        assert [client.brands[0].name for client in kept(tx).clients] == ["Zest", "Zest too"]
