"""Which words make one date: the kinds of its words, in the letters of `lexicon`, and the part of each."""

# The parts of a date: d day, D day after its month (or a year?), m month or period, M month in digits,
# y year, Y the year after it, 2 a year of two digits, i ISO date or month, J one meant as two years,
# z decade, Z century, f a day of the year by its name, o u the how-manieth quarter or half, w weekday, r days
# from today, k v which week, W the week from, n v how many of which days, l early, mid or late. Spaces part
# several readings.
ONE_DATE = {
    "y": "y", "m": "m", "my": "my", "m-y": "m-y", "s": "m", "sy": "my", "ys": "ym", "s/y": "m/y",
    "s-y": "m-y", "n": "d", "nm": "dm", "nmy": "dmy", "mn": "mD", "mny": "mdy", "n-m-y": "d-m-y",
    "dn": "dM", "n/n": "d/M M/d", "dd": "dM", "ddy": "dMy", "dy": "My", "n/y": "M/y", "y/n/n": "y/M/d",
    "y-n-n": "y-M-d", "n/n/y": "d/M/y M/d/y", "n-n-y": "d-M-y M-d-y",
    "nmn": "dm2", "ddn": "dM2", "n/n/n": "d/M/2", "n-n-n": "d-M-2", "m-n": "m-2",
    "sn": "m2", "nun": "ou2", "oun": "ou2", "oum": "oum", "num": "oum", "oumy": "oumy", "numy": "oumy",
    "ou": "ou", "du": "ou", "ouy": "ouy", "nuy": "ouy",
    "sy/y": "my/Y", "sy-y": "my-Y", "sy/n": "my/Y", "sj": "mJ", "yx": "z. Z.", "Xy": ".z .Z",
    "dny": "dMy", "Vm": "lm", "V-m": "l-m", "Vmy": "lmy", "V-my": "l-my",
    "Vy": "ly", "V-y": "l-y", "Vs": "lm", "Vsy": "lmy",
    "f": "f", "fy": "fy", "i": "i", "j": "i", "w": "w", "r": "r", "Inv": ".nv", "vny": "vky", "vn/y": "vk/y",
}  # fmt: skip
ONE_DATE |= {"ymn": "ymd", "y-s": "y-m"}  # "2027 March 15", "2027-Q1"
ONE_DATE |= {"nQy": "dmy", "n-Q-y": "d-m-y", "n/Q/y": "d/m/y"}  # a month in Roman numbers
# "first Monday of March"
ONE_DATE |= {f"{o}w{at}m{y}": f"ow{'.' * len(at)}m{y}" for o in "on" for at in ("", "@") for y in ("", "y")}
ITS_TAIL = {"ny": "dy"}  # the end of "March 1-2, 2017"


def in_one_order(first: str, last: str) -> bool:
    """Whether two dates of these parts do not have day and month each in another order, "1/3 – 3/27"."""
    orders = {parts.strip("wW")[:3] for parts in (first, last)}
    return not {"d/M", "M/d"} <= orders
