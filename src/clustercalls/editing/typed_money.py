"""Amounts, rates and numbers as people type them, read for their field; of what is not sure, what to type."""

from clustercalls.errors import either
from clustercalls.phrase import amounts, rates
from clustercalls.phrase.amounts import Money
from clustercalls.phrase.bound_words import Of
from clustercalls.phrase.whom import More
from clustercalls.tables.findings import Bad

_MORE = "it says more than an amount"
_WHY = {
    More.BOUND: "it says how far a rate goes",
    More.AMOUNT: "it says how much that is at most, and a rate has no room for it",
    More.MONEY: "it is an amount, and a rate is a percentage",
    More.PAYER: "it says who pays, and a rate says who gets it",
    More.OF_WHAT: "it says of what that is a share, and a rate says who gets it",
    More.TIME: "it says when or for how long, and a rate has no room for that",
    More.UNKNOWN: "what stands behind the number may be something else than who gets it",
    More.ASIDE: "it says more than a rate and whom it is for",
}
_IF_MEANT = "Write {example} if that is meant."
_GIVE = "Give it to {option} (with set: {field}), or write {example} if that is meant."
_ADVICE = {
    More.MONEY: _GIVE,
    More.PAYER: "Write the share that is paid, not what the applicant adds.",
    More.UNKNOWN: 'If that is who gets it, write: --rate "{example}"; with set: rate="{example}"',
}
# Where `add` takes each of the amounts.
_OPTIONS = {Of.TOTAL: "--budget", Of.EACH: "--each", Of.LEAST: "--min", Of.MOST: "--max"}


def money(text: str, field: str) -> Money:
    """The amount that was typed for this field, and the currency named beside it.

    Raises:
        Bad: when it is none, could be two, or says more than the field.
    """
    try:
        return amounts.read(text, Of(field))
    except amounts.NotAnAmount as none:
        if none.bare:
            raise _elsewhere(text, none) from None
        if not none.readings:
            raise Bad("not-an-amount", value=text) from None
        several = either([str(each) for each in none.readings])
        raise Bad("ambiguous-amount", value=text, example=none.readings[0], **several) from None


def _elsewhere(text: str, none: amounts.NotAnAmount) -> Bad:
    """The refusal of an amount that says more than its field, and which field says that."""
    if none.belongs is None:
        return _more(text, _MORE, none.bare)
    return _more(text, _MORE, none.bare, _GIVE, none.belongs)


def currency(text: str) -> str:
    """The code of the currency that was typed.

    Raises:
        Bad: when it is none.
    """
    code = amounts.currency(text)
    if not code:
        raise Bad("not-a-currency", value=text)
    return code


def funding(text: str) -> list[dict[str, object]]:
    """The rates of a text, each with for whom, as rows of the file.

    Raises:
        Bad: when it does not begin with a percentage, has several, says more, or may be a fraction.
    """
    try:
        return [{"rate": rate} | ({"for": whom} if whom else {}) for rate, whom in rates.read(text)]
    except rates.AFraction as fraction:
        readings = fraction.readings
        raise Bad("ambiguous-rate", value=fraction.text, example=readings[0], **either(readings)) from None
    except rates.SaysMore as more:
        raise _more(more.text, _WHY[more.why], more.share, _ADVICE.get(more.why, _IF_MEANT)) from None
    except rates.NotARate as none:
        if not none.shares:
            raise Bad("not-a-rate", value=none.text) from None
        alone = " ".join(f'--rate "{each}"' for each in none.shares)
        example = {"example": alone, "also": "; ".join(none.shares)}
        raise Bad("several-rates", value=none.text, **example) from None


def _more(text: str, reason: str, bare: str, advice: str = _IF_MEANT, of: Of = Of.TOTAL) -> Bad:
    """The refusal of a text that says more than a field has room for; `bare` is what would be taken.

    `of` is where the advice sends an amount, if it does.
    """
    told = {"option": _OPTIONS[of], "field": of.value} if advice == _GIVE else {}
    return Bad("not-this-field", value=text, reason=reason, advice=advice, example=bare, **told)


def whole(text: str) -> int:
    """The number that was typed.

    Raises:
        Bad: when it is none, or not a whole one.
    """
    number = amounts.count(text)
    if number is None:
        raise Bad("not-a-number", value=text)
    return number
