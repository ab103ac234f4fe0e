"""A line of cron goes on asking for what the last entry with a value had."""

from pathlib import Path

import pytest

from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.remind import remind
from clustercalls.cli.tell.targets import Sending
from clustercalls.cli.tell.wanted import query_for
from clustercalls.errors import UsageRefused
from clustercalls.registry.read import load
from samples import BAD, SAMPLE


def test_a_value_is_known_by_the_registry_the_memory_or_what_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text(SAMPLE)
    ada, eve = Filters(owner=["ada"]), Filters(owner=["Eve"])
    assert query_for(ada, load((path,)), (path,)).owners == {"Ada"}
    remind(Filters(), AsOf("2017-03-28"), Sending(), Common(registry=[path]))
    path.write_text(SAMPLE.replace('owner = "Ada"\n', ""))
    assert query_for(ada, load((path,)), (path,)).owners == {"Ada"}
    with pytest.raises(UsageRefused):
        query_for(eve, load((path,)), (path,))
    path.write_text(BAD)
    assert query_for(eve, load((path,)), (path,)).owners == {"Eve"}
