"""Texts in XML, as a parser reads them."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.render.xml import xml_text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<b>&amp;\"'", "<b>&amp;\"'"),
        ("]]>", "]]>"),
        ("a\nb", "a b"),
        ("\x00\x1b", "\\x00\\x1b"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_is_read_is_what_was_written(text: str, read: str) -> None:
    element = ET.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>')  # noqa: S314 - of our own making
    assert (element.text, element.get("b")) == (read, read)


@given(st.text(st.characters(exclude_categories=())))
def test_every_text_is_well_formed(text: str) -> None:
    element = ET.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>'.encode())  # noqa: S314 - of our own making
    assert (element.text or "", list(element)) == (element.get("b"), [])
