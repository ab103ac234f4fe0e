"""Audiences: whom a publication is for, which entries it has, and how much of them is shown."""

from msgspec import Struct, field

from clustercalls.entry_tables import Text, Texts


class Audience(Struct, frozen=True, forbid_unknown_fields=True):
    """One `[audience.NAME]` of a registry or of the config.

    `address` is where its folder will be served; feeds and webcal links need it. `kind` to `not_` are
    filters, as the options of their names. `internal` shows what is ours alone; `reasons`, `contacts` and
    `quotes` show why a date moved, who answers questions, and the sentences of the sources with those sources
    that are at no address.
    """

    title: Text = ""
    languages: Texts = ()
    address: Text = ""
    internal: bool = False
    reasons: bool = False
    contacts: bool = False
    quotes: bool = False
    kind: Texts = ()
    stage: Texts = ()
    programme: Texts = ()
    tag: Texts = ()
    status: Texts = ()
    track: Texts = ()
    owner: Texts = ()
    not_: Texts = field(default=(), name="not")


Audiences = dict[str, Audience]
# The keys that are filters, in the order of the options of their names.
FILTERS = ("kind", "stage", "programme", "tag", "status", "track", "owner")
