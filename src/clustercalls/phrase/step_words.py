"""What names of deadlines say of their place in a procedure: `outline` is before `full`.

`_` joins the words of one expression, which are those of ids: without accents or apostrophes. In each row the
languages stand in the order of `lexicon`.
"""

# Levels, as procedures have two or three of them.
INTENT, IDEA, CONCEPT, OUTLINE, FULL, LAST = range(1, 7)

# What people hand in, which tells no level by itself.
DOCUMENTS = (
    "proposal proposals application applications version submission submissions bid bids tender tenders"
    " offer offers proposta proposte domanda domande candidatura candidature offerta offerte versione"
    " istanza istanze proposition propositions dossier dossiers demande demandes depot depots offre offres"
    " antrag antrage antrags bewerbung bewerbungen angebot angebote fassung propuesta propuestas solicitud"
    " solicitudes memoria memorias candidaturas oferta ofertas propostas wniosek wnioski wniosku wnioskow"
    " aplikacja aplikacji oferty zgloszenie zgloszenia propozycja wersja versao form formulario formulaire"
    " formular"
)
# As documents, but a "short" one is a short project.
PROJECTS = "progetto progetti projet projets proyecto proyectos projeto projetos"
_LENGTHS = (
    "short long brief breve brevi courte court longue kurze kurzer lange langer corta corto larga largo"
    " lunga lungo"
)
# Never read as "pre-" and the rest.
_UNGLUED = "offer offers tender tenders form formular formulaire formulario version"
# Words of a level wherever they stand.
LEVELS = {
    INTENT: "loi lois letter_of_intent letters_of_intent letter_of_interest letters_of_interest eoi eois"
    " expression_of_interest expressions_of_interest expression_of_intent declaration_of_intent"
    " declaration_of_interest statement_of_intent statement_of_interest notice_of_intent notice_of_interest"
    " notification_of_intent intent intention_to_submit intention_to_apply intent_to_submit intent_to_apply"
    " indication_of_interest manifestazione_di_interesse manifestazione_d_interesse"
    " manifestazioni_di_interesse manifestazioni_d_interesse lettera_d_intenti lettera_di_intenti"
    " lettere_d_intenti lettera_di_intento lettera_d_intento lettera_di_interesse lettera_d_interesse"
    " dichiarazione_d_intenti dichiarazione_di_intenti dichiarazione_d_interesse dichiarazione_di_interesse"
    " espressione_di_interesse espressione_d_interesse lettre_d_intention lettres_d_intention"
    " lettre_d_intentions lettre_d_interet manifestation_d_interet manifestations_d_interet"
    " declaration_d_intention declarations_d_intention declaration_d_interet expression_d_interet"
    " intention_de_depot note_d_intention note_d_intentions nota_d_intenti absichtserklarung"
    " absichtserklarungen interessenbekundung interessenbekundungen interessensbekundung"
    " interessensbekundungen interessebekundung voranmeldung voranmeldungen nota_de_intenciones"
    " carta_de_intenciones carta_de_intencion cartas_de_intenciones carta_de_interes"
    " manifestacion_de_interes manifestaciones_de_interes expresion_de_interes expresiones_de_interes"
    " declaracion_de_intenciones declaracion_de_interes nota_de_intencoes carta_de_intencao"
    " carta_de_intencoes cartas_de_intencao carta_de_interesse manifestacao_de_interesse"
    " manifestacoes_de_interesse expressao_de_interesse declaracao_de_intencoes declaracao_de_interesse"
    " declaracao_de_intencao list_intencyjny listy_intencyjne deklaracja_zainteresowania"
    " wyrazenie_zainteresowania deklaracja_intencji zgloszenie_zainteresowania",
    IDEA: "idea ideas project_idea project_ideas idea_progettuale idee_progettuali idea_di_progetto idee"
    " idee_de_projet projektidee projektideen idea_de_proyecto ideia ideias ideia_de_projeto"
    " pomysl_na_projekt prequalification pre_qualification prequalifica prequalificazione pre_qualifica"
    " praqualifikation praqualifizierung precalificacion precualificacion pre_qualificacao prequalificacao"
    " prekwalifikacja preselection pre_selection request_to_participate preselezione vorauswahl"
    " teilnahmeantrag teilnahmeantrage preseleccion pre_selecao",
    CONCEPT: "concept concepts concept_note concept_notes concept_paper concept_papers abstract abstracts"
    " nota_concettuale note_concettuali note_conceptuelle notes_conceptuelles note_de_concept konzept"
    " konzepte konzeptpapier ideenpapier konzeptskizze nota_conceptual notas_conceptuales nota_conceitual"
    " notas_conceituais fiszka fiszki fiszek fiszka_projektowa koncepcja koncepcja_projektu",
    OUTLINE: "outline outlines summary white_paper white_papers mini_proposal mini_proposals project_fiche"
    " scheda_progetto scheda_progettuale schede_progetto skizze skizzen avant_projet avant_projets"
    " avantprojet esquisse resume fiche_projet fiche_de_projet anteproyecto perfil_de_proyecto resumen"
    " ficha_de_proyecto ficha_de_projeto anteprojeto ante_projeto resumo esbozo esboco vorprojekt vorphase"
    " vorstufe zarys zarys_projektu",
    FULL: "full complete completa completo completi completes completas completos complet complets"
    " vollstandig vollstandige vollstandiger vollstandigen haupt_phase haupt_stufe vollstandiges pelny pelna"
    " pelne pelnych pelnego kompletny kompletne progetto_esecutivo rfp",
}
# Words of a level beside what is handed in, or a step; or alone.
BESIDE = {
    OUTLINE: "initial preliminary short brief iniziale iniziali preliminare preliminari breve brevi"
    " sintetica sintetico sintetiche initiale initiales preliminaire preliminaires courte court abrege"
    " abregee vorlaufiges vorlaufig vorlaufige vorlaufiger vorlaufigen kurze kurzer inicial iniciales"
    " iniciais preliminar preliminares abreviada resumida reducida corta corto cortas abreviado resumido"
    " reducido skrocony skroconego krotki krotka krotkie skrocona skrocone skroconych wstepnego wstepny"
    " wstepna wstepne wstepnych",
    FULL: "detailed long main invited dettagliata dettagliato dettagliate estesa detaillee detaille"
    " detaillees longue principale invitee ausfuhrliche ausfuhrlicher ausfuhrlichen formliche formlicher"
    " formlichen lange langer eingeladene eingeladener detallada detallado detalladas detalhado extensa"
    " larga largo lunga lungo invitada detalhada convidada szczegolowy szczegolowe rozszerzony rozszerzone"
    " dlugi dluga dlugie wlasciwy wlasciwe",
    LAST: "final finals finale finali definitive definitiva definitivo definitivi finales definitif finalny"
    " finalna finalne finaler finalen endgultige endgultiger endgultigen definitivas definitivos finais"
    " ostatecznego koncowego ostateczny ostateczna ostateczne koncowy koncowa koncowe",
}
# No "round" or "call": each of those is open to everybody.
STEPS = (
    "step steps stage stages phase phases fase fasi stadio passo tappa etape etapes stufe schritt etappe"
    " phasen fases etapa paso etap etapu faza fazy krok"
)
# Of how and until when, not of what: no names of groups.
BY_THE_WAY = (
    "the an of for by in on to and only no nr deadline due date deadlines closing invitation upon invited"
    " applicants online mandatory compulsory obligatory submitting grant funding project il lo la"
    " le del della dei delle di per su da in_forma scadenza termine invito presentazione invio obbligatoria"
    " progettuale progettuali dell les des de du sur limite cloture remise obligatoire"
    " der die das den dem zur zum fur auf und frist einreichung abgabe einladung einreichfrist"
    " verfahren el los las al plazo fecha por invitacion presentacion envio entrega obligatoria os as do dos"
    " prazo data convite apresentacao submissao na termin skladanie skladania zaproszenie zlozenie zlozenia"
)
# Of these one comes after another by its number.
_IN_TURN = (
    "cut_off cutoff cutoffs round rounds call calls window windows session sessions batch wave deadline"
    " deadlines tornata bando finestra sessione sportello scadenza tour appel vague releve echeance"
    " date_limite fenetre runde sitzung ausschreibung fenster frist stichtag einreichfrist"
    " ronda sesion convocatoria ventana corte plazo fecha_limite sessao concurso aviso janela vaga prazo"
    " nabor runda tura sesja konkurs termin okno"
)
# Each of these is open to whoever applies: a number or a letter beside it parts it from its likes.
_APART = (
    "cut cutoff cutoffs lot lots round rounds call calls window windows session sessions topic topics strand"
    " strands batch wave track theme action measure pillar area priority component lotto lotti tornata bando"
    " finestra sessione sportello tema temi azione misura asse linea ambito tour appel appels volet axe"
    " releve vague thematique runde los lose sitzung ausschreibung thema themen fenster linie lote lotes"
    " ronda sesion convocatoria ventana eje sessao concurso aviso janela linha eixo vaga nabor runda tura"
    " sesja temat konkurs off"
)
# What is said of these is about a step, and is none.
ABOUT = (
    "meeting meetings check consultation advice coaching workshop webinar questions clarifications clinical"
    " trial trials colloquio consulenza incontro quesiti faq beratung beratungsgesprach fragen consulta"
    " consultas preguntas konsultacje pytania report reports proof_of_concept call_for_proposals"
    # Who left it out goes on all the same.
    " optional voluntary non_binding non_mandatory not_mandatory facoltativa facoltativo facoltative"
    " facoltativi opzionale opzionali volontaria non_obbligatoria non_vincolante facultatif facultative"
    " facultatifs facultatives optionnel optionnelle non_obligatoire freiwillig freiwillige freiwilliger"
    " unverbindlich unverbindliche opcional opcionales voluntaria no_obligatoria opcionais"
    " facultativo facultativa opcjonalny opcjonalna opcjonalne dobrowolny dobrowolna nieobowiazkowa"
)
# Behind these stands another step than the one named: "full proposal after outline".
_AFTER = "after following nach dopo apres tras despues apos po"
_ORDINALS = {
    1: "first 1st one prima primo uno premier premiere un une erste erster ersten eins primera primer"
    " primeira primeiro um uma pierwszy pierwsza pierwsze pierwszego pierwszej jeden i",
    2: "second 2nd two seconda secondo due deuxieme seconde deux zweite zweiter zweiten zwei segunda segundo"
    " dos duas dois drugi druga drugie drugiego drugiej dwa ii",
    3: "third 3rd three terza terzo tre troisieme trois dritte dritter dritten drei tercera tercer tercero"
    " tres terceira terceiro trzeci trzecia trzecie trzeciego trzeciej trzy iii",
    4: "fourth four quarta quarto quattro quatrieme quatre vierte vierter vier cuarta cuatro quatro czwarty"
    " cztery iv",
}
# Of those the ones that count and do not order: "one stage" is no first one, "stage one" is.
_COUNTED = (
    "one uno un une eins um uma jeden two due deux zwei dos duas dois dwa three tre trois drei tres trzy"
    " four quattro quatre vier cuatro quatro cztery"
)
# As in "1st", "2ème", "1.ª".
_SUFFIXES = "st nd rd th a o e er re ere eme nde de ra da do ro te"
# German compounds: what they begin with where they end so.
BEGINNINGS = {"kurz": OUTLINE, "vor": OUTLINE, "voll": FULL, "lang": FULL, "haupt": FULL, "end": LAST}
REQUESTS = ("antrag", "antrage", "antrags", "bewerbung", "bewerbungen", "fassung", "version")
SKETCHES = ("skizze", "skizzen")
CONCEPTS = ("konzept", "konzepte")

LENGTHS = frozenset(_LENGTHS.split())
APART = frozenset(_APART.split()) | set("abcdefghijklmnopqrstuvwxyz")
IN_TURN = frozenset(each.replace("_", " ") for each in _IN_TURN.split())
AFTER = frozenset(_AFTER.split())
ORDINALS = {name: number for number, row in _ORDINALS.items() for name in row.split()}
COUNTED = frozenset(_COUNTED.split())
COUNTING = COUNTED | {"i", "ii", "iii", "iv"}  # names of anything, alone
SUFFIXES = frozenset(_SUFFIXES.split())
# What "pre-" makes an outline of.
GLUED = tuple(each for each in f"{DOCUMENTS} {PROJECTS}".split() if each not in _UNGLUED.split())
