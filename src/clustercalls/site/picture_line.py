"""One line of the picture: bars, signs and the dates beside them, as elements of SVG.

Colours are presentation attributes, of a lightness that is seen on white and on black: a page may forbid
styles. What is drawn is told by its form too: a frame for doubt, a diamond for a deadline.
"""

from collections.abc import Iterator

from clustercalls.i18n import Language
from clustercalls.render.bar_words import sign_of
from clustercalls.render.bars import Bar, Fade, Line, Mark
from clustercalls.render.dates import say_plain, say_short
from clustercalls.render.width import width
from clustercalls.render.xml import xml_text

COLORS = {
    "open": "#2b7fd4",
    "doubt": "#2b7fd4",
    "length": "#2e8b57",
    "deadline": "#d9482b",
    "decision": "#9061d6",
    "internal": "#8a7a1f",
    "point": "#4d8a96",
    "ghost": "#808080",
}
LEFT, RIGHT, HEIGHT = 262.0, 788.0, 46.0  # where the year begins and ends; how high a line is
BAR, SIGN, THINNEST = 10.0, 6.0, 6.0  # height of a bar, half a sign, and how narrow a bar may be
LETTER = 6.7  # how wide one of the small letters is at most, about
BETWEEN = 6.0  # two dates
ABOVE, BELOW = -10.0, 18.0  # where dates stand, from the middle of the line


