"""What a publication is made of, in a digest: by it a run knows that all of it is there already."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clustercalls import __version__
from clustercalls.cli.context import Context
from clustercalls.cli.moment import moment_of
from clustercalls.cli.ours import ours_of
from clustercalls.cli.registry_in_use import InUse
from clustercalls.disk.ours import Ours
from clustercalls.model import Registry
from clustercalls.zones import Moment

if TYPE_CHECKING:
    from clustercalls.audiences import Audiences
    from clustercalls.cli.options import Common
    from clustercalls.disk.stamps import Stamp
    from clustercalls.site.edition import Edition
    from clustercalls.site.manifest import Manifest


class State:
    """What a run publishes, from where, on which day, and where to."""

    def __init__(self, used: InUse, context: Context, as_of: str, folder: Path) -> None:
        self.used, self.context, self._as_of, self.folder = used, context, as_of, folder

    @cached_property
    def ours(self) -> Ours:
        """What no file of a publication may take the place of."""
        return ours_of(self.context)

    def moment(self, registry: Registry) -> Moment:
        """The first instant of the day: what is published of one day is the same at every hour of it."""
        asked = moment_of(self._as_of, registry, self.context.config)
        return moment_of(asked.today().isoformat(), registry, self.context.config)

    @cached_property
    def material(self) -> str:
        """The digest of all that files are made of but the day; empty where that cannot be read twice.

        Those are the files of the registry, the config, one's own templates, the version and the language.
        Asked before they are read: of what changes in between nobody believes that it is published.
        """
        from clustercalls.registry.paths import expand
        from clustercalls.site.manifest import digest

        files, problems = expand(self.used.paths)
        if problems or not all(map(_is_file, files)):
            return ""
        own = self._templates()
        made = [__version__.encode(), self.context.t.code.encode(), self.context.config.key]
        try:
            for each in (*files, *own):
                made += [os.fsencode(os.path.realpath(each)), each.read_bytes()]
        except OSError:
            return ""
        return digest(*made)

    def _templates(self) -> list[Path]:
        """The files of one's own templates."""
        from clustercalls.site.folder import TEMPLATES

        templates = self.folder / TEMPLATES
        return sorted(each for each in templates.rglob("*") if each.is_file()) if templates.is_dir() else []

    def stamps(self) -> "tuple[Stamp, ...]":
        """What tells whether a file that is published from was changed; no pipe, which is read once."""
        from clustercalls.disk.stamps import stamp
        from clustercalls.registry.paths import expand

        settings = [self.context.config.path] if self.context.config.path else []
        every = (*expand(self.used.paths)[0], *settings, *self._templates())
        return tuple(stamp(str(each)) for each in every if _is_file(each))

    def key(self, moment: Moment) -> str:
        """The digest of all that the files are made of on a day; empty where that cannot be told."""
        from clustercalls.site.manifest import digest

        if not self.material:
            return ""
        parts = (self.material, moment.today().isoformat(), str(moment.forget_months))
        return digest(*(each.encode() for each in parts))


def is_published(state: State, names: tuple[str, ...]) -> bool:
    """Whether all that is asked for stands there as this day's registry has it, by what was remembered.

    Whatever cannot be told is a no: then everything is looked at.
    """
    from clustercalls.errors import Refusal

    try:
        known = _known(state, names)
        if not known or (names and len(known) < len(names)):
            return False
        (zone,) = {each.zone for each in known.values()}
        key = state.key(state.moment(Registry((), (), (), zone)))
        if not key or any(each.key != key for each in known.values()):
            return False
        return bool(names) or _are_all(known)
    except (Refusal, OSError, ValueError):
        return False


def _known(state: State, names: tuple[str, ...]) -> "dict[str, Manifest]":
    """What is remembered of these audiences, else of all that are published by default; whole ones alone."""
    from clustercalls.site.folder import Site
    from clustercalls.site.manifest import audience_of

    there = names or tuple(filter(None, (audience_of(each) for each in os.listdir(state.folder))))  # noqa: PTH208 - texts
    known = {}
    for name in there:
        site = Site(state.folder, name, state.ours)
        manifest = site.known()
        if (names or manifest.together) and site.is_whole(manifest):
            known[name] = manifest
    return known


def _are_all(known: "dict[str, Manifest]") -> bool:
    """Whether these are the audiences that are published by default, and no other."""
    from clustercalls.site.manifest import together

    return {each.together for each in known.values()} == {together(known)}


def edition_of(
    state: State, registry: Registry, every: "Audiences", common: "Common", chosen: "Audiences"
) -> "Edition":
    """What every audience is published from; keys of one's own only for `chosen` ones that are internal."""
    from clustercalls.cli.registry_in_use import parts_of
    from clustercalls.registry.own_keys import NONE, own_keys
    from clustercalls.site.edition import Edition
    from clustercalls.site.manifest import together

    moment, context = state.moment(registry), state.context
    parts = parts_of(common, context, registry, or_bundled=True)
    by_default = together(name for name, each in every.items() if not each.internal)
    own = own_keys(registry.entries) if any(each.internal for each in chosen.values()) else NONE
    return Edition(registry, moment, context.t, parts, state.key(moment), by_default, own)


def _is_file(path: Path) -> bool:
    """Whether it is one that can be looked at: one in a folder that is closed is told where it is read."""
    try:
        return path.is_file()
    except OSError:
        return False
