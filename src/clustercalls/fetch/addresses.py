"""Which addresses of the network a public source may have: those of the world, and what stands for them.

An IPv6 address may hold an IPv4 one (mapped, 6to4, NAT64, Teredo): both are judged.
https://www.iana.org/assignments/iana-ipv6-special-registry
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
# Where machines of a cloud tell who they are: nobody's source.
_METADATA = frozenset(map(ip_address, ("fd00:ec2::254", "100.100.100.200", "192.0.0.192")))


def is_allowed(text: str, *, private: bool) -> bool:
    """Whether a source may have this address; with `private`, one of the machine or its own network too.

    Link-local, multicast and reserved ones never. A text that is no address is not allowed.
    """
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(_may_be(each, private=private) for each in (address, *_inside(address)))


def _may_be(address: Address, *, private: bool) -> bool:
    if address in _METADATA or address.is_link_local or address.is_multicast or address.is_unspecified:
        return False
    if address.is_loopback:
        return private
    if isinstance(address, IPv6Address) and _is_wrapper(address):
        return True  # what it holds is judged
    if address.is_reserved:
        return False
    return address.is_global or (private and address.is_private)


def _is_wrapper(address: IPv6Address) -> bool:
    return next(_inside(address), None) is not None


def _inside(address: Address) -> Iterator[IPv4Address]:
    """The addresses of IPv4 that one of IPv6 stands for."""
    if isinstance(address, IPv4Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if any(address in network for network in _NAT64):
        yield IPv4Address(int(address) & 0xFFFFFFFF)
