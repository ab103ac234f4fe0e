"""The parts of an archive, unpacked only when they are bounded."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from clustercalls.errors import InputRefused
from clustercalls.limits import MIB, UNPACKED_PARTS
from clustercalls.sources.documents.archive import Archive


def zipped(parts: dict[str, bytes], how: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", how) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def code(made: Callable[[], object]) -> str:
    with pytest.raises(InputRefused) as told:
        made()
    return told.value.problem.code


def test_its_parts() -> None:
    archive = Archive(zipped({"a": b"1", "b/c": b"22"}))
    assert archive.names() == {"a", "b/c"}
    assert [archive.part(name) for name in ("a", "b/c", "d")] == [b"1", b"22", b""]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    archive = Archive(zipped({"a": bytes(65 * MIB)}))
    assert code(lambda: archive.part("a")) == "document-bomb"


def test_several_parts_come_to_a_bomb() -> None:
    archive = Archive(zipped({"a": bytes(40 * MIB), "b": bytes(40 * MIB)}))
    assert len(archive.part("a")) == 40 * MIB
    assert code(lambda: archive.part("b")) == "document-bomb"


def test_a_part_that_says_less_than_it_has_is_damaged() -> None:
    data = bytearray(zipped({"a": b"x" * 1_000}))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<I", 10)
    assert code(lambda: Archive(bytes(data)).part("a")) == "document-damaged"


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"PK\x03\x04",
        lambda data: data[:30] + bytes(8) + data[38:],
        lambda data: data.replace(b"PK\x01\x02", b"PK\x01\x03"),
    ],
)
def test_a_damaged_one_is_refused(harm: Callable[[bytes], bytes]) -> None:
    data = zipped({"a": bytes(range(256)) * 9})
    assert code(lambda: Archive(harm(data)).part("a")) == "document-damaged"


def test_one_that_lists_a_million_parts_is_not_listed() -> None:
    assert code(lambda: Archive(b"PK\x01\x02" * (UNPACKED_PARTS + 1))) == "document-bomb"


def test_one_of_another_way_to_pack_is_refused() -> None:
    assert code(lambda: Archive(zipped({"a": b"x"}, ZIP_BZIP2)).part("a")) == "document-damaged"


def test_one_with_a_password_says_so() -> None:
    data = bytearray(zipped({"a": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert code(lambda: Archive(bytes(data)).part("a")) == "document-encrypted"
