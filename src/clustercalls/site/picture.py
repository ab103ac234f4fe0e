"""The timeline as a picture: SVG of our own making, with a text for who does not see it.

It has no script and no style: letters take the colour of the page it stands in, all else colours that are
seen on a light one and on a dark one. `standalone` is a file of its own, with both.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from clustercalls.i18n import Language
from clustercalls.i18n.grammar import GRAMMARS
from clustercalls.model import Entry
from clustercalls.query import select
from clustercalls.query.wanted import Query
from clustercalls.render import words
from clustercalls.render.bar_words import LEGEND, sentence, sign_of
from clustercalls.render.bars import Chart, Fade, Line, Mark, chart
from clustercalls.render.dates import say_days, say_milestone, say_short
from clustercalls.render.groups import grouped
from clustercalls.render.lines import wrapped
from clustercalls.render.width import width
from clustercalls.render.xml import xml_text
from clustercalls.site.picture_line import (
    HEIGHT,
    LEFT,
    RIGHT,
    elements,
    going_on,
    gradients,
    number,
    sign,
    small,
    small_width,
    stretch,
    x_of,
)
from clustercalls.site.publication import Publication

WIDE, MARGIN = 800.0, 12.0
HEAD, FOOT = 46.0, 24.0  # heights: of the months, of the word for today
TITLE, TITLE_LINES, TITLE_LETTER = 13, 2, 6.9  # the size of a title, its lines, about how wide a letter is
SMALL_LINE, LEGEND_GAP, SIGN_WIDE = 20.0, 18.0, 26.0
STYLE = """<style>
svg { color: #1b1b1b; background: #fff }
a:hover text, a:focus text { text-decoration: underline }
@media (prefers-color-scheme: dark) { svg { color: #ececec; background: #16181c } }
@media print { svg { color: #000; background: none } }
</style>"""

Address = Callable[[Entry], str]


def page_of(entry: Entry) -> str:
    """Where the page of a call stands, seen from the pages beside it."""
    return f"calls/{entry.id}.html"


def chart_of(publication: Publication) -> Chart:
    """What is ahead of a publication, over the coming year."""
    query = Query(for_others=not publication.audience.internal, put_away=True)
    rows = select.upcoming(publication.registry, query, publication.moment, standing_too=True)
    return chart(rows, publication.moment)


def svg(publication: Publication) -> str:
    """The picture of a publication, to stand in a page; a line an entry, each with a link to its page."""
    return drawn(chart_of(publication), publication.t, publication.title, page_of)


def standalone(picture: Chart, t: Language, title: str, address: Address) -> str:
    """The picture as a file of its own, on light or dark as the reader likes."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + drawn(picture, t, title, address, style=STYLE)


def drawn(picture: Chart, t: Language, title: str, address: Address, style: str = "") -> str:
    """An SVG element; `address` tells where one reads on about an entry, or is empty.

    It is one image to a screen reader, unless there are links in it, which an image would hide.
    """
    bottom = HEAD + HEIGHT * len(picture.lines)
    body: list[str] = []
    links = [address(each.entry) for each in picture.lines]
    for at, (line, link) in enumerate(zip(picture.lines, links, strict=True)):
        body.append(_line(line, link, HEAD + HEIGHT * (at + 0.5), picture.today, t))
    height, below = _below(picture, t, bottom + FOOT)
    role = "group" if any(links) else "img"
    frame = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="{role}" lang="{t.code}" '
        f'aria-labelledby="timeline-title" aria-describedby="timeline-told" viewBox="0 0 {WIDE:g} '
        f'{number(height)}" width="{WIDE:g}" height="{number(height)}" font-family="system-ui, sans-serif" '
        'fill="currentColor">'
    )
    parts = [
        frame,
        f'<title id="timeline-title">{xml_text(title or t("The coming year"))}</title>',
        f'<desc id="timeline-told">{xml_text(_told(picture, t, role))}</desc>',
        *([style] if style else []),
        gradients(),
        *_months(picture, t, bottom),
        *_today(picture, t, bottom),
        *body,
        *below,
        "</svg>\n",
    ]
    return "\n".join(parts)


def _told(picture: Chart, t: Language, role: str) -> str:
    """All of it in words; of a group, whose lines say theirs themselves, from when until when it is."""
    if not picture.lines and not picture.rest:
        return t("Nothing ahead.")
    if role == "group":
        return say_days(picture.year.first, picture.year.end - timedelta(days=1), t.code)
    rest = (f"{words.what(each, t)}: {say_milestone(each.milestone, t)}." for each in picture.rest)
    return " ".join([*(f"{sentence(each, t)}." for each in picture.lines), *rest])


def _months(picture: Chart, t: Language, bottom: float) -> Iterator[str]:
    """Their names, the years where they begin, and hairlines down to the last line."""
    names = GRAMMARS[t.code].months
    lines = []
    for at, (first, start, _) in enumerate(picture.year.months()):
        x = x_of(start)
        lines.append(f"M{number(x)} {HEAD - 14:g}V{number(bottom)}")
        if at == 0 or first.month == 1:
            yield small(str(first.year), x + 3, 14, bold=True)
        yield small(names[first.month - 1], x + 3, 28)
    lines.append(f"M{number(RIGHT)} {HEAD - 14:g}V{number(bottom)}")
    rows = "".join(
        f"M{MARGIN:g} {number(HEAD + HEIGHT * at)}H{number(RIGHT)}" for at in range(len(picture.lines) + 1)
    )
    yield f'<path d="{"".join(lines)}{rows}" stroke="currentColor" stroke-opacity=".18" stroke-width=".75"/>'


def _line(line: Line, link: str, middle: float, today: float, t: Language) -> str:
    """The title and the bars of an entry, and all of it in words."""
    pieces = _title_lines(line.entry.title)
    top = middle + 4.5 - (len(pieces) - 1) * 8
    title = "".join(
        f'<text x="{MARGIN:g}" y="{number(top + at * 16)}" font-size="{TITLE}">{xml_text(piece)}</text>'
        for at, piece in enumerate(pieces)
    )
    told = f"<title>{xml_text(sentence(line, t))}</title>"
    inner = f"{title}{''.join(elements(line, middle, today, t))}"
    if not link:
        return f"<g>{told}{inner}</g>"
    whole = (  # so that it is a link from one end to the other, not only where something is drawn
        f'<rect y="{number(middle - HEIGHT / 2)}" width="{WIDE:g}" height="{HEIGHT:g}" fill="none" '
        'pointer-events="all"/>'
    )
    return f'<a href="{xml_text(link)}">{told}{whole}{inner}</a>'


def _title_lines(title: str) -> list[str]:
    """A title on as many lines as there is room for, cut between words."""
    room = int((LEFT - MARGIN * 2) / TITLE_LETTER)
    pieces = wrapped(title.replace("\n", " "), room)
    if len(pieces) <= TITLE_LINES:
        return [piece.rstrip() for piece in pieces]
    kept = [piece.rstrip() for piece in pieces[:TITLE_LINES]]
    last = kept[-1] if width(kept[-1]) < room else wrapped(kept[-1], room - 1)[0].rstrip()
    return [*kept[:-1], f"{last}…"]


def _today(picture: Chart, t: Language, bottom: float) -> Iterator[str]:
    """A line down the picture, and its word below."""
    x = x_of(picture.today)
    line = f"M{number(x)} {HEAD - 14:g}V{number(bottom + 6)}"
    yield f'<path class="today" d="{line}" stroke="currentColor" stroke-width="1.25"/>'
    said = f"{t('today')}, {say_short(picture.day, t.code, 0)}"
    start = min(max(x - small_width(t("today")) / 2, LEFT), RIGHT - small_width(said))
    yield small(said, start, bottom + 18)


def _below(picture: Chart, t: Language, top: float) -> tuple[float, list[str]]:
    """The height of all, and what stands below the lines: what signs mean, and what no bar can show."""
    parts: list[str] = []
    y = top + 14
    if picture.lines:
        y, parts = _legend(picture, t, y)
    for heading, numbers in grouped(picture.rest, t):
        y += SMALL_LINE * 1.3
        parts.append(small(heading, MARGIN, y, bold=True))
        for row in (picture.rest[at] for at in numbers):
            said = f"{words.what(row, t)}: {say_milestone(row.milestone, t)}"
            for piece in wrapped(said.replace("\n", " "), int((WIDE - MARGIN * 2) / 6)):
                y += SMALL_LINE * 0.85
                parts.append(small(piece.rstrip(), MARGIN, y))
    if not picture.lines and not picture.rest:
        parts.append(small(t("Nothing ahead."), MARGIN, y))
    return y + MARGIN, parts


def _legend(picture: Chart, t: Language, y: float) -> tuple[float, list[str]]:
    """What the signs mean that are drawn, side by side, and the height of the last of them."""
    shown = {sign_of(bar) for line in picture.lines for bar in line.bars}
    parts, x = [], MARGIN
    bars = {each.value for each in Mark} - {Mark.POINT.value}
    for key in (each for each in LEGEND if each in shown):
        text = t(LEGEND[key])
        if x + SIGN_WIDE + small_width(text) > RIGHT:
            x, y = MARGIN, y + SMALL_LINE
        fade = Fade.IN if key == Mark.DOUBT.value else Fade.NONE
        parts += [
            stretch(key, fade, x, x + SIGN_WIDE - 6, y - 4) if key in bars else sign(key, x + 10, y - 4),
            small(text, x + SIGN_WIDE, y),
        ]
        x += SIGN_WIDE + small_width(text) + LEGEND_GAP
    if any(bar.goes_on for line in picture.lines for bar in line.bars):
        parts += [going_on(x + 8, y - 4), small(t("goes on"), x + SIGN_WIDE, y)]
    return y, parts
