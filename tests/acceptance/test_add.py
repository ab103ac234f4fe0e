"""`clustercalls add`, as it is typed; its questions stand in test_add_questions.py."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from conftest import Run
from hand_written import HAND_WRITTEN

Write = Callable[..., Path]
AS_OF = ("--as-of", "2027-01-10")


def test_the_whole_of_an_entry(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run(
        "add", "call", "--title", "Cluster mobility: grants", "--programme", "SMP", "--deadline",
        "15 sept 2027",
        "--stage", "info_day=3.2.2027", "--stage", "second=", "--opens", "feb 2027", "--published",
        "from January",
        "--at", "17:00", "--budget", "18.5M", "--rate", "75 SMEs", "--url", "https://a.example/x",
        "--tag", "smes",
        "--tag", "mobility", "--about", "Visits", "--source-title", "Work programme", "--source-url",
        "https://a.example", "--quote", 'said "so"', "--note", "n", "-r", path, *AS_OF,
    )  # fmt: skip
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert path.read_text() == HAND_WRITTEN + (
        "\n[[call]]\n"
        'id = "cluster-mobility-grants"\n'
        'title = "Cluster mobility: grants"\n'
        'programme = "SMP"\n'
        'about = "Visits"\n'
        'published = "2027-01/.."\n'
        'opens = "2027-02"\n'
        "deadline = 2027-09-15\n"
        'at = "17:00"\n'
        "budget = 18_500_000\n"
        'funding = [{ rate = 75, for = "SMEs" }]\n'
        'url = "https://a.example/x"\n'
        'tags = ["smes", "mobility"]\n'
        "checked = 2027-01-10\n"
        'source = { title = "Work programme", url = "https://a.example", quote = "said \\"so\\"" }\n'
        'note = "n"\n'
        '\n[[call.stage]]\nkind = "info_day"\nwhen = 2027-02-03\n'
        '\n[[call.stage]]\nid = "second"\nkind = "deadline"\nfollows = "deadline"\n'
    )
    assert run("check", "-r", path).code == 0


def test_every_fact_at_the_first_command(run: Run, registry: Write) -> None:
    path = registry('[defaults]\ncurrency = "EUR"\n')
    ran = run(
        "add", "--title", "T", "--stage", "Step 2=1 oct 2027", "--stage", "Step 1=3 may 2027", "--info-day",
        "1 mar 2027", "--registration", "20 feb 2027", "--interview", "nov 2027", "--decision", "2027-12-15",
        "--status", "suspended", "--grants", "12", "--each", "1 Mio. CHF", "--min", "0.5M CHF", "--max",
        "2M CHF", "--eligibility", "Four partners, two countries", "--eligibility", "SMEs", "-r",
        path, *AS_OF,
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    assert path.read_text().partition('title = "T"\n')[2] == (
        "info_day = 2027-03-01\nregistration = 2027-02-20\n"
        'interview = "2027-11"\ndecision = 2027-12-15\nstatus = "suspended"\n'
        'currency = "CHF"\ngrants = { number = 12, each = 1_000_000, min = 500_000, max = 2_000_000 }\n'
        'eligibility = ["Four partners, two countries", "SMEs"]\nchecked = 2027-01-10\n'
        '\n[[call.stage]]\nid = "step-2"\nkind = "deadline"\ntitle = "Step 2"\nwhen = 2027-10-01\n'
        'follows = "step-1"\n'
        '\n[[call.stage]]\nid = "step-1"\nkind = "deadline"\ntitle = "Step 1"\nwhen = 2027-05-03\n'
    )


def test_a_call_without_a_deadline(run: Run, registry: Write) -> None:
    path = registry("")
    assert run("add", "--title", "Vouchers", "--rolling", "-r", path, *AS_OF).code == 0
    assert run("add", "--title", "Stated", "--status", "open", "-r", path, *AS_OF).code == 0
    assert '\n[[call.stage]]\nkind = "deadline"\nrolling = true\n' in path.read_text()
    for name in ("vouchers", "stated"):
        assert run("show", name, "-r", path, *AS_OF).out.startswith("Open, no deadline.\n")
    ran = run("upcoming", "-r", path, "-f", "json", *AS_OF)
    rows = [(row["uid"], row["when"], row["status"]) for row in json.loads(ran.out)]
    assert rows == [("stated/deadline", None, "open"), ("vouchers/deadline", None, "open")]
    later = ("--as-of", "2028-01-11")  # and nobody confirmed it
    assert json.loads(run("upcoming", "-r", path, "-f", "json", *later).out) == []
    assert run("move", "vouchers", "2027-06-01", "-r", path, *AS_OF).code == 0
    assert "rolling" not in path.read_text()
    assert run("set", "vouchers/deadline", "rolling=true", "-r", path).code == 2  # beside its date
    assert run("set", "vouchers/deadline", "when=", "rolling=yes", "-r", path).code == 0
    assert run("set", "vouchers/deadline", "when=2027-07-01", "-r", path).code == 0
    assert "when = 2027-07-01" in path.read_text()
    assert "rolling" not in path.read_text()
    assert run("check", "-r", path).code == 0


@pytest.mark.parametrize(("kind", "status"), [
    *(("call", each) for each in ("open", "suspended", "exhausted", "cancelled")),
    ("event", "cancelled"), ("policy", "cancelled"),
])  # fmt: skip
def test_no_status_that_is_stated_first_leaves_history(
    kind: str, status: str, run: Run, registry: Write
) -> None:
    text = f'[[{kind}]]\nid = "a"\ntitle = "A"\nchecked = 2027-01-01\npublished = 2026-12-01\n'
    path = registry(text)
    assert run("set", "a", f"status={status}", "-r", path, *AS_OF).code == 0
    assert path.read_text().replace(f'status = "{status}"\n', "") == text
    assert run("set", "a", "status=", "-r", path, *AS_OF).code == 0  # now it was
    assert f'was_status = "{status}"' in path.read_text()


def test_a_status_that_was_never_stated_leaves_no_history(run: Run, registry: Write) -> None:
    path = registry('[[call]]\nid = "a"\ntitle = "A"\nchecked = 2027-01-01\n')
    assert run("set", "a", "status=open", "-r", path, *AS_OF).code == 0
    assert "history" not in path.read_text()
    assert run("set", "a", "status=", "-r", path, *AS_OF).code == 0
    assert run("set", "a", "status=exhausted", "--why", "their site", "-r", path, *AS_OF).code == 0
    assert path.read_text().endswith(
        '[[call.history]]\nwas_status = "open"\nnoticed = 2027-01-10\n'
        '\n[[call.history]]\nnoticed = 2027-01-10\nwhy = "their site"\n'
    )
    said = run("changes", "a", "-r", path).out
    assert "status: open → as its dates say" in said
    assert "status: as its dates say → exhausted; their site" in said
    assert "no status was stated" in run("show", "a", "-r", path).out


def test_several_rates(run: Run, registry: Write) -> None:
    path = registry("")
    rates = ("--rate", "75 SMEs", "--rate", "7,5 universities")
    assert run("add", "--title", "T", *rates, "-r", path).code == 0
    wanted = [{"rate": 75, "for": "SMEs"}, {"rate": 7.5, "for": "universities"}]
    assert tomli.loads(path.read_text())["call"][0]["funding"] == wanted


@pytest.mark.parametrize(("head", "typed", "written"), [
    ('[defaults]\ncurrency = "EUR"\n', "4,5 Mio. CHF", 'budget = 4_500_000\ncurrency = "CHF"\n'),
    ('[defaults]\ncurrency = "EUR"\n', "4,5 Mio. €", "budget = 4_500_000\n"),
    ('[defaults]\ncurrency = "SEK"\n', "4,5 milioni di euro", 'budget = 4_500_000\ncurrency = "EUR"\n'),
    ("", "€ 4.500.000", 'budget = 4_500_000\ncurrency = "EUR"\n'), ("", "4.5M", "budget = 4_500_000\n"),
])  # fmt: skip
def test_the_currency_beside_an_amount(
    head: str, typed: str, written: str, run: Run, registry: Write
) -> None:
    path = registry(head)
    assert run("add", "--title", "T", "--budget", typed, "-r", path, *AS_OF).code == 0
    assert path.read_text().endswith(f'title = "T"\n{written}checked = 2027-01-10\n')


@pytest.mark.parametrize(("options", "said"), [
    (("--stage", "2027-04-05"), "NAME=DATE"), (("--stage", "=2027-04-05"), "NAME=DATE"),
    (("--stage", "first=2027-04-05", "--at", "17:00"), "first=5 Apr 2027 17:00"),
    (("--budget", "5.5.5 MLN"), "3 million EUR"), (("--budget", "3 mil"), "3000 or 3000000"),
    (("--rate", "60-80"), '--rate "60" --rate "80"'), (("--rate", "0.6 SMEs"), "60 SMEs or 0.6 % SMEs"),
    (("--rate", "60 SMEs 40 large"), '--rate "60 SMEs" --rate "40 large"'),
    (("--rate", "60 paint"), '--rate "60 for: paint"'), (("--rate", "60k"), "Give it to --budget"),
    (("--rate", "60 % own share"), "says who pays"), (("--rate", "60 per year"), "says more than a rate"),
    (("--rate", "60 SMEs in 2031"), "says when"), (("--max", "dotazione 2M"), "Give it to --budget"),
    (("--deadline", "2027-04-05T25:00"), "no such day or hour"),
    (("--deadline", "4/5"), "2027-05-04 or 2027-04-05"),
])  # fmt: skip
def test_a_refusal_names_the_trouble(options: tuple[str, ...], said: str, run: Run, registry: Write) -> None:
    path = registry("")
    ran = run("add", "--title", "T", *options, "-r", path, *AS_OF)
    assert (ran.code, path.read_text()) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(("options", "written"), [
    (("--deadline", "5 apr 2027", "--at", "9:00"), 'deadline = 2027-04-05\nat = "09:00"\n'),
    (("--deadline", "15.12"), "deadline = 2027-12-15\n"),
    (("--deadline", "15/12"), "deadline = 2027-12-15\n"),
])  # fmt: skip
def test_short_hours_and_days(options: tuple[str, ...], written: str, run: Run, registry: Write) -> None:
    path = registry("")
    assert run("add", "--title", "T", *options, "-r", path, *AS_OF).code == 0
    assert written in path.read_text()


@pytest.mark.parametrize("kind", ["call", "event", "policy", "resource"])
def test_every_kind(kind: str, run: Run, registry: Write) -> None:
    path = registry("")
    assert run("add", kind, "--title", "T", "-r", path, *AS_OF).code == 0
    assert path.read_text() == f'[[{kind}]]\nid = "t"\ntitle = "T"\nchecked = 2027-01-10\n'


@pytest.mark.parametrize(("title", "name"), [
    ("Attività per i distretti!", "attivita-per-i-distretti"), ("Innosup-1: 2017", "innosup-1-2017-2"),
    ("🎉", "call-1"), ("CON", "call-con"), ("x" * 100, "x" * 48), ("Small grants", "small-grants-2"),
    ("word " * 20, "word-word-word-word-word-word-word-word-word"),
])  # fmt: skip
def test_the_id_comes_from_the_title(title: str, name: str, run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("add", "--title", title, "-r", path).code == 0
    assert tomli.loads(path.read_text())["call"][-1]["id"] == name


@pytest.mark.parametrize("name", [
    "Innosup", "small-grants", "SMALL-GRANTS", "con", "nul", "com1", "../x", "a/b", "a.b",
    "x" * 65, "-x", "è", " ",
])  # fmt: skip
def test_ids_that_cannot_be(name: str, run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("add", "--title", "T", f"--id={name}", "-r", path)
    assert (ran.code, path.read_text()) == (2, HAND_WRITTEN)
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("options", [
    ("--deadline", "soon"), ("--deadline", "01/02/2027"), ("--url", "a.example"), ("--budget", "much"),
    ("--at", "17:00"), ("--starts", "2027-02-02", "--ends", "2027-02-01"), ("--stage", "first"),
    ("--stage", "¿=2027-01-01"), ("--rolling", "--deadline", "2027-01-01"), ("--status", "closed"),
    ("--grants", "8.5"), ("--max", "much"), ("--eligibility", "x" * 20_001),
    ("--currency", "EUR", "--each", "5k CHF"),
    ("--zone", "Rome"), ("--about", "x" * 20_001), ("--source-from", "first"),
    ("--file", "other.toml"), ("--edit",),
])  # fmt: skip
def test_what_does_not_fit_is_refused(options: tuple[str, ...], run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("add", "--title", "T", *options, "-r", path)
    assert (ran.code, ran.out, path.read_text()) == (2, "", HAND_WRITTEN)
    assert ran.err


def test_nothing_given_and_nobody_to_ask(run: Run, registry: Write) -> None:
    ran = run("add", "-r", registry(HAND_WRITTEN))
    assert ran.code == 2
    assert "--title" in ran.err


def test_the_last_source_again(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN.replace("checked = 2026-10-01", 'source = { title = "S", date = "2026~" }'))
    assert run("add", "event", "--title", "T", "--source-from", "last", "--quote", "q", "-r", path).code == 0
    assert 'source = { title = "S", date = "2026~", quote = "q" }\n' in path.read_text()
    assert run("add", "--title", "T", "--source-from", "last", "-r", registry("", "none.toml")).code == 2


def test_the_last_source_is_the_document_not_what_it_says_of_another_entry(run: Run, registry: Write) -> None:
    head = '[defaults]\nsource = { title = "D" }\n[[call]]\nid = "a"\ntitle = "A"\nsource = '
    path = registry(head + '{ title = "S", quote = "of A" }\n')
    assert run("add", "--title", "T", "--source-from", "last", "-r", path, *AS_OF).code == 0
    assert path.read_text().endswith('checked = 2027-01-10\nsource = { title = "S" }\n')
    path = registry(head + '{ quote = "of A" }\n')
    assert run("add", "--title", "T", "--source-from", "last", "-r", path, *AS_OF).code == 0
    assert path.read_text().endswith("checked = 2027-01-10\n")


@pytest.mark.parametrize("other", [("--source-title", "Doc B"), ("--source-url", "https://b.example")])
def test_the_last_source_is_not_mixed_with_another_document(
    other: tuple[str, str], run: Run, registry: Write
) -> None:
    text = HAND_WRITTEN.replace("checked = 2026-10-01", 'source = { title = "S", date = "2026~" }')
    path = registry(text)
    ran = run("add", "--title", "T", "--source-from", "last", *other, "-r", path)
    assert (ran.code, path.read_text()) == (2, text)
    assert "another document" in ran.err


@pytest.mark.parametrize(("typed", "written"), [
    (("--starts", "4-6 apr 2027"), "starts = 2027-04-04\nends = 2027-04-06\n"),
    (("--starts", "4-6 apr 2027", "--ends", "6 apr 2027"), "starts = 2027-04-04\nends = 2027-04-06\n"),
    (("--starts", "4-6 apr 2027", "--ends", "6 apr 2027 18:00"),
     "starts = 2027-04-04\nends = 2027-04-06T18:00:00\n"),
    (("--starts", "early apr 2027"), 'starts = "2027-04-01/2027-04-10"\n'),
    (("--starts", "fine aprile 2027"), 'starts = "2027-04-21/2027-04-30"\n'),
    (("--starts", "4 und 5 April 2027"), "starts = 2027-04-04\nends = 2027-04-05\n"),
    (("--starts", "2027-04-04/2027-04-06"), 'starts = "2027-04-04/2027-04-06"\n'),
    (("--starts", "about 4-6 apr 2027"), 'starts = "2027-04-04~/2027-04-06~"\n'),
    (("--starts", "feb-mar 2027"), 'starts = "2027-02/2027-03"\n'),
])  # fmt: skip
def test_days_of_an_event(typed: tuple[str, ...], written: str, run: Run, registry: Write) -> None:
    path = registry("")
    assert run("add", "event", "--title", "Fair", *typed, "-r", path).code == 0
    assert written in path.read_text()


@pytest.mark.parametrize(("starts", "ends", "named"), [
    ("4-6 apr 2027", "7 apr 2027", ("2027-04-06", "2027-04-07")),
    ("4 and 5 april 2027", "7 apr 2027", ("2027-04-05", "2027-04-07")),
    ("dal 4 al 6 aprile 2027", "5 aprile 2027", ("2027-04-06", "2027-04-05")),
    ("4-6 apr 2027", "mid-April 2027", ("2027-04-06", "2027-04-11/2027-04-20")),
    ("4 apr 2027, 10:00-16:00", "4 apr 2027 18:00", ("2027-04-04T16:00", "2027-04-04 18:00")),
])  # fmt: skip
def test_days_of_an_event_beside_another_end(
    starts: str, ends: str, named: tuple[str, str], run: Run, registry: Write
) -> None:
    path = registry("")
    ran = run("add", "event", "--title", "Fair", "--starts", starts, "--ends", ends, "-r", path)
    assert (ran.code, path.read_text()) == (2, "")
    assert all(each in ran.err for each in named)


def test_the_last_registry_or_the_one_named(run: Run, registry: Write) -> None:
    one, two = registry("", "one.toml"), registry("", "two.toml")
    assert run("add", "--title", "A", "-r", one, "-r", two).code == 0
    assert run("add", "--title", "B", "-r", one, "-r", two, "--file", one).code == 0
    assert ('"b"' in one.read_text(), '"a"' in two.read_text()) == (True, True)
    assert run("add", "--title", "C", "--id", "b", "-r", one, "-r", two).code == 2


@pytest.mark.parametrize(("before", "between"), [
    ('[[call]]\nid = "one"\ntitle = "T"', "\n\n"), ('[[call]]\nid = "one"\ntitle = "T"\n\n', ""),
    ("schema = 1\n[mine]\nx = 1\n", "\n"), ("", ""),
])  # fmt: skip
def test_what_was_there_stays(before: str, between: str, run: Run, registry: Write) -> None:
    for eol in ("\n", "\r\n"):
        path = registry("")
        path.write_bytes(before.replace("\n", eol).encode())
        assert run("add", "--title", "New", "-r", path, *AS_OF).code == 0
        ends = eol if "\n" in before else "\n"
        new = '[[call]]\nid = "new"\ntitle = "New"\nchecked = 2027-01-10\n'
        assert path.read_bytes().decode() == (before + between + new).replace("\n", ends)


def test_a_list_on_one_line_is_not_added_to(run: Run, registry: Write) -> None:
    text = 'call = [{ id = "one", title = "T" }]\n'
    path = registry(text)
    for command in (
        ("add", "--title", "N"),
        ("set", "one", "owner=a"),
        ("remove", "one", "--yes"),
        ("edit", "one"),
    ):
        ran = run(*command, "-r", path)
        assert (ran.code, path.read_text()) == (3, text)
        assert "by hand" in ran.err


def test_what_its_source_calls_the_same_is_not_added_twice(run: Run, registry: Write) -> None:
    one, two = registry("", "one.toml"), registry("", "two.toml")
    where = ("-r", one, "-r", two, *AS_OF)
    key = ("--source-title", "Portal", "--source-key", "HORIZON-1")
    assert run("add", "--title", "Soil", *key, "--file", one, *where).code == 0
    assert tomli.loads(one.read_text())["call"][0]["source"] == {"title": "Portal", "key": "HORIZON-1"}
    for more in ((), ("--dry-run",)):
        ran = run("add", "--title", "Another title", "--source-key", "HORIZON-1", *more, *where)
        assert (ran.code, ran.out, two.read_text()) == (2, "", "")
        assert "`soil` has this key of its source already" in ran.err
        assert "--again" in ran.err
    assert (
        run("add", "--title", "Sea", "--source-from", "last", "--file", one, *where).code == 0
    )  # its document
    assert run("add", "--title", "Soil, again", "--source-key", "HORIZON-1", "--again", *where).code == 0
    shown = json.loads(run("show", "soil-again", "-f", "json", *where).out)
    assert shown["source"]["key"] == "HORIZON-1"
    assert run("set", "soil-again", "source.key=", *where).code == 0
    assert "key" not in tomli.loads(two.read_text())["call"][0].get("source", {})


@pytest.mark.parametrize("again", [True, False])
def test_nor_is_it_in_the_editor(
    again: bool, run: Run, registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[[call]]\nid = "one"\ntitle = "Soil"\nurl = "https://a.example"\n'
    path = registry(text)
    typed = path.with_name("typed")
    typed.write_text('[[call]]\ntitle = "Soil"\nurl = "http://a.example/"\n')
    monkeypatch.setenv("EDITOR", f"cp {typed}")
    ran = run("add", "--edit", *(["--again"] if again else []), "-r", path)
    assert (ran.code, path.read_text() == text) == ((0, False) if again else (2, True))
    assert ("`one` has this title and this address already" in ran.err) is not again


def test_what_is_there_already_is_not_added_twice(run: Run, registry: Write) -> None:
    one, two = registry("", "one.toml"), registry("", "two.toml")
    both = ("--title", "Cluster grants", "--url", "https://a.example/grants", "-r", one, "-r", two)
    assert run("add", *both, "--file", one, *AS_OF).code == 0
    before = one.read_text()
    for url in ("https://a.example/grants", "http://www.a.example/grants/"):
        typed = ("add", "--title", "Cluster  Grants", "--url", url, "-r", one, "-r", two)
        for more in ((), ("--dry-run",)):
            ran = run(*typed, *more)
            assert (ran.code, ran.out, two.read_text(), one.read_text()) == (2, "", "", before)
            assert "`cluster-grants`" in ran.err
            assert "--again" in ran.err
    assert run("add", *both, "--again", *AS_OF).code == 0
    assert '"cluster-grants-2"' in two.read_text()
    for other in (("--title", "Cluster grants"), ("--title", "B", "--url", "https://a.example/grants")):
        ran = run("add", *other, "-r", one)
        assert (ran.code, ran.err) == (0, "")  # a remark is for a terminal


def test_a_stage_called_after_a_kind_is_of_that_kind(run: Run, registry: Write) -> None:
    path = registry("")
    ran = run(
        "add", "--title", "T", "--stage", "apertura=1 mar 2027", "--stage", "Webinar 1=5 mar 2027",
        "--stage", "cut-off 1=1 jun 2027", "--stage", "graduatoria=sept 2027", "--stage",
        "iscrizioni=4 mar 2027", "-r", path, *AS_OF,
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    stages = tomli.loads(path.read_text())["call"][0]["stage"]
    assert [(each["id"], each["kind"]) for each in stages] == [
        ("apertura", "opens"), ("webinar-1", "info_day"), ("cut-off-1", "deadline"),
        ("graduatoria", "decision"), ("iscrizioni", "registration"),
    ]  # fmt: skip
    assert run("check", "-r", path).code == 0


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("project start", "--note"),
        ("Grant agreement", "is no name of a deadline"),
        ("opening in Rome", "--stage opens=DATE"),
        ("opening conference", "clustercalls add event"),
        ("launch", "--published or --opens"),
        ("inizio", "what starts then?"),
        ("registration opens", "not the call as a whole"),
        ("seconda fase apertura", "--note"),
        ("invito alla fase 2", "who may go on"),
        ("guidelines", "something to read"),
        ("Q&A deadline", "one can ask"),
    ],
)
def test_a_stage_that_is_no_deadline_is_refused(run: Run, registry: Write, name: str, says: str) -> None:
    path = registry("")
    ran = run("add", "--title", "T", "--stage", f"{name}=4 Apr 2027", "-r", path, *AS_OF)
    assert (ran.code, path.read_text()) == (2, "")
    assert name in ran.err
    assert says in ran.err


def test_the_deadline_after_an_outline_never_keeps_the_call_open(run: Run, registry: Write) -> None:
    path = registry("")
    dates = ("--deadline", "30 April 2027 17:00", "--stage", "pre-proposal=1 Feb 2027")
    assert run("add", "--title", "T", *dates, "-r", path, *AS_OF).code == 0
    _, full = tomli.loads(path.read_text())["call"][0]["stage"]
    assert (full["follows"], str(full["when"])) == ("pre-proposal", "2027-04-30 17:00:00")
    assert "Closed" in run("show", "t", "-r", path, "--as-of", "2027-02-02").out
    assert run("check", "-r", path).code == 0


def test_a_second_stage_does_not_open_the_call(run: Run, registry: Write) -> None:
    path = registry("")
    stages = ("--stage", "first=15 Feb 2027", "--stage", "second=1 March - 30 June 2027")
    ran = run("add", "--title", "T", *stages, "-r", path, *AS_OF)
    assert (ran.code, path.read_text()) == (2, "")
    assert "--stage second=2027-06-30" in ran.err


def test_tags_are_parted_by_commas(run: Run, registry: Write) -> None:
    path = registry("")
    assert run("add", "--title", "T", "--tag", "soil, water", "-t", "smes", "-r", path, *AS_OF).code == 0
    assert run("set", "t", "tags+=clusters,smes", "-r", path, *AS_OF).code == 0
    assert 'tags = ["soil", "water", "smes", "clusters"]' in path.read_text()
    assert run("list", "--tag", "soil", "-r", path, *AS_OF).code == 0
