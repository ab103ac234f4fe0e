"""The recipes of docs/publishing.md, run as they stand there, in folders of the test."""

import gzip
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from threading import Thread

import pytest
import yaml

from audiences import CALLS, DAY, published
from conftest import ROOT, Run
from servers import free_port

PAGE = (
    (ROOT / "docs" / "publishing.md")
    .read_text(encoding="utf-8")
    .split("## Served where people are")[1]
    .split("\n## ")[0]
)
MOVED = CALLS.replace("2027-04-06", "2027-04-13")


def block(kind: str, holding: str) -> str:
    """The one block of code of a kind that holds these words."""
    blocks = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    (wanted,) = [each for each in blocks if holding in each]
    return str(wanted)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Where `clustercalls` is the command under test on the day of the tests, and git asks nobody."""
    tools = tmp_path / "bin"
    tools.mkdir()
    command = tools / "clustercalls"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m clustercalls "$@" {" ".join(DAY)}\n')
    command.chmod(0o755)
    who = {
        f"GIT_{role}_{what}": "a@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}
    return {**os.environ, **who, **quiet, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}


def shell(
    script: str, where: Path, environment: dict[str, str], **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=where,
        env=environment | more,
        capture_output=True,
        text=True,
        check=False,
    )


def test_cron_and_rsync(tmp_path: Path, environment: dict[str, str]) -> None:
    if not shutil.which("rsync"):
        pytest.skip("rsync is not installed: apt-get install rsync")
    here, there = tmp_path / "calls", tmp_path / "www" / "members"
    here.mkdir()
    there.mkdir(parents=True)
    line = block("crontab", "rsync").split(" ", 5)[5]
    assert "%" not in line  # a line break to cron
    script = line.replace("/home/me/calls", str(here)).replace("www:/srv/www", str(there.parent))
    (here / "calls.toml").write_text(CALLS)
    assert shell(script, here, environment).returncode == 0
    assert published(there) == published(here / "out" / "members")
    before = stamps(there)
    done = shell(script, here, environment)
    assert (done.returncode, done.stdout, done.stderr, stamps(there)) == (0, "", "", before)
    (here / "calls.toml").write_text(MOVED)
    assert "1 moved" in shell(script, here, environment).stdout
    assert published(there) == published(here / "out" / "members")
    assert b"2027-04-13" in (there / "calls.csv").read_bytes()
    (here / "calls.toml").write_text("[broken")
    assert "broken-toml" in shell(script, here, environment).stderr
    assert b"2027-04-13" in (there / "calls.csv").read_bytes()


def stamps(folder: Path) -> dict[Path, int]:
    return {each: each.stat().st_mtime_ns for each in folder.rglob("*") if each.is_file()}


def git(where: Path, environment: dict[str, str], *words: str | Path) -> str:
    ran = subprocess.run(
        ["git", *map(str, words)], cwd=where, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout + ran.stderr


def test_a_push_publishes_by_the_hook(tmp_path: Path, environment: dict[str, str]) -> None:
    bare, desk = tmp_path / "srv" / "calls.git", tmp_path / "desk"
    git(tmp_path, environment, "init", "-q", "--bare", "-b", "main", bare)
    hook = bare / "hooks" / "post-receive"
    hook.write_text(block("sh", "post-receive").replace("/srv/calls", str(tmp_path / "srv")))
    hook.chmod(0o755)
    git(tmp_path, environment, "clone", "-q", bare, desk)
    git(desk, environment, "checkout", "-q", "-b", "main")
    (desk / "calls.toml").write_text(CALLS)
    (desk / "more.toml").write_text(
        '[[call]]\nid = "more"\ntitle = "More"\ntags = ["smes"]\ndeadline = 2027-05-05\n'
    )
    assert "remote: members  3 of 5  3 new" in pushed(desk, environment)
    table = tmp_path / "srv" / "out" / "members" / "calls.csv"
    assert "More" in table.read_text()
    (desk / "more.toml").unlink()
    (desk / "calls.toml").write_text(MOVED)
    assert "remote: members  2 of 4  1 moved, 1 gone" in pushed(desk, environment)
    assert ("2027-04-13" in table.read_text(), "More" in table.read_text()) == (True, False)
    git(desk, environment, "push", "-q", "origin", "main:draft")  # another branch is nobody's news
    (desk / "calls.toml").write_text(MOVED.replace("Fair", "Fair of other days"))
    git(desk, environment, "commit", "-qam", "Draft")
    assert "members" not in git(desk, environment, "push", "origin", "main:draft")
    assert "Fair of other days" not in table.read_text()


def pushed(desk: Path, environment: dict[str, str]) -> str:
    git(desk, environment, "add", "-A")
    git(desk, environment, "commit", "-q", "-m", "Edit")
    return git(desk, environment, "push", "origin", "main")


def test_ci_keeps_what_it_published_in_a_branch(tmp_path: Path, environment: dict[str, str]) -> None:
    forge, script = tmp_path / "forge.git", block("sh", "set -eu")
    pages = block("sh", "commit-tree")
    git(tmp_path, environment, "init", "-q", "--bare", "-b", "main", forge)
    sequences = []
    job = tmp_path / "job"
    for text in (CALLS, CALLS, MOVED):
        shutil.rmtree(job, ignore_errors=True)  # each begins with nothing
        job.mkdir()
        (job / "calls.toml").write_text(text)
        done = shell(script + pages, job, environment, REPOSITORY=str(forge))
        assert done.returncode == 0, done.stderr
        calendar = git(tmp_path, environment, "--git-dir", forge, "show", "pages:calls/soil.ics")
        sequences.append(max(map(int, re.findall(r"SEQUENCE:(\d+)", calendar))))
        assert ("20270413" in calendar) == (text == MOVED)
    assert sequences[0] == sequences[1] < sequences[2]
    log = git(tmp_path, environment, "--git-dir", forge, "log", "--format=%s", "published")
    assert log == "Publish\n" * 2  # nothing new is no commit
    kept = git(tmp_path, environment, "--git-dir", forge, "ls-tree", "--name-only", "pages").split()
    assert {"index.html", "calls.ics"} < set(kept)
    assert not [each for each in kept if each.startswith(".")]
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "calls.toml").write_text("[broken")
    assert shell(script, broken, environment, REPOSITORY=str(forge)).returncode != 0
    assert git(tmp_path, environment, "--git-dir", forge, "log", "--format=%s", "published") == log


@pytest.fixture
def forge(tmp_path: Path, environment: dict[str, str]) -> tuple[Path, Path]:
    """A repository with the registry and the script of the page in it, and a clone as a job has it."""
    bare, desk = tmp_path / "forge.git", tmp_path / "desk"
    git(tmp_path, environment, "init", "-q", "--bare", "-b", "main", bare)
    git(tmp_path, environment, "clone", "-q", bare, desk)
    git(desk, environment, "checkout", "-q", "-b", "main")
    (desk / "calls.toml").write_text(CALLS)
    (desk / "publish.sh").write_text(block("sh", "set -eu"))
    pushed(desk, environment)
    for name in ("pip", "pipx"):
        stand_in(name, '[ "$*" = "install clustercalls" ] || exit 64', environment)
    return bare, desk


def stand_in(name: str, script: str, environment: dict[str, str]) -> None:
    """A program of this name where the recipes look first."""
    program = Path(environment["PATH"].split(os.pathsep)[0]) / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def at_address(address: str, bare: Path) -> dict[str, str]:
    """What makes git find the repository at an address of the forge."""
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{bare}.insteadOf",
        "GIT_CONFIG_VALUE_0": address,
    }


def test_the_workflow_of_github(forge: tuple[Path, Path], environment: dict[str, str]) -> None:
    bare, desk = forge
    flow = yaml.safe_load(block("yaml", "actions/checkout"))
    assert flow[True].keys() == {"push", "schedule"}  # `on`, which is a yes of YAML 1.1
    assert re.fullmatch(r"\d+ \d+ \* \* \*", flow[True]["schedule"][0]["cron"])
    assert flow["permissions"] == {"contents": "write", "pages": "write", "id-token": "write"}
    (job,) = flow["jobs"].values()
    told = {"github.token": "TOKEN", "github.repository": "me/calls"}
    for step in job["steps"]:
        assert len(step.keys() & {"uses", "run"}) == 1
        if "run" in step:
            own = {
                key: re.sub(r"\$\{\{ (.+?) \}\}", lambda match: told[match[1]], text)
                for key, text in step.get("env", {}).items()
            }
            address = at_address("https://x-access-token:TOKEN@github.com/me/calls", bare)
            done = shell(step["run"], desk, environment, **own, **address)
            assert done.returncode == 0, done.stderr
        elif "path" in step.get("with", {}):
            assert "index.html" in published(desk / step["with"]["path"])
    assert kept(bare, environment) == {".members.clustercalls.json", "members"}


def kept(bare: Path, environment: dict[str, str]) -> set[str]:
    """What of a run stands in the branch that CI keeps."""
    return set(git(bare, environment, "ls-tree", "--name-only", "published").split())


def test_the_pipeline_of_gitlab(forge: tuple[Path, Path], environment: dict[str, str]) -> None:
    bare, desk = forge
    job = yaml.safe_load(block("yaml", "resource_group"))["pages"]
    forge_has = {"PAGES_TOKEN": "TOKEN", "CI_SERVER_HOST": "gitlab.example", "CI_PROJECT_PATH": "me/calls"}
    own = {key: Template(text).substitute(forge_has) for key, text in job["variables"].items()}
    assert own == {"REPOSITORY": "https://publish:TOKEN@gitlab.example/me/calls.git"}
    script = "set -e\n" + "\n".join(job["script"])
    for _ in range(2):  # the second finds what the first one kept
        shutil.rmtree(desk / "out", ignore_errors=True)
        shutil.rmtree(desk / "public", ignore_errors=True)
        done = shell(script, desk, environment, **own, **at_address(own["REPOSITORY"], bare))
        assert done.returncode == 0, done.stderr
    assert job["artifacts"]["paths"] == ["public"]
    assert published(desk / "public") == published(desk / "out" / "members")
    assert kept(bare, environment) == {".members.clustercalls.json", "members"}
    (desk / "calls.toml").write_text("[broken")
    shutil.rmtree(desk / "out")
    assert shell(script, desk, environment, **own, **at_address(own["REPOSITORY"], bare)).returncode != 0


SYNC = """
import shutil, sys
from pathlib import Path
*words, source, target = sys.argv[1:]
assert words == ["s3", "sync", "--delete", "--cache-control", "max-age=900, must-revalidate"], words
bucket, source = Path("bucket") / target.removeprefix("s3://"), Path(source)
there = {each.relative_to(bucket) for each in bucket.rglob("*") if each.is_file()}
here = {each.relative_to(source) for each in source.rglob("*") if each.is_file()}
for each in sorted(here):
    ours, theirs = source / each, bucket / each
    ours_is, theirs_is = ours.stat(), theirs.stat() if each in there else None
    if theirs_is and ours_is.st_size == theirs_is.st_size and ours_is.st_mtime <= theirs_is.st_mtime:
        continue
    theirs.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ours, theirs)
    print("upload:", each)
