"""A made-up EU portal on loopback, which offers COUNT records.

    python benchmarks/made_up_portal.py 1422

Prints the address of its search, and answers until it is ended. A record has what the portal's have and
weighs what they do: a topic about 19 kB, most of it the HTML of its description and its conditions and a
budget that names every topic of its call. The types stand to each other as there, and the same COUNT gives
the same records, but for what means nothing: when they were indexed, and the seconds of their dates.
"""

import json
import random
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from urllib.parse import parse_qs, urlsplit

from made_up import TODAY

Metadata = dict[str, list[str]]

WHOLE = {"1": 1_219, "8": 176, "2": 27}  # of 1,422 records: topics, cascade calls, prospects
REFERENCES = {"1": "TOPICSen", "8": "COMPETITIVE_CALLen", "2": "PROSPECTSEN"}
SISTERS = 12  # topics of a call
LETTERS = "etaoinshrdlucmfwypgbvk"
WORDS, PARAGRAPHS = 9_000, 600
PROGRAMMES = ("43108390", "43252476", "43152860", "43252405", "44416173")
MODELS = ("single-stage", "single-stage", "two-stage", "multiple cut-off")
CONDITION = (
    '<p><strong>{number}. {title}</strong></p><p>{text} described in <a href="https://ec.europa.eu/info/'
    'funding-tenders/opportunities/docs/2021-2027/horizon/wp-call/2026-2027/wp-13-general-annexes_en.pdf"'
    ' target="_blank" rel="noopener noreferrer">Annex&nbsp;{letter}</a> of the Work Programme&rsquo;s General'
    " Annexes.</p>"
)


