"""What only files can show."""

import datetime as dt
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.errors import Misconfigured, Unreachable
from ingest.folder import FolderSource
from ingest.memory import MemoryLedger
from ingest.source import RawMessage
from tests.ingest.places import EARLIER, LIMITS, NOW, FolderPlace, MaildirPlace, Waiting, keep, message, received

JUST_NOW = NOW - dt.timedelta(seconds=1)
NOBODY = 65534


@pytest.fixture
def place(tmp_path: Path) -> FolderPlace:
    return FolderPlace(tmp_path)


@pytest.fixture
def maildir(tmp_path: Path) -> MaildirPlace:
    return MaildirPlace(tmp_path)


def write(path: Path, content: bytes, at: dt.datetime = EARLIER) -> Path:
    path.write_bytes(content)
    os.utime(path, (at.timestamp(),) * 2)
    return path


def test_a_sighting_is_the_file_name(place: FolderPlace) -> None:
    write(place.folder / "banner.eml", message("one"))

    (found,) = received(place.source())
    assert (found.sighting.uid_validity, found.sighting.uid) == (0, "banner.eml")


def test_a_file_written_a_moment_ago_waits_for_a_second_look(place: FolderPlace) -> None:
    source = place.source()
    write(place.folder / "banner.eml", message("one"), JUST_NOW)

    assert received(source) == []
    assert len(received(source)) == 1


def test_a_file_that_grew_between_two_looks_waits_on(place: FolderPlace) -> None:
    source = place.source()
    write(place.folder / "banner.eml", message("one"), JUST_NOW)
    received(source)
    write(place.folder / "banner.eml", message("one", lines=2), JUST_NOW)

    assert received(source) == []
    assert received(source)[0].content == message("one", lines=2)


def test_a_file_touched_between_two_looks_waits_on(place: FolderPlace) -> None:
    source = place.source()
    write(place.folder / "banner.eml", message("one"), JUST_NOW)
    received(source)
    write(place.folder / "banner.eml", message("one"), JUST_NOW + dt.timedelta(milliseconds=10))

    assert received(source) == []


def test_a_file_of_two_seconds_ago_is_read_in_the_first_pass(place: FolderPlace) -> None:
    write(place.folder / "banner.eml", message("one"), NOW - dt.timedelta(seconds=2))

    assert len(received(place.source())) == 1


def test_a_file_dropped_while_waiting_is_read_after_it(place: FolderPlace) -> None:
    source, ledger = place.source(), MemoryLedger()
    keep(source, ledger)

    with Waiting(source) as waiting:
        write(place.folder / "banner.eml", message("one"), JUST_NOW)
        assert waiting.returned()
    assert keep(source, ledger) == ["one"]


@pytest.mark.parametrize("name", [".banner.eml", "banner.eml.tmp", "banner.eml.part", "banner.txt", "banner"])
def test_files_of_other_names_are_passed_over(place: FolderPlace, name: str) -> None:
    write(place.folder / name, message("one"))
    source = place.source()

    assert (received(source), source.problems) == ([], [])


def test_a_link_is_named_and_not_followed(place: FolderPlace, tmp_path: Path) -> None:
    secret = write(tmp_path / "secret", b"root:x:0:0")
    (place.folder / "link.eml").symlink_to(secret)
    source = place.source()

    assert received(source) == []
    assert source.problems == [
        f"{place.folder}/link.eml: is a link, and links are not followed; put the file itself here"
    ]


def test_a_link_that_leads_nowhere_is_named(place: FolderPlace) -> None:
    (place.folder / "link.eml").symlink_to("nowhere")
    source = place.source()

    assert received(source) == []
    assert "is a link" in source.problems[0]


def test_a_named_pipe_does_not_hold_up_the_pass(place: FolderPlace) -> None:
    os.mkfifo(place.folder / "pipe.eml")
    write(place.folder / "z.eml", message("one"))
    source = place.source()

    assert len(received(source)) == 1
    assert source.problems == [f"{place.folder}/pipe.eml: cannot be read: not a regular file"]


def test_a_folder_with_the_name_of_a_message_is_named(place: FolderPlace) -> None:
    (place.folder / "folder.eml").mkdir()
    source = place.source()

    assert received(source) == []
    assert source.problems == [f"{place.folder}/folder.eml: cannot be read: Is a directory"]


