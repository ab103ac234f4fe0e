"""`clustercalls where`: the files in use, and why those."""

from clustercalls import config
from clustercalls.cli import output, places
from clustercalls.cli.commands import VERSION
from clustercalls.cli.context import context_of
from clustercalls.cli.options import Common
from clustercalls.render.safe import safe_text


def where(common: Common) -> int:
    """The files in use, and why those.

    Example: clustercalls where
    """
<<<<<<< HEAD
    context = context_of(common)
    t = context.t
    found = found_for(common, context.config)
    lines: list[tuple[str, Path | None, str]] = []
    if found is None:
        lines.append(
            (t("registry"), bundled().paths[0], t("bundled example: clustercalls init makes your own"))
        )
    else:
        lines += [(t("registry"), path, t(found.why)) for path in found.paths]
    if found is None or own_path() not in found.paths:
        lines.append((t("your own"), own_path(), ""))
    lines.append((t("config"), context.config.path or config.default_path(), ""))
    wide = max(len(name) for name, _, _ in lines)
    for name, place, why in lines:
        shown = safe_text(str(place.absolute())) if place else t("no home folder is known")
        missing = t("not there") if place and not place.exists() else ""
        remarks = ", ".join(each for each in (why, missing) if each)
        output.write([f"{name:{wide}}  {shown}{f'  ({remarks})' if remarks else ''}\n"])
    output.write([f"{t('version'):{wide}}  {VERSION}\n"])
=======
    around = look_around(common)
    found = places.found_for(common.registry or (), around.config.registry)
    own = around.config.path or config.default_path()
    output.write(places.lines(found, str(own or ""), VERSION, around.t, safe_text))
>>>>>>> x-speed2
    return 0
