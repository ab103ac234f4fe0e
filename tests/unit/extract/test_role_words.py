"""A verb says the same of a date in all its forms, and a word that only begins alike says nothing."""

import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.date_roles import roles
from clustercalls.extract.date_spans import spans
from clustercalls.extract.folded import Folded
from clustercalls.extract.role_words import ROLES


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("la scadenza", StageKind.DEADLINE),
        ("ouverture", StageKind.OPENS),
        ("veröffentlicht am", StageKind.PUBLISHED),
        ("se celebrara", StageKind.DATES),
        ("iscrizioni", StageKind.REGISTRATION),
        ("graduatoria", StageKind.DECISION),
        ("due elementi", None),
    ],
)
def test_words_say_what_a_date_is_of(text: str, kind: StageKind | None) -> None:
    meaning = ROLES.first(Folded(text).folded)
    assert (meaning.kind if meaning else None) is kind


# Infinitive, present, future, participle and noun, where each is said of a call or a meeting.
FORMS = {
    StageKind.OPENS: (
        "aprire, apre, aprono, aprirà, apriranno, aperto, aperta, apertura, riaprirà, sarà attivo dal",
        "opens, opened, opening, will open, will start, goes live, launched",
        "ouvrir, ouvre, ouvrent, ouvrira, ouvert, ouverture, démarre, démarrera, débutera, commencera",
        "öffnen, öffnet, öffnete, geöffnet, eröffnet, startet, startete, beginnt, freigeschaltet",
        "abrir, abre, abren, abrirá, abierta, abrió, se abra, comenzará, empezará, arranca, lanzará, lanzado",
        "abrir, abre, abrem, abrirá, aberto, abertura, iniciará, começará, arranca, decorre, lançamento",
        "otwarcie, otwiera, otworzy, otwarty, rusza, ruszy, ruszył, wystartuje, rozpocznie się, zacznie się",
    ),
    StageKind.DEADLINE: (
        "chiudere, chiude, chiuderà, chiusura, scadere, scade, scadrà, scadenza, termina, concludersi",
        "closes, closing, will close, deadline, expires, last day, final date",
        "clôturer, clôture, clôturera, fermera, fermeture, expire, se termine, prend fin, dernier jour",
        "schließen, schließt, endet, Frist, Einsendeschluss, Schlusstermin, Schluss ist, läuft aus",
        "cerrar, cierra, cierran, cerrará, cierre, finaliza, vence, vencerá, concluye, expira",
        "fechar, fecham, fechará, encerrar, encerra, encerramento, termina, conclui, prazo",
        "zamknięcie, zamyka, zamknie, zostanie zamknięty, kończy się, kończą się, upływa, upłynie, minie",
    ),
    StageKind.PUBLISHED: (
        "pubblicare, pubblicherà, pubblicato, pubblicazione, uscire, esce, escono, uscirà, uscito",
        "publish, published, publication, will be published, comes out, came out, release date",
        "publier, publie, publiera, publié, publication, paraître, paraîtra, parution, sortira",
        "veröffentlichen, veröffentlicht, Veröffentlichung, erscheint, erschienen, ausgeschrieben",
        "publicar, publicará, publicado, publicación, salir, saldrá",
        "publicar, publicará, publicado, publicação, sair, sai em, sairá, saiu",
        "opublikuje, opublikowany, publikacja, ogłosić, ogłosi, ogłoszenie, ukaże się, ukazał się",
    ),
    StageKind.DATES: (
        "si terrà, si svolgerà, avrà luogo, ha luogo, si riunisce, organizza, ospita",
        "takes place, will be held, will meet, hosts, organises",
        "aura lieu, se tiendra, tiendra, se réunit, organise, accueille",
        "findet statt, trifft sich, tagt, veranstaltet, lädt ein, organisiert",
        "tendrá lugar, tiene lugar, se celebra, se reúne, organiza, acogerá",
        "terá lugar, tem lugar, realiza-se, vai realizar-se, reúne-se, organiza, acolhe",
        "odbędzie się, odbywa się, odbędą się, organizuje, spotka się",
    ),
    StageKind.REGISTRATION: (
        "iscriversi, iscrizione, iscrizioni, registrarsi, prenotarsi, adesioni",
        "register, registration, sign up, booking, confirm your participation",
        "s'inscrire, inscription, réserver, réservation, confirmer",
        "anmelden, Anmeldung, Rückmeldung, Registrierung",
        "inscribirse, inscripción, registrarse, se reservan, apuntarse",
        "inscrever-se, inscrição, registar-se, confirmar presença",
        "rejestracja, zarejestrować, zapisy, zapisać się, potwierdzić udział",
    ),
}


@pytest.mark.parametrize("kind", FORMS)
def test_all_forms_of_a_word_say_the_same(kind: StageKind) -> None:
    silent = [
        form
        for forms in FORMS[kind]
        for form in forms.split(", ")
        if kind not in {cue.meaning.kind for cue in ROLES.found(Folded(form).folded) if not cue.meaning.weak}
    ]
    assert silent == []


@pytest.mark.parametrize(
    "text",
    [
        "après le comité",  # no form of "apre"
        "as propostas a apresentar",
        "de la ferme à la table",
        "fin aprile",
        "une fondation",
        "l'iniziativa",
    ],
)
def test_what_only_begins_like_a_word_says_nothing(text: str) -> None:
    assert [cue for cue in ROLES.found(Folded(text).folded) if not cue.meaning.weak] == []


def test_what_closed_already_is_below_any_other_word() -> None:
    for text in ("chiuso il", "cerrada el", "closed on", "zakończył się"):
        (cue,) = ROLES.found(Folded(text).folded)
        assert (cue.meaning.kind, cue.meaning.weak) == (StageKind.DEADLINE, True)
    (cue,) = ROLES.found("the previous call")
    assert cue.meaning.kind is None


# Words that only look like those for a date, and stand beside dates in calls all the same.
@pytest.mark.parametrize(
    "text",
    [
        "registrato alla Corte dei conti il 5 maggio 2026",
        "aprobada por las Cortes el 5 de mayo de 2026",
        "La administración pública, 5 de mayo de 2026",
        "innerhalb von 10 Tagen nach dem 5. Mai 2026",
        "Salonicco, 5 maggio 2027",
        "Lanzarote, 5 de mayo de 2027",
        "The terminal in Gdynia, 5 May 2026",
        "A sessão do dia 5 de maio de 2026",
    ],
)
def test_it_says_nothing_of_the_date(text: str) -> None:
    folded = Folded(text)
    assert [role.kind for role in roles(folded.folded, spans(folded), None)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Firms with no previous EU grant can apply until 5 May 2026",
        "Candidates who previously applied must submit by 5 May 2026",
        "Chi è già stato precedentemente finanziato può presentare domanda entro il 5 maggio 2026",
        "Podmioty z poprzedniego roku mogą składać wnioski do 5 maja 2026",
        "Statt per Post sind Anträge online bis 5. Mai 2026 einzureichen",
        "Jede Firma kann bis 5. Mai 2026 einen Antrag stellen",
        "Każda firma może złożyć wniosek do 5 maja 2026",
        "Deadline NATO DIANA: 5 May 2026",
        "Deadline for contractors: 5 May 2026",
        "Frist für Vertragspartner: 5. Mai 2026",
        "Zgłoszenia na konkurs przyjmujemy do 5 maja 2026",
    ],
)
def test_it_takes_no_deadline_away(text: str) -> None:
    folded = Folded(text)
    (role,) = roles(folded.folded, spans(folded), None)
    assert (role.kind, role.was) == (StageKind.DEADLINE, False)
