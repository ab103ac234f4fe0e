"""What a browser on this machine is answered: a table of requests, good and hostile."""

from http import HTTPStatus
from pathlib import Path

import pytest

from clustercalls.site.previewed import Reply, Request, Shown, answer, kind_of


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """Two audiences that are shown, beside files that are not to be."""
    out = tmp_path / "out"
    for path, text in {
        "members/index.html": "<p>calls",
        "members/it/index.html": "<p>bandi",
        "members/calls/soil.ics": "BEGIN:VCALENDAR",
        "members/calls.json": "{}",
        "members/.secret": "hidden",
        "office/calls.json": "internal",
        "calls.toml": "registry",
        ".members.clustercalls.json": "memory",
    }.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text)
    (tmp_path / "passwd").write_text("root")
    (out / "members" / "link.json").symlink_to(tmp_path / "passwd")
    (out / "members" / "up").symlink_to(out / "office")
    (out / "members" / "round").symlink_to("round")
    (out / "public").mkdir()
    return Shown(out, ("members", "public"))


def asked(
    shown: Shown, target: str, method: str = "GET", host: str = "127.0.0.1:8000", known: str = ""
) -> Reply:
    return answer(Request(method, target, host, known), shown)


SERVED = {
    "/members/": "<p>calls",
    "/members/index.html": "<p>calls",
    "/members/index.html?kind=call#soil": "<p>calls",
    "/members/it/": "<p>bandi",
    "/members/calls/soil.ics": "BEGIN:VCALENDAR",
    "/members/calls/%73oil.ics": "BEGIN:VCALENDAR",
}


@pytest.mark.parametrize("target", SERVED)
def test_what_is_published_is_there(shown: Shown, target: str) -> None:
    answered = asked(shown, target)
    assert (answered.status, answered.body.decode()) == (HTTPStatus.OK, SERVED[target])
    assert answered.headers["Cache-Control"] == "no-cache"


MOVED = {"/": "/members/", "/members": "/members/", "/members/it": "/members/it/", "/public": "/public/"}


@pytest.mark.parametrize("target", MOVED)
def test_a_folder_is_asked_for_with_its_stroke(shown: Shown, target: str) -> None:
    answered = asked(shown, target)
    assert (answered.status, answered.headers["Location"]) == (HTTPStatus.FOUND, MOVED[target])


NOT_THERE = (
    "/members/calls/", "/public/", "/calls.toml", "/office/calls.json", "/office",
    "/.members.clustercalls.json",
    "/members/.secret", "/members/%2esecret", "/members/../calls.toml", "/members/%2e%2e/calls.toml",
    "/members/..%2fcalls.toml", "/members/..%5ccalls.toml", "/members/calls%2fsoil.ics",
    "/../passwd", "/../../etc/passwd", "//etc/passwd",
    "/members//index.html", "/members/./index.html", "/members/index.html/", "/members/index.html%00.png",
    "/members/%ff", "/members/link.json", "/members/up/calls.json", "/members/round", "/members/nothing",
    "http://127.0.0.1/members/", "members/", "*", "", "/members/" + "a" * 5_000, "/members/%0d%0aX:1",
)  # fmt: skip


@pytest.mark.parametrize("target", NOT_THERE)
def test_nothing_else_is(shown: Shown, target: str) -> None:
    answered = asked(shown, target)
    assert (answered.status, answered.body) == (HTTPStatus.NOT_FOUND, b"404 Not Found\n")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:9"])
def test_this_machine_by_its_own_names(shown: Shown, host: str) -> None:
    assert asked(shown, "/members/", host=host).status is HTTPStatus.OK


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "",
     "localhost:x", "evil@localhost", "127.0.0.1:", "127.0.0.2", "[::1]:8000"],
)  # fmt: skip
def test_the_name_of_another_site_gets_nothing(shown: Shown, host: str) -> None:
    answered = asked(shown, "/members/", host=host)
    assert (answered.status, b"calls" in answered.body) == (HTTPStatus.MISDIRECTED_REQUEST, False)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "get"])
def test_one_only_reads(shown: Shown, method: str) -> None:
    answered = asked(shown, "/members/", method)
    assert (answered.status, answered.headers["Allow"]) == (HTTPStatus.METHOD_NOT_ALLOWED, "GET, HEAD")


def test_what_is_known_is_not_sent_again(shown: Shown) -> None:
    tag = asked(shown, "/members/").headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = asked(shown, "/members/", known=known)
        assert (again.status, again.body, again.headers["ETag"]) == (HTTPStatus.NOT_MODIFIED, b"", tag)
    assert asked(shown, "/members/", known='"other"').status is HTTPStatus.OK
    (shown.root / "members" / "index.html").write_text("<p>moved")
    assert asked(shown, "/members/", known=tag).body == b"<p>moved"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("calls.ics", "text/calendar; charset=utf-8"),
        ("feed.xml", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("calls.json", "application/json"),
        ("calls.commongrants.json", "application/json"),
        ("index.html", "text/html; charset=utf-8"),
        ("calls.csv", "text/csv; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("note.exe", "application/octet-stream"),
    ],
)
def test_what_kind_each_file_is(name: str, kind: str) -> None:
    assert kind_of(name) == kind
