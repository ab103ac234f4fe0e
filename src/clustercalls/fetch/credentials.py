"""Who we are, said as a server asks for it, and only after it has asked.

https://www.rfc-editor.org/rfc/rfc7617, https://www.rfc-editor.org/rfc/rfc7616
"""

import hashlib
import re
import secrets
from base64 import b64encode
from collections.abc import Callable, Mapping

_SCHEME = re.compile(r"(?:^|,)\s*(basic|digest)(?=\s|,|$)", re.IGNORECASE)
_PARAMETER = re.compile(r'\s*([\w-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]*))\s*(?:,|$)')
_ALGORITHMS = {"md5": "md5", "sha-256": "sha256", "sha-512-256": "sha512_256", "sha-512": "sha512"}


class Credentials:
    """A user and a password for one server, and how that server wants to be told them."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._challenge: dict[str, str] = {}
        self._basic = False
        self._count = 0

    def __repr__(self) -> str:
        """Without either."""
        return "Credentials()"

    def asked(self, challenge: str, *, secure: bool) -> bool:
        """Takes what a server answered with a 401; whether that can be met.

        A proof is preferred to the password; one that does not say what it wants gets that over TLS only.
        """
        schemes = {each[1].lower(): challenge[each.end() :] for each in _SCHEME.finditer(challenge)}
        self._challenge, self._count = _parameters(schemes.get("digest", "")), 0
        if not _can_prove(self._challenge):
            self._challenge = {}
        self._basic = not self._challenge and ("basic" in schemes or (not challenge and secure))
        return self._basic or bool(self._challenge)

    def header(self, method: str, target: str) -> dict[str, str]:
        """The header of a request; empty until a server has asked."""
        if self._basic:
            said = b64encode(f"{self._user}:{self._password}".encode()).decode()
            return {"Authorization": f"Basic {said}"}
        if not self._challenge:
            return {}
        self._count += 1
        parts = _proof(self._challenge, self._user, self._password, method, target, self._count)
        return {"Authorization": "Digest " + ", ".join(parts).encode().decode("latin-1")}


def _can_prove(challenge: Mapping[str, str]) -> bool:
    qop = {each.strip().lower() for each in challenge.get("qop", "auth").split(",")}
    return "nonce" in challenge and "auth" in qop and _hash(challenge)[0] in hashlib.algorithms_available


def _hash(challenge: Mapping[str, str]) -> tuple[str, bool]:
    """The hash that is asked for, and whether it is one of a session; an unknown one has no name."""
    algorithm = challenge.get("algorithm", "md5").lower()
    return _ALGORITHMS.get(algorithm.removesuffix("-sess"), ""), algorithm.endswith("-sess")


def _proof(
    challenge: Mapping[str, str], user: str, password: str, method: str, target: str, count: int
) -> list[str]:
    """What shows that we know the password, and does not hold it."""
    name, of_session = _hash(challenge)
    realm, nonce = challenge.get("realm", ""), challenge["nonce"]
    digest: Callable[[str], str] = lambda text: hashlib.new(name, text.encode()).hexdigest()  # noqa: E731
    cnonce, nc = secrets.token_hex(16), f"{count:08x}"
    first = digest(f"{user}:{realm}:{password}")
    if of_session:
        first = digest(f"{first}:{nonce}:{cnonce}")
    second = digest(f"{method}:{target}")
    with_qop = f"{nonce}:{nc}:{cnonce}:auth" if "qop" in challenge else nonce
    response = digest(f"{first}:{with_qop}:{second}")
    shown = {"username": user, "realm": realm, "nonce": nonce, "uri": target, "response": response}
    if "opaque" in challenge:
        shown["opaque"] = challenge["opaque"]
    parts = [f'{key}="{_quoted(value)}"' for key, value in shown.items()]
    if "algorithm" in challenge:
        parts.append(f"algorithm={challenge['algorithm']}")
    if "qop" in challenge:
        parts += ["qop=auth", f"nc={nc}"]
    if "qop" in challenge or of_session:
        parts.append(f'cnonce="{cnonce}"')
    return parts


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _parameters(text: str) -> dict[str, str]:
    """What a challenge says, up to where the next begins."""
    parameters: dict[str, str] = {}
    at = 0
    while match := _PARAMETER.match(text, at):
        value = match[3] if match[2] is None else re.sub(r"\\(.)", r"\1", match[2])
        parameters.setdefault(match[1].lower(), value)
        at = match.end()
    return parameters
