"""Why a fact is not sure, in words of the catalogue."""

NO_YEAR = "its year is not said"
FROM_DOCUMENT = "its year is not said: that of the document"
FROM_NEIGHBOUR = "its year is not said: that of the date nearest to it"
FROM_YEAR = "its year is not said: the one that the text names"
NO_ROLE = "nothing near it says what the date is of"
NO_MONEY_ROLE = "nothing near it says what the amount is of"
PART = "it may be a part of the budget before it"
SEVERAL = "the document says several"
TWO_READINGS = "it could be either"
NO_CURRENCY = "no currency stands by it"
FROM_ELSEWHERE = "it stands elsewhere in the document"
NO_NAME = "the text does not name it"
NO_WHOM = "it may be another share than that of the costs which is paid"
IS_OFF = "what it says may be off"
OF_ANOTHER = "it may be of another call"
PUT_OFF = "it was put off, and both dates are here"
OVER = "it was over already on the day of the document"
CLOCK = "its hour is on a clock that is not known"
NO_DATE = "no date of it was found"
GIVEN = "it may be what was given before, or what the law allows"
SEVERAL_CALLS = "the document names several calls"

ALL = (
    NO_YEAR,
    FROM_DOCUMENT,
    FROM_NEIGHBOUR,
    FROM_YEAR,
    NO_ROLE,
    NO_MONEY_ROLE,
    PART,
    SEVERAL,
    TWO_READINGS,
    NO_CURRENCY,
    FROM_ELSEWHERE,
    NO_NAME,
    NO_WHOM,
    IS_OFF,
    OF_ANOTHER,
    PUT_OFF,
    OVER,
    CLOCK,
    NO_DATE,
    GIVEN,
    SEVERAL_CALLS,
)
