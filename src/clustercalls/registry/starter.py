"""The registry that `init` makes: all comments, so that nothing in it is anybody's deadline."""

from textwrap import wrap

from clustercalls.i18n import Language

SCHEMA_FILE = "calls.schema.json"
WIDE = 100  # columns of a comment


def starter(name: str, t: Language, *, schema: bool) -> str:
    """The text of a new registry of this name, of none where that is empty; its comments for this reader.

    With `schema`, its first line names the schema that stands beside it.
    """
    head = f"#:schema {SCHEMA_FILE}\n" if schema else ""
    intro = t(
        "A registry of calls and events. `clustercalls check` finds what is wrong, `clustercalls schema` "
        "tells an editor its keys. Take the # away from an example and make it yours."
    )
    parts = [head + _paragraph(intro), _settings(name, t), _call(t), _dates(t), _stages(t), _event(t)]
    return "\n".join(parts)


def settings(name: str, t: Language) -> str:
    """The text of the file of a folder that holds for all files there, beside which the schema stands."""
    intro = t(
        "What stands here holds for all files of this folder; `clustercalls add` makes a file of each new "
        "entry, so that two who add at once never meet in git."
    )
    return f"#:schema {SCHEMA_FILE}\n{_paragraph(intro)}\n{_settings(name, t)}"


def _settings(name: str, t: Language) -> str:
    comment = t("of this registry, in calendars; keep it when the file moves")
    return "\n".join(
        [
            "schema = 1",
            *([_said(f'name = "{name}"', comment)] if name else []),
            "",
            "[defaults]",
            _said('zone = "Europe/Brussels"', t("whose clock deadlines are counted on")),
            'currency = "EUR"\n',
        ]
    )


def _call(t: Language) -> str:
    hour = t("with an hour; 2027-04-06 lasts to the end of that day")
    lines = [
        "[[call]]",
        'id = "horizon-clusters-2027"',
        f'title = "{t("What the call is called")}"',
        'programme = "Horizon Europe"',
        "opens = 2027-01-12",
        _said("deadline = 2027-04-06T17:00:00", hour),
        "budget = 18_500_000",
        f'funding = [{{ rate = 75, for = "{t("SMEs")}" }}]',
        f'eligibility = ["{t("Clusters of at least three countries")}"]',
        'url = "https://example.org/the-call"',
        f'tags = ["clusters", "{t("smes")}"]',
        f'source = {{ title = "{t("Where you read it")}", url = "https://example.org", date = 2026-11-30 }}',
    ]
    return _commented(lines)


def _dates(t: Language) -> str:
    rows = {
        "2027-02/2027-03": t("some day in February or March"),
        "2027-04": t("in April"),
        "2027-01/..": t("from January on"),
        "../2027-06": t("until June"),
        "2027-21": t("in spring (22 summer, 23 autumn, 24 winter)"),
        "2027~": t("about 2027"),
    }
    said = [f"#   {f'{chr(34)}{written}{chr(34)}':20}{meaning}" for written, meaning in rows.items()]
    return "\n".join([_paragraph(t("Dates as the source said them are EDTF texts:")).rstrip(), *said]) + "\n"


def _stages(t: Language) -> str:
    lines = [
        "[[call]]",
        'id = "two-steps-2027"',
        f'title = "{t("A call in two steps")}"',
        'published = "2027-02/2027-03"',
        f'source = {{ title = "{t("Where you read it")}", date = 2026-11-30 }}',
        "",
        "[[call.stage]]",
        'id = "first"',
        'kind = "deadline"',
        "when = 2027-05-04",
        "",
        "[[call.stage]]",
        'id = "second"',
        'kind = "deadline"',
        _said('follows = "first"', t("only for those who passed it; no date yet")),
    ]
    return _paragraph(t("A call in stages:")) + _commented(lines)


def _event(t: Language) -> str:
    return _commented(
        [
            "[[event]]",
            'id = "cluster-conference-2027"',
            f'title = "{t("Cluster conference")}"',
            f'place = "{t("Brussels")}"',
            "starts = 2027-12-01",
            "ends = 2027-12-02",
            f'source = {{ title = "{t("Where you read it")}", date = 2026-11-30 }}',
        ]
    )


def _said(line: str, remark: str) -> str:
    return f"{line:32}# {remark}"


def _paragraph(text: str) -> str:
    return "".join(f"# {line}\n" for line in wrap(text, WIDE, break_long_words=False))


def _commented(lines: list[str]) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)
