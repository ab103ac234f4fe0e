"""`upcoming --timeline`: the rows as a picture in the width there is."""

import sys
from collections.abc import Sequence

from clustercalls.cli import output
from clustercalls.cli.context import Context
from clustercalls.cli.options import Shape
from clustercalls.cli.rows_out import Presentation
from clustercalls.cli.terminal import columns
from clustercalls.errors import UsageRefused, problem
from clustercalls.query.select import Row
from clustercalls.render.bars import chart
from clustercalls.render.timeline_text import picture, signs_for
from clustercalls.zones import Moment


def refuse(shape: Shape, *, past: bool) -> None:
    """Lets no option pass that asks for another shape, or for what is behind.

    Raises:
        UsageRefused: for --format, --columns, --template, --internal and --past.
    """
    others = {
        "--format": shape.format,
        "--columns": shape.columns,
        "--template": shape.template,
        "--internal": shape.internal,
        "--past": past,
    }
    for name, given in others.items():
        if given:
            raise UsageRefused(problem("not-together", one="--timeline", other=name))


def show(rows: Sequence[Row], how: Presentation, context: Context, moment: Moment) -> int:
    """Writes the picture of the rows; 1 when nothing was shown and that was asked for, else 0.

    Raises:
        UsageRefused: when it would take the place of what is read or kept.
        WorldFailed: when it cannot be written.
    """
    shown = rows[: how.limit] if how.limit else rows
    to_stream = how.output is None or output.is_standard(how.output)
    encoding = (getattr(sys.stdout, "encoding", "") or "utf-8") if to_stream else "utf-8"
    color = context.color and to_stream
    text = picture(chart(shown, moment), how.view, columns(), signs_for(encoding), color=color)
    output.write_to(how.output, [text] if text else [], context)
    return 1 if how.exit_code and not shown else 0
