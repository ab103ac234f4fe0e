"""What makes an amount of the number before it: `mila`, `Mio.`, `miliardi`, in seven languages."""

THOUSAND, MILLION, MILLIARD = 1_000, 1_000_000, 1_000_000_000
BILLION = "billion"  # 10^9 in English, 10^12 in German and French
# Folded. What is 10^12 in one language and 10^9 in another (billón, Billionen) is in no row.
SIZES = {
    **dict.fromkeys(
        ("k", "thousand", "mila", "mille", "milliers", "tsd", "tausend", "tys", "tysiecy"),
        THOUSAND,
    ),
    **dict.fromkeys(
        (
            "m", "mm", "mn", "mln", "mio", "mill", "million", "millions", "millionen", "milione", "milioni",
            "millon", "millones", "milhao", "milhoes", "milion", "miliona", "miliony", "milionow",
        ),
        MILLION,
    ),
    **dict.fromkeys(
        (
            "bn", "billion", "mia", "mld", "mrd", "md", "mds", "miliardo", "miliardi", "milliard",
            "milliards", "milliarde", "milliarden", "miliard", "miliardy", "miliardow", "mil millones",
            "mil milhoes",
        ),
        MILLIARD,
    ),
}  # fmt: skip
# Thousands in Spanish and Portuguese, millions where it is short for them.
DOUBLE = {"mil": (THOUSAND, MILLION)}
