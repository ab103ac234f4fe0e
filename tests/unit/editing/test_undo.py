"""A record turned round: the old text again, byte for byte, or a refusal."""

from pathlib import Path

import pytest

from clustercalls.editing.document import as_document
from clustercalls.editing.record import Record, splice
from clustercalls.editing.undo import take_back
from clustercalls.errors import InputRefused, WorldFailed

PATH = Path("calls.toml")
OLD = '\ufeff[[call]]\r\nid = "one"\r\ntitle = "è €"\r\n'.encode()
NEW = OLD.replace("è €".encode(), b"U").replace(b'id = "one"\r\n', b"id = 'one'\r\nnote = 'n'\r\n")
RECORD = Record("1", "2027-01-01T00:00:00Z", "set", ("one", "two"), "", ())


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (OLD, OLD[:3]), (b"", OLD), (OLD, OLD)])
def test_the_old_text_comes_back_byte_for_byte(old: bytes, new: bytes) -> None:
    its = as_document(PATH, new)
    edit = take_back(its, [(RECORD, splice(PATH, old, new))])
    assert edit.meant == as_document(PATH, old).raw
    assert edit.text == as_document(PATH, old).text
    assert edit.touched == ()
    assert edit.proven  # by the digest of the record: it is not read once more


@pytest.mark.parametrize("now", [OLD, NEW + b"# by hand\n", NEW.replace(b"U", b"V"), b""])
def test_a_file_that_is_not_as_the_edit_left_it_is_left_alone(now: bytes) -> None:
    with pytest.raises(WorldFailed) as refused:
        take_back(as_document(PATH, now), [(RECORD, splice(PATH, OLD, NEW))])
    found = refused.value.problem
    assert (found.code, found.place.file) == ("changed-since", "calls.toml")
    assert dict(found.values)["id"] == "one, two"


def test_a_record_that_does_not_give_what_it_says_is_not_believed() -> None:
    lying = splice(PATH, OLD, NEW)
    lying = type(lying)(lying.file, lying.start, lying.old + "x", lying.new, lying.before, lying.after)
    with pytest.raises(InputRefused) as refused:
        take_back(as_document(PATH, NEW), [(RECORD, lying)])
    assert refused.value.problem.code == "wrong-record"


def test_several_edits_come_back_as_one_the_newest_first() -> None:
    third = NEW + b"# more\n"
    steps = [(RECORD, splice(PATH, NEW, third)), (RECORD, splice(PATH, OLD, NEW))]
    assert take_back(as_document(PATH, third), steps).text == as_document(PATH, OLD).text
    with pytest.raises(WorldFailed):
        take_back(as_document(PATH, third), steps[::-1])