def test_the_folder_itself_may_be_a_link(place: FolderPlace, tmp_path: Path) -> None:
    write(place.folder / "banner.eml", message("one"))
    (tmp_path / "elsewhere").symlink_to(place.folder)

    assert len(received(FolderSource("intake", tmp_path / "elsewhere", LIMITS))) == 1


def test_a_file_that_may_not_be_read_is_named_and_the_next_one_comes() -> None:
    with folder_of_nobody() as folder:
        source = FolderSource("intake", folder, LIMITS)
        write(folder / "closed.eml", message("closed")).chmod(0)
        write(folder / "open.eml", message("open"))
        with as_nobody():
            found = received(source)

        assert [one.content for one in found] == [message("open")]
        assert source.problems == [
            f"{folder}/closed.eml: may not be read by this user; allow it, and it is read on the next pass"
        ]


def test_a_file_that_may_be_read_now_comes_and_is_no_problem_any_more(place: FolderPlace) -> None:
    write(place.folder / "target", message("one"))
    (place.folder / "banner.eml").symlink_to("target")
    source = place.source()
    received(source)
    (place.folder / "banner.eml").unlink()
    (place.folder / "target").rename(place.folder / "banner.eml")

    assert len(received(source)) == 1
    assert source.problems == []


def test_a_folder_that_may_not_be_read_is_misconfigured() -> None:
    with folder_of_nobody() as folder:
        folder.chmod(0)

        with as_nobody(), pytest.raises(Misconfigured, match="may not be read by this user"):
            received(FolderSource("intake", folder, LIMITS))


def test_a_name_that_is_not_unicode_can_be_stored(place: FolderPlace) -> None:
    raw = os.fsencode(place.folder) + b"/m\xfcller.eml"
    write(Path(os.fsdecode(raw)), message("one"))
    source = place.source(processed=True)
    (found,) = received(source)

    assert found.sighting.uid == "m\\xfcller.eml"
    source.done(found.sighting)
    assert place.moved() == ["one"]


def test_a_file_from_the_far_future_is_a_message(place: FolderPlace) -> None:
    source = place.source()
    path = write(place.folder / "banner.eml", message("one"))
    os.utime(path, (2.0**40, 2.0**40))
    received(source)

    assert len(received(source)) == 1


def test_an_empty_file_is_a_message_without_content(place: FolderPlace) -> None:
    write(place.folder / "empty.eml", b"")

    assert [found.content for found in received(place.source())] == [b""]


def test_a_missing_folder_is_unreachable_until_it_is_there(tmp_path: Path) -> None:
    source = FolderSource("intake", tmp_path / "later", LIMITS)
    with pytest.raises(Unreachable, match=r"intake: there is no folder .*/later; make it, or correct `folder`"):
        received(source)
    (tmp_path / "later").mkdir()
    write(tmp_path / "later" / "banner.eml", message("one"))

    assert len(received(source)) == 1


def test_a_missing_folder_does_not_end_the_wait(tmp_path: Path) -> None:
    source = FolderSource("intake", tmp_path / "later", LIMITS, every=0.01)

    with Waiting(source) as waiting:
        assert not waiting.returned(within=0.1)


def test_a_folder_that_is_a_file_is_misconfigured(tmp_path: Path) -> None:
    write(tmp_path / "intake", b"")

    with pytest.raises(Misconfigured, match="is not a folder"):
        received(FolderSource("intake", tmp_path / "intake", LIMITS))


def test_what_is_moved_overwrites_nothing(place: FolderPlace, tmp_path: Path) -> None:
    (tmp_path / "processed").mkdir()
    write(tmp_path / "processed" / "banner.eml", message("last week's"))
    write(place.folder / "banner.eml", message("one"))
    source = place.source(processed=True)
    (found,) = received(source)

    source.done(found.sighting)
    assert sorted(place.moved()) == ["last week's", "one"]
    assert (tmp_path / "processed" / "banner-2.eml").exists()


def test_a_move_cut_off_between_its_two_steps_is_finished(place: FolderPlace, tmp_path: Path) -> None:
    (tmp_path / "processed").mkdir()
    path = write(place.folder / "banner.eml", message("one"))
    source = place.source(processed=True)
    (found,) = received(source)
    os.link(path, tmp_path / "processed" / "banner.eml")

    source.done(found.sighting)
    assert (place.lying(), place.moved()) == ([], ["one"])


