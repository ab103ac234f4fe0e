"""Whole entries of others without characters that nobody sees: taken out, and told."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from clustercalls.candidate import Candidate
from clustercalls.errors import Place, Problem, problem
from clustercalls.registry.hidden import hidden_in, named, without_hidden
from clustercalls.sources.offered import left_out

TAKEN_OUT = "hidden-taken-out"


def seen(candidate: Candidate) -> Iterator[Candidate | Problem]:
    """The candidate as it is to be read, and what was taken out of it; nothing of one without a title."""
    names = list(dict.fromkeys(name for text in _texts(candidate.entry) for name in hidden_in(text)))
    if not names:
        yield candidate
        return
    title = without_hidden(candidate.title).strip()
    if not title:
        yield left_out(candidate.source, 0, candidate.ident or candidate.key, "it has no title")
        return
    yield problem(TAKEN_OUT, Place(candidate.source, entry=candidate.ident or title), characters=named(names))
    yield replace(
        candidate,
        title=title,
        entry=_clean({**candidate.entry, "title": title}),
        words=tuple(map(without_hidden, candidate.words)),
        text=without_hidden(candidate.text),
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _clean(value: Any) -> Any:  # noqa: ANN401 - as files have it
    if isinstance(value, str):
        return without_hidden(value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return {key: _clean(each) for key, each in value.items()} if isinstance(value, dict) else value
