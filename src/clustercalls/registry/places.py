"""Where an entry stands in its file: looked up again only for the few that are complained of."""

from pathlib import Path

from clustercalls.disk.read import read
from clustercalls.errors import Refusal
from clustercalls.model import Entry
from clustercalls.registry.layout import Layout


def line_of(entry: Entry) -> int:
    """The line of its header; 0 when its file cannot be read any more, or has changed."""
    try:
        text = read(Path(entry.file)).decode("utf-8-sig")
    except (Refusal, UnicodeDecodeError):
        return 0
    layout = Layout(text)
    for section in layout.sections:
        if section.path == (entry.kind.value,) and ("id",) in section.keys:
            written = text[section.keys["id",] :].partition("=")[2].split("\n", 1)[0]
            if written.strip().split("#")[0].strip().strip("\"'") == entry.id:
                return layout.line(section.start)
    return 0
