"""What is published for one audience in one language: the only thing that every writer of files is given."""

from collections.abc import Sequence

from msgspec import Struct

from clustercalls.audiences import Audience
from clustercalls.i18n import Language
from clustercalls.model import Entry, Registry
from clustercalls.registry.own_keys import NONE, OwnKeys
from clustercalls.zones import Moment


class Publication(Struct, frozen=True):
    """The entries of an audience, as much of them as it may know, with all that words need.

    `registry` holds `entries` alone, so that calendars and lists can be made of it; `moment` is when it is
    made, `address` where it will be served, ending in "/", or empty. `folder` is that of this language below
    the audience's own: empty for the first of its languages, "en/" for another. `others` are the codes and
    folders of the others. `own` are keys of one's own, of an internal audience alone.
    """

    name: str
    audience: Audience
    title: str
    registry: Registry
    moment: Moment
    t: Language
    address: str = ""
    folder: str = ""
    others: tuple[tuple[str, str], ...] = ()
    own: OwnKeys = NONE

    @property
    def entries(self) -> Sequence[Entry]:
        """In the order of the registry."""
        return self.registry.entries

    def url(self, path: str) -> str:
        """Where a file of this language is served, or its relative path where nobody knows."""
        return f"{self.address}{self.folder}{path}" if self.address else path
