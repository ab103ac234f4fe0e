"""Whom a page to send is for: in which language, under which title, how much of an entry is shown."""

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.audiences import Audience, Audiences
from clustercalls.cli.choices import named, query_of
from clustercalls.cli.context import Context
from clustercalls.cli.options import Filters
from clustercalls.errors import ADVICE, Problem, UsageRefused, problem
from clustercalls.i18n import Language, language
from clustercalls.model import Registry
from clustercalls.query.filters import FILTERED, left_out, values_of
from clustercalls.query.narrowing import narrowed
from clustercalls.query.outward import OTHERS, Knows, knows_of
from clustercalls.query.wanted import Query
from clustercalls.render.dates import say_day
from clustercalls.zones import Moment


class Addressed(Struct, frozen=True):
    """The audience, if it is one; `t` is the language of the page, `may` how much is told."""

    t: Language
    may: Knows
    name: str = ""
    audience: Audience = Audience()

    def title(self, moment: Moment) -> str:
        """That of the audience, with the day: each of its pages is another; empty where there is none."""
        if not self.audience.title:
            return ""
        day = say_day(moment.today(), self.t.code)
        return self.t("{title}, {date}", title=self.audience.title, date=day)

    def named(self, typed: Filters) -> str:
        """The audience and the filters as they are typed."""
        return " ".join(
            each for each in (f"--audience {self.name}" if self.name else "", named(typed)) if each
        )

    def selection(self, registry: Registry, typed: Filters, moment: Moment) -> tuple[Registry, Query]:
        """What of a registry the audience has and the options ask for.

        Raises:
            UsageRefused: for a value of an option that no entry has.
        """
        wanted = query_of(typed, registry, for_others=not self.may.internal, put_away=True)
        wanted = replace(wanted, may=self.may)
        if not self.name:
            return registry, wanted
        return narrowed(registry, _query_of(self.audience, registry), wanted, moment)


def _query_of(audience: Audience, registry: Registry) -> Query:
    """What an audience has: a value that no entry has any more is no mistake of today's."""
    values = {field: getattr(audience, field) for field in FILTERED}
    return Query(
        **values_of(values, registry, lenient=True), but=left_out(audience.not_, registry, lenient=True)
    )


def addressed(name: str, registry: Registry, context: Context, *, lang: str, internal: bool) -> Addressed:
    """The audience of this name, else everybody, or ourselves with `internal`; `lang` is the one typed.

    Raises:
        UsageRefused: when there is none of that name.
    """
    if not name:
        return Addressed(context.t, Knows(internal=True) if internal else OTHERS)
    audience = _named(name, {**context.config.audience, **registry.audiences})
    t = language(audience.languages[0]) if audience.languages and not lang else context.t
    return Addressed(t, knows_of(audience), name, audience)


def _named(name: str, known: Audiences) -> Audience:
    if name not in known:
        raise UsageRefused(_unknown(name, known))
    return known[name]


def _unknown(name: str, known: Audiences) -> Problem:
    from clustercalls.query.alike import nearest

    if not known:
        return problem("unknown-audience", value=name, advice=ADVICE["no audience"])
    near = "".join(nearest(name, tuple(known)))
    advice = ADVICE["near" if near else "audiences"]
    return problem("unknown-audience", value=name, advice=advice, near=near, known=", ".join(known))
