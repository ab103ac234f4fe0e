"""What a hostile CalDAV server can answer, by name: functions of its world and the right answer's body."""

import gzip

from answers import (
    CHUNKED,
    MIB,
    OPEN,
    ROOT,
    XML,
    body,
    changed,
    chunked,
    chunks,
    continued,
    hrefs,
    multi,
    packed,
    redirect,
    right,
    then,
)
from garbage import GARBAGE
from hostile_dav import MULTI, ONE, Bad, drip

ENTITIES = b"".join(b'<!ENTITY l%d "%s">' % (n, (b"&l%d;" % (n - 1)) * 10) for n in range(1, 12))
LAUGHS = XML + b'<!DOCTYPE l [<!ENTITY l0 "ha">' + ENTITIES + b"]>" + ROOT + b"&l11;</d:multistatus>"
BLOWN = (
    XML
    + b'<!DOCTYPE l [<!ENTITY a "'
    + b"a" * 50_000
    + b'">]>'
    + ROOT
    + b"&a;" * 50_000
    + b"</d:multistatus>"
)
OURS = ONE.format("/home/calls/a-call.first@here.ics", "<d:getetag>{}</d:getetag>")
MANY = "".join(ONE.format(f"/home/calls/e{n}.first.ics", "<d:getetag>1</d:getetag>") for n in range(30_000))

FOREIGN: tuple[str, ...] = (
    "{spy}", "{spy}/deep", "//{spy[7]}", "https://127.0.0.1:{port}", "http://localhost:{port}",
    "http://anna:pw@127.0.0.1:{port}", "http://127.0.0.1:1", "http://127.1:{port}", "http://0x7f000001:{port}",
    "http://[::1]:{port}", "http://[", "ftp://127.0.0.1", "javascript:alert(1)", "file:///etc/passwd",
    "http://127.0.0.1.example.org:{port}", "http://127.0.0.1:{port}@example.org", "HTTP://EXAMPLE.ORG",
    "http://ex\u202eample.org", "http://127.0.0.1:99999",
)  # fmt: skip
FOREIGN = tuple(each.replace("//{spy[7]}", "//127.0.0.1:1") for each in FOREIGN)

AWAY: dict[str, Bad] = {f"href {each}": hrefs(each) for each in FOREIGN}
AWAY |= {f"last href {each}": hrefs(each, last=True) for each in FOREIGN[:5]}
AWAY |= {
    f"redirect {status} {each}": redirect(status, each + "/x")
    for status in (301, 302, 303, 307, 308)
    for each in FOREIGN[:9]
}
AWAY |= {f"redirect {each}": redirect(301, each + "/x") for each in FOREIGN[9:-2]}
AWAY |= {f"{status} with Location": redirect(status, "{spy}/x") for status in (201, 300, 304, 305, 401, 500)}
AWAY["refresh and links"] = right(
    "Refresh: 0; url=http://127.0.0.1:1/", "Link: <http://127.0.0.1:1/>; rel=next"
)
AWAY["a base in the document"] = changed(b"<d:multistatus", b'<d:multistatus xml:base="http://127.0.0.1:1/"')

