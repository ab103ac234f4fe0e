"""What is wrong with an audience that has its shape: its name, its languages, its address."""

from collections.abc import Iterator, Mapping

from clustercalls.audiences import Audience
from clustercalls.errors import InputRefused, Place
from clustercalls.harmful import HIGH_CONTROLS, LOW_CONTROLS
from clustercalls.tables.diagnose import ExpectedKey
from clustercalls.tables.findings import Finding, shown

NAME = r"[a-z0-9][a-z0-9_-]{0,63}"
ADDRESS = rf"(?i)https?://[^\s/?#<>@\"\\{LOW_CONTROLS}{HIGH_CONTROLS}]+(/[^\s?#<>\"{LOW_CONTROLS}{HIGH_CONTROLS}]*)?"

# What a person is told a key should be, and an example.
EXPECTED = {
    "title": ExpectedKey("a text", 'title = "Calls for our members"'),
    "address": ExpectedKey("a text", 'address = "https://calls.example.org/members/"'),
    **{
        key: ExpectedKey("true or false", f"{key} = true")
        for key in ("internal", "reasons", "contacts", "quotes")
    },
    **{
        key: ExpectedKey("a list of texts", f'{key} = ["{example}"]')
        for key, example in (
            ("languages", "it"), ("kind", "call"), ("stage", "deadline"), ("programme", "I3"),
            ("tag", "smes"), ("status", "open"), ("track", "go"), ("owner", "carla"), ("not", "track=no"),
        )
    },
}  # fmt: skip


def wrong_with(name: str, audience: Audience, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Every problem of an audience, its path beginning with its name; `languages` are those there are."""
    import re

    if re.fullmatch(NAME, name, re.ASCII) is None:
        near = re.sub(r"[^a-z0-9_]+", "-", name.casefold()[:64]).strip("-_") or "members"
        yield Finding("bad-audience", (name,), {"value": shown(name), "near": near})
    known = ", ".join(languages)
    for code in audience.languages:
        if code not in languages:
            yield Finding("unknown-language", (name, "languages"), {"value": shown(code), "known": known})
    if audience.address and re.fullmatch(ADDRESS, audience.address) is None:
        advice = "Write the address of its folder whole, as in https://calls.example.org/members/"
        yield Finding("bad-address", (name, "address"), {"value": shown(audience.address), "advice": advice})


def sure(audiences: Mapping[str, Audience], file: str, languages: tuple[str, ...]) -> None:
    """Lets no audience of a file pass that cannot be.

    Raises:
        InputRefused: when one has a name, a language or an address that is none.
    """
    for name, audience in audiences.items():
        for wrong in wrong_with(name, audience, languages):
            placed = Finding(wrong.code, ("audience", *wrong.path), wrong.values)
            raise InputRefused(placed.at(Place(file)))
