"""`clustercalls digest`: a page to send."""

import email
import email.policy
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import BUNDLED, Run

Registry = Callable[[str], Path]
PICK = ("digest", "-r", BUNDLED, "--as-of", "2016-12-15", "--pick", "innosup,escp-s3-formal")

CALLS = """
[[call]]
id = "moved"
title = "Moved call"
deadline = 2027-04-06
source = { title = "Old", date = 2026-01-01 }
[[call.history]]
stage = "deadline"
was = 2027-04-01
noticed = 2026-12-10
[[call.history]]
stage = "deadline"
was = 2027-04-04
noticed = 2027-03-10
why = "mail of the agency"

[[call]]
id = "new"
title = "New & <b>bold</b> call"
opens = 2027-03-20
url = "https://example.org/new?a=1&b=2"
source = { title = "New", date = 2027-03-12 }

[[call]]
id = "stale"
title = "Stale call"
published = "2024/.."
source = { title = "Old", date = 2024-01-01 }
"""
AS_OF = ("--as-of", "2027-03-15")


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]


def sections(text: str) -> dict[str, str]:
    parts = re.split(r"^(.+)\n-+\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_what_opens_closes_moved_is_new_and_to_confirm(run: Run, registry: Registry) -> None:
    path = registry(CALLS)
    told = run("digest", "-r", path, *AS_OF)
    assert (told.code, told.err) == (0, "")
    found = sections(told.out)
    assert list(found) == ["Opens", "Closes", "Moved", "New", "To be confirmed"]
    assert "New & <b>bold</b> call" in found["Opens"]
    assert "Moved call" in found["Closes"]
    assert "4 Apr → 6 Apr 2027 (+2 days)" in found["Moved"]
    assert "mail of the agency" not in found["Moved"]  # why is ours alone
    ours = sections(run("digest", "-r", path, *AS_OF, "--internal").out)
    assert "mail of the agency" in ours["Moved"]
    assert "1 Apr" not in found["Moved"]
    assert "New & <b>" in found["New"]
    assert "Moved call" not in found["New"]
    assert "Stale call" in found["To be confirmed"]


def test_new_is_also_what_was_added_whatever_the_date_of_its_source(
    run: Run, act_at: Run, registry: Registry
) -> None:
    path = registry(CALLS)
    for day, title in (("2027-01-10", "Noted in January"), ("2027-03-14", "Noted yesterday")):
        added = act_at(
            f"{day}T12:00", "add", "--title", title, "--deadline", "1 jun 2027", "--source-title", "A report",
            "--source-date", "2016-12-01", "-r", path,
        )  # fmt: skip
        assert added.code == 0, added.err
    new = sections(run("digest", "-r", path, *AS_OF).out)["New"]
    assert "Noted yesterday" in new
    assert "Noted in January" not in new


def test_window_and_since(run: Run, registry: Registry) -> None:
    path = registry(CALLS)
    near = sections(run("digest", "7d", "-r", path, *AS_OF, "--since", "2026-12-01").out)
    assert "Closes" not in near
    assert "1 Apr → 4 Apr 2027 (+3 days)" in near["Moved"]
    for since in ("tomorrow", "2027-04-01", "soon"):
        assert run("digest", "-r", path, *AS_OF, "--since", since).code == 2


def test_nothing_to_say_is_no_byte(run: Run, registry: Registry) -> None:
    path = registry('[[resource]]\nid = "r"\ntitle = "R"\nurl = "https://example.org"\n')
    for form in ("plain", "md", "html"):
        assert run("digest", "-r", path, *AS_OF, "-f", form) == (0, "", "")


def test_a_picked_newsletter_has_the_four_facts_in_that_order(run: Run) -> None:
    told = " ".join(run(*PICK).out.split())
    first, second = told.split("ESCP4S3, formal call: European", 1)
    assert "Innosup-1: cluster facilitated projects" in first
    assert "What: A Horizon 2020 call, issued in November 2016" in first
    assert "Who may: the source does not say; the money is for SMEs" in first
    assert "How much: 18.5 M€; 75 % for SMEs" in first
    assert "Until when: first stage: Tue 4 Apr 2017, in 3 months; second stage: date not announced" in first
    assert "Who may: The consortium includes a cluster of a convergence region" in second
    assert "How much: grants: 8 × 350 k€" in second
    assert "Until when: publication: Feb–Mar 2017, in 48+ days; no deadline is announced" in second
    assert "http://www.clustercollaboration.eu/open-calls/" in second
    other = run(*PICK[:-1], "escp-s3-formal,innosup,escp-s3-formal").out
    assert other.index("ESCP4S3") < other.index("Innosup-1")
    assert other.count("Innosup-1:") == 1


def test_a_picked_call_can_be_met_until_a_deadline_that_is_not_over(run: Run, registry: Registry) -> None:
    path = registry(
        '[[call]]\nid = "c"\ntitle = "C"\ndeadline = 2027-05-03\nregistration = 2027-02-01\n'
        '[[call.stage]]\nid = "first"\nkind = "deadline"\nwhen = 2027-03-01\nat = "10:00"\n'
    )

    def until_when(as_of: str) -> str:
        out = run("digest", "-r", path, "--as-of", as_of, "--pick", "c").out
        return " ".join(out.partition("Until when: ")[2].split())

    before, after = until_when("2027-03-01T09:00"), until_when("2027-03-01T18:00")
    assert before.count("Mon 1 Mar 2027 10:00 Brussels, today") == 1
    assert after == "deadline: Mon 3 May 2027, in 63 days"
    assert "first stage: Mon 1 Mar 2027 10:00 Brussels, 64 days ago" in until_when("2027-05-04")


def test_its_link_is_the_one_of_the_calendar(run: Run, registry: Registry) -> None:
    path = registry(
        '[[call]]\nid = "c"\ntitle = "C"\ndeadline = 2027-05-03\n'
        'links = [{ url = "https://example.org/slides" }]\n'
        'source = { title = "S", url = "https://example.org/found", date = 2027-01-01 }\n'
    )
    digest = run("digest", "-r", path, "--as-of", "2027-03-01", "--pick", "c").out
    calendar = run("export", "ics", "-r", path, "--as-of", "2027-03-01").out
    assert "https://example.org/found" in digest
    assert "https://example.org/slides" not in digest
    assert "\nURL:https://example.org/found" in calendar.replace("\r", "")


def test_in_italian(run: Run) -> None:
    told = " ".join(run(*PICK, "--lang", "it").out.split())
    for said in (
        "Che cosa:",
        "Destinatari:",
        "Importi: 18,5 M€; 75 % per SMEs",
        "mar 4 apr 2017",
        "feb–mar 2017",
    ):
        assert said in told


def test_an_unknown_pick_names_the_nearest(run: Run) -> None:
    refused = run(*PICK[:-1], "inosup")
    assert (refused.code, refused.out) == (2, "")
    assert "innosup-1-2017" in refused.err


@pytest.mark.parametrize("pick", ["", " ", ",", " , "])
def test_a_pick_of_nothing_is_refused(run: Run, pick: str) -> None:
    refused = run(*PICK[:-1], pick)
    assert (refused.code, refused.out) == (2, "")
    assert "--pick names no entry" in refused.err
    assert run(*PICK[:-1], "innosup,").code == 0


def test_an_earlier_page_is_replaced_also_by_nothing(run: Run, registry: Registry, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("yesterday's")
    path = registry(CALLS)
    assert run("digest", "-r", path, *AS_OF, "-o", page) == (0, "", "")
    assert "Moved call" in page.read_text()
    path.write_text("[[call")
    assert run("digest", "-r", path, *AS_OF, "-o", page).code == 3
    assert "Moved call" in page.read_text()  # what cannot be read says nothing about it
    path.write_text("")
    assert run("digest", "-r", path, *AS_OF, "-o", page) == (0, "", "")
    assert page.read_text() == ""  # not the page of yesterday, to be sent once more


def test_a_page_goes_into_the_file_and_to_the_targets(run: Run, tmp_path: Path) -> None:
    page, box = tmp_path / "page.html", tmp_path / "box"
    assert run(*PICK, "-f", "html", "-o", page, "--outbox", box) == (0, "", "")
    assert "Innosup-1" in page.read_text()
    (told,) = box.iterdir()
    assert re.fullmatch(r"digest@2016-12-15@[0-9a-f]{8}\.json", told.name)
    assert run(*PICK, "--outbox", box) == (0, "", "")
    assert [*box.iterdir()] == [told]  # the same page, the same file
    assert run(*PICK, "--title", "Another", "--outbox", box) == (0, "", "")
    assert len([*box.iterdir()]) == 2


def test_no_page_overwrites_what_is_kept(run: Run, registry: Registry, tmp_path: Path) -> None:
    path, config = registry(CALLS), tmp_path / "config.toml"
    config.write_text('lang = "it"\n')
    run("remind", "-r", path, *AS_OF)
    run("confirm", "moved", "-r", path)
    run("remove", "stale", "--yes", "-r", path)
    state = tmp_path / "home" / ".local" / "state" / "clustercalls"
    kept = [
        path,
        config,
        path.with_name("calls.toml.removed"),
        path.with_name("calls.toml.lock"),
        *state.iterdir(),
    ]
    assert state / "journal.jsonl" in kept
    before = {each: each.read_bytes() for each in kept}
    for each in (*kept, path.with_name("other.toml"), state / "new.txt"):
        refused = run("digest", "-r", path, "-c", config, *AS_OF, "-o", each, "--outbox", tmp_path / "box")
        assert (refused.code, "output-is-input" in refused.err) == (2, True), each
    assert {each: each.read_bytes() for each in kept} == before
    assert not (tmp_path / "box").exists()


def test_the_html_needs_nothing_else(run: Run, registry: Registry) -> None:
    page = run("digest", "-r", registry(CALLS), *AS_OF, "-f", "html", "--lang", "it").out
    assert page.startswith('<!DOCTYPE html>\n<html lang="it">')
    parsed = Links()
    parsed.feed(page)
    assert set(parsed.tags).isdisjoint({"script", "img", "link", "style", "iframe", "b"})
    assert set(parsed.addresses) == {"https://example.org/new?a=1&b=2"}
    assert "New &amp; &lt;b&gt;bold&lt;/b&gt; call" in page


def test_markdown_is_escaped(run: Run, registry: Registry) -> None:
    page = run("digest", "-r", registry(CALLS), *AS_OF, "-f", "md", "--title", "Ours *this* week").out
    assert page.startswith("# Ours \\*this\\* week\n")
    assert "[New \\& \\<b\\>bold\\</b\\> call · opening](<https://example.org/new?a=1&b=2>)" in page


def test_into_a_file_or_a_program(run: Run, tmp_path: Path) -> None:
    assert run(*PICK, "-f", "html", "-o", tmp_path / "page.html") == (0, "", "")
    assert "Innosup-1" in (tmp_path / "page.html").read_text()
    assert run(*PICK, "--outbox", tmp_path / "box") == (0, "", "")
    (file,) = (tmp_path / "box").glob("digest@2016-12-15@*.json")
    told = json.loads(file.read_text())
    assert "Innosup-1" in told["text"]
    assert told["html"].startswith("<!DOCTYPE html>")
    # nothing is remembered: it is sent as often as asked for
    assert run(*PICK, "--exec", "sh -c 'cat > told.json'").code == 0
    assert json.loads(Path("told.json").read_text())["subject"] == "Calls for proposals, Thu 15 Dec 2016"
    assert run(*PICK, "--exec", "false").code == 4


def test_as_a_mail_it_parses(run: Run) -> None:
    from datetime import UTC, datetime

    from clustercalls.deliver.mail import Mail, MailServer
    from clustercalls.deliver.target import Message

    html = run(*PICK, "-f", "html").out
    plain = run(*PICK).out
    server = MailServer("localhost", 25, "none", "", "", "calls@example.org")
    message = Message(
        "À la carte", plain, html, b"", (("digest@2016-12-15", b""),), datetime(2016, 12, 15, tzinfo=UTC)
    )
    parsed = email.message_from_bytes(
        bytes(Mail("a@example.org", server).built(message)), policy=email.policy.default
    )
    assert [part.get_content_type() for part in parsed.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_errors_are_told_and_the_rest_is_shown(run: Run, registry: Registry) -> None:
    told = run("digest", "-r", registry(CALLS + '[[call]]\nid = "bad"\n'), *AS_OF)
    assert told.code == 3
    assert "missing-key" in told.err
    assert "Moved call" in told.out


def test_the_example_in_the_help_works(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "--pick innosup,escp-s3-formal" in run("digest", "--help").out
    monkeypatch.chdir(BUNDLED.parent.parent)
    assert run("digest", "--pick", "innosup,escp-s3-formal", "--as-of", "2016-12-15").code == 0


@pytest.mark.parametrize(
    "target", [("--exec", "touch sent"), ("--outbox", "sent"), ("--notify", "json://localhost/")]
)
def test_the_example_is_never_sent_to_anybody(run: Run, target: tuple[str, str]) -> None:
    refused = run("digest", *PICK[3:], *target)
    assert (refused.code, refused.out) == (3, "")
    assert "wants-registry" in refused.err
    assert not Path("sent").exists()
    assert "Innosup-1" in run("digest", *PICK[3:]).out  # shown, it harms nobody


STATES = """
[[call]]
id = "{status}"
title = "A {status} call"
deadline = 2027-04-10
status = "{status}"
source = {{ title = "New", date = 2027-03-12 }}
[[call.history]]
stage = "deadline"
was = 2027-04-01
noticed = 2027-03-10
"""


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", {"cancelled": "cancelled", "exhausted": "exhausted", "suspended": "suspended"}),
        ("it", {"cancelled": "annullato", "exhausted": "fondi esauriti", "suspended": "sospeso"}),
    ],
)
@pytest.mark.parametrize("form", ["plain", "md", "html"])
def test_what_is_off_or_waits_says_so(
    run: Run, registry: Registry, form: str, lang: str, words: dict[str, str]
) -> None:
    for status, word in words.items():
        page = run(
            "digest", "-r", registry(STATES.format(status=status)), *AS_OF, "-f", form, "--lang", lang
        ).out
        titles = page.count(f"A {status} call")
        assert titles == (3 if status == "suspended" else 2), page
        assert page.count(word) - titles * (word == status) == titles, page
        assert status == "suspended" or "2027, " not in page


def test_the_date_of_a_source_is_no_sharper_than_it_is(run: Run, registry: Registry) -> None:
    path = registry(
        CALLS.replace("date = 2024-01-01", 'date = "2024-05~"')
        + """
[[call]]
id = "checked"
title = "Checked call"
published = "2024/.."
checked = 2024-05-31
"""
    )
    found = sections(run("digest", "-r", path, *AS_OF).out)["To be confirmed"]
    assert "about May 2024" in found
    assert found.count("31 May 2024") == 1
    assert "last confirmed Fri 31 May 2024" in found


@pytest.mark.parametrize(
    ("more", "said"),
    [(("90d",), "WINDOW"), (("--since", "7d"), "--since"), (("--due",), "--due"), (("--tag", "x"), "--tag")],
)
def test_a_pick_goes_with_no_other_choice(run: Run, more: tuple[str, ...], said: str) -> None:
    refused = run(*PICK, *more)
    assert (refused.code, refused.out) == (2, "")
    assert "--pick goes with no " in refused.err
    assert said in refused.err


def test_no_advice_names_an_option_that_is_not_there(run: Run, registry: Registry) -> None:
    refused = run("digest", "2025", "-r", registry(CALLS), *AS_OF)
    assert refused.code == 2
    assert "it is wholly past, and this command looks ahead" in refused.err
    assert "--past" not in refused.err
