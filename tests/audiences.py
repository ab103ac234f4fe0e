"""A registry with two audiences and something private in every field, and what is published of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.errors import Problem
from clustercalls.i18n import ENGLISH
from clustercalls.model import Registry
from clustercalls.registry.read import load
from clustercalls.site.making import Gone, Making
from clustercalls.site.publication import Publication
from clustercalls.site.selection import chosen_for, publications
from clustercalls.zones import UTC, Moment

CALLS = """
schema = 1
name = "ours"

[audience.members]
title = "For members"
languages = ["it", "en"]
address = "https://calls.example.org/members/"
tag = ["smes"]

[audience.office]
internal = true

[[call]]
id = "soil"
title = "Soil mission"
programme = "LIFE"
deadline = 2027-04-06
tags = ["smes"]
track = "go"
owner = "taint-owner"
note = "taint-note"
x-own = "taint-own"
warn = ["19d"]
checked = 2027-01-15
contact = { name = "taint-contact", email = "taint@example.org" }
source = { title = "WP", url = "https://example.org/wp", date = 2027-01-10, quote = "taint-quote" }

[[call.stage]]
id = "draft"
kind = "internal"
title = "taint-step"
when = 2027-03-18
note = "taint-of-step"

[[call.stage]]
id = "answer"
kind = "decision"
when = 2027-09-01
owner = "taint-of-stage"
done = 2099-09-09
note = "taint-of-answer"
x-of-answer = "taint-own-of-answer"

[[call.history]]
stage = "deadline"
was = 2027-04-01
noticed = 2027-01-20
why = "taint-why"
source = "taint-said"

[[call.history]]
was_track = "watch"
noticed = 2027-01-21
why = "taint-because"

[[event]]
id = "fair"
title = "Fair"
starts = 2027-03-10
ends = 2027-03-11
tags = ["smes"]
source = { title = "taint-mail", date = 2027-01-02, quote = "taint-word" }

[[call]]
id = "away"
title = "Put away"
deadline = 2027-05-04
tags = ["smes"]
track = "no"
checked = 2027-01-01

[[call]]
id = "other"
title = "Other"
deadline = 2027-06-01
checked = 2027-01-01
"""
DAY = ("--as-of", "2027-02-01")
MOMENT = Moment(datetime(2027, 2, 1, tzinfo=UTC), "Europe/Brussels")


class Edition(Struct, frozen=True):
    """A registry as it was read, and what is published of it in each language."""

    registry: Registry
    publications: tuple[Publication, ...]


def edition(path: Path, name: str = "members", text: str = CALLS, moment: Moment = MOMENT) -> Edition:
    """What is published for an audience of this registry."""
    path.write_text(text)
    registry = load((path,))
    audience = registry.audiences[name]
    chosen = replace(registry, entries=chosen_for(name, audience, registry, moment))
    return Edition(registry, publications(name, audience, chosen, moment, ENGLISH))


def making(
    registry: Registry,
    before: Callable[[str], bytes | None] = lambda _: None,
    gone: tuple[Gone, ...] = (),
    told: list[Problem] | None = None,
    *,
    is_narrower: bool = False,
) -> Making:
    """What a writer may know beside a publication."""
    tell = (told if told is not None else []).append
    return Making(registry, ("ours",), before, is_narrower, gone, tell, set())


def published(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }
