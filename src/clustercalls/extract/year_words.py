"""Words beside a date that say in which year it lies: past, to come, this year, the next."""

from clustercalls.extract.folded import Cues

PAST: Cues[bool] = Cues(
    {
        True: "scorso scorsa dernier derniere pasado pasada passado vergangenen ubieglego"
        " last_year last_month last_week since seit"
        " depuis sin_dal etait a_ete si_e_tenuto si_e_svolto fand_statt was_held took_place opened"
        " launched ha_aperto a_ouvert"
        " se_ha_publicado was were war waren eroffnet foi teve_lugar odbyl*"
    }
)
NEXT: Cues[bool] = Cues(
    {
        True: "prossimo prossima prochain prochaine proximo proxima nachsten kommenden najblizszego next"
        " will si_terra aura_lieu"
        " se_tiendra upcoming coming sara saranno sera seront wird werden sera_publicado"
        " se_celebrara odbedzie can may puo"
        " publicara publicaran pubblichera pubblicheranno publiera publieront serao sera uscira usciranno"
        " abrira abriran abrirao aprira apriranno ouvrira ouvriront lancera lanzara lancara paraitra"
        " possono konnen peuvent pueden podem mozna entro until bis jusqu'au hasta ate deadline scade fino_al"
    }
)
THIS_YEAR = (
    r"^[ ,]{0,2}(?:br\.?|b\.r\.|c\.a\.|corrente anno|dell'anno in corso|this year|d\. ?j\.|dieses jahres"
    r"|de este ano|deste ano|de cette annee|biezacego roku)\b"
)
NEXT_YEAR = (
    r"^[ ,]{0,2}(?:of )?(?:next year|(?:del )?prossimo anno|(?:del )?l'anno prossimo|de l'annee prochaine"
    r"|(?:des )?(?:nachsten|kommenden) jahres|del proximo ano|do proximo ano|przyszlego roku)\b"
)