@cache
def words() -> tuple[str, ...]:
    """Made-up words, the frequent ones first and short."""
    chance = random.Random(1)  # noqa: S311 - the same for every run
    made = {"".join(chance.choices(LETTERS, k=3 + number * 7 // WORDS)) for number in range(WORDS)}
    return tuple(sorted(made, key=lambda word: (len(word), word)))


@cache
def prose(length: int) -> str:
    """A paragraph of HTML; as in any language a hundred words make up two fifths of it."""
    chance, every = random.Random(length), words()  # noqa: S311 - as above
    chosen = [every[int(len(every) * chance.random() ** 5)] for _ in range(60 + length % 40)]
    chosen[7:9] = [f"<strong>{chosen[7]}", f"{chosen[8]}</strong>"]
    chosen[20] += "&nbsp;&ndash;"
    return f"{' '.join(chosen).capitalize()}."


def title(number: int, letters: int) -> str:
    """As many words of a paragraph as these letters hold."""
    plain = (
        prose(number % PARAGRAPHS)
        .replace("<strong>", "")
        .replace("</strong>", "")
        .replace("&nbsp;&ndash;", "")
    )
    return plain[:letters].rpartition(" ")[0]


def html(number: int, paragraphs: int) -> str:
    """So many paragraphs and a list."""
    chance = random.Random(number)  # noqa: S311 - as above
    chosen = [prose(chance.randrange(PARAGRAPHS)) for _ in range(paragraphs)]
    text = "".join(f"<p>{each}</p>\n" for each in chosen[:-2])
    items = "</li><li>".join(chosen[-2:])
    return f'<span class="topicdescriptionkind">Scope</span>:{text}<ul><li>{items}</li></ul>'


def day_of(number: int) -> date:
    """The first deadline of a record: half are ahead."""
    return TODAY + timedelta(days=random.Random(number).randint(-300, 300))  # noqa: S311 - as above


def at(day: date, clock: str = "00:00:00") -> str:
    """A day as the portal writes it."""
    return f"{day}T{clock}.000+0000"


def common(kind: str, number: int, asked: int) -> Metadata:
    """What a record of any type has; `asked` is when it was asked for."""
    indexed = at(TODAY, f"{asked % 24:02}:{number % 60:02}:07")
    return {
        "type": [kind],
        "language": ["en"],
        "DATASOURCE": ["SEDIA"],
        "status": ["31094501" if number % 5 == 0 else "31094502"],
        "programmePeriod": ["2021 - 2027"],
        "frameworkProgramme": [PROGRAMMES[number % len(PROGRAMMES)]],
        "esDA_IngestDate": [indexed],
        "esDA_QueueDate": [indexed],
        "es_SortDate": [at(day_of(number))],
        "focusArea": [],
        "sortStatus": ["2"],
        "REFERENCE": [f"{number}{REFERENCES[kind]}"],
    }


def topic(number: int, asked: int) -> Metadata:
    """A topic."""
    call, place = divmod(number, SISTERS)
    model, name = MODELS[call % len(MODELS)], f"HORIZON-CL{call % 6}-2027-{call:04}"
    days = [day_of(number) + timedelta(days=150 * each) for each in range(1 if model == MODELS[0] else 2)]
    dates = [each.isoformat() for each in days]
    status = {"id": 31094502, "abbreviation": "Open", "description": "Open"}
    grant = {"id": 43027846, "abbreviation": "HORIZON-AG", "description": "HORIZON Action Grant Budget-Based"}
    action = {
        "types": [
            {"typeOfAction": "HORIZON-RIA HORIZON Research and Innovation Actions", "typeOfMGA": [grant]}
        ],
        "status": status,
        "plannedOpeningDate": f"{days[0] - timedelta(days=90)}",
        "submissionProcedure": {"id": 31094505, "abbreviation": model, "description": model},
        "deadlineDates": dates,
    }
    links = [
        {"url": f"https://ec.europa.eu/research/participants/submission/{number}/{each}", "startDate": "0"}
        for each in range(6)
    ]
    news = {
        "approvalDate": "",
        "lastChangeDate": f"{days[0]}T10:00:00.5",
        "content": f"<p>{prose(place)}</p>",
    }
    return common("1", number, asked) | {
        "identifier": [f"{name}-{place:02}"],
        "ccm2Id": [f"{number}"],
        "title": [f"Topic {number}: {title(number, 80)}"],
        "callIdentifier": [name],
        "callTitle": [f"Call {call}: {title(call, 50)}"],
        "callccm2Id": [f"{call}"],
        "typesOfAction": ["HORIZON Research and Innovation Actions"],
        "typeOfMGAs": ["43027846"],
        "keywords": list(words()[number % 4_000 :][:6]),
        "tags": list(words()[call % 4_000 :][:4]),
        "crossCuttingPriorities": ["SSH", "AI", "DigitalAgenda"],
        "programmeDivision": ["43108390", "43108541", "43121563"],
        "startDate": [at(days[0] - timedelta(days=90))],
        "deadlineDate": [at(each) for each in days],
        "deadlineModel": [model],
        "actions": [json.dumps([action])],
        "budgetOverview": [json.dumps(budget(name, dates, model))],
        "latestInfos": [json.dumps([news])] if place == 0 else [],
        "links": [json.dumps(links)],
        "descriptionByte": [html(number, 9)],
        "topicConditions": [conditions(number)],
        "destinationDetails": [html(call, 6)],
        "url": [f"https://ec.europa.eu/info/funding-tenders/opportunities/topic-details/{name}-{place:02}"],
    }


def conditions(number: int) -> str:
    """What every topic says, with a paragraph of its own."""
    every = (
        CONDITION.format(
            number=each, title=prose(each)[:50], text=prose(100 + each)[:300], letter="ABCDEFG"[each]
        )
        for each in range(7)
    )
    return "".join(every) + f"<p>{prose(number % PARAGRAPHS)}</p>"


def budget(name: str, dates: list[str], model: str) -> object:
    """The pots of all topics of a call."""
    rows = {
        f"{each}": [{
            "action": f"{name}-{each:02} - HORIZON-RIA HORIZON Research and Innovation Actions",
            "plannedOpeningDate": dates[0], "deadlineModel": model, "deadlineDates": dates,
            "expectedGrants": 4, "minContribution": 2_000_000, "maxContribution": 4_000_000,
            "budgetYearMap": {"2027": f"{16_000_000 + each}"},
        }]
        for each in range(SISTERS)
    }  # fmt: skip
    return {"budgetYearsColumns": ["2027"], "budgetTopicActionMap": rows}


def cascade(number: int, asked: int) -> Metadata:
    """A call of a project: a fifth of these projects are clusters."""
    project = number % 40
    names = {
        "identifier": f"SMP-COSME-2024-CLUSTER-{project:02}",
        "title": f"Joint Cluster Initiatives {project}",
    }
    other = {"identifier": f"DIGITAL-2023-SKILLS-{project:02}", "title": f"Specialised programmes {project}"}
    return common("8", number, asked) | {
        **{key: [text] for key, text in (names if project % 5 == 0 else other).items()},
        "callTitle": [f"Open call {number}: {title(number, 60)}"],
        "callccm2Id": [f"{number}"],
        "projectAcronym": [f"PROJECT{project}"],
        "projectName": [title(project, 70)],
        "caName": [f"Agency {project}"],
        "budget": ["300000"],
        "currency": ["EUR"],
        "duration": ["<p>12 months</p>"],
        "startDate": [at(day_of(number) - timedelta(days=60))],
        "deadlineDate": [at(day_of(number), f"17:00:{(number + asked) % 60:02}")],
        "deadlineModel": ["single-stage"],
        "description": [html(number, 6)],
        "beneficiaryAdministration": [html(number + 1, 4)],
        "furtherInformation": [html(number + 2, 3)],
    }


def prospect(number: int, asked: int) -> Metadata:
    """A call of external action."""
    return common("2", number, asked) | {
        "callIdentifier": [f"EuropeAid/{number}/DD/ACT"],
        "identifier": [f"EuropeAid/{number}/DD/ACT"],
        "title": [f"Prospect {number}: {title(number, 80)}"],
        "budget": ["5000000"],
        "currency": ["EUR"],
        "deadlineDate": [at(day_of(number), f"10:00:{(number + asked) % 60:02}")],
    }


MAKERS: dict[str, Callable[[int, int], Metadata]] = {"1": topic, "8": cascade, "2": prospect}


def result(kind: str, number: int, asked: int) -> dict[str, object]:
    """A record as the search gives it."""
    metadata = MAKERS[kind](number, asked)
    return {
        "apiVersion": "2.155",
        "reference": f"{number}{REFERENCES[kind]}",
        "url": "".join(metadata.get("url", [f"https://ec.europa.eu/info/{number}"])),
        "contentType": "text/plain",
        "language": "en",
        "databaseLabel": "SEDIA",
        "database": "SEDIA",
        "summary": "".join(metadata["title"]),
        "weight": 4.0 + asked,
        "groupById": "2",
        "accessRestriction": False,
        "checksum": f"{number + asked:064X}",
        "metadata": metadata,
        "children": [],
    }


def counts(records: int) -> dict[str, int]:
    """How many of each type, of so many in all."""
    some = {kind: records * whole // sum(WHOLE.values()) for kind, whole in WHOLE.items()}
    return some | {"1": records - some["8"] - some["2"]}


class Portal(ThreadingHTTPServer):
    """The portal."""

    daemon_threads = True

    def __init__(self, records: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.counts, self.asked = counts(records), count()

    def answer(self, kind: str, page: int, size: int) -> bytes:
        """A page of the records of a type."""
        total, asked = self.counts[kind], next(self.asked)
        shown = range((page - 1) * size, min(page * size, total))
        head = {
            "apiVersion": "2.155",
            "terms": "***",
            "totalResults": total,
            "pageNumber": page,
            "pageSize": size,
        }
        results = [result(kind, number, asked) for number in shown]
        return json.dumps({**head, "results": results}).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers a search."""

    server: Portal
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answers with a page of the type that is asked for."""
        asked = parse_qs(urlsplit(self.path).query)
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        kind = next(each for each in WHOLE if f'{{"type": ["{each}"]}}' in body)
        answer = self.server.answer(kind, int(asked["pageNumber"][0]), int(asked["pageSize"][0]))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", f"{len(answer)}")
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


if __name__ == "__main__":
    with Portal(int(sys.argv[1])) as portal:
        print(f"http://127.0.0.1:{portal.server_port}/search", flush=True)
        portal.serve_forever()