BOMBS: dict[str, Bad] = {
    "gzip bomb": packed("gzip", 31, 4_000),
    "x-gzip bomb": packed("x-gzip", 31, 4_000),
    "deflate bomb": packed("deflate", 15, 4_000),
    "raw deflate bomb": packed("deflate", -15, 4_000),
    "gzip in gzip": body(gzip.compress(gzip.compress(b" " * MIB)), "Content-Encoding: gzip, gzip"),
    "billion laughs": body(LAUGHS),
    "quadratic entity": body(BLOWN),
    "external entity": body(XML + b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + ROOT + b"&x;</d:multistatus>"),
    "external entity of a host": lambda world, _: multi(
        XML + f'<!DOCTYPE l SYSTEM "{world.spy}/x.dtd">'.encode() + ROOT + b"</d:multistatus>"
    ),
    "deep": body(XML + ROOT + b"<d:response>" * 200_000),
    "deep in a namespace each": body(XML + ROOT + b"".join(b'<x%d:a xmlns:x%d="u:%d">' % (n, n, n) for n in range(50_000))),
    "a tag of 40 MiB": then(OPEN + ROOT + b"<a b='", b"x" * MIB),
    "a name of 40 MiB": then(OPEN + ROOT + b"<", b"x" * MIB),
    "a comment without end": then(OPEN + ROOT + b"<!--", b"x" * MIB),
    "an instruction without end": then(OPEN + ROOT + b"<?x ", b"x" * MIB),
    "a CDATA without end": then(OPEN + ROOT + b"<![CDATA[", b"x" * MIB),
    "blanks without end": then(OPEN + ROOT, b" " * MIB),
    "elements without end": then(OPEN + ROOT, b"<a/>" * 100_000),
    "attributes without end": then(OPEN + ROOT + b"<a ", b"".join(b"a%d='' " % n for n in range(100_000))),
    "responses without end": then(OPEN + ROOT, ONE.format("/home/calls/x.y.ics", "").encode() * 1000),
    "an address without end": then(OPEN + ROOT + b"<d:response><d:href>/", b"x" * MIB),
    "kinds without end": then(
        OPEN + ROOT + b"<d:response><d:href>/</d:href><d:propstat><d:prop><d:resourcetype>",
        b"".join(b"<k%d/>" % n for n in range(100_000)),
    ),
    "data without end": then(
        OPEN + ROOT + b"<d:response><d:href>/home/calls/a-call.first@here.ics</d:href><d:propstat><d:prop>"
        b"<d:getetag>1</d:getetag><c:calendar-data>", b"x" * MIB,
    ),
    "chunks without end": chunks(b" " * MIB),
    "tiny chunks without end": then(CHUNKED, b"1\r\n \r\n" * 10_000),
    "trailers without end": then(chunked(MULTI.format("").encode()) + b"0\r\n", b"X: y\r\n" * 10_000),
    "headers without end": then(b"HTTP/1.1 207 M\r\n", b"X: y\r\n" * 10_000),
    "a header without end": then(b"HTTP/1.1 207 M\r\nX: ", b"y" * MIB),
    "a status line without end": then(b"HTTP/1.1 207 ", b"y" * MIB),
    "100 without end": then(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 10_000),
    "102 without end": then(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 10_000),
    "a 500 without end": then(b"HTTP/1.1 500 No\r\n\r\n", b"y" * MIB),
    "a 401 without end": then(b"HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\n\r\n", b"y" * MIB),
    "a redirect without end": then(b"HTTP/1.1 302 No\r\nLocation: /x/\r\n\r\n", b"y" * MIB),
    "nothing but line ends": then(b"", b"\r\n" * 10_000),
    "30,000 objects": body(MULTI.format(ONE.format("/home/calls/", "<d:resourcetype><c:calendar/></d:resourcetype>") + MANY).encode()),
    "redirects without end": redirect(302, "{own}/again/"),
    "redirects to itself": redirect(307, ""),
}  # fmt: skip

DRIPS: dict[str, Bad] = {
    "silence": lambda *_: drip(b""[:0] or b" ", 3600),
    "a status line by the second": lambda *_: drip(b"HTTP/1.1 207 Multi-Status "),
    "headers by the second": lambda *_: continued(b"HTTP/1.1 207 M\r\nX: ", drip(b"y")),
    "a body by the second": lambda _, good: continued(OPEN + good[:200], drip(b" ")),
    "a body of known length by the second": lambda *_: continued(
        b"HTTP/1.1 207 M\r\nContent-Length: 9999\r\n\r\n" + ROOT, drip(b" ")
    ),
    "chunks by the second": lambda *_: continued(CHUNKED + b"1000\r\n" + ROOT, drip(b" ")),
    "the size of a chunk by the second": lambda *_: continued(CHUNKED, drip(b"0")),
    "gzip by the second": lambda *_: continued(
        OPEN[:-2] + b"Content-Encoding: gzip\r\n\r\n", drip(gzip.compress(b"\x00" * 10)[:10] + b"\x00")
    ),
    "100 by the second": lambda *_: drip(b"HTTP/1.1 100 Continue\r\n\r\n" * 10_000),
    "a 401 by the second": lambda *_: continued(
        b"HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\n\r\n", drip(b"y")
    ),
    "a 500 by the second": lambda *_: continued(b"HTTP/1.1 500 No\r\n\r\n", drip(b"y")),
    "a redirect by the second": lambda *_: continued(b"HTTP/1.1 302 No\r\nLocation: /x/\r\n\r\n", drip(b"y")),
}  # fmt: skip

FAST = AWAY | BOMBS | GARBAGE
