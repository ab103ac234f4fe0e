"""Addresses that strict readers take: judged by the one that reads opportunities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import HttpUrl, TypeAdapter

from clustercalls.site.whole_address import whole_address


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org", "http://example.org/a?b=c#d", "https://EXAMPLE.org:8443/", "https://a_b/"[:9],
        "http://192.0.2.1/a", "https://xn.example.org/%20", "https://a-b.example.org?x",
    ],
)  # fmt: skip
def test_a_whole_one_stays(url: str) -> None:
    assert whole_address(url) == url
    TypeAdapter(HttpUrl).validate_python(url)


@pytest.mark.parametrize(
    "url",
    [
        "", "example.org", "ftp://example.org/", "javascript:alert(1)", "https://", "https:///a",
        "https://exa mple.org", "https://example.org/è", "https://user@example.org/",
        "https://example.org:65536/", "https://example.org:x/", "https://-a.org/", "https://a-.org/",
        "https://a..org/", "https://192.0.2.999/", "https://192.0.2/", "https://a.1/", "https://xn--0.org/",
        f"https://{'a' * 64}.org/", f"https://example.org/{'a' * 2_064}",
    ],
)  # fmt: skip
def test_another_is_left_out(url: str) -> None:
    assert whole_address(url) == ""


@given(st.from_regex(r"https?://[a-z0-9.:%-]{1,20}([/?#][!-~]{0,9})?", fullmatch=True))
def test_what_stays_is_taken(url: str) -> None:
    if whole_address(url):
        TypeAdapter(HttpUrl).validate_python(url)


def test_the_longest() -> None:
    url = "https://example.org/" + "a" * 2_063
    assert whole_address(url) == url
    TypeAdapter(HttpUrl).validate_python(url)
