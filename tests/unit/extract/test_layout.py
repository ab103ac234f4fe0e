from told_texts import CALL, entries


def test_rows_are_called_by_the_column_of_their_topic_and_values_are_the_calls() -> None:
    assert entries(
        "# Próximas convocatorias",
        "| Programa | Tema | Apertura | Cierre",
        "| LIFE | Agua limpia | 5/5/2026 | 6/6/2026",
        "| Horizonte Europa | Puertos verdes | 7/5/2026 | por determinar",
    ) == [(CALL, "Agua limpia"), (CALL, "Puertos verdes")]
    assert entries(
        "# France 2050 – Première usine", "| Ouverture du guichet | 13 mai 2026", "| Auditions | juin 2026"
    ) in ([], [(CALL, "France 2050 – Première usine")])


def test_the_head_of_a_mail_is_no_entry() -> None:
    assert entries("Da: Ufficio", "Inviato: 14/01/2026", "# Bando Reti", "Scade il 5 maggio 2026.") == [
        (CALL, "Bando Reti")
    ]
    told = entries("Da: Ufficio Avvisi", "# Scadenze di maggio", "Le domande scadono il 5 maggio 2026.")
    assert told == [(CALL, "Scadenze di maggio")]
