"""Who hears of what."""

from briefs.roles import Client, Directory, Person, Role


def person(id: str, *roles: Role, stand_in: str | None = None, active: bool = True) -> Person:
    return Person(id, id.title(), (f"{id}@brightwater.example",), frozenset(roles), stand_in=stand_in, active=active)


SAM = person("sam", Role.ACCOUNT_EXECUTIVE, stand_in="ana")
ANA = person("ana", Role.ACCOUNT_EXECUTIVE)
TOM = person("tom", Role.TRAFFIC)
MIA = person("mia", Role.ACCOUNT_MANAGER)
NORTHPEAK = Client("northpeak", "Northpeak", domains=("northpeak.example",), account_executive="ana")
FREEMAIL = Client("bakery", "Bakery", addresses=("rosa@mail.example",))
HOUSE = Directory(
    "Brightwater",
    ("brightwater.example",),
    "US",
    "America/New_York",
    "sam",
    (SAM, ANA, TOM, MIA),
    (NORTHPEAK, FREEMAIL),
)


def test_a_forward_is_answered_to_the_forwarding_ae() -> None:
    assert HOUSE.summary_goes_to("sam@brightwater.example", NORTHPEAK) == SAM


def test_a_forward_by_traffic_is_answered_to_the_clients_ae() -> None:
    assert HOUSE.summary_goes_to("tom@brightwater.example", NORTHPEAK) == ANA


def test_an_unknown_client_is_the_intake_owners() -> None:
    assert HOUSE.summary_goes_to(None, None) == SAM


def test_a_forwarder_outside_the_house_hears_nothing() -> None:
    assert HOUSE.summary_goes_to("eve@elsewhere.example", NORTHPEAK) == ANA


def test_a_subdomain_is_the_clients_too() -> None:
    assert HOUSE.client_at("dana@mail.northpeak.example") == NORTHPEAK


def test_a_freemail_client_is_known_by_the_exact_address_only() -> None:
    assert HOUSE.client_at("rosa@mail.example") == FREEMAIL
    assert HOUSE.client_at("other@mail.example") is None


def test_a_bounce_goes_to_the_stand_in_first() -> None:
    assert HOUSE.next_person_up({"sam@brightwater.example"}) == ANA


def test_a_bounce_of_the_stand_in_too_goes_up() -> None:
    assert HOUSE.next_person_up({"sam@brightwater.example", "ana@brightwater.example"}) == MIA


def test_when_nobody_is_left_nobody_is_told() -> None:
    assert HOUSE.next_person_up({one.address for one in HOUSE.people}) is None


def test_someone_inactive_is_nobody() -> None:
    gone = Directory("B", (), "US", "America/New_York", "sam", (person("sam", Role.TRAFFIC, active=False),))

    assert gone.person_at("sam@brightwater.example") is None
    assert gone.holders(Role.TRAFFIC) == ()
