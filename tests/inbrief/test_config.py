"""Settings: every problem at once, with its place; the environment before the file; secrets by name only."""

import textwrap
from pathlib import Path

import pytest
import yaml

from inbrief.config import Config, LimitSettings
from inbrief.config_file import own_words_of, read_config
from inbrief.errors import BadConfig
from ingest.limits import Limits
from tests.inbrief.house import settings


def problems(path: Path) -> list[str]:
    with pytest.raises(BadConfig) as refused:
        read_config(path)
    return [str(problem) for problem in refused.value.problems]


def changed(tmp_path: Path, **sections: object) -> Path:
    return settings(tmp_path, **sections)


def test_the_file_of_the_repository_is_accepted() -> None:
    config = read_config(Path(__file__).parents[2] / "config.yaml")

    assert config.web.demo
    assert config.samples is not None


def test_five_mistakes_are_five_problems_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(
        textwrap.dedent("""\
        agency: {name: Brightwater, domains: [b.example], intake_owner: sam, time_zone: Mars/Olympus, country: US}
        colour: green
        mailboxes:
          - {name: intake, imap: {host: imap.example, port: often, auth: {user: x, password_env: X}}}
        outgoing: {from: nobody, folder: var/outgoing}
        people:
          - {id: sam, name: Sam, addresses: [sam@brightwater.example], roles: [wizard]}
        web: {listen: "127.0.0.1:8000", demo: true}
        """)
    )

    found = problems(path)

    assert len(found) == 5
    assert [line.partition(": ")[0] for line in found] == [
        "config.yaml:1",
        "config.yaml:4",
        "config.yaml:5",
        "config.yaml:7",
        "config.yaml:2",
    ]
    assert "agency.time_zone: expected an IANA time zone such as Europe/Berlin, got 'Mars/Olympus'" in found[0]
    assert "colour: no such setting" in found[4]


