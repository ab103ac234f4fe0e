"""What a language has that no list of translated texts can say; one entry a language.

A third language is one entry here and one catalogue under `locale/` (CONTRIBUTING.md says how).
"""


class Article:
    """How "from", "until" and "to" are said of a date whose words begin with one of `before`.

    `{}` is the date.
    """

    __slots__ = ("before", "since", "to", "until")

    def __init__(self, before: tuple[str, ...], since: str, until: str, to: str) -> None:
        self.before, self.since, self.until, self.to = before, since, until, to


class Grammar:
    """The names and forms of dates, what separates digits, the answers to a question.

    Months from January, weekdays from Monday, seasons by their first month; `{}` in a decade is its first
    year, in `quarter` and `half` its ordinal. Answers are in small letters. `long_months` are for sentences.
    `in_city` is how a day or an hour is told with its city; `cities` are those that the language calls
    otherwise than their zones do.
    """

    def __init__(
        self,
        *,
        months: tuple[str, ...],
        weekdays: tuple[str, ...],
        seasons: dict[int, str],
        ordinals: tuple[str, str, str, str],
        quarter: str,
        half: str,
        decade: str,
        thousands: str,
        decimal: str,
        yes: frozenset[str],
        no: frozenset[str],
        articles: tuple[Article, ...] = (),
        long_months: tuple[str, ...] = (),
        in_city: str = "{} {}",
        cities: str = "",
    ) -> None:
        self.months, self.weekdays, self.seasons, self.ordinals = months, weekdays, seasons, ordinals
        self.quarter, self.half, self.decade = quarter, half, decade
        self.thousands, self.decimal = thousands, decimal
        self.yes, self.no, self.articles, self.long_months = yes, no, articles, long_months
        self.in_city = in_city
        self.cities = dict(each.split("=") for each in cities.split(", ") if each)


GRAMMARS = {
    "en": Grammar(
        months=("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        seasons={3: "spring", 6: "summer", 9: "autumn", 12: "winter"},
        ordinals=("1st", "2nd", "3rd", "4th"),
        quarter="{} quarter",
        half="{} half",
        decade="{}s",
        thousands=",",
        decimal=".",
        yes=frozenset({"y", "yes"}),
        no=frozenset({"n", "no"}),
        long_months=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
    ),
    "it": Grammar(
        months=("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
        weekdays=("lun", "mar", "mer", "gio", "ven", "sab", "dom"),
        seasons={3: "primavera", 6: "estate", 9: "autunno", 12: "inverno"},
        ordinals=("1°", "2°", "3°", "4°"),
        quarter="{} trimestre",
        half="{} semestre",
        decade="anni {}",
        thousands=".",
        decimal=",",
        yes=frozenset({"s", "si", "sì"}),
        no=frozenset({"n", "no"}),
        articles=(
            Article(("8 ", "11 "), "dall'{}", "fino all'{}", "all'{}"),  # otto, undici begin with a vowel
            Article(tuple("0123456789"), "dal {}", "fino al {}", "al {}"),
        ),
        long_months=(
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ),
        in_city="{} (ora di {})",
        cities=(
            "Athens=Atene, Belgrade=Belgrado, Berlin=Berlino, Brussels=Bruxelles, Bucharest=Bucarest, "
            "Cairo=Il Cairo, Copenhagen=Copenaghen, Dublin=Dublino, Jerusalem=Gerusalemme, Lisbon=Lisbona, "
            "Ljubljana=Lubiana, London=Londra, Luxembourg=Lussemburgo, Moscow=Mosca, Paris=Parigi, "
            "Prague=Praga, Rome=Roma, Stockholm=Stoccolma, Warsaw=Varsavia, Zagreb=Zagabria, Zurich=Zurigo"
        ),
    ),
}
