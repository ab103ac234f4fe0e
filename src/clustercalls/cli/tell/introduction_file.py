"""What stands above a newsletter, from a file that somebody wrote in Markdown."""

from pathlib import Path

from clustercalls.disk.read import read
from clustercalls.errors import InputRefused, Place, problem
from clustercalls.limits import INTRO_BYTES
from clustercalls.render.introduction import IntroBlock, blocks_of


def introduction_of(path: Path, output: Path | None) -> tuple[IntroBlock, ...]:
    """The blocks of the file; `output` is where the page will go, never in its place.

    Raises:
        InputRefused: when it is missing, unreadable, too large, not UTF-8, or has no text.
        UsageRefused: when it is the output too.
    """
    if output is not None:
        from clustercalls.disk.ours import Ours, real_path

        Ours(files=(real_path(path),)).sure(output)
    from clustercalls.sources.documents.markdown import read_markdown

    passages = read_markdown(_text(path).encode()).passages
    if not passages:
        raise InputRefused(problem("no-intro", Place(str(path)), reason="it has no text"))
    return blocks_of(passages)


def _text(path: Path) -> str:
    try:
        data = read(path, piped=True)
    except InputRefused as refused:
        if refused.problem.code != "no-registry":
            raise
        raise InputRefused(problem("no-intro", Place(str(path)), reason="there is no such file")) from None
    if len(data) > INTRO_BYTES:
        limit = {"limit": "{most} KiB", "most": INTRO_BYTES // 1024}
        raise InputRefused(problem("too-large", Place(str(path)), what="the file", **limit))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(problem("not-utf8", Place(str(path)), offset=error.start)) from None
