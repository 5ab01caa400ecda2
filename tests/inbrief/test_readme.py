"""What the README promises is there: its commands run, its settings are accepted, its links lead somewhere."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from inbrief.config_file import read_config

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
COMMANDS = re.findall(r"^\$ \.venv/bin/inbrief (.+)$", README, re.MULTILINE)
TARGETS = re.findall(r"^\$ make (\w+)$", README, re.MULTILINE)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md"), ROOT / "tests/corpus/README.md"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "inbrief", *shlex.split(command)], cwd=ROOT, capture_output=True, check=False, timeout=60
    )

    assert done.returncode == 0, done.stderr.decode()


def test_the_readme_names_the_two_commands() -> None:
    assert TARGETS == ["run", "test"]
    assert all(re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE) for target in TARGETS)


def test_the_settings_of_the_readme_are_accepted(tmp_path: Path) -> None:
    (snippet,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    shipped = yaml.safe_load((ROOT / "config.yaml").read_text())
    del shipped["samples"]
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump({**shipped, **yaml.safe_load(snippet)}))

    assert not read_config(path).web.demo


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text())

    assert [link for link in links if not (page.parent / link).exists()] == []
