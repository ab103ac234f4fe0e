"""Where an address leads is judged by its origin; what cannot be judged leads elsewhere."""

import pytest

from clustercalls.fetch.origin import (
    Elsewhere,
    Origin,
    is_loopback,
    origin_of,
    resolved,
    target_of,
    without_user,
)

BASE = "https://dav.example.org/home/calls/"


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://DAV.Example.org", Origin("https", "dav.example.org", 443)),
        ("HTTP://dav.example.org:80/x", Origin("http", "dav.example.org", 80)),
        ("https://[::1]:8443/", Origin("https", "::1", 8443)),
    ],
)
def test_an_origin_is_scheme_host_and_port(address: str, origin: Origin) -> None:
    assert origin_of(address) == origin
    assert origin_of(str(origin)) == origin


@pytest.mark.parametrize(
    "address", ["", "dav.example.org", "ftp://x.org/", "https:///x", "https://a@x.org/", "https://a:b@x.org/",
                "https://x.org:99999/", "https://x.org:no/", "https://[", "https://@x.org/"],
)  # fmt: skip
def test_what_is_no_origin(address: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - as urllib.parse has it
        origin_of(address)


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("/x/", "https://dav.example.org/x/"),
        ("x.ics", f"{BASE}x.ics"),
        ("../x", "https://dav.example.org/home/x"),
        ("../../../../x", "https://dav.example.org/x"),
        ("//dav.example.org/x", "https://dav.example.org/x"),
        ("https://DAV.example.org:443/x#there", "https://dav.example.org/x".replace("dav", "DAV", 1) + ""),
        (" /x\n", "https://dav.example.org/x"),
        ("", BASE),
        ("?q", f"{BASE}?q"),
    ],
)
def test_what_stays_is_made_whole(address: str, whole: str) -> None:
    assert resolved(BASE, address).replace(":443", "") == whole


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://example.org/x", "https://example.org"),
        ("http://dav.example.org/x", "http://dav.example.org"),
        ("https://dav.example.org:8443/", "https://dav.example.org:8443"),
        ("//127.0.0.1/x", "https://127.0.0.1"),
        ("https://dav.example.org.evil.org/", "https://dav.example.org.evil.org"),
        ("https://dav.example.org@evil.org/", "https://dav.example.org@evil.org/"),
        ("https://ada:pw@dav.example.org/", "https://ada:pw@dav.example.org/"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://[/", "https://[/"),
        ("https://dav.example.org:0x1bb/", "https://dav.example.org:0x1bb/"),
        ("https://" + "x" * 500, "https://" + "x" * 72),
    ],
)
def test_what_leads_elsewhere_is_named(address: str, named: str) -> None:
    with pytest.raises(Elsewhere) as elsewhere:
        resolved(BASE, address)
    assert str(elsewhere.value) == named


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://x.org", "/"),
        ("https://x.org/a b/è", "/a%20b/%C3%A8"),
        ("https://x.org/a%20b/?q=1#f", "/a%20b/?q=1"),
        ("https://x.org/\u202e", "/%E2%80%AE"),
        ("https://x.org/\\evil.org/", "/%5Cevil.org/"),
    ],
)
def test_what_a_server_is_asked_for_is_ascii(address: str, target: str) -> None:
    assert target_of(address) == target


@pytest.mark.parametrize(
    ("host", "is_so"),
    [
        ("localhost", True), ("127.0.0.1", True), ("127.8.9.10", True), ("::1", True), ("LOCALHOST", False),
        ("localhost.example.org", False), ("127.0.0.1.example.org", False), ("127.1", False),
        ("10.0.0.1", False), ("", False),
    ],
)  # fmt: skip
def test_what_is_surely_this_machine(host: str, is_so: bool) -> None:
    assert is_loopback(host) is is_so


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://u:p@example.org/x", "https://example.org/x"),
        ("https://u@example.org/x", "https://example.org/x"),
        ("https://u:p/w@example.org/x", "https://example.org/x"),
        ("https://u:1@example.org/x", "https://example.org/x"),
        ("https://example.org/@us/x", "https://example.org/@us/x"),
        ("https://example.org:8080/@us", "https://example.org:8080/@us"),
        ("https://example.org/x?mail=a@b", "https://example.org/x?mail=a@b"),
    ],
)
def test_an_address_is_shown_without_name_and_password(address: str, shown: str) -> None:
    assert without_user(address) == shown
