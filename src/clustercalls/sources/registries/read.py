"""The entries of another office's registry as candidates."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from clustercalls.candidate import Candidate
from clustercalls.errors import Problem, limit_of
from clustercalls.limits import OFFERED_BYTES, SLIPS
from clustercalls.registry.layout import Layout
from clustercalls.registry.public_tables import UNREAD, document_of
from clustercalls.registry.read import Parsed, from_document, parse_bytes
from clustercalls.registry.shape import TABLES
from clustercalls.registry.text import JsonText
from clustercalls.registry.top import check_headers
from clustercalls.sources.json_document import decoded, is_object
from clustercalls.sources.offered import left_out, rest_unread, unlike
from clustercalls.sources.offered_entry import offered_entry
from clustercalls.sources.registries.recognised import is_toml_registry
from clustercalls.sources.seen import seen
from clustercalls.zones import UNKNOWN

REGISTRY = "a registry"


def candidates(data: bytes, source: str) -> Iterator[Candidate | Problem]:
    """Every entry without what its office has as its own; of what cannot be read, why, at its line.

    Zones and currency are received of each entry, as the file has them for all of it.

    Raises:
        InputRefused: for what is no registry.
    """
    if len(data) > OFFERED_BYTES:
        raise unlike(source, REGISTRY, "it is larger than {limit}", **limit_of(OFFERED_BYTES))
    if is_object(data):
        return _of_json(data, source)
    if not is_toml_registry(data):
        raise _without_entries(source)
    parsed = parse_bytes(data, Path(source), {})
    return _candidates(parsed, parsed.name, source)


def _of_json(data: bytes, source: str) -> Iterator[Candidate | Problem]:
    """What a file in JSON has, and which calls its office had there and could not read itself."""
    received = decoded(data, source, REGISTRY)
    if not any(isinstance(received.get(name), list) for name in TABLES):
        raise _without_entries(source)
    document, text = document_of(received), JsonText(source, Layout(""))
    check_headers(document, text)
    title, lost = received.get("title"), received.get(UNREAD)
    parsed = from_document(document, text, {})
    unread = [left_out(source, 0, str(ident), "its office could not read it") for ident in _some(lost)]
    return chain(_candidates(parsed, title if isinstance(title, str) else "", source), unread)


def _some(received: object) -> list[object]:
    return received[:SLIPS] if isinstance(received, list) else []


def _without_entries(source: str) -> Exception:
    return unlike(source, REGISTRY, "it has no entries: {known}", known=", ".join(TABLES))


def _candidates(parsed: Parsed, title: str, source: str) -> Iterator[Candidate | Problem]:
    yield from parsed.problems[:SLIPS]
    if len(parsed.problems) > SLIPS:
        yield rest_unread(source, "more than {limit} are not told", limit=SLIPS)
    for entry in parsed.entries:
        if any(stage.zone == UNKNOWN for stage in entry.stages):
            yield left_out(source, 0, entry.id, "the zone of its file cannot be read")
            continue
        yield from seen(offered_entry(source, entry.id, entry, ident=entry.id, credit=title))
