"""Publications in a few words, and entries whose every text is a stranger's."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from builders import BRUSSELS, at, entry, fuzzy, moved, registry_of, stage
from clustercalls.audiences import Audience
from clustercalls.entry_tables import Contact, Funding, Grants, Link
from clustercalls.i18n import language
from clustercalls.model import Entry, Source
from clustercalls.site.making import Making
from clustercalls.site.publication import Publication
from hostile import INJECTIONS

ADDRESS = "https://calls.example.org/members/"
TODAY = "2017-03-28T09:00"
EVERYBODY = Audience()


@dataclass(frozen=True)
class As:
    """How entries are published."""

    lang: str = "en"
    on: str = TODAY
    address: str = ADDRESS
    name: str = "members"
    registry: str = "office"
    folder: str = ""
    title: str = "Calls"
    audience: Audience = EVERYBODY


def published(*entries: Entry, how: As | None = None) -> Publication:
    """These entries as they are published for an audience, by default in English, on 28 March 2017."""
    how = how or As()
    registry = replace(registry_of(*entries), name=how.registry)
    return Publication(
        name=how.name,
        audience=how.audience,
        title=how.title,
        registry=registry,
        moment=at(how.on, BRUSSELS),
        t=language(how.lang),
        address=how.address,
        folder=how.folder,
    )


def making(publication: Publication) -> Making:
    """What is around a publication where nothing was published before."""
    whole = publication.registry
    return Making(whole, (whole.name,), lambda _: None, False, (), lambda problem: None, set())


# Whatever a text can hold: halves of characters too, which only a program can put there.
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=40) | st.sampled_from([
    *INJECTIONS.values(), "]]>", "\ud800", "a\x00b\ufffe\uffff", "</script><!--", "\u2028\u2029", "&#0;",
])  # fmt: skip


@st.composite
def strange_entries(draw: st.DrawFn, name: str = "a") -> Entry:
    """An entry whose every text may be anything; its dates and amounts are what a registry can hold."""

    def text() -> str:
        return draw(ANY_TEXT)

    stages = (
        stage("2017-04-04", at="17:00", title=text(), note=text(), owner=text()),
        stage("2017-05/2017-06", "interview", title=text()),
        stage("2017-06-01", "dates", until="2017-06-02", title=text(), cancelled=draw(st.booleans())),
    )
    url = "https://example.org/" + text()
    fields: dict[str, Any] = {field: text() for field in (
        "title", "programme", "summary", "about", "place", "currency", "track", "owner", "note"
    )}  # fmt: skip
    made = entry(
        *stages,
        name=name,
        kind=draw(st.sampled_from(["call", "event", "policy"])),
        budget=draw(st.none() | st.sampled_from([0, 18_500_000, 0.1, 1e15])),
        grants=Grants(8, 350_000, 1, 2),
        funding=(Funding(75, text()),),
        eligibility=(text(),),
        contact=Contact(text(), text(), (text(),), text()),
        url=url,
        links=(Link(url, text()),),
        tags=(text(), text()),
        ref=(text(),),
        history=(moved("deadline", "2017-04-01", "2017-03-01", why=text(), source=text()),),
        **fields,
    )
    return replace(made, source=Source(text(), url, fuzzy("2016-12~"), text()))
