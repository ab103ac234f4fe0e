"""The forms in which sources write a rate, made plain: `(75 %)`, `75 %.`, `SMEs: 75 %`."""

import pytest

from clustercalls.phrase.rate_forms import plain
from clustercalls.phrase.rates import NotARate, Share, read

NO_BREAK, NARROW, THIN = "\u00a0", "\u202f", "\u2009"
FORMS = [
    (f"65{NO_BREAK}%", ""), (f"65{NARROW}% für KMU", "KMU"), (f"65{THIN}%{NO_BREAK}PME", "PME"),
    ("(65 %)", ""), ("(65 % for SMEs)", "SMEs"), ("65%.", ""), ("65.", ""), ("65 proc.", ""),
    ("65 proc. MŚP", "MŚP"), ("65 % subsidy", ""), ("65% sussidio", ""), ("65 % subvention.", ""),
    ("65 % Zuwendung", ""), ("SMEs: 65%", "SMEs"), ("SMEs – 65 %", "SMEs"), ("PMI 65%", "PMI"),
    ("PME : 65 %", "PME"), ("KMU: 65 %", "KMU"), ("Pymes 65 %", "Pymes"), ("for SMEs: 65 %", "SMEs"),
    ("per le PMI 65%", "PMI"), ("gminy: 65%", "gminy"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "whom"), FORMS)
def test_a_rate_in_its_forms(typed: str, whom: str) -> None:
    assert read(typed) == [Share(65, whom)]


@pytest.mark.parametrize(
    "typed", ["equipment: 65%", "SMEs pay 65%", "not SMEs 65%", "2 SMEs 65 %", "SMEs 65", "(65) %"]
)
def test_what_leads_a_rate_says_who_gets_it(typed: str) -> None:
    assert plain(typed) == typed
    with pytest.raises(NotARate):
        read(typed)


def test_several_each_behind_whom_it_is_for() -> None:
    assert read("SMEs: 65%; others: 50%") == [Share(65, "SMEs"), Share(50, "others")]


ARTICLES = [
    ("the SMEs", "SMEs"), ("le PMI", "PMI"), ("gli enti", "enti"), ("l'università", "università"),
    ("i comuni", "comuni"), ("les PME", "PME"), ("l’université", "université"), ("die KMU", "KMU"),
    ("den Gemeinden", "Gemeinden"), ("las pymes", "pymes"), ("los municipios", "municipios"),
    ("os municípios", "municípios"), ("as empresas", "empresas"), ("The Netherlands", "Netherlands"),
    ("las pymes y las empresas", "pymes y las empresas"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "whom"), ARTICLES)
def test_an_article_is_no_part_of_whom_it_is_for(typed: str, whom: str) -> None:
    assert read(f"65 % for {typed}") == [Share(65, whom)]
    assert read(f"65 % for: {typed}") == [Share(65, typed)]  # as it is written
