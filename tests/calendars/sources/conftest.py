"""A server for feeds, fresh for each test."""

from collections.abc import Iterator

import pytest

from tests.servers.feeds import Feeds, feeds


@pytest.fixture
def server() -> Iterator[Feeds]:
    with feeds() as running:
        yield running