@pytest.mark.parametrize(
    ("section", "value", "sentence"),
    [
        ("agency", None, "agency: missing"),
        ("clients", [{"id": "a", "name": "A", "country": "XX"}], "expected an ISO 3166 country code such as US"),
        ("people", [], "people: "),
        ("mailboxes", [{"name": "intake"}], "mailboxes[0]: expected one of folder and imap"),
        (
            "mailboxes",
            [{"name": "i", "imap": {"host": "imap.example", "auth": {"user": "x", "password": "hunter2"}}}],
            "a password does not stand in the settings",
        ),
        (
            "sign_off_limits",
            {"account_executive": {"budget": "lots"}},
            'expected a sum and a currency such as "25000 USD"',
        ),
        (
            "clients",
            [{"id": "x", "name": "X", "country": "DE", "region": "TX"}],
            "clients[0].region: 'TX' is no region of DE; expected one of BB, BE",
        ),
        ("limits", {"recipients": 0}, "limits.recipients: "),
        ("limits", {"depth": "deep"}, "limits.depth: "),
        ("limits", {"size": 1}, "limits.size: no such setting"),
        (
            "agency",
            {
                "name": "Brightwater",
                "domains": ["brightwater.example"],
                "intake_owner": "ana",
                "time_zone": "Europe/London",
                "country": "GB",
                "work_day": ["17:00", "09:00"],
            },
            "work_day: expected it to end after it begins",
        ),
        (
            "jobs",
            {"hologram": {"rounds": 2}},
            "jobs.hologram.lead_time: a kind of job of your own needs its working days",
        ),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, section: str, value: object, sentence: str) -> None:
    path = changed(tmp_path, **{section: value})

    assert sentence in "\n".join(problems(path))


def test_every_limit_is_settable_and_the_file_names_the_defaults() -> None:
    written = yaml.safe_load((Path(__file__).parents[2] / "config.yaml").read_text(encoding="utf-8"))["limits"]

    assert written.keys() == LimitSettings.model_fields.keys()
    assert LimitSettings(**written).of_a_message == Limits()


def test_a_secret_never_stands_in_a_problem(tmp_path: Path) -> None:
    box = {"name": "i", "imap": {"host": "imap.example", "auth": {"user": "x", "password": "hunter2"}}}

    assert "hunter2" not in "\n".join(problems(changed(tmp_path, mailboxes=[box])))


@pytest.mark.parametrize(
    ("people_change", "sentence"),
    [
        ({"stand_in": "nobody"}, "people[0].stand_in: expected the id of a person (sam), got 'nobody'"),
        ({"office": "rome"}, "people[0].office: expected an id of agency.offices (there is none), got 'rome'"),
        ({"id": "kim"}, "agency.intake_owner: expected the id of a person (kim), got 'sam'"),
    ],
)
def test_a_name_that_points_nowhere_is_named(tmp_path: Path, people_change: dict[str, str], sentence: str) -> None:
    person = {
        "id": "sam",
        "name": "Sam",
        "addresses": ["sam@brightwater.example"],
        "roles": ["traffic"],
        **people_change,
    }

    assert any(sentence in line for line in problems(changed(tmp_path, people=[person], clients=[])))


def test_one_address_belongs_to_one_person(tmp_path: Path) -> None:
    people = [
        {"id": id, "name": id, "addresses": ["sam@brightwater.example"], "roles": ["traffic"]} for id in ("sam", "ana")
    ]

    assert any("also of people[0]" in line for line in problems(changed(tmp_path, people=people, clients=[])))


def test_a_demo_with_a_real_mailbox_is_refused(tmp_path: Path) -> None:
    box = {"name": "i", "imap": {"host": "imap.example", "auth": {"user": "x", "password_env": "X"}}}

    assert any("web.demo" in line for line in problems(changed(tmp_path, mailboxes=[box])))


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = settings(tmp_path)
    path.write_text(path.read_text() + "\ndatabase: sqlite:///other.db\n")

    assert "'database' stands twice" in problems(path)[0]


@pytest.mark.parametrize("text", ["", "- a list\n", "just words", "agency: {name: [}", "\x00"])
def test_a_file_that_holds_no_settings_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(text)

    assert problems(path)


def test_a_missing_file_names_the_mend(tmp_path: Path) -> None:
    assert "--config or INBRIEF_CONFIG" in problems(tmp_path / "none.yaml")[0]


def test_the_environment_comes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INBRIEF_AGENCY__COUNTRY", "GB")
    monkeypatch.setenv("INBRIEF_DATABASE", "sqlite:////srv/inbrief.db")

    config = read_config(settings(tmp_path))

    assert config.agency.country == "GB"
    assert config.agency.name == "Brightwater"
    assert config.database == "sqlite:////srv/inbrief.db"


def test_paths_are_those_of_the_files_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = settings(tmp_path)
    monkeypatch.chdir("/")

    config = read_config(path)

    assert config.mailboxes[0].folder == tmp_path / "intake"
    assert config.database == f"sqlite:///{tmp_path}/inbrief.db"


def test_every_key_of_the_repositorys_file_is_known() -> None:
    tree = yaml.safe_load((Path(__file__).parents[2] / "config.yaml").read_text())

    assert set(tree) <= set(Config.model_fields)


def test_a_vocabulary_is_checked_with_the_settings_and_says_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "house.jsonl").write_text('{"label": "deliverabel", "pattern": "zonk"}\n{}\n')

    found = problems(changed(tmp_path, vocabulary="words"))

    assert len(found) == 2
    assert "vocabulary: house.jsonl:1: label: expected one of achieve, " in found[0]
    assert found[0].endswith("got 'deliverabel'")


def test_a_vocabulary_may_name_the_agencys_own_kinds_of_job(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "house.jsonl").write_text('{"label": "deliverable", "pattern": "zonk", "id": "zonk"}\n')

    config = read_config(changed(tmp_path, vocabulary="words", jobs={"zonk": {"lead_time": 3, "rounds": 1}}))

    assert [entry.id for entry in own_words_of(config)] == ["zonk"]


def test_a_brand_without_an_id_has_one_made_of_its_name(tmp_path: Path) -> None:
    path = settings(tmp_path)
    given = yaml.safe_load(path.read_text())
    given["clients"][0]["brands"] = [{"name": "Zest Card", "words": ["zest"]}]
    path.write_text(yaml.safe_dump(given))

    (brand,) = read_config(path).directory.clients[0].brands
    assert (brand.id, brand.name) == ("zest-card", "Zest Card")
