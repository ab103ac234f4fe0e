"""From the bytes of a text to its letters."""

import pytest

from clustercalls.sources.documents.letters import Letters, has_mark, letters_of

TEXT = "perché 5 €"


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_by_its_mark(name: str) -> None:
    assert letters_of(TEXT.encode(name), "iso-8859-1") == Letters(TEXT)
    assert has_mark(TEXT.encode(name))


@pytest.mark.parametrize(("mark", "name"), [(b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")])
def test_of_either_order(mark: bytes, name: str) -> None:
    assert letters_of(mark + TEXT.encode(name)) == Letters(TEXT)


@pytest.mark.parametrize(
    ("data", "said", "letters"),
    [
        (TEXT.encode(), "", Letters(TEXT)),
        (TEXT.encode(), "windows-1252", Letters(TEXT)),
        (TEXT.encode("cp1252"), "", Letters(TEXT, "cp1252")),
        (TEXT.encode("cp1252"), "utf-8", Letters(TEXT, "cp1252")),
        ("ąę".encode("iso-8859-2"), "ISO-8859-2", Letters("ąę")),
        ("ąę".encode("cp1250"), "windows-1250", Letters("ąę")),
        (b"\xe9", "zip", Letters("é", "cp1252")),
        (b"\xe9", "punycode", Letters("é", "cp1252")),
        (b"\xe9", "latin-77", Letters("é", "cp1252")),
        (b"\x81", "", Letters("\ufffd", "cp1252")),
        (b"", "", Letters("")),
        (b"\xe9", "us-ascii", Letters("é", "cp1252")),
        (b"\xff\xfea", "", Letters("\ufffd")),
        ("привет".encode("koi8-r"), "KOI8-R", Letters("привет")),
    ],
)
def test_without_one(data: bytes, said: str, letters: Letters) -> None:
    assert letters_of(data, said) == letters
    assert not has_mark(data) or data.startswith(b"\xff\xfe")
