"""A proxy is on the way to https alone, and is told who we are to it, not who we are to the server."""

import pytest

from clustercalls.fetch.origin import origin_of
from clustercalls.fetch.proxy import Proxy, proxy_of

THERE = "https://dav.example.org/"


@pytest.mark.parametrize(
    ("named", "url", "proxy"),
    [
        ("http://proxy.example.org:8080", THERE, Proxy("proxy.example.org", 8080, {})),
        ("proxy.example.org", THERE, Proxy("proxy.example.org", 3128, {})),
        (
            "http://me:p%20w@proxy.example.org/", THERE,
            Proxy("proxy.example.org", 3128, {"Proxy-Authorization": "Basic bWU6cCB3"}),
        ),
        ("http://proxy.example.org:8080", "http://dav.example.org/", None),
        ("http://proxy.example.org:8080", "https://127.0.0.1/", None),
        ("http://proxy.example.org:8080", "https://local.example.net/", None),
        ("", THERE, None),
    ],
)  # fmt: skip
def test_who_is_on_the_way(
    monkeypatch: pytest.MonkeyPatch, named: str, url: str, proxy: Proxy | None
) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "local.example.net")
    monkeypatch.setenv("https_proxy", named)
    assert proxy_of(origin_of(url)) == proxy


@pytest.mark.parametrize("named", ["socks5://proxy.example.org", "https://proxy.example.org", "http://:8080"])
def test_who_cannot_be(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("https_proxy", named)
    with pytest.raises(ValueError, match="proxy"):
        proxy_of(origin_of(THERE))
