"""Servers for the tests of the whole."""

from tests.servers.dovecot import dovecot_fixture
from tests.servers.postgres import postgres

__all__ = ["dovecot_fixture", "postgres"]
