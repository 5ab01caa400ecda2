"""Which addresses a calendar may be fetched from."""

import pytest

from calendars.sources.addresses import Reach, reach

PUBLIC = """
    1.1.1.1  9.9.9.9  100.63.255.255  100.128.0.1  172.15.0.1  172.32.0.1  192.1.0.1  198.17.255.255  198.20.0.1
    223.255.255.255  2606:4700::1111  2a00:1450:4001::1  2620:4f:8000::1  ::ffff:1.1.1.1  64:ff9b::101:101
    2002:101:101::1  ::1.1.1.1
"""
PRIVATE = """
    10.0.0.1  10.255.255.255  100.64.0.1  100.127.255.255  127.0.0.1  127.255.255.254  172.16.0.1  172.31.255.255
    192.168.0.1  ::1  fc00::1  fdff::1  ::ffff:127.0.0.1  ::ffff:10.0.0.1  64:ff9b::7f00:1  64:ff9b::a00:1
    2002:7f00:1::  2002:c0a8:1::1  ::127.0.0.1  ::10.0.0.1
"""
NEVER = """
    0.0.0.0  0.1.2.3  169.254.169.254  192.0.0.8  192.0.2.1  192.88.99.1  198.18.0.1  198.19.255.255  198.51.100.1
    203.0.113.1  224.0.0.1  239.255.255.255  240.0.0.1  255.255.255.255  ::  fe80::1  fe80::1%eth0  fec0::1  ff02::1
    100::1  2001::1  2001:2::1  2001:db8::1  3fff::1  5f00::1  64:ff9b:1::1  ::ffff:169.254.169.254  ::ffff:0:1.1.1.1
    64:ff9b::a9fe:a9fe  2002:a9fe:a9fe::  2002:e000:1::  4000::1  e000::1  localhost  127.1  0x7f000001
"""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (address, expected)
        for addresses, expected in ((PUBLIC, Reach.PUBLIC), (PRIVATE, Reach.PRIVATE), (NEVER, Reach.NEVER))
        for address in addresses.split()
    ],
)
def test_who_is_met_at_an_address(address: str, expected: Reach) -> None:
    assert reach(address) is expected
