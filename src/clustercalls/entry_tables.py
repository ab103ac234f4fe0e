"""What of an entry is in its file as in the model: texts, amounts, whom to ask, addresses."""

from typing import Annotated

from msgspec import Meta, Struct, field

from clustercalls.limits import ITEMS, TEXT_LETTERS

Text = Annotated[str, Meta(max_length=TEXT_LETTERS)]
Texts = Annotated[tuple[Text, ...], Meta(max_length=ITEMS)]


class Grants(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """How many grants of how much each; `min` and `max` are what one project can ask for."""

    number: int | None = None
    each: float | int | None = None
    min: float | int | None = None
    max: float | int | None = None


class Funding(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """The share of the costs that is paid, in percent, and for whom (`for` in the file)."""

    rate: float | int
    whom: Text = field(default="", name="for")


class Contact(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Whom to ask."""

    name: Text = ""
    address: Text = ""
    phones: Texts = ()
    email: Text = ""
    pec: Text = ""


class Link(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A further address and what one finds there."""

    url: Text
    title: Text = ""