def number(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def x_of(at: float) -> float:
    """Where a position of the year is drawn."""
    return LEFT + at * (RIGHT - LEFT)


def elements(line: Line, middle: float, today: float, t: Language) -> Iterator[str]:
    """The bars of a line whose middle is at this height, then the dates, clear of the line of today."""
    yield from _thread(line.bars, middle)
    for bar in line.bars:
        yield bar_element(bar, middle)
    if any(bar.goes_on for bar in line.bars):
        yield going_on(RIGHT + 3, middle)
    yield from _dates(line.bars, middle, x_of(today), t)


def _thread(bars: tuple[Bar, ...], middle: float) -> Iterator[str]:
    """A hairline through what is empty between the bars of a line."""
    dated = sorted((bar for bar in bars if bar.mark is not Mark.GHOST), key=lambda each: each.first)
    end = dated[0].last if dated else 1.0
    for bar in dated:
        if bar.first > end:
            path = f"M{number(x_of(end))} {number(middle)}H{number(x_of(bar.first))}"
            yield f'<path d="{path}" stroke="currentColor" stroke-opacity=".55"/>'
        end = max(end, bar.last)


def going_on(x: float, middle: float) -> str:
    """The sign of what does not end with the year."""
    path = f"M{number(x)} {number(middle - 4)}l4 4-4 4"
    return f'<path class="goes-on" d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"/>'


def bar_element(bar: Bar, middle: float) -> str:
    """One bar or sign."""
    if bar.mark is Mark.POINT:
        return sign(sign_of(bar), x_of(bar.middle), middle)
    return stretch(bar.mark.value, bar.fade, x_of(bar.first), x_of(bar.last), middle)


def gradients() -> str:
    """What doubt is filled with, and what is open for good: once on a page."""
    faint, sure = ".1", ".9"
    stops = {
        Fade.IN: ((0, faint), (1, sure)),
        Fade.OUT: ((0, sure), (1, faint)),
        Fade.BOTH: ((0, faint), (0.5, sure), (1, faint)),
    }
    made = []
    for key in (Mark.DOUBT.value, Mark.OPEN.value, Mark.LENGTH.value):
        for fade, points in stops.items():
            inner = "".join(
                f'<stop offset="{at:g}" stop-color="{COLORS[key]}" stop-opacity="{opacity}"/>'
                for at, opacity in points
            )
            made.append(f'<linearGradient id="timeline-{key}-{fade.value}">{inner}</linearGradient>')
    return f"<defs>{''.join(made)}</defs>"


def stretch(key: str, fade: Fade, first: float, last: float, middle: float) -> str:
    """A bar from one place to another: a frame with a fading inside for doubt, an empty one for a ghost."""
    is_ghost = key == Mark.GHOST.value  # which is seen around the bar that it lies on
    wide, high = max(last - first, BAR if is_ghost else THINNEST), BAR + 6 if is_ghost else BAR
    place = (
        f'x="{number(first)}" y="{number(middle - high / 2)}" width="{number(wide)}" height="{number(high)}" '
        f'rx="{number(min(2.5, wide / 2))}"'
    )
    color = COLORS[key]
    if is_ghost:
        return f'<rect class="{key}" {place} fill="none" stroke="{color}" stroke-dasharray="2 2"/>'
    if fade is Fade.NONE:
        return f'<rect class="{key}" {place} fill="{color}"/>'
    frame = f' stroke="{color}"' if key == Mark.DOUBT.value else ""
    return f'<rect class="{key}" {place} fill="url(#timeline-{key}-{fade.value})"{frame}/>'


def sign(key: str, x: float, y: float) -> str:
    """The sign of one day: a diamond for a deadline, a ring for a decision, a wedge for a step of ours."""
    half, paint = SIGN, f'fill="{COLORS[key]}" stroke="currentColor" stroke-width=".75"'
    if key == "deadline":
        path = f"M{number(x - half)} {number(y)}l{half:g}-{half:g} {half:g} {half:g}-{half:g} {half:g}z"
        return f'<path class="{key}" d="{path}" {paint}/>'
    if key == "internal":
        path = f"M{number(x - half)} {number(y + half)}h{half * 2:g}l-{half:g}-{half * 2:g}z"
        return f'<path class="{key}" d="{path}" {paint}/>'
    place = f'cx="{number(x)}" cy="{number(y)}"'
    if key == "decision":
        return f'<circle class="{key}" {place} r="4.5" fill="none" stroke="{COLORS[key]}" stroke-width="3"/>'
    return f'<circle class="{key}" {place} r="4" {paint}/>'


def small(text: str, x: float, y: float, *, bold: bool = False) -> str:
    """A small text that begins here."""
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{number(x)}" y="{number(y)}" font-size="11"{weight}>{xml_text(text)}</text>'


def small_width(text: str) -> float:
    """How wide a small text is at most, about."""
    return width(text) * LETTER


def _dates(bars: tuple[Bar, ...], middle: float, today: float, t: Language) -> Iterator[str]:
    """What is said beside bars: deadlines first, above while there is room, then below, else left out."""
    taken: dict[float, list[tuple[float, float]]] = {ABOVE: [], BELOW: []}
    told: set[str] = set()
    for bar in sorted(bars, key=_importance):
        text = _date(bar, t)
        if not text or text in told:
            continue
        told.add(text)
        wide = small_width(text)
        middle_of_bar = x_of(bar.middle if bar.mark is not Mark.OPEN or bar.milestone is None else 1.0)
        x = min(max(middle_of_bar - wide / 2, LEFT), RIGHT - wide)
        if x - BETWEEN / 2 < today < x + wide:
            x = min(today + BETWEEN / 2, RIGHT - wide)
        sides = (BELOW, ABOVE) if bar.mark is Mark.GHOST else (ABOVE, BELOW)
        for side in sides:
            if all(x + wide + BETWEEN <= first or last + BETWEEN <= x for first, last in taken[side]):
                taken[side].append((x, x + wide))
                yield small(text, x, middle + side)
                break


def _importance(bar: Bar) -> tuple[int, float]:
    order = ("deadline", "doubt", "length", "decision", "open", "point", "ghost", "internal")
    return order.index(sign_of(bar)), bar.first


def _date(bar: Bar, t: Language) -> str:
    """The date of a bar, a day without its year; of a time of applying, its end where that is not drawn."""
    if bar.milestone is None:
        return t("open, no deadline")
    if bar.mark is Mark.OPEN:
        return say_plain(bar.milestone, t).partition(",")[0] if bar.goes_on else ""
    when, until = bar.milestone.when, bar.milestone.until
    if until is None and when and when.is_exact and when.earliest:
        said = say_short(when.earliest, t.code, when.earliest.year)
        said = t("about {date}", date=said) if when.approximate else said
        said += "?" if when.uncertain else ""
    else:
        said = say_plain(bar.milestone, t).partition(",")[0]
    return t("was {date}", date=said) if bar.mark is Mark.GHOST else said
