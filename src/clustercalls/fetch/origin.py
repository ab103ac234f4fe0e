"""Where an address leads: a secret goes to the one origin that a person typed, and nowhere else.

https://www.rfc-editor.org/rfc/rfc6454
"""

import re
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

PORTS = {"http": 80, "https": 443}
SHOWN = 80  # letters of a foreign origin in a message
_KEPT = "/%:@!$&'()*+,;=~-._?[]"  # what an address may hold as it is; all else is written as octets


class Elsewhere(ValueError):
    """An address leads away from the origin; its text is the origin that it names, as far as it names one.

    `address` is all of it, empty where it cannot be meant.
    """

    def __init__(self, told: str, address: str = "") -> None:
        super().__init__(told)
        self.address = address


class Origin(NamedTuple):
    """Scheme, host in small letters, and port."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        """As it is typed."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port != PORTS[self.scheme] else "")


def origin_of(address: str) -> Origin:
    """The origin of a whole address.

    Raises:
        ValueError: when it is none of http or https, or holds a user.
    """
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname or "@" in parts.netloc:
        raise ValueError("no address of a server")
    return Origin(parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme])


def resolved(base: str, address: str) -> str:
    """An address that stands in the answer of `base`, whole; no fragment.

    Raises:
        Elsewhere: when it leads to another scheme, host or port, holds a user, or cannot be meant.
    """
    try:
        whole = urljoin(base, address.strip())
        there = origin_of(whole)
    except ValueError:
        raise Elsewhere(address[:SHOWN]) from None
    if there != origin_of(base):
        raise Elsewhere(str(there)[:SHOWN], whole.partition("#")[0])
    return whole.partition("#")[0]


def target_of(address: str) -> str:
    """What a request asks its server for: path and query, in ASCII."""
    parts = urlsplit(address)
    return quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_KEPT)


def is_address(host: str) -> bool:
    """Whether a host is named by its address."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether this is surely the machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def without_user(address: str) -> str:
    """An address as it may be shown: without a name and a password, whatever characters are in those."""
    return re.sub(r"(?<=//)(?:[^/?#@:]*:(?!\d*(?:[/?#]|$))[^?#]*|[^/?#]*)@", "", address)
