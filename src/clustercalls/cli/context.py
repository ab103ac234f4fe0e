"""Everything a command finds around it: time, language, config, terminal, and the registry in use."""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from clustercalls import config, files, i18n
from clustercalls.cli import output
from clustercalls.cli.choices import one_of
from clustercalls.cli.options import Common
from clustercalls.config import Config
from clustercalls.errors import InputRefused, Place, UsageRefused, problem
from clustercalls.errors.kinds import Severity
from clustercalls.i18n import Language
from clustercalls.model import Entry, Moment, Registry, zone_of

HERE = ("calls.toml", "data/calls.toml")
YEARS = range(1900, 2200)  # those of registries: from within them no window leaves the calendar


class InUse(Struct, frozen=True):
    """The paths of the registry in use, and why those."""

    paths: tuple[Path, ...]
    why: str
    bundled: bool = False


class Surroundings(Struct, frozen=True):
    """What one run of a command works with."""

    t: Language
    config: Config
    color: bool
    terminal: bool
    errors_to_terminal: bool

    @property
    def talks(self) -> bool:
        """Whether somebody is there to read a remark: both streams go to a terminal."""
        return self.terminal and self.errors_to_terminal

    @property
    def columns(self) -> int:
        """Columns of the terminal (COLUMNS counts first)."""
        import shutil

        return shutil.get_terminal_size().columns


def look_around(common: Common) -> Surroundings:
    """The surroundings of this process under these options.

    Raises:
        UsageRefused: for a language or colour that is none.
        InputRefused: for a config file that cannot be read.
    """
    lang = one_of("lang", common.lang) if common.lang else ""
    settings = config.load(common.config)
    lang = lang or settings.lang or i18n.preferred(os.environ)
    terminal = _is_terminal(sys.stdout)
    return Surroundings(
        i18n.language(lang),
        settings,
        wants_color(one_of("color", common.color), os.environ, terminal=terminal),
        terminal,
        _is_terminal(sys.stderr),
    )


def wants_color(option: str, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour: the option, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal.

    https://no-color.org, https://force-color.org
    """
    if option != "auto":
        return option == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def in_use(common: Common, settings: Config) -> InUse | None:
    """Which registry is meant: option, variable, config, folder, the user's own; None when there is none."""
    if common.registry:
        return InUse(tuple(common.registry), "--registry")
    named = os.environ.get("CLUSTERCALLS_REGISTRY")
    if named:
        return InUse(tuple(Path(each) for each in named.split(os.pathsep) if each), "CLUSTERCALLS_REGISTRY")
    if settings.registry:
        return InUse(settings.registry, "config")
    for each in HERE:
        if Path(each).is_file():
            return InUse((Path(each),), "this folder")
    own = own_path()
    if own is not None and own.is_file():
        return InUse((own,), "your own")
    return None


def own_path() -> Path | None:
    """The registry of a user who never named one: `$XDG_DATA_HOME/clustercalls/calls.toml`."""
    folder = files.user_folder("XDG_DATA_HOME", ".local/share")
    return folder / "calls.toml" if folder else None


def bundled() -> InUse:
    """The example that comes with the tool."""
    package = Path(__file__).parent.parent
    inside = package / "data" / "calls.toml"
    # In a checkout the example stands at the top, where people look for it; the wheel carries it inside.
    path = inside if inside.is_file() else package.parent.parent / "data" / "calls.toml"
    return InUse((path,), "bundled example", bundled=True)


def load(common: Common, around: Surroundings, *, or_bundled: bool) -> Registry:
    """The registry in use, its errors told; with `or_bundled`, the example when there is none.

    Raises:
        InputRefused: when there is none.
    """
    registry = read(common, around, or_bundled=or_bundled)
    for each in registry.problems:
        output.tell(each, around.t)
    return registry


def read(common: Common, around: Surroundings, *, or_bundled: bool, warnings: bool = False) -> Registry:
    """As `load`, its problems not told; with `warnings`, those too."""
    from clustercalls.registry.read import load as read_files

    found = in_use(common, around.config)
    if found is None:
        if not or_bundled:
            raise InputRefused(problem("wants-registry"))
        found = bundled()
        if around.talks:
            output.say(
                around.t("This is the bundled example. Make a registry of your own: clustercalls init")
            )
    return read_files(found.paths, warnings=warnings)


def exit_code_of(registry: Registry, code: int) -> int:
    """3 when something of the registry could not be read, else the code given."""
    return 3 if any(each.severity is Severity.ERROR for each in registry.problems) else code


def moment_of(as_of: str, registry: Registry, settings: Config) -> Moment:
    """Now, or the moment asked for on the clock of the registry's zone; a day alone means its first instant.

    Raises:
        UsageRefused: for a text that is no moment.
    """
    text = as_of or os.environ.get("CLUSTERCALLS_AS_OF", "")
    place = Place("" if as_of else "CLUSTERCALLS_AS_OF")
    now = datetime.now(UTC)
    if text:
        try:
            asked = datetime.fromisoformat(text.strip())
        except ValueError:
            raise UsageRefused(problem("bad-moment", place, value=text)) from None
        if asked.year not in YEARS:
            raise UsageRefused(problem("bad-moment", place, value=text))
        now = asked.replace(tzinfo=asked.tzinfo or zone_of(registry.zone)).astimezone(UTC)
    return Moment(now, registry.zone, settings.forget_months)


def zone_named(name: str) -> str:
    """A zone given on the command line.

    Raises:
        UsageRefused: when there is none of that name.
    """
    if not name:
        return ""
    try:
        zone_of(name)
    except ValueError:
        from clustercalls.registry.suggest import for_zone

        raise UsageRefused(problem("unknown-zone", None, value=name, **for_zone(name))) from None
    return name


def refuse_input(target: Path | None, registry: Registry, around: Surroundings) -> None:
    """Lets no output overwrite what was read or is kept, nor stand where it would be read next time.

    Raises:
        UsageRefused: when it would.
    """
    if target is None:
        return
    real = target.resolve()
    read_from = [Path(each).resolve() for each in registry.files]
    inputs = [*read_from, *([around.config.path.resolve()] if around.config.path else [])]
    among = real.suffix == ".toml" and real.parent in {each.parent for each in read_from}
    beside = [each.with_name(each.name + end) for each in read_from for end in (".removed", ".lock")]
    state = files.user_folder("XDG_STATE_HOME", ".local/state")
    kept = state is not None and state.resolve() in real.parents
    if real in inputs or real in beside or among or kept:
        raise UsageRefused(problem("output-is-input", Place(str(target))))


def quiet_registry(options: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The entries in use for a completion: none rather than an error."""
    from clustercalls.registry.read import load as read

    try:
        # While completing, typer has not turned texts into paths yet.
        named = [Path(each) for each in options.get("registry") or ()]
        settings = options.get("config")
        found = in_use(Common(registry=named), config.load(Path(settings) if settings else None))
        return read((found or bundled()).paths).entries
    except Exception:  # noqa: BLE001 - a word too many on the line someone is typing helps nobody
        return ()


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream and stream.isatty())  # type: ignore[attr-defined]  # a text stream or None
    except ValueError:
        return False
