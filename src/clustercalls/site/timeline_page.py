"""The two parts of the page of the timeline: the picture, and a table that says the same in words."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from clustercalls.i18n import Language
from clustercalls.render import words
from clustercalls.render.bar_words import facts, said
from clustercalls.render.bars import Chart, Line
from clustercalls.render.xml import xml_text
from clustercalls.site.language import lang
from clustercalls.site.picture import chart_of, drawn, page_of
from clustercalls.site.publication import Publication


class TimelineParts(Struct, frozen=True):
    """Safe as they are: an element `svg.timeline`, and one `table.timeline-table`."""

    picture: Markup
    table: Markup


def parts(publication: Publication) -> TimelineParts:
    """The picture of what is ahead of a publication, and its table, for small screens and screen readers."""
    picture, t = chart_of(publication), publication.t
    drawing = drawn(picture, t, publication.title, page_of)
    return TimelineParts(Markup(drawing), Markup(_table(picture, t)))  # noqa: S704 - escaped where it is made


def _table(picture: Chart, t: Language) -> str:
    """A row an entry: title, status, its dates; those that no bar can show last."""
    headings = "".join(f'<th scope="col">{xml_text(t(each))}</th>' for each in ("What", "Status", "When"))
    rows = "\n".join(_row(each, t) for each in (*picture.lines, *_without_bars(picture)))
    return (
        f'<table class="timeline-table">\n<caption>{xml_text(t("The coming year"))}</caption>\n'
        f"<thead><tr>{headings}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n"
    )


def _without_bars(picture: Chart) -> Iterator[Line]:
    drawn_ids = {each.entry.id for each in picture.lines}
    for row in picture.rest:
        if row.milestone.entry.id not in drawn_ids:
            drawn_ids.add(row.milestone.entry.id)
            yield Line(row, row.status, ())


def _row(line: Line, t: Language) -> str:
    status = words.status(line.status, t) if line.status is not None else ""
    dates = "".join(f"<li>{xml_text(said(each, t))}</li>" for each in facts(line, t))
    entry = line.entry
    title = f'<a href="{xml_text(page_of(entry))}" lang="{lang(entry.language)}">{xml_text(entry.title)}</a>'
    return f'<tr><th scope="row">{title}</th><td>{xml_text(status)}</td><td><ul>{dates}</ul></td></tr>'
