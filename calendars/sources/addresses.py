"""Which addresses of the internet a calendar may be fetched from.

Our own table of the IANA special-purpose registries (RFC 6890 and what came after): `ipaddress.is_global` is true for
multicast and for addresses of translators that hold an address of our own network inside.
"""

from enum import Enum, auto
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address


class Reach(Enum):
    """Who can be met at an address."""

    PUBLIC = auto()
    PRIVATE = auto()  # this machine, or a network of the agency's own
    NEVER = auto()  # no calendar has reason to be there


_PRIVATE_4 = [IPv4Network(each) for each in ("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12")]
_PRIVATE_4.append(IPv4Network("192.168.0.0/16"))
_NEVER_4 = [
    IPv4Network(each)
    for each in (
        "0.0.0.0/8",  # this network
        "169.254.0.0/16",  # link-local; at many hosters 169.254.169.254 hands out keys
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation, as the next but two
        "192.88.99.0/24",  # relays to 6to4, given up
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
]
_GLOBAL_6 = IPv6Network("2000::/3")  # the only part of IPv6 that is handed out
_PRIVATE_6 = [IPv6Network("::1/128"), IPv6Network("fc00::/7")]
_NEVER_6 = [
    IPv6Network(each)
    for each in (
        "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation, as the next
        "3fff::/20",
    )
]
# Where an IPv4 address stands inside, and how many bits follow it: mapped, translated (NAT64), compatible, 6to4.
_HOLDING_4 = [
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0),
    (IPv6Network("::/96"), 0),
    (IPv6Network("2002::/16"), 80),
]


def reach(address: str) -> Reach:
    """Who can be met there; what is no address is never met."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return Reach.NEVER
    return _of_4(known) if isinstance(known, IPv4Address) else _of_6(known)


def _of_4(address: IPv4Address) -> Reach:
    if any(address in network for network in _PRIVATE_4):
        return Reach.PRIVATE
    return Reach.NEVER if any(address in network for network in _NEVER_4) else Reach.PUBLIC


def _of_6(address: IPv6Address) -> Reach:
    if any(address in network for network in _PRIVATE_6):
        return Reach.PRIVATE
    for network, after in _HOLDING_4:
        if address in network:
            return _of_4(IPv4Address(int(address) >> after & 0xFFFFFFFF))
    if address not in _GLOBAL_6 or any(address in network for network in _NEVER_6):
        return Reach.NEVER
    return Reach.PUBLIC
