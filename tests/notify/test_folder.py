"""Files of mail: named by key, whole or not there."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notify.errors import Misconfigured
from notify.folder import FolderChannel, file_name
from tests.notify.invented import NOW
from tests.notify.test_channels import LATER, MAIL, SENDER


def test_a_file_is_named_by_the_mails_key() -> None:
    assert file_name("summary:17:1") == "summary-17-1.eml"


@given(st.text())
def test_no_key_leaves_the_folder_or_hides_in_it(key: str) -> None:
    name = file_name(key)

    assert name == Path(name).name
    assert not name.startswith(".")
    assert len(name.encode()) <= 150
    assert name.isascii()


@given(st.text(alphabet="ab:-./", max_size=6), st.text(alphabet="ab:-./", max_size=6))
def test_two_keys_never_share_a_file(one: str, other: str) -> None:
    assert (file_name(one) == file_name(other)) == (one == other)


def test_a_second_try_replaces_the_first(tmp_path: Path) -> None:
    channel = FolderChannel(tmp_path, SENDER)
    channel.send(MAIL, NOW)
    channel.send(MAIL, LATER)

    assert [path.name for path in tmp_path.iterdir()] == ["summary-17-1.eml"]


def test_a_folder_that_cannot_be_made_is_for_the_operator(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(Misconfigured, match="out"):
        FolderChannel(tmp_path / "out", SENDER).send(MAIL, NOW)
    with pytest.raises(Misconfigured, match="out"):
        FolderChannel(tmp_path / "out" / "deeper", SENDER).check()


def test_nobody_else_on_the_machine_reads_the_mail(tmp_path: Path) -> None:
    FolderChannel(tmp_path, SENDER).send(replace(MAIL, key="k"), NOW)

    assert stat.S_IMODE((tmp_path / "k.eml").stat().st_mode) == 0o600
