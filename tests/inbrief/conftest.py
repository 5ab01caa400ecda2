"""Servers for the tests of the whole, and the pages as a stranger and as a colleague see them."""

from tests.inbrief.pages import running, sam, stranger
from tests.servers.dovecot import dovecot_fixture
from tests.servers.postgres import postgres

__all__ = ["dovecot_fixture", "postgres", "running", "sam", "stranger"]
