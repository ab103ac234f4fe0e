"""What is wrong, said in Italian: whole lines, as a person reads them."""
# ruff: noqa: E501

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.render.text import MACHINE
from conftest import BUNDLED, Run

Registry = Callable[[str], Path]

SOUND = """
[[call]]
id = "cosme-1-2017"
title = "Cluster di eccellenza"
programme = "COSME"
deadline = 2017-04-04
checked = 2017-01-31

[[call]]
id = "cosme-2-2017"
title = "Cluster internazionali"
programme = "H2020"
deadline = 2017-05-09
checked = 2017-01-31
"""
DATES = "deadline = 2017-04-04\nchecked = 2017-01-31\n"


def one(keys: str) -> str:
    return f'[[call]]\nid = "uno"\ntitle = "Uno"\n{keys}'


# What a registry holds, and the line that `check` says of it.
WRONG = {
    "a date in people's words": (
        one('checked = 2017-01-31\ndeadline = "4 aprile 2017"'),
        '5: bad-date: uno: deadline: `4 aprile 2017` non si può leggere come data: non comincia dall\'anno. Scrivi "2017-04-04".',
    ),
    "a date with two readings": (
        one('deadline = "3/4/2017"'),
        '4: bad-date: uno: deadline: `3/4/2017` non si può leggere come data: si può leggere in più modi. Scrivi "2017-04-03" / "2017-03-04".',
    ),
    "a day that does not exist": (
        one('deadline = "2017-02-30"'),
        "4: bad-date: uno: deadline: `2017-02-30` non si può leggere come data: questo giorno non esiste. Controlla il giorno e il mese.",
    ),
    "a key nearly known": (
        one(DATES + "budgt = 1"),
        "6: unknown-key: uno: budgt: chiave sconosciuta `budgt`. Intendevi `budget`? Le tue chiavi cominciano con x-.",
    ),
    "a list with a number in it": (
        one(DATES + "tags = [7]"),
        '6: bad-type: uno: tags: `tags` dovrebbe essere una lista di testi, non una lista che contiene 7. Scrivi come in: tags = ["smes", "value chains"]',
    ),
    "no id": (
        '[[call]]\ntitle = "Uno"\n' + DATES,
        '1: missing-key: manca `id`. Serve per ogni bando: aggiungi id = "innosup-1-2017"',
    ),
    "the status of an event": (
        one('starts = 2017-04-04\nchecked = 2017-01-31\nstatus = "suspended"').replace("call", "event"),
        "6: bad-status: uno: status: `suspended` non può essere lo stato di un evento. Scrivi cancelled se non si tiene; nessun altro stato è ammesso.",
    ),
    "an unknown zone": (
        one(DATES + 'zone = "Europe/Bruxelles"'),
        "6: unknown-zone: uno: zone: `Europe/Bruxelles` non è un fuso orario. Intendevi Europe/Brussels?",
    ),
    "no TOML": (
        one("deadline = 4 aprile 2017"),
        '4: broken-toml: questo non è TOML: in questa riga c\'è più di un valore. Scrivi la data come "2017-04-04".',
    ),
    "a deadline on a Saturday": (
        one("deadline = 2017-04-01\nchecked = 2017-01-31"),
        "4: weekend-deadline: uno: deadline: la scadenza 2017-04-01 cade di sabato. Verifica con la fonte.",
    ),
    "no source": (
        one("deadline = 2017-04-04"),
        '1: unsourced: uno: mancano sia la fonte sia la data di conferma. Aggiungi source = { title = "…", date = 2017-01-31 }, o checked = 2017-01-31',
    ),
    "more text than anybody reads": (
        one(DATES + 'summary = "' + "a" * 20_001 + '"'),
        "6: too-large: uno: summary: `summary` supera il limite di 20.000 caratteri. Dividilo o accorcialo.",
    ),
}

