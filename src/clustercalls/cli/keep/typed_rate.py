"""Rates as people type them: asked about at a terminal when one could be a fraction of one."""

from clustercalls.cli.keep.ask import choose
from clustercalls.cli.keep.desk import Desk


def asked_rate(text: str, desk: Desk) -> str:
    """The text, with the answer in place of a rate that could be two; as it is where nobody can answer."""
    if not desk.answers:
        return text
    from clustercalls.phrase import rates  # the words of rates, where one is typed

    return "; ".join(_answered(each.strip(), desk) for each in rates.parted(text))


def _answered(text: str, desk: Desk) -> str:
    from clustercalls.phrase import rates

    try:
        rates.read(text)
    except rates.AFraction as fraction:
        return choose(desk.context.t("Which rate?"), {each: each for each in fraction.readings})
    except (rates.NotARate, rates.SaysMore):  # told where it is read
        pass
    return text
