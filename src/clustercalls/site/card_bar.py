"""The date of a card as a small picture, by the rules of the timeline: doubt fades, length is solid.

It stands beside the words that say the same, and is hidden from who hears the page. What all of them share
(`shared`) is drawn once a page, before the first of them.
"""

from datetime import date, timedelta

from clustercalls.i18n import Language
from clustercalls.query.select import Row
from clustercalls.render.bar_words import LEGEND
from clustercalls.render.bars import ComingYear, Fade, Mark, dates
from clustercalls.render.dates import say_days
from clustercalls.render.xml import xml_text
from clustercalls.site.picture_line import going_on, gradients, number, stretch

WIDE, HIGH, MIDDLE = 216.0, 18.0, 9.0
YEAR_WIDE = 208.0  # behind it is room for the sign of what goes on
SAMPLE, EDGE = 28.0, 2.0  # in the legend: how wide a bar is, and what is round it
YEAR_ID = "coming-year"


def card_bar(row: Row, year: ComingYear) -> str:
    """The bars of a date that is no single sure day, as an element of SVG; nothing for any other.

    Nothing either for what is not in this year, and where nothing is counted down to: what nobody has
    confirmed lately, what is late, done or cancelled.
    """
    stage = row.milestone.stage
    if row.unconfirmed or row.late or row.lacks_step or stage.done or stage.cancelled:
        return ""
    bars = [each for each in dates(row.milestone, year) if each.mark is not Mark.POINT]
    drawn = "".join(stretch(b.mark.value, b.fade, _x(b.first), _x(b.last), MIDDLE) for b in bars)
    if any(bar.goes_on for bar in bars):
        drawn += going_on(YEAR_WIDE + 2, MIDDLE)
    return _svg(f'<use href="#{YEAR_ID}"/>{drawn}', WIDE) if drawn else ""


def shared(year: ComingYear, today: date, t: Language) -> str:
    """How bars fade and the year that they lie on, with its months and today; below, what they mean."""
    starts = [_x(start) for _, start, _ in year.months()]
    ticks = "".join(f"M{number(x)} {MIDDLE - 2:g}v4" for x in (*starts, YEAR_WIDE))
    line = (
        f'<g id="{YEAR_ID}" stroke="currentColor"><path d="M0 {MIDDLE:g}H{YEAR_WIDE:g}{ticks}" '
        f'stroke-opacity=".5"/><path d="M{number(_x(year.middle_of(today)))} 1v{HIGH - 2:g}"/></g>'
    )
    bars = ((Mark.DOUBT.value, Fade.IN), (Mark.LENGTH.value, Fade.NONE))
    samples = [(stretch(key, fade, EDGE, SAMPLE - EDGE, MIDDLE), t(LEGEND[key])) for key, fade in bars]
    samples.append((f'<path d="M{SAMPLE / 2:g} 1v{HIGH - 2:g}" stroke="currentColor"/>', t("today")))
    legend = " ".join(f"<span>{_svg(drawn, SAMPLE)} {xml_text(said)}</span>" for drawn, said in samples)
    told = xml_text(say_days(year.first, year.end - timedelta(days=1), t.code))
    kept = f"{gradients()}<defs>{line}</defs>"
    return (
        f'<svg class="shared" width="0" height="0" aria-hidden="true">{kept}</svg>\n'
        f'<p class="legend" aria-hidden="true"><span>{told}:</span> {legend}</p>'
    )


def _x(at: float) -> float:
    """Where a position of the year is drawn."""
    return at * YEAR_WIDE


def _svg(inner: str, wide: float) -> str:
    frame = f'viewBox="0 0 {wide:g} {HIGH:g}" width="{wide:g}"'  # as high as its width makes it
    return f'<svg class="bar" {frame} aria-hidden="true">{inner}</svg>'
