"""What stands directly before a date and says how it bounds: a label, "until", "from", "since"."""

from clustercalls.enumerations import StageKind

# A label before a date, and nothing else in its line: "Start: 21 January".
LABELLED = (
    (StageKind.OPENS, r"(?:start|begin|beginn|inicio|inizio|debut|od|ab|dal|from|opening|open|avvio|inicia)"),
    (StageKind.DEADLINE, r"(?:ende|end|fine|fin|fim|koniec|bis|al|to|until|closing|close|termina|do)"),
)
# Directly before a date.
UNTIL = (
    r"\b(?:until|till|by|before|no later than|not later than|up to|through|at the latest(?: by| on)?"
    r"|on or before"
    r"|entro(?: e non oltre)?(?: le| la)?|(?:e )?non oltre|fino(?: e non oltre)?(?: a| al| alle)?"
    r"|sino(?: a| al| alle)"
    r"|jusqu'(?:au|a|en)|avant(?: le)?|au plus tard|d'ici(?: le| au)?|(?:noch )?bis(?: zum"
    r"| spatestens| einschlie[a-z]+)?"
    r"|spatestens(?: bis)?(?: zum| am)?|innerhalb(?: des)?|hasta|a mas tardar|antes del?|ate"
    r"|(?:noch )?vor dem|bis einschlie[a-z]+|noch bis einschlie[a-z]+|e nao ate|prima del|antes de"
    r"|ende|do(?! dia)(?: dnia)?|najpozniej(?: do)?|nie pozniej niz)(?: proximo| prossimo| prochain| next"
    r"| nachsten| kommenden| il| le| la| el| den| dem| zum| al| ao| o"
    r"| dia| das| las| los| as| the| du| alle| ore)*"
    r"(?: \d{1,2}[:.h]?\d{0,2} ?(?:uhr|h|horas)?,?(?: \([^()]{1,30}\))?"
    r"(?: of| del| di| de| du| des| do dia| del dia)?)?(?: ?:)? ?$"
)
# Directly behind a date: "5 May at the latest".
UNTIL_BEHIND = (
    r" (?:at the latest|al piu tardi|au plus tard|spatestens|como maximo|a mas tardar|o mais tardar"
    r"|najpozniej)\b(?! (?:aber |jedoch )?(?:on|by|il|le|am|bis|zum|el|al|a|o|do)\b)"
)
SINCE = r"\b(?:since|seit|depuis|sin dal?|fin dal?|od)(?: dem| le| el| il)? ?$"
FROM = (
    r"\b(?:from|starting(?: on| from)?|as of|dal|dall'|a partire dal?(?:l')?|da|a decorrere dal"
    r"|a partir d[eou](?:l)?|a compter du|des"
    r"|ab|vom|von|desde|a partir del|od(?: dnia)?|z(?: dnia)?|poczawszy od|start(?: am| im| ab| in)?"
    r"|beginn(?: am| im)?)(?: dem| le| el| il| pasado| o| dia| do)* ?$"
)
# Before a month in which something is not yet begun: "nobody starts before September".
NOT_BEGUN = (
    r"\b(?:start\w*|begin\w*|inizi\w+|partir\w*|commenc\w+|demarr\w+|beginn\w*|starte\w*|empez\w+|empiez\w+"
    r"|comec\w+|zaczn\w+|rozpoczn\w+) (?:not )?(?:before|prima di|avant|(?:nicht )?vor|antes de|przed) ?$"
)
# Before a date that it is not: "(not 4 May)".
NOT = (
    r"\b(?:not|non|pas|nicht|nao|nie|no(?= (?:el|hasta)\b))(?: (?:on|until|by|before|il|al|fino al"
    r"|entro il|le|au|am|bis|bis zum|el|hasta el|a|ate|dnia|do))? ?$"
)
