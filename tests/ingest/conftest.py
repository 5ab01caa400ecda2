"""Servers for the tests of the way in."""

from tests.servers.dovecot import dovecot_fixture

__all__ = ["dovecot_fixture"]
