"""The registry in use, what of it is read, and where the bundled example is never taken for one's own."""

import os
from _blake2 import blake2b
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clustercalls import config
from clustercalls.cli import output, places
from clustercalls.cli.context import Context, refuse_unread, registry_found
from clustercalls.cli.options import Common
from clustercalls.config import Config
from clustercalls.disk.folders import OWN_REGISTRY, expanded, is_file, is_folder, own_file
from clustercalls.disk.read import UNREADABLE
from clustercalls.errors import InputRefused, Problem, Refusal, problem
from clustercalls.index.load import load as read_or_indexed
from clustercalls.model import Registry

NOT_FOUND = frozenset({"no-registry", UNREADABLE, "empty-folder"})
NOT_WRITTEN = frozenset({
    "locked", "changed-on-disk", "protected", "cannot-write", "left-as-it-is", "in-the-way", "other-group",
    "mounted-file", "not-durable",
})  # fmt: skip


class InUse(Struct, frozen=True):
    """The paths of the registry in use, and why those."""

    paths: tuple[Path, ...]
    why: str
    bundled: bool = False
    config: str = ""  # the file that names them, where one does

    @property
    def typed(self) -> bool:
        """Whether they were named for this run, so that one of them may be a pipe."""
        return self.why in places.TYPED

    def read(self, load: Callable[..., Registry]) -> Registry:
        """The registry as this function loads it, its problems told as `told` does."""
        found = load(self.paths, piped=self.typed)
        return found if found.sound else replace(found, problems=tuple(map(self.told, found.problems)))

    def told(self, trouble: Problem) -> Problem:
        """A problem of finding or writing one of the paths, with the variable or the key that names it."""
        file = trouble.place.file.removesuffix(".lock")
        if trouble.code not in NOT_FOUND | NOT_WRITTEN or file not in map(str, self.paths):
            return trouble
        if self.config:
            return trouble.named_by("by key", key="registry", config=self.config)
        variable = places.VARIABLE if self.why == places.VARIABLE else ""
        if self.why == places.OWN and OWN_REGISTRY[0] in os.environ:
            variable = OWN_REGISTRY[0]
        return trouble.named_by("by variable", variable=variable) if variable else trouble


@contextmanager
def naming(used: InUse | None) -> Iterator[None]:
    """Tells a refusal about one of the paths in use with what names it."""
    try:
        yield
    except Refusal as refusal:
        if used:
            refusal.problem = used.told(refusal.problem)
        raise


class Example(Enum):
    """What a command does with the bundled example."""

    STANDS_IN = "shown where there is no registry"
    READ = "read where it is found"
    WHEN_NAMED = "watched only when --registry names it"
    NEVER = "never written"


def in_use(common: Common, settings: Config, example: Example) -> InUse:
    """The registry a command works with.

    Raises:
        InputRefused: when there is none, or only an example that this command is not to take.
    """
    used = found_for(common, settings)
    if used is None and example is Example.STANDS_IN:
        return bundled()
    if used is None or _is_refused(used, example):
        raise InputRefused(problem("wants-registry"))
    return used


def _is_refused(used: InUse, example: Example) -> bool:
    if example is Example.WHEN_NAMED:
        return used.why != places.NAMED and any(map(places.is_example, used.paths))
    return example is Example.NEVER and all(map(places.is_example, used.paths))


def found_for(common: Common, settings: Config) -> InUse | None:
    """Which registry is there, by the rules of `places`; None when there is none.

    Raises:
        InputRefused: when a folder where it may be lets nobody look.
    """
    used = registry_found(common, settings)
    if not used:
        return None
    config = str(settings.path) if used[1] == places.CONFIGURED else ""
    return InUse(tuple(map(Path, used[0])), used[1], config=config)


def own_path() -> Path | None:
    """The registry of a user who never named one: `$XDG_DATA_HOME/clustercalls/calls.toml`."""
    file = own_file(*OWN_REGISTRY)
    return Path(file) if file else None


def bundled() -> InUse:
    """The example that comes with the tool."""
    return InUse((Path(places.bundled()),), "bundled example", bundled=True)


def load(common: Common, context: Context, *, or_bundled: bool) -> Registry:
    """The registry in use, its errors told; with `or_bundled`, the example when there is none.

    Raises:
        InputRefused: when there is none.
    """
    registry = read(common, context, or_bundled=or_bundled)
    output.tell_errors(registry, context.t)
    return registry


def read(common: Common, context: Context, *, or_bundled: bool, warnings: bool = False) -> Registry:
    """As `load`, its problems not told; with `warnings`, those too."""
    used = in_use(common, context.config, Example.STANDS_IN if or_bundled else Example.READ)
    if used.bundled and context.talks:
        output.say(context.t("This is the bundled example. Make a registry of your own: clustercalls init"))
    if warnings:  # an index holds none
        from clustercalls.registry.read import load as read_files

        return used.read(partial(read_files, warnings=True))
    return used.read(read_or_indexed)


def parts_of(common: Common, context: Context, registry: Registry, *, or_bundled: bool) -> tuple[str, ...]:
    """The parts that the names in its calendars may have: its name, and the digest of where it is.

    A calendar begins with the first of them, and keeps the one that it was begun with.
    """
    found = in_use(common, context.config, Example.STANDS_IN if or_bundled else Example.READ)
    where = found.paths[0]
    is_kept = is_folder(where) or is_file(where)  # no pipe is there twice
    real = os.path.realpath(where) if is_kept else str(where)
    digest = blake2b(os.fsencode(real), digest_size=4).hexdigest()
    return (registry.name, digest) if registry.name else (digest,)


@contextmanager
def told_if_stopped(registry: Registry, context: Context) -> Iterator[None]:
    """Says why nothing could be read when the command is refused before it says so itself."""
    try:
        yield
    except Refusal:
        if not registry.entries:
            output.tell_errors(registry, context.t)
        raise


def quiet_registry(options: Mapping[str, Any]) -> Registry:
    """The registry in use for a completion: an empty one rather than an error."""
    try:
        # While completing, typer has not turned texts into paths yet.
        named = [Path(expanded(each)) for each in options.get("registry") or ()]
        settings = options.get("config")
        common, known = Common(registry=named), config.load(Path(settings) if settings else None, piped=False)
        refuse_unread(common, known)
        return read_or_indexed(in_use(common, known, Example.STANDS_IN).paths)
    except Exception:  # noqa: BLE001 - a word too many on the line someone is typing helps nobody
        return Registry((), (), (), "")
