"""Several entries that were made elsewhere: one act, or none; in a shared folder a file each."""

from pathlib import Path
from typing import NamedTuple

import pytest
import tomli

from clustercalls.cli.keep.add_several import add_several
from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.options import Common
from clustercalls.editing.document import Table
from clustercalls.editing.new_entry import proposed_id
from clustercalls.errors import UsageRefused
from clustercalls.registry.build import Defaults
from clustercalls.zones import Moment
from conftest import Run


class Made(NamedTuple):
    title: str
    url: str = ""
    kind: str = "call"

    def id_for(self, taken: set[str]) -> str:
        return proposed_id(self.title, self.kind, taken)

    def table(self, name: str, _defaults: Defaults, _moment: Moment) -> Table:
        table: Table = {"id": name, "title": self.title}
        return table | ({"url": self.url} if self.url else {})


def desk(path: Path) -> Desk:
    return open_desk("import", Common(registry=[path]), "2027-01-10", Editing())


def test_into_one_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text('[[call]]\nid = "soil"\ntitle = "Old"\n')
    add_several(desk(path), [Made("Soil"), Made("Soil")], again=False)
    assert [each["id"] for each in tomli.loads(path.read_text())["call"]] == ["soil", "soil-2", "soil-3"]
    run("undo", "-r", path)
    assert path.read_text() == '[[call]]\nid = "soil"\ntitle = "Old"\n'


def test_a_file_each_in_a_shared_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "calls"
    run("init", folder, "--git")
    add_several(desk(folder), [Made("Soil"), Made("Water")], again=False)
    assert {"soil.toml", "water.toml"} <= {each.name for each in folder.iterdir()}


def test_all_or_none(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    before = '[[call]]\nid = "soil"\ntitle = "Soil"\nurl = "https://example.org"\n'
    path.write_text(before)
    wanted = [Made("Water"), Made("Soil", "https://example.org")]
    with pytest.raises(UsageRefused):
        add_several(desk(path), wanted, again=False)
    assert path.read_text() == before
    add_several(desk(path), wanted, again=True)
    assert path.read_text().count("[[call]]") == 3
