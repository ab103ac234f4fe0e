"""The values a shell is proposed: ids and values of the registry in use, and words we know; never an error.

What is returned is data as somebody wrote it: `shell` decides what of it a shell may see, and how.
"""

from collections.abc import Callable, Iterable, Sequence

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from clustercalls.model import Entry, Registry

Proposals = list[tuple[str, str]]  # what may stand there, and what it is


class Asked:
    """A command, what its line names as registry and config, its words without a name, and the one begun."""

    def __init__(
        self,
        command: str = "",
        registry: tuple[str, ...] = (),
        config: str = "",
        loose: tuple[str, ...] = (),
        start: str = "",
        *,
        filtered: bool = False,
    ) -> None:
        self.command, self.registry, self.config = command, registry, config
        self.loose, self.start, self.filtered = loose, start, filtered  # filters, not IDs, name the entries


def proposals(completes: str, asked: Asked) -> Proposals:
    """What may stand for a field of the registry, or for one of the names in `WAYS`."""
    if completes == "id" and not asked.config:
        from clustercalls.cli.look import at_once

        known = at_once.names(asked.registry)
        if known is not None:
            return known
    from clustercalls.cli import lean

    lean.import_msgspec()
    try:
        return WAYS[completes](asked) if completes in WAYS else _words(_known(completes, asked))
    except Exception:  # noqa: BLE001 - a word too many on the line someone is typing helps nobody
        return []


def _known(field: str, asked: Asked) -> Sequence[str]:
    """The words that stand for this field, or those that the registry has."""
    from clustercalls.query.filters import CODES, words_of
    from clustercalls.query.named import known_values

    if field in CODES:
        return words_of(CODES[field])
    return known_values(_registry(asked), field)


def _entries(asked: Asked) -> Sequence["Entry"]:
    return _registry(asked).entries


def _registry(asked: Asked) -> "Registry":
    from clustercalls.cli.registry_in_use import quiet_registry

    return quiet_registry({"registry": asked.registry, "config": asked.config})


def _ids(asked: Asked) -> Proposals:
    from clustercalls.stored import names

    return list(names(_entries(asked)))


def _ids_and_stages(asked: Asked) -> Proposals:
    """Every id; behind one and a slash, its stages."""
    wanted, slash, _ = asked.start.partition("/")
    if not slash:
        return _ids(asked)
    found = [each for each in _entries(asked) if each.id == wanted]
    return [(f"{each.id}/{stage.id}", stage.title) for each in found for stage in each.stages]


def _formats(_: Asked) -> Proposals:
    from clustercalls.cli.rows_out import FORMATS

    return _words(FORMATS)


def _columns(asked: Asked) -> Proposals:
    """Columns of the command, one more behind those that are there."""
    from clustercalls.render.columns import ENTRIES, HEADINGS, MILESTONES
    from clustercalls.render.offers import OFFERS

    columns = {"upcoming": MILESTONES, "find": OFFERS}.get(asked.command, ENTRIES)
    names = dict.fromkeys((*columns.cells, *columns.fields))
    return _listed(asked.start, [(each, HEADINGS.get(each, "")) for each in names])


def _settings(asked: Asked) -> Proposals:
    """An id, behind that `FIELD=`, or one more id when it is begun; behind the equals sign, its values."""
    from clustercalls.editing.fields import ENTRY, STAGE

    ids = [each for each in asked.loose if "=" not in each]
    if not ids and not asked.filtered:
        return _ids_and_stages(asked)
    stage = any("/" in each for each in ids)
    head, equals, text = asked.start.partition("=")
    name = head.rstrip("+-")
    if not equals:
        sign = head.removeprefix(name)
        fields = [(f"{each}{sign}=", "") for each in (STAGE if stage else ENTRY)]
        more = asked.start and not asked.filtered and len(ids) == len(asked.loose)
        return fields + (_ids_and_stages(asked) if more else [])
    if name not in (STAGE if stage else ENTRY):
        return []
    return [(f"{head}={each}", what) for each, what in _values(name, text, asked, stage=stage)]


