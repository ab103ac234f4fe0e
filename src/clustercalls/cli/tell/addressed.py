"""Whom a page to send is for: in which language, under which title, how much of an entry is shown."""

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.audiences import Audience
from clustercalls.cli.choices import named, query_of
from clustercalls.cli.context import Context
from clustercalls.cli.options import Filters
from clustercalls.cli.tell.audience_names import audience_named
from clustercalls.i18n import Language, language
from clustercalls.model import Registry
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
            InputRefused: for one of the audience that is none, or that no entry has.
        """
        wanted = query_of(typed, registry, for_others=not self.may.internal, put_away=True)
        wanted = replace(wanted, may=self.may)
        if not self.name:
            return registry, wanted
        from clustercalls.site import selection

        its = selection.query_of(self.name, self.audience, registry)
        entries = selection.chosen_for(self.name, self.audience, registry, moment)
        return narrowed(replace(registry, entries=entries), its, wanted, moment)


def addressed(name: str, registry: Registry, context: Context, *, lang: str, internal: bool) -> Addressed:
    """The audience of this name, else everybody, or ourselves with `internal`; `lang` is the one typed.

    Raises:
        UsageRefused, InputRefused: as `audience_named`.
    """
    if not name:
        return Addressed(context.t, Knows(internal=True) if internal else OTHERS)
    audience = audience_named(name, registry, context.config.audience)
    t = language(audience.languages[0]) if audience.languages and not lang else context.t
    return Addressed(t, knows_of(audience), name, audience)
