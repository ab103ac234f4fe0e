"""`clustercalls digest` as a newsletter: of an audience, in parts, below an introduction, by mail."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from servers import Inbox
from terminals import here

Registry = Callable[[str], Path]
# aiosmtpd uses what Python deprecates
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
AS_OF = ("--as-of", "2027-03-15")
FORMS = pytest.mark.parametrize("form", ["plain", "md", "html"])

AUDIENCES = """
schema = 1

[audience.members]
title = "Calls for our members"
languages = ["it", "en"]
tag = ["smes"]
not = ["track=no"]

[audience.partners]
reasons = true

[audience.office]
title = "Ours"
internal = true
"""
CALLS = """
[[call]]
id = "soil"
title = "Soil mission"
programme = "LIFE"
tags = ["smes", "soil"]
owner = "taint-owner"
note = "taint-note"
deadline = 2027-04-06
source = { title = "Programme", date = 2027-03-01 }
[[call.stage]]
id = "taint-id"
kind = "internal"
title = "taint-stage"
when = 2027-03-20
[[call.history]]
stage = "deadline"
was = 2027-04-02
noticed = 2027-03-10
why = "taint-why"

[[call]]
id = "water"
title = "Water call"
programme = "Erasmus+"
tags = ["Energy"]
deadline = 2027-03-30
source = { title = "Programme", date = 2026-03-01 }

[[call]]
id = "heat"
title = "Heat call"
tags = ["energy", "smes"]
deadline = 2027-03-31
source = { title = "Programme", date = 2026-03-01 }

[[call]]
id = "away"
title = "Put away"
tags = ["smes"]
track = "no"
deadline = 2027-04-01

[[call]]
id = "bare"
title = "Bare call"
deadline = 2027-04-02
"""
INTRO = """\
# Cari soci

