"""The pages of a publication: templates of ours or of one's own, one policy for what a browser may load."""

from base64 import b64encode
from collections.abc import Container, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from clustercalls.render.safe import safe_address, safe_text
from clustercalls.site import json_ld, timeline_page
from clustercalls.site.call_page import call
from clustercalls.site.frame import frame
from clustercalls.site.index_page import index
from clustercalls.site.language import lang
from clustercalls.site.publication import Publication
from clustercalls.site.refused import refused
from clustercalls.site.year_page import year

STYLE, SCRIPT = "style.css", "page.js"


def files(
    publication: Publication, templates: Path | None = None, calendars: Container[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """The path of every page below the folder of its language, and its bytes.

    The stylesheet is among those of the first language: it stands once, at the root. A template in
    `templates` wins over ours of the same name. `calendars` are the ids of entries that have
    one of their own.

    Raises:
        InputRefused: when a template of one's own is none, or fails.
    """
    if not publication.folder:
        with refused(templates):
            yield STYLE, _source(environment(templates), STYLE).encode()
    yield _page(templates, publication, "index.html", index=index(publication))
    yield _page(templates, publication, "timeline.html", timeline=timeline_page.parts(publication))
    yield _page(templates, publication, "year.html", year=year(publication))
    for entry in publication.entries:
        page = call(publication, entry, has_calendar=entry.id in calendars)
        data = json_ld.embedded(json_ld.of(publication, entry))
        yield _page(templates, publication, f"calls/{entry.id}.html", "call", page=page, data=data)


def gone(publication: Publication, entry_id: str, title: str, templates: Path | None = None) -> bytes:
    """The page of an entry that left: its title, and that it is no longer here.

    Raises:
        InputRefused: as `files`.
    """
    path = f"calls/{entry_id}.html"
    return _page(templates, publication, path, "gone", title=title)[1]


@cache
def environment(templates: Path | None = None) -> Environment:
    """What makes pages of templates: every text is escaped, and harmless whoever wrote it."""
    ours: BaseLoader = PackageLoader("clustercalls.site", "templates")
    loader = ChoiceLoader([FileSystemLoader(templates), ours]) if templates else ours
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["http"] = http
    made.filters["lang"] = lang
    script = _source(made, SCRIPT)
    made.globals["script"] = Markup(script)  # noqa: S704 - ours, or of the person who publishes
    made.globals["policy"] = policy(script)
    return made


def policy(script: str) -> str:
    """What a browser may load for a page: our stylesheet, this one script, no other thing from anywhere.

    https://www.w3.org/TR/CSP3/. With no picture allowed no browser asks for an icon either.
    """
    digest = b64encode(sha256(script.encode()).digest()).decode()
    ours = f"default-src 'none'; style-src 'self'; script-src 'sha256-{digest}'"
    return f"{ours}; base-uri 'none'; form-action 'none'"


def http(url: str) -> str:
    """An address that a page may link to, harmless; nothing for one of another scheme."""
    return safe_address(url) if url.lower().startswith(("http://", "https://")) else ""


def _harmless(value: object) -> object:
    return safe_text(value) if type(value) is str else value


def _page(
    templates: Path | None,
    publication: Publication,
    path: str,
    name: str = "",
    **values: Any,  # noqa: ANN401 - what its template asks for
) -> tuple[str, bytes]:
    with refused(templates):
        template = environment(templates).get_template(f"{name or path.removesuffix('.html')}.html.j2")
        text = template.render(frame=frame(publication, path), t=publication.t, **values)
    return path, text.encode()


def _source(site: Environment, name: str) -> str:
    if site.loader is None:  # which `environment` gives it
        return ""
    return site.loader.get_source(site, name)[0]
