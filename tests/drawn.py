"""Registries drawn by hypothesis, as text."""

import json
from datetime import date

from hypothesis import strategies as st

from clustercalls.index.load import TOGETHER

DAYS = st.dates(date(2015, 1, 1), date(2019, 12, 31))
MOMENTS = st.builds("{}T{:02}:30".format, DAYS, st.integers(0, 23))
KINDS = st.sampled_from(["published", "registration", "deadline", "dates", "internal"])
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
ZONES = st.sampled_from(["Europe/Rome", "AoE", "Asia/Tokyo", "UTC+2", "America/St_Johns"])


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A date as a file has it: of every precision, open, with an hour."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    return draw(
        st.sampled_from(
            [
                f"{first}", f'"{first}/{last}"', f'"{first}/.."', f'"../{last}"', f'"{first.year}"',
                f'"{first:%Y-%m}~"', f"{first}T17:00:00", f"{first}T02:30:00+01:00", f'"{first.year}-21?"',
            ]
        )
    )  # fmt: skip


@st.composite
def blocks(draw: st.DrawFn, number: int) -> str:
    """An entry; now and then one that cannot be read, or repeats an id."""
    kind = draw(st.sampled_from(["call", "event", "policy", "resource"]))
    name = draw(st.sampled_from([f"e{number}"] * 9 + ["e0"]))
    lines = [f"[[{kind}]]", f'id = "{name}"', f"title = {json.dumps(draw(TEXTS), ensure_ascii=False)}"]
    optional = {
        "programme": '"COSME"', "owner": '"Ada"', "tags": '["smes", "s3"]', "budget": "18500000.5",
        "currency": '"EUR"', "checked": str(draw(DAYS)), "url": '"https://example.org/"', "place": '"Bari"',
        "source": '{ title = "T", date = 2016-12-01 }', "funding": '[{ rate = 75, for = "SMEs" }]',
        "grants": "{ number = 8, each = 350000 }", "warn": '["7d"]', "x-own": "1",
    }  # fmt: skip
    lines += [f"{key} = {value}" for key, value in optional.items() if draw(st.booleans())]
    if kind == "call" and draw(st.booleans()):
        lines.append(f'status = "{draw(st.sampled_from(["open", "cancelled", "suspended"]))}"')
    if draw(st.booleans()):
        lines.append(f'track = "{draw(st.sampled_from(["go", "go", "no", "submitted", "watch"]))}"')
    for stage in draw(st.sampled_from([(), ("x",), ("x", "y")])):
        lines += [f"[[{kind}.stage]]", f'id = "{stage}"', f"when = {draw(dates())}"]
        lines.append(f'kind = "{draw(KINDS)}"')
        if draw(st.booleans()):
            lines.append(f"done = {draw(DAYS)}")
        if draw(st.booleans()):
            lines.append(f'zone = "{draw(ZONES)}"')
        if draw(st.booleans()):  # what begins with an hour and lasts for days, and the other way round
            end = draw(
                st.sampled_from(["2020-01-02", "2020-01-02T18:00:00", '"2020-01/2020-03"', '"../2021"'])
            )
            lines.append(f"until = {end}")
    if 'id = "x"' in "".join(lines[-9:]) and draw(st.booleans()):
        count = draw(st.integers(-30, 5))
        lines += [
            f"[[{kind}.stage]]",
            'id = "w"',
            'kind = "internal"',
            f'after = {{ stage = "x", working_days = {count} }}',
        ]
    if draw(st.booleans()) and "[[" in lines[-3:][0]:
        lines += [f"[[{kind}.history]]", 'stage = "x"', f"was = {draw(DAYS)}", f"noticed = {draw(DAYS)}"]
    return "\n".join(lines)


@st.composite
def registries(draw: st.DrawFn) -> str:
    """The text of a file, of several blocks of the index at times."""
    own = [draw(blocks(number)) for number in range(draw(st.integers(0, 4)))]
    many = draw(st.sampled_from([0, 0, 0, TOGETHER + 1]))
    rest = [f'[[call]]\nid = "m{n}"\ntitle = "M"\ndeadline = {2015 + n % 5}-03-04' for n in range(many)]
    own = [f'[days_off]\n{draw(DAYS)} = "off"', *own] if draw(st.booleans()) else own
    return "\n\n".join([f'[defaults]\nzone = "{draw(ZONES)}"', *own, *rest]) + "\n"