Tre **novità**, [il sito](https://example.org/a?b=1&c=2), <script>alert(1)</script> e
[altro](javascript:alert(2)); scrivete a <info@example.org>.

- uno
- due
"""


@pytest.fixture
def path(registry: Registry) -> Path:
    return registry(AUDIENCES + CALLS)


@pytest.fixture
def digest(run: Run, path: Path) -> Callable[..., str]:
    """The page that these options make, nothing said besides."""

    def digest(*arguments: str | Path) -> str:
        told = run("digest", "-r", path, *AS_OF, *arguments)
        assert (told.code, told.err) == (0, "")
        return told.out

    return digest


Digest = Callable[..., str]


def test_an_audience_has_its_calls_under_its_title_in_its_language(digest: Digest) -> None:
    page = digest("--audience", "members")
    assert page.startswith("Calls for our members, lun 15 mar 2027\n")
    assert "In scadenza" in page
    assert "2 apr → 6 apr 2027 (+4 giorni)" in page
    assert "Soil mission" in page
    assert "Heat call" in page
    assert "Water call" not in page
    assert "Put away" not in page
    assert "taint" not in page
    assert digest("--audience", "members", "--lang", "en").startswith("Calls for our members, Mon 15 Mar")
    assert digest("--audience", "members", "--title", "My own").startswith("My own\n")


@FORMS
def test_each_audience_is_told_what_it_may_know(digest: Digest, form: str) -> None:
    assert "taint" not in digest("-f", form)
    assert "taint" not in digest("-f", form, "--audience", "members", "--pick", "soil")
    partners = digest("-f", form, "--audience", "partners")
    assert "taint-why" in partners
    assert "taint" not in partners.replace("taint-why", "")
    office = digest("-f", form, "--audience", "office")
    assert "taint-owner" in office
    assert "taint-stage" in office


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (("--tag", "energy"), {"Heat call"}),  # both tags, not one of the two
        (("--programme", "LIFE"), {"Soil mission"}),
        (("--not", "tag=soil"), {"Heat call"}),
        (("--stage", "opens"), set()),
    ],
)
def test_filters_beside_an_audience_narrow_it(
    digest: Digest, filters: tuple[str, ...], titles: set[str]
) -> None:
    page = digest("--audience", "members", *filters, "--since", "1d")
    assert {
        each for each in ("Soil mission", "Water call", "Heat call", "Put away") if each in page
    } == titles


def test_what_a_hand_picked_stands_whatever_the_filters(digest: Digest) -> None:
    page = digest("--audience", "members", "--pick", "water,soil")
    assert page.startswith("Calls for our members, lun 15 mar 2027\n")
    assert page.index("Water call") < page.index("Soil mission")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--audience", "member"), "there is no audience `member`. Did you mean members?"),
        (("--audience", "xyz"), "There are: members, partners, office."),
        (("--audience", "office", "--internal"), "--internal goes with no --audience"),
        (("--by", "owner"), "--by owner: not one of programme, tag"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, path: Path, options: tuple[str, ...], said: str) -> None:
    refused = run("digest", "-r", path, *options)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err
    assert refused.err.count("\n") == 1


def test_without_audiences_the_table_to_write_is_named(run: Run, registry: Registry) -> None:
    refused = run("digest", "-r", registry(CALLS), "--audience", "members")
    assert refused.code == 2
    assert "there is no audience `members`. Write its table first: clustercalls publish" in refused.err


def test_an_audience_of_the_config(run: Run, registry: Registry, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[audience.board]\ntitle = "For the board"\nprogramme = ["LIFE"]\n')
    told = run("digest", "-r", registry(CALLS), "-c", config, *AS_OF, "--audience", "board")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("For the board, Mon 15 Mar 2027\n")
    assert "Soil mission" in told.out
    assert "Water call" not in told.out


def test_it_has_what_is_published_for_it(run: Run, digest: Digest, path: Path, tmp_path: Path) -> None:
    assert run("publish", tmp_path / "out", "partners", "-r", path, *AS_OF).code == 0
    published = json.loads((tmp_path / "out" / "partners" / "calls.json").read_text())
    titles = {each["title"] for each in published["call"]}
    page = digest("90d", "--audience", "partners")
    assert titles == {"Soil mission", "Water call", "Heat call", "Bare call"}
    assert {each for each in (*titles, "Put away") if each in page} == titles


@pytest.mark.parametrize("since", ["last month", "letzter Monat", "mese scorso", "2027-02-01", "42d"])
def test_since_as_people_say_it(digest: Digest, since: str) -> None:
    assert "2 Apr → 6 Apr 2027" in digest("--since", since)


def test_text_is_another_word_for_plain(digest: Digest) -> None:
    assert digest("-f", "text") == digest("-f", "plain")


def groups(page: str) -> list[str]:
    return re.findall(r"^## (.+)$", page, re.MULTILINE)


def test_in_parts_by_tag_or_programme(digest: Digest) -> None:
    by_tag = digest("--by", "tag", "-f", "md")
    assert groups(by_tag) == ["Energy", "smes", "Other"]  # of several tags the first counts, in any case
    energy, _, rest = by_tag.partition("## smes")
    assert {each for each in ("Water call", "Heat call", "Soil mission") if each in energy} == {
        "Water call", "Heat call",
    }  # fmt: skip
    assert rest.index("### Closes") < rest.index("### Moved") < rest.index("## Other")
    assert groups(digest("--by", "programme", "-f", "md")) == ["Erasmus+", "LIFE", "Other"]
    picked = digest("--by", "programme", "-f", "md", "--pick", "heat,soil,water")
    assert groups(picked) == ["LIFE", "Erasmus+", "Other"]  # as they were picked
    assert "Our choice" not in picked
    assert "Erasmus+\n========\n\nCloses\n------\n" in digest("--by", "programme")
    assert "<h2" in digest("--by", "programme", "-f", "html").partition("Erasmus+")[0]


@FORMS
def test_an_introduction_stands_above_all_else(digest: Digest, tmp_path: Path, form: str) -> None:
    intro = tmp_path / "intro.md"
    intro.write_text(INTRO)
    page = digest("--intro", intro, "-f", form)
    assert page.index("Calls for proposals") < page.index("Cari soci") < page.index("Soil mission")
    assert "javascript" not in page
    assert "<script" not in page
    assert {
        "plain": "il sito <https://example.org/a?b=1&c=2>",
        "md": "Tre **novità**, [il sito](<https://example.org/a?b=1&c=2>)",
        "html": 'Tre <strong>novità</strong>, <a href="https://example.org/a?b=1&amp;c=2"',
    }[form] in page  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "no-intro: nothing can stand above the page: there is no such file"),
        (b"\n", "no-intro: nothing can stand above the page: it has no text"),
        (b"caf\xe9", "not-utf8: byte 3 is not UTF-8"),
        (b"a " * 40_000, "too-large: the file is over the limit of 64 KiB"),
    ],
)
def test_an_introduction_that_cannot_be_read_is_one_line(
    run: Run, path: Path, tmp_path: Path, data: bytes | None, said: str
) -> None:
    intro = tmp_path / "intro.md"
    if data is not None:
        intro.write_bytes(data)
    refused = run("digest", "-r", path, *AS_OF, "--intro", intro)
    assert (refused.code, refused.out) == (3, "")
    assert said in refused.err
    assert refused.err.count("\n") == 1


def test_no_page_takes_the_place_of_its_introduction(run: Run, path: Path, tmp_path: Path) -> None:
    intro, link = tmp_path / "intro.md", tmp_path / "link.md"
    intro.write_text(INTRO)
    link.symlink_to(intro)
    for output in (intro, link):
        refused = run("digest", "-r", path, *AS_OF, "--intro", intro, "-o", output)
        assert (refused.code, "output-is-input" in refused.err) == (2, True)
    assert intro.read_text() == INTRO


LONG = "".join(f'[[call]]\nid = "c{n}"\ntitle = "Call {n}"\ndeadline = 2027-04-01\n' for n in range(400))
TOO_LONG = re.compile(r"This page has 1\d\d kB: some mail programs show only\s+its beginning")


def test_a_page_too_long_for_a_mail_says_so_above_all_else(run: Run, registry: Registry) -> None:
    path = registry(LONG)
    told = run("digest", "-r", path, *AS_OF, "-f", "html")
    assert (told.code, told.err) == (0, "")  # silence means health
    assert TOO_LONG.search(told.out)
    assert told.out.index("This page has") < told.out.index("Call 1")
    for form in ("plain", "md"):  # the one is short enough, the other no mail
        assert not TOO_LONG.search(run("digest", "-r", path, *AS_OF, "-f", form).out)
    assert not TOO_LONG.search(run("digest", "-r", path, *AS_OF, "-f", "html", "--pick", "c1").out)


def test_at_a_terminal_who_makes_it_is_told(registry: Registry, tmp_path: Path) -> None:
    told = here(
        "digest", "-r", registry(LONG), *AS_OF, "-f", "html", "-o", tmp_path / "page.html", columns=80
    )
    assert told[0] == 0
    assert re.search(
        r"The page has 1\d\d kB, and mail programs cut it from 102 on", " ".join(told[1].split())
    )


def test_the_newsletter_arrives(run: Run, path: Path, mail: Path, inbox: Inbox, tmp_path: Path) -> None:
    intro = tmp_path / "intro.md"
    intro.write_text(INTRO)
    sent = run(
        "digest", "-r", path, "-c", mail, *AS_OF, "--audience", "members", "--since", "last month",
        "--by", "tag", "--intro", intro, "--mail-to", "list@example.org",
    )  # fmt: skip
    assert (sent.code, sent.out, sent.err) == (0, "", "")
    ((recipients, raw),) = inbox.letters
    assert recipients == ["list@example.org"]
    assert b"taint" not in raw
    (letter,) = inbox.parsed
    assert letter["Subject"] == "Calls for our members, lun 15 mar 2027"
    for part in letter.iter_parts():
        text = part.get_content()
        assert "taint" not in text
        assert text.index("Cari soci") < text.index("Soil mission")


def test_a_mail_too_long_says_so_too(run: Run, registry: Registry, mail: Path, inbox: Inbox) -> None:
    sent = run("digest", "-r", registry(LONG), "-c", mail, *AS_OF, "--mail-to", "list@example.org")
    assert (sent.code, sent.out, sent.err) == (0, "", "")
    (letter,) = inbox.parsed
    for part in letter.iter_parts():
        assert TOO_LONG.search(part.get_content())
