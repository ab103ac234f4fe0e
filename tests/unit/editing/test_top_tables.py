"""Keys added to a table of the file: every other byte stays, and a text in another form is not touched."""

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.editing.document import as_document
from clustercalls.editing.top_tables import with_keys

ENTRY = '[[call]]\nid = "a"\ntitle = "A"\n'


@pytest.mark.parametrize(("before", "after"), [
    (ENTRY, f'[t]\n"k" = "v"\n\n{ENTRY}'), (f"a-b = 1\n{ENTRY}", f'a-b = 1\n\n[t]\n"k" = "v"\n\n{ENTRY}'),
    (f"# of the file\n\n# of a\n{ENTRY}", f'# of the file\n\n[t]\n"k" = "v"\n\n# of a\n{ENTRY}'),
    (f'[t]\n"j" = "i" # why\n\n{ENTRY}', f'[t]\n"j" = "i" # why\n"k" = "v"\n\n{ENTRY}'),
    (f"s = 1\n[d]\nz = 2  # zone\n\n# -- Calls --\n\n{ENTRY}",
     f's = 1\n[d]\nz = 2  # zone\n\n[t]\n"k" = "v"\n\n# -- Calls --\n\n{ENTRY}'),
    (f"# top\ns = 1\n# -- Calls --\n{ENTRY}", f'# top\ns = 1\n\n[t]\n"k" = "v"\n\n# -- Calls --\n{ENTRY}'),
    (f"{ENTRY}\n[t]", f'{ENTRY}\n[t]\n"k" = "v"\n'), ("", '[t]\n"k" = "v"\n'),
])  # fmt: skip
def test_where_they_stand(before: str, after: str) -> None:
    edit = with_keys(as_document(Path("f"), before.encode()), "t", [(("k",), "v")])
    assert edit.text == after
    assert tomli.loads(edit.text) == edit.meant


def test_a_table_in_it_gets_one_line_a_key() -> None:
    edit = with_keys(
        as_document(Path("f"), f"[t]\n{ENTRY}".encode()), "t", [(("k", "a"), "v"), (("k", "b c"), "w")]
    )
    assert edit.text == f'[t]\nk.a = "v"\nk."b c" = "w"\n{ENTRY}'
    assert tomli.loads(edit.text) == edit.meant


@given(st.dictionaries(st.dates().map(str), st.text(), min_size=1, max_size=4))
def test_any_text_is_what_it_was(added: dict[str, str]) -> None:
    added = {key: value.encode("utf-8", "replace").decode() for key, value in added.items()}
    edit = with_keys(
        as_document(Path("f"), ENTRY.encode()), "t", [((key,), value) for key, value in added.items()]
    )
    assert tomli.loads(edit.text)["t"] == added