# What is typed, the exit code, and what is said.
TYPED = [
    ("upcoming 10x", 2, "bad-window: `10x` non è un periodo valido: non riconosciuto. Scrivi 30d, 2w, 3m, 1y, oggi, eow, eom, eoy, venerdì, marzo, settimana prossima, 2017-04, 2017-04-04 o A..B."),
    ("upcoming --programme H202", 2, "unknown-value: --programme H202: nessuna voce ha questo valore. Intendevi H2020? Valori noti: COSME, H2020."),
    ("upcoming --owner Anna", 2, "unknown-value: --owner Anna: nessuna voce ha questo valore. Nessuna voce ha un valore in quel campo: togli --owner."),
    ("upcoming --zone Europe/Rom", 2, "unknown-zone: `Europe/Rom` non è un fuso orario. Intendevi Europe/Rome?"),
    ("upcoming --as-of presto", 2, "bad-moment: `presto` non è una data valida. Scrivi 2017-04-04, 2017-04-04T17:00, domani oppure marzo 2017."),
    ("upcoming --status opn", 2, "unknown-choice: --status opn: non è fra forecast, open, closing, closed, unknown, suspended, cancelled, exhausted. Intendevi open?"),
    ("upcoming --limit 0", 2, "bad-usage: --limit 0: il minimo è 1. Vedi clustercalls upcoming --help"),
    ("upcoming --limit dieci", 2, "bad-usage: --limit dieci: non è un numero intero. Vedi clustercalls upcoming --help"),
    ("upcoming --limt 3", 2, "bad-usage: non c'è un'opzione --limt. Intendevi --limit? Vedi clustercalls upcoming --help"),
    ("upcoming --limit", 2, "bad-usage: --limit vuole un valore. Vedi clustercalls upcoming --help"),
    ("upcoming oggi domani", 2, "bad-usage: troppi argomenti: domani. Vedi clustercalls upcoming --help"),
    ("shwo uno", 2, "bad-usage: non c'è un comando shwo. Intendevi show? Vedi clustercalls --help"),
    ("show", 2, "bad-usage: manca ID. Vedi clustercalls show --help"),
    ("show cosme", 2,
     "ambiguous-id: `cosme` potrebbe essere cosme-1-2017, cosme-2-2017. Scrivi una parte più lunga dell'id."),
    ("show cosmo-1-2017", 2, "unknown-id: nessuna voce `cosmo-1-2017`. Intendevi cosme-1-2017 o cosme-2-2017?"),
    ("upcoming -r qui.toml", 3, "qui.toml: no-registry: non esiste un file o una cartella con questo nome. Controlla il percorso, o creane uno: clustercalls init qui.toml"),
    ("upcoming -o via/qui", 4, "via/qui: cannot-write: non si può scrivere: il file o la cartella non esiste. Non è stato modificato nulla."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_a_registry(text: str, line: str, run: Run, registry: Registry) -> None:
    path = registry(text)
    assert run("check", path, "--lang", "it").out == f"{path}:{line}\n"


@pytest.mark.parametrize(("typed", "code", "line"), TYPED, ids=[typed for typed, *_ in TYPED])
def test_what_was_typed(
    typed: str, code: int, line: str, run: Run, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", str(registry(SOUND)))
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    ran = run(*typed.split())
    assert (ran.code, ran.err) == (code, line + "\n")


def test_without_a_registry(run: Run) -> None:
    ran = run("check", "--lang", "it")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "wants-registry: non hai ancora un registro. "
        "Creane uno: clustercalls init, o indicane uno: --registry FILE\n"
    )


def test_a_config_file_with_mistakes(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('lingua = "it"')
    said = run("upcoming", "-c", config, "--lang", "it").err
    assert said == (
        f"{config}: unknown-key: chiave sconosciuta `lingua`. "
        "Intendevi lang? Ci sono: registry, zone, lang, window, forget_after, alarm_at, pager, leads, remind, smtp, "
        "notify, template, audience, sources, watch.\n"
    )
    config.write_text('forget_after = "un anno"')
    said = run("upcoming", "-c", config, "--lang=it").err
    assert said == (
        f"{config}: bad-type: `forget_after` dovrebbe essere un numero di mesi o anni come 12m, non un anno. "
        'Scrivi come in: forget_after = "12m"\n'
    )


@pytest.mark.parametrize("form", sorted(MACHINE))
@pytest.mark.parametrize("command", ["upcoming", "list"])
def test_what_machines_read_is_the_same_in_both_languages(command: str, form: str, run: Run) -> None:
    arguments = (command, "-r", BUNDLED, "--as-of", "2016-12-02", "-f", form)
    english = run(*arguments, "--lang", "en")
    assert english.out
    assert run(*arguments, "--lang", "it") == english


def test_one_entry_for_machines_is_the_same_in_both_languages(run: Run) -> None:
    arguments = ("show", "innosup-1-2017", "-r", BUNDLED, "--as-of", "2016-12-02", "-f", "json")
    english = run(*arguments, "--lang", "en")
    assert english.out
    assert run(*arguments, "--lang", "it") == english


def test_what_was_typed_and_could_not_be(run: Run, registry: Callable[..., Path]) -> None:
    path = registry('[[call]]\nid = "x"\ntitle = "T"\n')
    said = run("set", "x", "opens=01/02/2027", "-r", path, "--lang", "it").err
    assert "potrebbe essere 2027-02-01 o 2027-01-02" in said
    said = run("set", "x", "title=", "-r", path, "--lang", "it").err
    assert "`title` è stato letto come niente" in said
