"""A page to send: sections of items in words already, written as plain text, Markdown or HTML."""

from itertools import groupby

from msgspec import Struct

from clustercalls.render import introduction
from clustercalls.render import markdown as md
from clustercalls.render.introduction import IntroBlock
from clustercalls.render.safe import safe_address, safe_text
from clustercalls.render.wrapping import underlined, wrapped


class Item(Struct, frozen=True):
    """One thing: what it is, when, further lines, and where to read on. All of it plain words."""

    title: str
    when: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    url: str = ""


class LetterSection(Struct, frozen=True):
    """Items under one heading; sections that follow each other in one `group` stand below its name."""

    heading: str
    items: tuple[Item, ...]
    group: str = ""


class Letter(Struct, frozen=True):
    """The whole; `problems` are the errors of the registry, one a line; `remark` stands before all else.

    `intro` is what somebody wrote above the sections.
    """

    title: str
    sections: tuple[LetterSection, ...]
    problems: tuple[str, ...] = ()
    footer: str = ""
    problems_heading: str = ""
    lang: str = "en"
    remark: str = ""
    intro: tuple[IntroBlock, ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, tuple[LetterSection, ...]], ...]:
        """The sections by their group, in their order; those of none have the empty name."""
        parted = groupby(self.sections, key=lambda section: section.group)
        return tuple((name, tuple(sections)) for name, sections in parted)


def plain(letter: Letter) -> str:
    """For a mail or a terminal: no line of our own over 78 columns."""
    parts = [underlined(letter.title, "=")] if letter.title else []
    if letter.remark:
        parts.append(wrapped(letter.remark, ""))
    parts += introduction.plain(letter.intro)
    for group, sections in letter.groups:
        parts += [underlined(group, "=")] if group else []
        parts += map(_plain_section, sections)
    if letter.problems:
        parts.append("\n".join([underlined(letter.problems_heading, "-"), *letter.problems]))
    if letter.footer:
        parts.append(wrapped(letter.footer, ""))
    return "\n\n".join(parts) + "\n" if parts else ""


def markdown(letter: Letter) -> str:
    """GitHub's Markdown."""
    parts = [f"# {md.text(letter.title)}"] if letter.title else []
    if letter.remark:
        parts.append(md.line(letter.remark))
    parts += introduction.markdown(letter.intro)
    for group, sections in letter.groups:
        parts += [f"## {md.text(group)}"] if group else []
        for section in sections:
            parts += [f"{'###' if group else '##'} {md.text(section.heading)}"] if section.heading else []
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


def _plain_section(section: LetterSection) -> str:
    heading = [underlined(section.heading, "-")] if section.heading else []
    return "\n".join([*heading, *map(_plain_item, section.items)]).rstrip()


def _plain_item(item: Item) -> str:
    lines = [" · ".join(item.when), item.title, *item.lines, safe_address(item.url) if item.url else ""]
    shown = [wrapped(line, "    ", first="" if number == 0 else "    ") for number, line in enumerate(lines)]
    return "  " + "\n".join(line for line in shown if line.strip()).lstrip() + "\n"


def _markdown_item(item: Item) -> str:
    title = md.text(item.title)
    if item.url:
        title = md.link(title, item.url)
    lines = [
        f"- **{title}**",
        *(f"  {md.line(line)}" for line in (" · ".join(item.when), *item.lines) if line),
    ]
    return "  \n".join(lines)
