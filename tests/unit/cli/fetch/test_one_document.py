"""Calendars, feeds and tables as sources: one document each, asked for only if it has changed."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from conftest import Ran, Run
from hostile_dav import Asked, World, whole
from terminals import Terminal

NOW = ("--as-of", "2026-11-27T09:00")
LATER = ("--as-of", "2026-11-28T09:00")
CSV = "ID_Bando,Titolo,Fine,Stanziamento\n1,Soil vouchers,2027-02-01,50000\n2,Cluster vouchers,2027-03-01,7\n"
ICS = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Cluster day\nDTSTART:20270310T090000\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:innosup.deadline@abc\nSUMMARY:Ours\nDTSTART:20270310\nEND:VEVENT\nEND:VCALENDAR\n"
)


def rss(*titles: str) -> str:
    items = "".join(f"<item><title>{each}</title><guid>{each}</guid></item>" for each in titles)
    return f"<rss version='2.0'><channel><title>Open calls</title>{items}</channel></rss>"


class Documents:
    """A server of documents that knows when one has not changed."""

    def __init__(self, world: World, run: Run) -> None:
        self.world, self.run = world, run
        self.texts = {"/t.csv": CSV, "/c.ics": ICS, "/f.xml": rss("A", "B")}
        self.same = 0
        self.awaits: Event | None = None
        world.script = self._answered

    def _answered(self, asked: Asked) -> tuple[bytes, bool]:
        assert self.awaits is None or self.awaits.wait(30)
        text = self.texts.get(asked.path)
        if text is None:
            return whole("404 Not Found"), True
        mark = f'"{hash(text)}"'
        if asked.headers.get("if-none-match") == mark:
            self.same += 1
            return b"HTTP/1.1 304 Not Modified\r\n\r\n", True
        return whole("200 OK", text.encode(), f"ETag: {mark}"), True

    def sync(self, *options: object) -> Ran:
        """What is told of a sync of all but the portal, change by change."""
        return self.run("sync", "tab", "cal", "feed", "--all", *(options or NOW))

    def states(self) -> dict[str, dict[str, object]]:
        """How the last ones went, by name."""
        told = json.loads(self.run("sync", "--status", "-f", "json").out)
        return {each["name"]: each for each in told["sources"]}


@pytest.fixture
def documents(config: Path, run: Run) -> Iterator[Documents]:
    """A table, a calendar and a feed on loopback that the config names."""
    with World() as world:
        common = "private = true, pause = 0"
        config.write_text(
            "[sources]\n"
            f'tab = {{ kind = "table", url = "{world.url}/t.csv", {common},'
            ' columns = { key = "ID_Bando", deadline = "Fine" } }\n'
            f'cal = {{ kind = "ics", url = "{world.url}/c.ics", {common} }}\n'
            f'feed = {{ kind = "feed", url = "{world.url}/f.xml", {common} }}\n'
            '[watch]\nclusters = { text = "cluster" }\n'
        )
        yield Documents(world, run)


def test_all_come_into_the_one_catalogue_and_are_watched(documents: Documents) -> None:
    ran = documents.run("sync", "tab", "cal", "feed", *NOW)
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines()[1:]] == [
        "tab:2",
        "cal:1",
        "cal:innosup.deadline@abc",
    ][:2]
    found = json.loads(documents.run("find", "", "-f", "json", *NOW).out)
    assert {each["key"] for each in found} >= {"tab:1", "tab:2", "cal:1", "feed:A", "feed:B"}


def test_the_status_shows_the_kind(documents: Documents) -> None:
    documents.sync()
    assert {name: each["kind"] for name, each in documents.states().items()} == {
        "eu": "portal", "tab": "table", "cal": "ics", "feed": "feed",
    }  # fmt: skip
    assert "feed  feed  http" in documents.run("sync", "--status").out


def test_what_is_the_same_is_not_sent_again_and_nothing_is_missed(documents: Documents) -> None:
    documents.sync()
    for count in (3, 6, 9):
        assert documents.sync() == (0, "", "")
        assert documents.same == count
    states = documents.states()
    assert {each["outcome"] for name, each in states.items() if name != "eu"} == {"ok"}
    assert [states[name]["records"] for name in ("tab", "cal", "feed")] == [2, 2, 2]


def test_what_changed_is_told(documents: Documents) -> None:
    documents.sync()
    documents.texts["/t.csv"] = CSV.replace("2027-02-01", "2027-02-08")
    documents.texts["/f.xml"] = rss("C", "A")
    out = documents.sync().out
    assert "tab:1  Soil vouchers\n  deadline: 1 Feb → 8 Feb 2027 (+7 days)\n" in out
    assert "new: feed:C\n" in out
    assert documents.same == 1


def test_what_a_feed_no_more_lists_is_never_gone_and_of_a_table_it_is(documents: Documents) -> None:
    documents.texts["/t.csv"] = CSV + "".join(f"{each},More {each},2027-05-01,1\n" for each in range(3, 9))
    documents.sync()
    for text in (rss("C"), rss("D"), rss("E")):
        documents.texts["/f.xml"] = text
        documents.texts["/t.csv"] = (
            documents.texts["/t.csv"].replace("2,Cluster vouchers,2027-03-01,7\n", "") + "\n"
        )
        ran = documents.sync()
        assert ran.code == 0
        assert "gone: feed" not in ran.out
    assert documents.states()["feed"]["records"] == 5
    assert documents.states()["tab"]["records"] == 7


def test_what_cannot_be_read_is_told_each_time(documents: Documents) -> None:
    """With the mark of its answer it would be told once, and then all would seem well."""
    documents.texts["/t.csv"] = CSV + "3,Doubtful,01/02/2027,1\n"
    for _ in range(2):
        ran = documents.sync()
        assert ran.code == 4
        assert "`01/02/2027` could be 2027-02-01 or 2027-01-02" in ran.err
        assert "tab:4" in ran.err
    assert documents.states()["tab"]["outcome"] == "incomplete"


def test_other_settings_another_day_or_force_read_it_anew(documents: Documents, config: Path) -> None:
    documents.sync()
    documents.sync(*LATER)
    assert documents.same == 2  # a series of a calendar is another day
    documents.sync("--force", *LATER)
    assert documents.same == 2
    config.write_text(config.read_text().replace('"Fine" }', '"Fine", budget = "Stanziamento" }'))
    documents.sync(*LATER)
    assert documents.same == 4


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("/f.xml", "<html>Sign in</html>", "this cannot be read as a"),
        ("/c.ics", "no", "this cannot be read as a"),
        ("/t.csv", "A,B\n1,2", "no column of it is called ID_Bando. Those that are: A, B"),
    ],
)
def test_what_is_not_of_its_kind_fails_and_the_others_come(
    documents: Documents, path: str, text: str, told: str
) -> None:
    documents.texts[path] = text
    ran = documents.sync()
    assert ran.code == 4
    assert ran.err.count("\n") <= 2
    assert told in ran.err
    assert [each["outcome"] for name, each in documents.states().items() if name != "eu"].count("ok") == 2


def test_a_server_that_answers_nothing_new_to_a_first_question_is_not_believed(documents: Documents) -> None:
    documents.world.script = lambda _: (b"HTTP/1.1 304 Not Modified\r\n\r\n", True)
    ran = documents.sync()
    assert ran.code == 4
    assert "304" in ran.err


def test_an_event_is_followed_as_one_and_its_move_is_proposed(documents: Documents, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    documents.sync("-r", path, *NOW)
    assert documents.run("follow", "cal:1", "feed:A", "-r", path, *NOW).code == 0
    assert "[[event]]" in path.read_text()
    assert "when = 2027-03-10T09:00:00\n" in path.read_text()
    documents.texts["/c.ics"] = ICS.replace("20270310T09", "20270317T09")
    ran = documents.run("sync", "cal", "-r", path, *NOW)
    assert "Moved at the source (1)" in ran.out
    assert documents.run("review", "--accept", "all", "-r", path, *NOW).code == 0
    assert "when = 2027-03-17T09:00:00\n" in path.read_text()


def test_an_offer_is_credited_to_its_own_source(documents: Documents) -> None:
    documents.sync()
    assert documents.run("show", "feed:A", *NOW).out.endswith("\nOpen calls\n")
    for key in ("feed:A", "tab:1"):
        assert "European Union" not in documents.run("show", key, *NOW).out


def test_our_own_exports_are_left_out(documents: Documents, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text('[[call]]\nid = "innosup"\ntitle = "Innosup"\ndeadline = 2027-03-10\n')
    assert "innosup.deadline" not in documents.sync("-r", path, *NOW).out
    assert documents.states()["cal"]["records"] == 1


def test_a_source_is_proposed_on_tab(documents: Documents) -> None:
    from clustercalls.cli.complete import Asked as Line
    from clustercalls.cli.complete import proposals

    assert documents.states()
    assert [name for name, _ in proposals("source", Line())] == ["eu", "tab", "cal", "feed"]


TICKED = ICS.replace(
    "END:VCALENDAR",
    "BEGIN:VTODO\nUID:innosup.deadline.todo@abc\nDUE;VALUE=DATE:20270310\nSTATUS:COMPLETED\n"
    "COMPLETED:20261120T101500Z\nEND:VTODO\nEND:VCALENDAR",
)


def test_what_is_ticked_elsewhere_is_told_once_and_reviewed(documents: Documents, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    registry = '[[call]]\nid = "innosup"\ntitle = "Innosup"\ndeadline = 2027-03-10\n'
    path.write_text(registry)
    documents.run("sync", "cal", "-r", path, *NOW)
    documents.texts["/c.ics"] = TICKED
    line = "  innosup/deadline   ticked done in a calendar, 20 Nov 2026\n"
    ran = documents.run("sync", "cal", "-r", path, *NOW)
    assert ran.out.startswith("Done elsewhere (1) ")
    assert ran.out.endswith(line)
    assert documents.run("sync", "cal", "-r", path, *NOW) == (0, "", "")  # the same, and told
    assert documents.run("sync", "cal", "--force", "-r", path, *LATER) == (0, "", "")
    assert documents.run("review", "-r", path, *NOW).out.startswith(f"Done elsewhere (1)\n{line}")
    (told,) = json.loads(documents.run("review", "-f", "json", "-r", path, *NOW).out)["proposals"]
    assert (told["act"], told["stage"], told["now"]) == ("done", "deadline", "2026-11-20")
    assert documents.run("review", "--accept", "innosup/deadline", "-r", path, *NOW).code == 0
    assert "done = 2026-11-20" in path.read_text()
    assert "Done elsewhere" not in documents.run("review", "-r", path, *NOW).out
    assert documents.run("undo", "-r", path).code == 0
    assert path.read_text() == registry


def test_a_tick_that_is_ignored_is_not_asked_about_again(documents: Documents, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text('[[call]]\nid = "innosup"\ntitle = "Innosup"\ndeadline = 2027-03-10\n')
    documents.texts["/c.ics"] = TICKED
    documents.run("sync", "cal", "-r", path, *NOW)
    assert documents.run("review", "--ignore", "innosup", "-r", path, *NOW).code == 0
    documents.texts["/c.ics"] = TICKED.replace("20261120T10", "20261121T10")
    assert documents.run("sync", "cal", "-r", path, *LATER) == (0, "", "")
    assert "Done elsewhere" not in documents.run("review", "-r", path, *LATER).out


def test_a_tick_of_another_registry_is_known_when_that_is_in_use(
    documents: Documents, tmp_path: Path
) -> None:
    other, path = tmp_path / "other.toml", tmp_path / "calls.toml"
    other.write_text("# theirs\n")
    path.write_text('[[call]]\nid = "innosup"\ntitle = "Innosup"\ndeadline = 2027-03-10\n')
    documents.texts["/c.ics"] = TICKED
    assert "Done elsewhere" not in documents.run("sync", "cal", "-r", other, *NOW).out
    assert "Done elsewhere" in documents.run("sync", "cal", "-r", path, *NOW).out


def test_at_a_terminal_the_headings_are_shown(documents: Documents) -> None:
    terminal = Terminal("sync", "tab", *NOW)
    assert terminal.end() == 0
    assert documents.same == 0
    assert "Columns: key = ID_Bando, title = Titolo, budget = Stanziamento, deadline = Fine" in terminal.seen


def test_an_event_of_several_days_is_the_same_at_its_source(documents: Documents, tmp_path: Path) -> None:
    registry = tmp_path / "ours.toml"
    registry.write_text("")
    documents.texts["/c.ics"] = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:ecc\nSUMMARY:ECC 2027\nDTSTART;VALUE=DATE:20270606\n"
        "DTEND;VALUE=DATE:20270609\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    documents.sync()
    assert documents.run("follow", "cal:ecc", "-r", registry, *NOW).code == 0
    assert "2027-06-08" in registry.read_text()
    assert "ecc-2027" not in documents.run("sync", "cal", "--force", "-r", registry, *LATER).out
    assert "ecc-2027" not in documents.run("review", "-r", registry, *LATER).out


def test_characters_that_nobody_sees_make_no_source_incomplete(documents: Documents, config: Path) -> None:
    config.write_text(config.read_text().replace('kind = "table"', 'kind = "registry"'))
    documents.texts["/t.csv"] = '{"call": [{"id": "a", "title": "So\\u001bil"}]}'
    ran = documents.sync()
    assert (ran.code, ran.err) == (0, "")
    assert documents.states()["tab"]["outcome"] == "ok"
    assert json.loads(documents.run("find", "soil", "-f", "json", *NOW).out)[0]["title"] == "Soil"


@pytest.mark.parametrize("command", ["sync", "import"])
def test_an_answer_that_takes_its_time_is_awaited_in_sight(documents: Documents, command: str) -> None:
    seen = Event()
    documents.awaits = seen
    address = f"{documents.world.url}/t.csv"
    terminal = Terminal(command, "tab" if command == "sync" else address, *NOW)
    terminal.waits(address)
    seen.set()
    assert terminal.end() == (0 if command == "sync" else 3)  # there is no registry to add to
