"""What every test starts from, and the figures that tests measure, shown at the end of a run."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from extract.reading import Extractor

FIGURES = pytest.StashKey[dict[str, str]]()

RecordFigure = Callable[[str, str], None]


# A shared machine's clock proves nothing about one example; in CI the examples are the same each time.
settings.register_profile("here", deadline=None, derandomize="CI" in os.environ)
# `make fuzz`: every property test with far more examples than a developer waits for.
settings.register_profile("fuzz", max_examples=2000, deadline=None)
settings.load_profile("here")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = {}


@pytest.fixture(scope="session")
def record_figure(pytestconfig: pytest.Config) -> RecordFigure:
    """`record_figure(name, text)` keeps a figure or a table for the end of the run; the same name again replaces it."""
    figures = pytestconfig.stash[FIGURES]
    return figures.__setitem__


@pytest.fixture(scope="session")
def extractor() -> "Extractor":
    from tests.extracting import shared_extractor  # spaCy comes with it

    return shared_extractor()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of `-n` hands its figures to whoever started it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = session.config.stash[FIGURES]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    node.config.stash[FIGURES].update(getattr(node, "workeroutput", {}).get("figures", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    figures = config.stash[FIGURES]
    if figures:
        terminalreporter.section("measured")
    for name, text in sorted(figures.items()):
        terminalreporter.write_line(f"{name}:\n{text}" if "\n" in text else f"{name}: {text}")