def _left_out(asked: Asked) -> Proposals:
    """`FIELD=`, and behind the equals sign the values of that field."""
    from clustercalls.query.filters import FILTERED

    field, equals, _ = asked.start.partition("=")
    if not equals:
        return _words(f"{each}=" for each in FILTERED)
    return _words(f"{field}={each}" for each in _known(field, asked)) if field in FILTERED else []


def _tracks(asked: Asked) -> Proposals:
    """An id; behind one, or beside filters, also what we do with it."""
    words = _words(_known("track", asked)) if asked.loose or asked.filtered else []
    return words + ([] if asked.filtered else _ids(asked))


def _templates(asked: Asked) -> Proposals:
    """Those that come with it, and those of the files in use."""
    from pathlib import Path

    from clustercalls.editing.document import open_document
    from clustercalls.planning.templates import BUNDLED

    tables = [open_document(Path(each)).raw.get("template") for each in _registry(asked).files]
    return _words(
        dict.fromkeys([*BUNDLED, *(name for each in tables if isinstance(each, dict) for name in each)])
    )


def _audiences(asked: Asked) -> Proposals:
    """Those of the config and of the files in use, each with its title."""
    from pathlib import Path

    from clustercalls.config import load
    from clustercalls.registry.read import load as read_files

    settings = load(Path(asked.config) if asked.config else None, piped=False)
    files = tuple(Path(each) for each in _registry(asked).files)
    every = {**settings.audience, **read_files(files).audiences}
    return [(name, each.title) for name, each in every.items() if name not in asked.loose[1:]]


def _values(name: str, text: str, asked: Asked, *, stage: bool) -> Proposals:
    """The values a field is often given."""
    from clustercalls.registry.build import STATUSES

    if name == "tags":
        return _listed(text, _words(each for each in _known("tag", asked) if "," not in each))
    if name == "status":
        return _words(STATUSES)
    if stage and name != "owner":
        return _words(
            _known("stage", asked) if name == "kind" else {"cancelled": ("true", "false")}.get(name, ())
        )
    return _words(_known(name, asked)) if name in {"programme", "track", "owner"} else []


def _listed(text: str, offered: Proposals) -> Proposals:
    """One more item of a list parted by commas."""
    there, comma, _ = text.rpartition(",")
    return [(f"{there}{comma}{each}", what) for each, what in offered if each not in there.split(",")]


def _words(found: Iterable[str]) -> Proposals:
    return [(each, "") for each in found]


def _sources(asked: Asked) -> Proposals:
    from pathlib import Path

    from clustercalls.config import load
    from clustercalls.sources.eu.candidate import PORTAL, SOURCE

    others = load(Path(asked.config) if asked.config else None, piped=False).sources.items()
    return [(SOURCE, PORTAL), *((name, each.url) for name, each in others if name != SOURCE)]


def _offers(asked: Asked) -> Proposals:
    """The names of offers that begin so, each with its title; a few, for there are thousands."""
    from clustercalls.catalogue.named import beginning
    from clustercalls.catalogue.opening import to_read
    from clustercalls.catalogue.place import path

    with to_read(path()) as connection:
        return beginning(connection, asked.start)


def _followed(asked: Asked) -> Proposals:
    """The entries that have a key of a source; or all at once."""
    its = [(each.id, each.title) for each in _entries(asked) if each.source and each.source.key]
    return [("all", ""), *its]


WAYS: dict[str, Callable[[Asked], Proposals]] = {
    "id": _ids,
    "id/stage": _ids_and_stages,
    "format": _formats,
    "columns": _columns,
    "settings": _settings,
    "tracks": _tracks,
    "template": _templates,
    "audience": _audiences,
    "source": _sources,
    "offer": _offers,
    "followed": _followed,
    "not": _left_out,
}
