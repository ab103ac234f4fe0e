"""Now, or what was asked for; how it stands on a registry's clock is tried in `test_context.py`."""

from datetime import UTC, datetime

import pytest

from builders import entry, registry_of
from clustercalls.cli.moment import moment_of
from clustercalls.config import Config
from clustercalls.errors import UsageRefused


@pytest.mark.parametrize("text", ["tomorrow", "1899-12-31", "2200-01-01", "2017-02-30"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        moment_of(text, registry_of(entry()), Config())
    assert (refused.value.problem.code, dict(refused.value.problem.values)["value"]) == ("bad-moment", text)


def test_it_is_now_where_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    before = datetime.now(UTC)
    found = moment_of("", registry_of(entry()), Config())
    assert before <= found.now <= datetime.now(UTC)
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", "2017-03-02T12:00Z")
    assert moment_of("", registry_of(entry()), Config()).now == datetime(2017, 3, 2, 12, tzinfo=UTC)
