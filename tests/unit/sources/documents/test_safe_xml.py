"""The events of a piece of XML."""

import pytest

from clustercalls.errors import InputRefused
from clustercalls.sources.documents.safe_xml import local, read_xml


def events(data: bytes) -> list[str]:
    found: list[str] = []
    read_xml(
        data,
        lambda name, values: found.append(f"<{name} {dict(values)}"),
        lambda name: found.append(f"/{name}"),
        found.append,
    )
    return found


def test_elements_and_texts_without_namespaces() -> None:
    assert events(b'<w:a xmlns:w="x" w:b="1" c="2">t&amp;<w:d/></w:a>') == [
        "<a {'b': '1', 'c': '2'}",
        "t&",
        "<d {}",
        "/d",
        "/a",
    ]
    assert local("x y") == local("y") == "y"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document-doctype"),
        (b"<!DOCTYPE a><a/>", "document-doctype"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16"), "document-doctype"),
        (b"<a>&b;</a>", "document-damaged"),
        (b"<a>", "document-damaged"),
        (b"", "document-damaged"),
        (b"<a/>x", "document-damaged"),
        (b'<?xml version="1.0" encoding="zip"?><a/>', "document-damaged"),
        (b"\xff\xff", "document-damaged"),
    ],
)
def test_what_is_none_or_makes_entities_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputRefused) as told:
        events(data)
    assert told.value.problem.code == code


def test_however_deep_it_is_read() -> None:
    assert len(events(b"<a>" * 100_000 + b"</a>" * 100_000)) == 200_000
