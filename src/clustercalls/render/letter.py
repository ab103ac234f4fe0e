"""A page to send: sections of items in words already, written as plain text, Markdown or HTML."""

from functools import lru_cache

from msgspec import Struct

from clustercalls.render import markdown as md
from clustercalls.render.safe import safe_address, safe_text

WIDTH = 78


class Item(Struct, frozen=True):
    """One thing: what it is, when, further lines, and where to read on. All of it plain words."""

    title: str
    when: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    url: str = ""


class LetterSection(Struct, frozen=True):
    """Items under one heading."""

    heading: str
    items: tuple[Item, ...]


class Letter(Struct, frozen=True):
    """The whole; `problems` are the errors of the registry, one a line; `remark` stands before all else."""

    title: str
    sections: tuple[LetterSection, ...]
    problems: tuple[str, ...] = ()
    footer: str = ""
    problems_heading: str = ""
    lang: str = "en"
    remark: str = ""


def plain(letter: Letter) -> str:
    """For a mail or a terminal: no line of our own over 78 columns."""
    parts = [_heading(letter.title, "=")] if letter.title else []
    if letter.remark:
        parts.append(_wrapped(letter.remark, ""))
    parts += [
        "\n".join([_heading(section.heading, "-"), *map(_plain_item, section.items)]).rstrip()
        for section in letter.sections
    ]
    if letter.problems:
        parts.append("\n".join([_heading(letter.problems_heading, "-"), *letter.problems]))
    if letter.footer:
        parts.append(_wrapped(letter.footer, ""))
    return "\n\n".join(parts) + "\n" if parts else ""


def markdown(letter: Letter) -> str:
    """GitHub's Markdown."""
    parts = [f"# {md.text(letter.title)}"] if letter.title else []
    if letter.remark:
        parts.append(md.line(letter.remark))
    for section in letter.sections:
        parts.append(f"## {md.text(section.heading)}")
        parts += map(_markdown_item, section.items)
    if letter.problems:
        parts.append(f"## {md.text(letter.problems_heading)}")
        parts += [f"- {md.line(line)}" for line in letter.problems]
    if letter.footer:
        parts.append(f"*{md.text(letter.footer)}*")
    return "\n\n".join(parts) + "\n" if parts else ""


def html(letter: Letter) -> str:
    """One file that needs nothing else: styles inline, as mail programs want them; no script, no image."""
    if not (letter.sections or letter.problems or letter.remark):
        return ""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("clustercalls.render", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = safe_text
    environment.filters["address"] = safe_address
    return environment.get_template("mail.html.j2").render(letter=letter)


FORMATS = {"plain": plain, "md": markdown, "html": html}


def _heading(text: str, line: str) -> str:
    text = safe_text(text)
    return f"{text}\n{line * min(len(text), WIDTH)}"


def _plain_item(item: Item) -> str:
    lines = [" · ".join(item.when), item.title, *item.lines, safe_address(item.url) if item.url else ""]
    shown = [_wrapped(line, "    ", first="" if number == 0 else "    ") for number, line in enumerate(lines)]
    return "  " + "\n".join(line for line in shown if line.strip()).lstrip() + "\n"


@lru_cache(256)  # the same title, day and reason stand in many items
def _wrapped(text: str, indent: str, first: str = "") -> str:
    """Broken at spaces only: an address stays whole."""
    text = safe_text(text)
    if text and len(first) + len(text) <= WIDTH and text.isprintable() and text == text.strip():
        return first + text  # what `fill` would make of it, at a tenth of its price
    import textwrap  # most lines are short, and most runs have none

    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _markdown_item(item: Item) -> str:
    title = md.text(item.title)
    if item.url:
        title = md.link(title, item.url)
    lines = [
        f"- **{title}**",
        *(f"  {md.line(line)}" for line in (" · ".join(item.when), *item.lines) if line),
    ]
    return "  \n".join(lines)
