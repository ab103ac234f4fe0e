"""The proxy between us and a server, as the environment names it: it sees where we go, not what is said.

Only for https, through a tunnel: over http it would be told the password.
"""

from base64 import b64encode
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from clustercalls.fetch.origin import Origin, is_loopback

PORT = 3128  # of a proxy whose address names none


class Proxy(NamedTuple):
    """Its address, and what it is told of us."""

    host: str
    port: int
    headers: dict[str, str]


def proxy_of(origin: Origin) -> Proxy | None:
    """The proxy on the way to an origin, if any.

    Raises:
        ValueError: when the environment names none that can be meant.
    """
    if origin.scheme != "https" or is_loopback(origin.host) or proxy_bypass(origin.host):
        return None
    named = getproxies().get("https") or getproxies().get("all")
    if not named:
        return None
    parts = urlsplit(named if "://" in named else f"http://{named}")
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError("no proxy that can be used")
    headers = {}
    if parts.username is not None:
        both = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {b64encode(both.encode()).decode()}"
    return Proxy(parts.hostname, parts.port or PORT, headers)
