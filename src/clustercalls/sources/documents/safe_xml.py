"""The events of a piece of XML, in their order: no document type is taken, so that no entity is ever made."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from clustercalls.errors import InputRefused, problem

Began = Callable[[str, Mapping[str, str]], None]


def read_xml(data: bytes, began: Began, ended: Callable[[str], None], text: Callable[[str], None]) -> None:
    """Tells every element, by its name without its namespace, and every text.

    Raises:
        InputRefused: when it is no XML, or has a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, values: began(
        local(name), {local(key): value for key, value in values.items()}
    )
    parser.EndElementHandler = lambda name: ended(local(name))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise InputRefused(problem("document-damaged")) from None


def local(name: str) -> str:
    """A name without its namespace: of one word processor or another, of ISO or before."""
    return name.rpartition(" ")[2]


def _refuse(*_: object) -> None:
    raise InputRefused(problem("document-doctype"))
