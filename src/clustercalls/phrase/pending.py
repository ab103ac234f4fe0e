"""How sources write that there is no date yet: `tbc`, `non ancora definita`, `wird noch bekannt gegeben`.

`_` joins the words of one expression, as in `lexicon`.
"""

from itertools import product

# With a date behind or before them, that date is not sure; alone there is none.
_TO_COME = (
    "tbc tba tbd to_be_announced to_be_confirmed to_be_defined to_be_determined to_be_decided to_be_fixed"
    " to_be_published to_be_set to_be_scheduled to_follow coming_soon date_to_be_confirmed unknown"
    " da_definire da_definirsi da_destinarsi da_confermare da_stabilire da_annunciare da_comunicare"
    " da_pubblicare"
    " da_fissare da_determinare in_via_di_definizione in_corso_di_definizione in_fase_di_definizione"
    " à_confirmer à_définir à_déterminer à_préciser à_annoncer à_venir à_fixer à_publier"
    " wird_noch_bekannt_gegeben wird_noch_bekanntgegeben wird_bekannt_gegeben wird_bekanntgegeben"
    " noch_offen offen steht_noch_nicht_fest noch_festzulegen wird_noch_festgelegt folgt"
    " por_confirmar por_definir por_determinar por_anunciar por_concretar por_fijar por_publicar"
    " sin_fecha aún_sin_fecha todavía_sin_fecha sin_determinar sin_confirmar sin_definir pendiente"
    " pendiente_de_publicación pendiente_de_confirmación pendiente_de_definición pendiente_de_determinar"
    " pendiente_de_confirmar pendiente_de_publicar"
    " a_confirmar a_anunciar a_determinar a_divulgar a_publicar sem_data em_definição"
    " do_ustalenia do_potwierdzenia do_uzgodnienia do_określenia do_ogłoszenia wkrótce"
)
# "Not applicable" beside a date says another thing than that it is not sure.
_NONE = "n_/_a n_a na nd"
# Each beginning with each of its participles, in every gender and number.
_STILL_NOT = (
    (
        "not not_yet not_yet_been has_not_yet_been have_not_yet_been",
        "announced published defined fixed set known decided confirmed available scheduled determined",
    ),
    (
        "non_ancora ancora_non",
        (
            "definit_ fissat_ stabilit_ pubblicat_ annunciat_ comunicat_ confermat_ not_ disponibile"
            " determinat_"
            " decis_ previst_"
        ),
    ),
    (
        "pas_encore",
        (
            "fixé fixée défini définie connu connue publié publiée annoncé annoncée confirmé confirmée"
            " déterminé déterminée disponible"
        ),
    ),
    (
        "noch_nicht",
        "bekannt bekannt_gegeben bekanntgegeben festgelegt veröffentlicht bestimmt terminiert verfügbar",
    ),
    (
        "aún_no todavía_no",
        "definid_ fijad_ publicad_ anunciad_ confirmad_ determinad_ establecid_ disponible conocid_",
    ),
    (
        "ainda_não ainda_por",
        (
            "definid_ fixad_ publicad_ anunciad_ confirmad_ determinad_ divulgad_ conhecid_ disponível"
            " definir"
            " confirmar anunciar"
        ),
    ),
    (
        "jeszcze_nie nie jeszcze_nie_został jeszcze_nie_została jeszcze_nie_zostało",
        (
            "ogłoszono ustalono określono podano opublikowano ogłoszony ogłoszona ogłoszone ustalony ustalona"
            " ustalone określony określona wyznaczono wyznaczony znany znana"
        ),
    ),
)


_ENDINGS = ("o", "a", "i", "e", "os", "as")  # Italian, Spanish and Portuguese


def _expressions() -> str:
    found = [_TO_COME]
    for beginnings, endings in _STILL_NOT:
        found += [f"{one}_{other}" for one, other in product(beginnings.split(), _genders(endings))]
    return " ".join(found)


def _genders(row: str) -> list[str]:
    """The words of a row, those cut off with `_` in all their endings."""
    return [
        word.removesuffix("_") + ending
        for word in row.split()
        for ending in (_ENDINGS if word.endswith("_") else ("",))
    ]


NOT_YET = {0: _expressions(), 1: _NONE}