for each in there - here:
    (bucket / each).unlink()
    print("delete:", each)
"""


def test_a_bucket(tmp_path: Path, environment: dict[str, str]) -> None:
    """With a program in the place of `aws`, that compares sizes and times as `s3 sync` does."""
    (tmp_path / "sync.py").write_text(SYNC)
    stand_in("aws", f'exec "{sys.executable}" "{tmp_path / "sync.py"}" "$@"', environment)
    script, calls = block("sh", "aws s3 sync"), tmp_path / "calls.toml"
    calls.write_text(CALLS)
    done = shell(script, tmp_path, environment)
    assert (done.returncode, done.stderr) == (0, "")
    bucket, ours = tmp_path / "bucket" / "BUCKET" / "members", tmp_path / "out" / "members"
    assert published(bucket) == published(ours)
    assert shell(script, tmp_path, environment).stdout == ""
    calls.write_text(MOVED.replace('title = "Fair"', 'title = "Fair"\ntrack = "no"'))
    said = shell(script, tmp_path, environment).stdout
    assert "upload: calls.csv" in said
    assert "style.css" not in said
    assert published(bucket) == published(ours)


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(
        "GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answered = connection.getresponse()
    body = answered.read()
    connection.close()
    return answered, body


class Plain(SimpleHTTPRequestHandler):
    """Python's own server of files, as it is."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        pass


