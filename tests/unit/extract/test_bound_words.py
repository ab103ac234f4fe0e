"""The first and the last day on which one applies, as seven languages say them."""

import pytest

from clustercalls.enumerations import StageKind
from clustercalls.extract.bound_words import bounded, is_of_applying
from clustercalls.extract.folded import Folded
from clustercalls.extract.role_words import ROLES
from told_texts import only, stages


@pytest.mark.parametrize(
    "sentence",
    [
        "Le domande si potranno inviare dal 3 marzo 2027 e fino al 5 maggio 2027.",
        "Ci si candida a partire dal 3 marzo 2027 ed entro e non oltre le ore 12 del 5 maggio 2027.",
        "La piattaforma resterà aperta dal 3 marzo 2027 al 5 maggio 2027.",
        "Apertura termini: 3 marzo 2027. Chiusura termini: 5 maggio 2027.",
        "Le istanze dovranno essere trasmesse via PEC tra il 3 marzo 2027 e il 5 maggio 2027.",
        "La presentazione è consentita dalle 9:00 del 3 marzo 2027 alle 16:00 del 5 maggio 2027.",
        "Il bando, aperto dal 3 marzo 2027, resterà attivo fino al 5 maggio 2027.",
        "Si parte il 3 marzo 2027; c'è tempo fino al 5 maggio 2027.",
        "Finestra di candidatura: 3 marzo 2027 – 5 maggio 2027.",
        "Termine iniziale 3 marzo 2027, termine finale 5 maggio 2027.",
        "I progetti vanno caricati sul portale a decorrere dal 3 marzo 2027 e non oltre il 5 maggio 2027.",
        "C'è tempo da 3 marzo 2027 a 5 maggio 2027 per aderire.",
        "Aperte le iscrizioni al bando dal 3 marzo 2027: ultimo giorno 5 maggio 2027.",
        "Il 3 marzo 2027 apre lo sportello e il 5 maggio 2027 si chiude.",
        "Applications are welcome from 3 March 2027 until 5 May 2027.",
        "The portal goes live on 3 March 2027 and submissions must reach us by 5 May 2027.",
        "Submissions will be accepted between 3 March 2027 and 5 May 2027.",
        "Opening date: 3 March 2027. Closing date: 5 May 2027.",
        "The window for bids runs from 3 March 2027 to 5 May 2027.",
        "You can apply as of 3 March 2027; the last day is 5 May 2027.",
        "The call, launched on 3 March 2027, remains open until 5 May 2027.",
        "Proposals may be uploaded 3 March 2027 – 5 May 2027.",
        "Start of submission: 3 March 2027. End of submission: 5 May 2027.",
        "Applicants have from 3 March 2027 to 5 May 2027 to submit.",
        "Open from 3 March 2027, closing 5 May 2027 at noon.",
        "It opens for applications on 3 March 2027, with a deadline of 5 May 2027.",
        "Bidding starts on 3 March 2027 and ends on 5 May 2027.",
        "Les candidatures sont reçues du 3 mars 2027 au 5 mai 2027.",
        "La plateforme sera accessible à partir du 3 mars 2027 et fermera le 5 mai 2027.",
        "Le dépôt est possible entre le 3 mars 2027 et le 5 mai 2027.",
        "Date d'ouverture : 3 mars 2027. Date de clôture : 5 mai 2027.",
        "Les dossiers peuvent être envoyés dès le 3 mars 2027 et au plus tard le 5 mai 2027.",
        "L'appel court du 3 mars 2027 au 5 mai 2027.",
        "Ouvert depuis le 3 mars 2027, l'appel reste ouvert jusqu'au 5 mai 2027.",
        "Les porteurs de projet ont du 3 mars 2027 au 5 mai 2027 pour candidater.",
        "Début des dépôts le 3 mars 2027, fin le 5 mai 2027.",
        "Il faut déposer avant le 5 mai 2027 ; ouverture de la téléprocédure le 3 mars 2027.",
        "Période de soumission : 3 mars 2027 – 5 mai 2027.",
        "Remise des offres pour le 5 mai 2027 au plus tard, à compter du 3 mars 2027.",
        "Anträge können vom 3. März 2027 bis zum 5. Mai 2027 gestellt werden.",
        "Die Einreichung ist ab 3. März 2027 möglich und endet am 5. Mai 2027.",
        "Das Antragsportal ist von 3. März 2027 bis 5. Mai 2027 geöffnet.",
        "Antragsstart: 3. März 2027. Antragsschluss: 5. Mai 2027.",
        "Projektskizzen nehmen wir zwischen dem 3. März 2027 und dem 5. Mai 2027 entgegen.",
        "Bewerben kann man sich ab dem 3. März 2027, spätestens aber bis 5. Mai 2027.",
        "Start der Ausschreibung ist der 3. März 2027, Einsendeschluss der 5. Mai 2027.",
        "Der Aufruf läuft vom 3. März 2027 bis zum 5. Mai 2027.",
        "Seit 3. März 2027 geöffnet, Schluss am 5. Mai 2027.",
        "Unterlagen müssen bis 5. Mai 2027 eingegangen sein; das Portal öffnet am 3. März 2027.",
        "Einreichzeitraum: 3. März 2027 – 5. Mai 2027.",
        "Die Förderrunde beginnt am 3. März 2027 und endet am 5. Mai 2027.",
        "Las solicitudes podrán presentarse desde el 3 de marzo de 2027 hasta el 5 de mayo de 2027.",
        "El plazo comienza el 3 de marzo de 2027 y finaliza el 5 de mayo de 2027.",
        "El plazo de presentación será del 3 de marzo de 2027 al 5 de mayo de 2027.",
        "Fecha de apertura: 3 de marzo de 2027. Fecha de cierre: 5 de mayo de 2027.",
        "Se admitirán propuestas entre el 3 de marzo de 2027 y el 5 de mayo de 2027.",
        "La sede estará abierta a partir del 3 de marzo de 2027 y se cerrará el 5 de mayo de 2027.",
        "Abierta desde el 3 de marzo de 2027, la convocatoria vence el 5 de mayo de 2027.",
        "Se pueden enviar las candidaturas del 3 de marzo de 2027 al 5 de mayo de 2027, ambos inclusive.",
        "Inicio del plazo: 3 de marzo de 2027. Fin del plazo: 5 de mayo de 2027.",
        "La ventanilla abre el 3 de marzo de 2027 y permanecerá abierta hasta el 5 de mayo de 2027.",
        "El último día para presentar es el 5 de mayo de 2027; se podrá desde el 3 de marzo de 2027.",
        "As candidaturas decorrem de 3 de março de 2027 a 5 de maio de 2027.",
        "As candidaturas podem ser submetidas entre 3 de março de 2027 e 5 de maio de 2027.",
        "O prazo inicia-se a 3 de março de 2027 e termina a 5 de maio de 2027.",
        "Data de abertura: 3 de março de 2027. Data de encerramento: 5 de maio de 2027.",
        "O período de candidaturas vai de 3 de março de 2027 até 5 de maio de 2027.",
        "Aberto desde 3 de março de 2027, o aviso encerra a 5 de maio de 2027.",
        "A plataforma abre a 3 de março de 2027 e fecha a 5 de maio de 2027, às 18h00.",
        "Os projetos devem ser apresentados a partir de 3 de março de 2027 e até 5 de maio de 2027.",
        "Início das candidaturas: 3 de março de 2027. Fim das candidaturas: 5 de maio de 2027.",
        "Aceitam-se pedidos de 3 de março de 2027 a 5 de maio de 2027.",
        "Pode submeter-se a partir de 3 de março de 2027, sendo o último dia 5 de maio de 2027.",
        "Wnioski można składać od 3 marca 2027 r. do 5 maja 2027 r.",
        "Nabór wniosków trwa od 3 marca 2027 r. do 5 maja 2027 r.",
        "Nabór rozpocznie się 3 marca 2027 r. i potrwa do 5 maja 2027 r.",
        "Data otwarcia naboru: 3 marca 2027 r. Data zamknięcia naboru: 5 maja 2027 r.",
        "Generator wniosków będzie czynny od 3 marca 2027 r., a ostatni dzień składania to 5 maja 2027 r.",
        "Termin składania wniosków: od 3 marca 2027 r. do 5 maja 2027 r.",
        "Konkurs rusza 3 marca 2027 r., a kończy się 5 maja 2027 r.",
        "Wnioski przyjmujemy między 3 marca 2027 r. a 5 maja 2027 r.",
        "Nabór ruszy 3 marca 2027 r. Termin mija 5 maja 2027 r.",
        "Otwarcie 3 marca 2027 r., zamknięcie 5 maja 2027 r.",
        "Oferty należy przesłać najpóźniej do 5 maja 2027 r.; system otworzymy 3 marca 2027 r.",
    ],
)
def test_from_one_day_to_another_one_applies(sentence: str) -> None:
    told = stages(only("# Call “Green Ports”", sentence))
    first = told.pop("published", None) or told.pop("opens")
    assert (first, list(told), told["deadline"][:10]) == ("2027-03-03", ["deadline"], "2027-05-05")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Start of submission", StageKind.OPENS),
        ("apertura dei termini", StageKind.OPENS),
        ("Début des dépôts", StageKind.OPENS),
        ("Fim das candidaturas", StageKind.DEADLINE),
        ("Start der Ausschreibung", StageKind.OPENS),
        ("zakończenie naboru wniosków", StageKind.DEADLINE),
    ],
)
def test_a_noun_says_which_end_of_applying_is_meant(text: str, kind: StageKind) -> None:
    folded = Folded(text).folded
    assert [cue.meaning.kind for cue in bounded(folded, ROLES.found(folded))] == [kind]
    assert bounded("the deadline", ROLES.found("the deadline")) == ROLES.found("the deadline")


def test_what_ends_is_applying_and_no_project() -> None:
    draft = only("# LIFE", "Für die Vorhaben im Klimaschutz endet die Einreichung am 4. Oktober 2027.")
    assert stages(draft) == {"deadline": "2027-10-04"}
    assert is_of_applying("endet die einreichung")
    assert not is_of_applying("endet")


@pytest.mark.parametrize(
    "text",
    [
        "Fim do período de execução",
        "fine del periodo di realizzazione",
        "fin del plazo de ejecución del proyecto",
        "end of the period of implementation",
        "Fin de période de programmation",
        "inicio del periodo de prácticas",
    ],
)
def test_what_lasts_is_no_applying(text: str) -> None:
    folded = Folded(text).folded
    assert [cue for cue in bounded(folded, ROLES.found(folded)) if cue.meaning.kind] == []
