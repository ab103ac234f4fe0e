"""Addresses that strict readers take: ASCII, a host that can be one, no more letters than they allow."""

import re
from ipaddress import IPv4Address

# A label of a host; none in Punycode, whose value readers judge, too.
_LABEL = r"(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_WHOLE = re.compile(
    rf"https?://(?P<host>{_LABEL}(?:\.{_LABEL})*)(?::(?P<port>\d{{1,5}}))?(?:[/?#][!-~]*)?", re.IGNORECASE
)
_LETTERS = 2_083  # the most that pydantic takes, and old browsers did
_PORTS = 65_536


def whole_address(url: str) -> str:
    """The same web address; empty where a strict reader could refuse it."""
    match = _WHOLE.fullmatch(url)
    if match is None or len(url) > _LETTERS or int(match["port"] or 0) >= _PORTS:
        return ""
    last = match["host"].rpartition(".")[2]
    return url if not last[:1].isdigit() or _is_address(match["host"]) else ""


def _is_address(host: str) -> bool:
    """Whether a host that ends in a number is an IPv4 address, as which it is read."""
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True
