"""What is wrong with an audience that has its shape."""

import pytest

from clustercalls.audiences import Audience
from clustercalls.errors import InputRefused
from clustercalls.tables.audiences import EXPECTED, sure, wrong_with

KNOWN = ("en", "it")
ALL = ["bad-audience", "unknown-language", "bad-address"]


@pytest.mark.parametrize(
    ("name", "audience", "codes"),
    [
        ("members", Audience(), []),
        ("m-1_x", Audience(languages=("it",), address="https://example.org/m/"), []),
        ("Members", Audience(), ["bad-audience"]),
        ("..", Audience(), ["bad-audience"]),
        ("a/b", Audience(), ["bad-audience"]),
        ("a" * 65, Audience(), ["bad-audience"]),
        ("m", Audience(languages=("it", "xx")), ["unknown-language"]),
        ("m", Audience(address="ftp://example.org"), ["bad-address"]),
        ("m", Audience(address="https://example.org/a b"), ["bad-address"]),
        (
            "M",
            Audience(address="example.org", languages=("",)),
            ["bad-audience", "unknown-language", "bad-address"],
        ),
    ],
)
def test_names_languages_and_addresses(name: str, audience: Audience, codes: list[str]) -> None:
    assert [each.code for each in wrong_with(name, audience, KNOWN)] == codes


def test_of_a_config_the_first_is_refused() -> None:
    sure({"m": Audience()}, "config.toml", KNOWN)
    with pytest.raises(InputRefused) as refused:
        sure({"m": Audience(address="x")}, "config.toml", KNOWN)
    assert (refused.value.problem.place.file, refused.value.problem.code) == ("config.toml", "bad-address")


def test_every_key_says_what_it_should_be() -> None:
    assert EXPECTED.keys() == {each.rstrip("_") for each in Audience.__struct_fields__}
