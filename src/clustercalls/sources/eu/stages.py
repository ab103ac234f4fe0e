"""The stages of a record: when it opens, and until when one can apply."""

from typing import NamedTuple

from clustercalls.limits import STAGES
from clustercalls.sources.eu.answer import PortalRecord
from clustercalls.sources.eu.asking import Type
from clustercalls.sources.eu.moments import BRUSSELS, SEE_PAGE, Closing, closings, opening

Stage = dict[str, object]  # as a registry has it
SINGLE, TWO, MANY = "single-stage", "two-stage", "multiple cut-off"


class Staged(NamedTuple):
    """The stages, in order, and what is to be noted of them."""

    stages: tuple[Stage, ...]
    note: str = ""


def staged(record: PortalRecord, kind: Type) -> Staged:
    """The stages of a record; where its model and its dates contradict each other, the dates count.

    Of very many dates, which no call has, the last ones.
    """
    opens = opening(record, kind)
    first = [_stage("opens", "opens", opens)] if opens else []
    moments, model = closings(record, kind)[-(STAGES - 1) :], _model(record)
    names = _names(len(moments), model)
    stages = [_stage(name, "deadline", moment) for name, moment in zip(names, moments, strict=False)]
    if len(names) > len(moments):  # the second date is not announced
        stages.append({"id": "second", "kind": "deadline"})
    if "second" in names:
        stages[1]["follows"] = "first"
    if kind is Type.CASCADE:
        stages = [{**each, "note": SEE_PAGE} if "when" in each else each for each in stages]
    return Staged((*first, *stages), _contradiction(len(moments), model))


def _names(count: int, model: str) -> list[str]:
    if model == TWO and count in {1, 2}:
        return ["first", "second"]
    return ["deadline"] if count == 1 else [f"cut-off-{number}" for number in range(1, count + 1)]


def _contradiction(count: int, model: str) -> str:
    most = {SINGLE: 1, TWO: 2}.get(model, count)
    return f"the portal calls it {model}, and gives {count} dates" if count > most else ""


def _model(record: PortalRecord) -> str:
    """One stage, two, or many cut-offs; of a record that does not say, what its actions or its name do."""
    model = record.first("deadlineModel").strip().lower()
    if model in {SINGLE, TWO, MANY}:
        return model
    actions = record.inner("actions")
    procedures = (each.get("submissionProcedure") for each in _tables(actions))
    names = [each.get("abbreviation") for each in procedures if isinstance(each, dict)]
    names += [record.first("identifier"), record.first("callIdentifier")]
    return TWO if any(TWO in name.lower() for name in names if isinstance(name, str)) else ""


def _tables(value: object) -> list[dict[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _stage(name: str, kind: str, moment: Closing) -> Stage:
    stage: Stage = {"id": name, "kind": kind, "when": moment.day.isoformat()}
    return stage if moment.at is None else stage | {"at": moment.at.isoformat(), "zone": BRUSSELS}
