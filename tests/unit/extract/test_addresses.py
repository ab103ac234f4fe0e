import pytest

from clustercalls.extract.addresses import addresses
from clustercalls.passages import PassageLink


def test_addresses_end_before_the_marks_of_the_sentence() -> None:
    text = "see <https://a.example/x>, (www.b.example/y). https://a.example/x/"
    assert [each.url for each in addresses(text)] == ["https://a.example/x", "www.b.example/y"]


def test_links_behind_words_count_and_mail_does_not() -> None:
    links = (PassageLink(0, 4, "https://c.example"), PassageLink(5, 9, "mailto:x@c.example"))
    assert [each.url for each in addresses("here mail x@www.c.example", links)] == ["https://c.example"]


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("Info: bandi.comune.example.it.", ["bandi.comune.example.it"]),
        ("Apply on calls-portal.eu (see also help.calls-portal.eu/faq?x=1).",
         ["calls-portal.eu", "help.calls-portal.eu/faq?x=1"]),
        ("Unterlagen unter foerderung.example.at/aufruf/7, Anmeldung bei example.de",
         ["foerderung.example.at/aufruf/7", "example.de"]),
        ("Plus d'informations : agence-region.fr · 01 23 45 67 89", ["agence-region.fr"]),
        ("Más información: camara.es; formulario: sede.camara.es/f", ["camara.es", "sede.camara.es/f"]),
        ("Submissão em balcao.example.pt", ["balcao.example.pt"]),
        ("zapisy na konkursy.gov.pl/wydarzenia", ["konkursy.gov.pl/wydarzenia"]),
        ("https://a.example.eu/b.it, www.d.example.it/e.fr",
         ["https://a.example.eu/b.it", "www.d.example.it/e.fr"]),
        ("scrivere a nome.cognome@ente.it o a x@sub.ente.it", []),
        ("see report.pdf, call.docx, README.md and node.js", []),
        ("ai sensi dell'art.it 5, p.es. z.B. n.it", []),
        ("La domanda scade domani.La graduatoria e fine.il resto", []),
        ("Le dossier est clos.de plus, rien", []),
        ("M-ERA.NET and version 2.5.it or 3.14.de", []),
        ("(From news.example.eu)", []),
        ("notizie.it 2026/03/04", []),
        ("Fonte: notizie.example.it", []),
        ("Infos auf foerderung.de und am Telefon", ["foerderung.de"]),
        ("https://a.example.eu/x?u=beispiel.it", ["https://a.example.eu/x?u=beispiel.it"]),
        ("i commi 3 ss.it e seguenti", []),
    ],
)  # fmt: skip
def test_addresses_without_www(text: str, urls: list[str]) -> None:
    assert [each.url for each in addresses(text)] == urls