def test_a_folder_for_what_is_processed_that_cannot_be_made_is_named(place: FolderPlace, tmp_path: Path) -> None:
    write(place.folder / "banner.eml", message("one"))
    source = FolderSource("intake", place.folder, LIMITS, processed=tmp_path / "no" / "such")
    (found,) = received(source)

    source.done(found.sighting)
    assert re.search(r"cannot make the folder .*/no/such", source.problems[0])


def test_a_move_to_another_file_system_is_refused_with_the_mend(place: FolderPlace) -> None:
    other = Path("/dev/shm")  # noqa: S108 - only looked for a second file system
    if not other.is_dir() or other.stat().st_dev == place.folder.stat().st_dev:
        pytest.skip("this machine has no second file system to write to")
    write(place.folder / "banner.eml", message("one"))
    with tempfile.TemporaryDirectory(dir=other) as elsewhere:
        source = FolderSource("intake", place.folder, LIMITS, processed=Path(elsewhere))
        (found,) = received(source)

        source.done(found.sighting)
        assert "on the same file system" in source.problems[0]
    assert place.lying() == ["one"]


def test_what_cannot_be_moved_does_not_stop_what_is_new(place: FolderPlace, tmp_path: Path) -> None:
    ledger = MemoryLedger()
    write(place.folder / "a.eml", message("one"))
    keep(place.source(), ledger)
    write(place.folder / "b.eml", message("two"))
    source = FolderSource("intake", place.folder, LIMITS, processed=tmp_path / "no" / "such")

    assert keep(source, ledger) == ["two"]
    assert "cannot make the folder" in source.problems[0]


def test_a_maildirs_new_mail_counts_at_once(maildir: MaildirPlace) -> None:
    write(maildir.folder / "new" / "1.M1P1.host", message("one"), NOW)

    assert len(received(maildir.source())) == 1


def test_mail_still_being_delivered_to_a_maildir_does_not_count(maildir: MaildirPlace) -> None:
    write(maildir.folder / "tmp" / "1.M1P1.host", message("one"))

    assert received(maildir.source()) == []


def test_a_message_read_in_a_mail_program_keeps_its_sighting(maildir: MaildirPlace) -> None:
    ledger = MemoryLedger()
    path = write(maildir.folder / "new" / "1.M1P1.host", message("one"))
    keep(maildir.source(), ledger)
    path.rename(maildir.folder / "cur" / "1.M1P1.host:2,RS")

    assert keep(maildir.source(), ledger) == []


def test_a_message_read_in_a_mail_program_is_still_moved(maildir: MaildirPlace) -> None:
    path = write(maildir.folder / "new" / "1.M1P1.host", message("one"))
    source = maildir.source(processed=True)
    (found,) = received(source)
    path.rename(maildir.folder / "cur" / "1.M1P1.host:2,S")

    source.done(found.sighting)
    assert (maildir.lying(), maildir.moved()) == ([], ["one"])


def test_mail_put_away_into_a_maildir_can_be_seen_there(maildir: MaildirPlace, tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / "processed" / part).mkdir(parents=True)
    write(maildir.folder / "cur" / "1.M1P1.host:2,S", message("one"))
    source = maildir.source(processed=True)
    (found,) = received(source)

    source.done(found.sighting)
    assert (tmp_path / "processed" / "cur" / "1.M1P1.host:2,S").exists()


def test_waiting_at_a_folder_without_news_ends_only_in_time(place: FolderPlace) -> None:
    source, ledger = place.source(), MemoryLedger()
    write(place.folder / "banner.eml", message("one"))
    (place.folder / "link.eml").symlink_to("nowhere")
    keep(source, ledger)

    with Waiting(source) as waiting:
        assert not waiting.returned(within=0.2)


def test_an_interrupted_pass_leaves_news(place: FolderPlace) -> None:
    source = place.source()
    for name in ("a.eml", "b.eml"):
        write(place.folder / name, message(name))
    found = source.fetch(MemoryLedger(), NOW)
    assert isinstance(next(found), RawMessage)
    del found

    with Waiting(source) as waiting:
        assert waiting.returned()


@contextmanager
def folder_of_nobody() -> Iterator[Path]:
    """A folder that other users could get into, unlike pytest's."""
    folder = Path(tempfile.mkdtemp(prefix="inbrief-folder-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may read everything, so as root be somebody else meanwhile."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
