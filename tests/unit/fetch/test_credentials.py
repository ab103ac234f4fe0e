"""A server is told what it asks for, and a proof rather than the password."""

import re
from base64 import b64decode
from typing import Any

import pytest
from requests.auth import HTTPDigestAuth

from clustercalls.fetch.credentials import Credentials

SPOKEN = "pässword"
DIGEST = 'Digest realm="a \\"b\\", c", nonce="n=1,2", qop="auth, auth-int", opaque="o"'


def told(challenge: str, *, secure: bool = True, user: str = "ada", password: str = SPOKEN) -> str:
    known = Credentials(user, password)
    known.asked(challenge, secure=secure)
    return known.header("PUT", "/a%20b").get("Authorization", "")


@pytest.mark.parametrize(
    "challenge", ["Basic", 'basic realm="x"', 'Negotiate, Basic realm="x", charset="UTF-8"']
)
def test_the_plain_way(challenge: str) -> None:
    assert b64decode(told(challenge, secure=False).removeprefix("Basic ")).decode() == "ada:pässword"


def test_one_that_asks_for_nothing_gets_it_over_tls_only() -> None:
    assert told("").startswith("Basic ")
    assert told("", secure=False) == ""


@pytest.mark.parametrize(
    "challenge",
    ["Negotiate", "Bearer", "Digest", 'Digest realm="x"', f"{DIGEST}, algorithm=ROT13",
     'Digest nonce="1", qop="auth-int"', 'X-Basic realm="x"', "Digestive nonce=1"],
)  # fmt: skip
def test_what_cannot_be_met(challenge: str) -> None:
    known = Credentials("ada", "secret")
    assert not known.asked(challenge, secure=True)
    assert known.header("GET", "/") == {}


@pytest.mark.parametrize("challenge", [f'Basic realm="x", {DIGEST}', f'{DIGEST}, Basic realm="x"', DIGEST])
def test_a_proof_is_preferred_and_counted(challenge: str) -> None:
    known = Credentials("ada", "secret")
    assert known.asked(challenge, secure=False)
    for count in ("nc=00000001", "nc=00000002"):
        header = known.header("GET", "/")["Authorization"]
        assert header.startswith("Digest ")
        assert count in header
        assert "secret" not in header


@pytest.mark.parametrize("algorithm", ["", "MD5", "MD5-sess", "SHA-256", "SHA-512"])
@pytest.mark.parametrize("qop", ["", ', qop="auth"'])
def test_the_proof_is_that_of_another_program(
    monkeypatch: pytest.MonkeyPatch, algorithm: str, qop: str
) -> None:
    named = f", algorithm={algorithm}" if algorithm else ""
    challenge = f'realm="r", nonce="n", opaque="o"{qop}{named}'
    oracle: Any = HTTPDigestAuth("ada", "pässword")
    oracle.init_per_thread_state()
    oracle._thread_local.chal = {"realm": "r", "nonce": "n", "opaque": "o"}  # noqa: SLF001 - what it was asked
    oracle._thread_local.chal |= {"qop": "auth"} if qop else {}  # noqa: SLF001 - the same
    oracle._thread_local.chal |= {"algorithm": algorithm} if algorithm else {}  # noqa: SLF001 - the same
    expected = parts(oracle.build_digest_header("PUT", "http://x.org/a%20b"))
    monkeypatch.setattr("secrets.token_hex", lambda _: expected.get("cnonce", "0"))
    if algorithm == "MD5-sess" and not qop:
        return  # there the other program does not say its cnonce
    assert parts(told(f"Digest {challenge}", secure=False)) == expected | (
        {"cnonce": expected["cnonce"]} if "cnonce" in expected else {}
    )


def parts(header: str) -> dict[str, str]:
    return dict(re.findall(r'(\w+)="?([^",]*)', header.removeprefix("Digest ")))


def test_neither_is_shown() -> None:
    assert "ada" not in repr(Credentials("ada", "secret"))


def test_what_was_asked_stays_in_its_quotes() -> None:
    header = told('Digest realm="a\\"b", nonce="\\\\", qop=auth', user='a"d')
    assert 'realm="a\\"b"' in header
    assert 'username="a\\"d"' in header
    assert 'nonce="\\\\"' in header