@contextmanager
def plain_server(folder: Path) -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_plain_server_sends_nothing_twice(run: Run, tmp_path: Path) -> None:
    calls, out = tmp_path / "calls.toml", tmp_path / "out"
    calls.write_text(CALLS)
    run("publish", out, "-r", calls, *DAY)
    with plain_server(out) as port:
        answered, _ = get(port, "/members/calls.csv")
        known = answered.headers["Last-Modified"]
        run("publish", out, "-r", calls, *DAY)
        assert get(port, "/members/calls.csv", If_Modified_Since=known)[0].status == 304
        calls.write_text(MOVED)
        run("publish", out, "-r", calls, *DAY)
        os.utime(out / "members" / "calls.csv", (time.time() + 2, time.time() + 2))  # its seconds are whole
        answered, body = get(port, "/members/calls.csv", If_Modified_Since=known)
        assert (answered.status, b"2027-04-13" in body) == (200, True)


@contextmanager
def nginx(root: Path, place: Path) -> Iterator[int]:
    """nginx on loopback with the lines of the page."""
    port = free_port()
    place.mkdir()
    lines = block("nginx", "location").replace("/srv/www", str(root))
    user = "user root;" if os.geteuid() == 0 else ""
    stores = "".join(
        f"{each}_temp_path {place}/{each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (place / "nginx.conf").write_text(
        f"{user} daemon off; pid {place}/pid; error_log {place}/errors;\nevents {{}}\n"
        f"http {{ access_log off; {stores}\nserver {{ listen 127.0.0.1:{port};\n{lines} }} }}\n"
    )
    server = subprocess.Popen(
        ["nginx", "-p", place, "-c", place / "nginx.conf", "-e", place / "errors"], stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + 30
        while not (place / "pid").exists():
            assert server.poll() is None, (place / "errors").read_text()
            assert time.monotonic() < until
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait(30)


def test_nginx_with_the_lines_of_the_page(run: Run, tmp_path: Path) -> None:
    if not shutil.which("nginx"):
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    calls, out = tmp_path / "calls.toml", tmp_path / "out"
    calls.write_text(CALLS)
    run("publish", out, "-r", calls, *DAY)
    with nginx(out, tmp_path / "nginx") as port:
        answered, body = get(port, "/members/calls.ics", Accept_Encoding="gzip")
        assert answered.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answered.headers["Cache-Control"] == "max-age=900, must-revalidate"
        assert gzip.decompress(body).startswith(b"BEGIN:VCALENDAR")
        assert get(port, "/members/feed.xml")[0].headers["Content-Type"] == "application/atom+xml"
        assert get(port, "/members/")[0].headers["Content-Type"] == "text/html; charset=utf-8"
        assert get(port, "/.members.clustercalls.json")[0].status == 404
        known = answered.headers["ETag"]
        run("publish", out, "-r", calls, *DAY)
        assert get(port, "/members/calls.ics", If_None_Match=known)[0].status == 304
        calls.write_text(MOVED)
        run("publish", out, "-r", calls, *DAY)
        assert get(port, "/members/calls.ics", If_None_Match=known)[0].status == 200


def call(number: int) -> str:
    """A call of middle length, in the form of those that the figures were measured with."""
    last = date(2027, 2, 2) + timedelta(days=number * 7 % 360)
    return f"""
[[call]]
id = "call-{number}"
title = "Topic {number}: support for innovation in small companies of the sector {number % 17}"
programme = "Programme {number % 9}"
summary = "Three partners or more test number {number} in real conditions, and tell others what they learn."
published = {last - timedelta(days=90)}
deadline = {last}T17:00:00
budget = {1_000_000 + number * 1_000}
url = "https://example.org/calls/{number}"
tags = ["smes", "sector {number % 17}"]
checked = 2027-01-15
source = {{ title = "Work programme", url = "https://example.org/wp/{number}", date = 2027-01-10 }}
"""


def test_the_figures_of_500_calls(run: Run, tmp_path: Path) -> None:
    """To a quarter: pages are worked on, and nobody pays by the byte."""
    calls, out = tmp_path / "calls.toml", tmp_path / "out" / "members"
    head = CALLS.split("[audience.office]")[0].replace('"it", ', "")
    calls.write_text(head + "".join(map(call, range(500))))
    assert run("publish", out.parent, "-r", calls, *DAY).code == 0
    rows = re.findall(r"^\| `(\S+)` \| ([\d,]+) \| ([\d,]+) \|$", PAGE, re.MULTILINE)
    assert len(rows) >= 6
    for name, *said in rows:
        data = (out / name.replace("ID", "call-7")).read_bytes()
        measured = [len(data), len(gzip.compress(data))]
        figures = [int(each.replace(",", "")) for each in said]
        assert figures == pytest.approx(measured, rel=0.25), (name, measured)
    single = re.findall(r"with a deadline a call and no other date \| ([\d,]+) \| ([\d,]+) \|", PAGE)[0]
    calls.write_text(head + re.sub(r"(?m)^published = .*$", "", "".join(map(call, range(500)))))
    one = tmp_path / "one"
    assert run("publish", one, "-r", calls, *DAY).code == 0
    data = (one / "members" / "calls.ics").read_bytes()
    measured = [len(data), len(gzip.compress(data))]
    assert [int(each.replace(",", "")) for each in single] == pytest.approx(measured, rel=0.25)
    sizes = [each.stat().st_size for each in out.rglob("*") if each.is_file()]
    count, total = re.findall(r"^\| all ([\d,]+) files \| ([\d.]+) MB", PAGE, re.MULTILINE)[0]
    assert int(count.replace(",", "")) == len(sizes)
    assert float(total) == pytest.approx(sum(sizes) / 1e6, rel=0.25)
