"""How the stages of an entry hang together: names of their own, pointers that lead somewhere, no circles."""

from clustercalls import timeline
from clustercalls.edtf import FuzzyDate
from clustercalls.model import Entry, Stage
from clustercalls.registry import dates
from clustercalls.tables.findings import Bad, Findings, KeyPath


def are_worth_a_look(stages: tuple[Stage, ...]) -> bool:
    """Whether some stages share a name or point at one another: most entries are spared the check."""
    names = set()
    for stage in stages:  # one loop without a generator: it is gone through for every entry there is
        if stage.follows or stage.after or stage.id in names:
            return True
        names.add(stage.id)
    return False


def check(entry: Entry, places: list[KeyPath], findings: Findings) -> None:
    """Adds what is wrong between the stages of an entry; `places` are their paths, in the same order."""
    first: dict[str, KeyPath] = {}
    for stage, place in zip(entry.stages, places, strict=True):
        if first.setdefault(stage.id, place) is not place:
            findings.add("duplicate-stage", place, stage=stage.id, advice=_advice(first[stage.id], place))
    for stage, place in zip(entry.stages, places, strict=True):
        for key, target in (("after", stage.after.stage if stage.after else ""), ("follows", stage.follows)):
            if target and target not in first:
                others = tuple(each for each in first if each != stage.id)
                from clustercalls.registry.suggest import one_of

                advice = one_of(target, others) if others else {"advice": "There is no other stage here."}
                findings.add("dangling-stage", (*place, key), key=key, stage=target, **advice)
    if not findings:
        _check_follows(entry, first, findings)
        _check_after(entry, first, findings)


def _advice(first: KeyPath, second: KeyPath) -> str:
    if len(first) == len(second) == 1:
        return "Keep one of `dates` and `starts`."
    return 'Give one of them another id, such as id = "second".'


def _check_follows(entry: Entry, places: dict[str, KeyPath], findings: Findings) -> None:
    follows = {stage.id: stage.follows for stage in entry.stages}
    told: set[str] = set()
    for start, followed in follows.items():
        chain, name = [start], followed
        while name and name not in chain:
            chain.append(name)
            name = follows[name]
        if name == start and start not in told:
            told.update(chain)
            _tell_circle((*chain, start), (*places[start], "follows"), "Take `follows` out of one.", findings)


def _check_after(entry: Entry, places: dict[str, KeyPath], findings: Findings) -> None:
    told: set[str] = set()
    known: dict[str, FuzzyDate | None] = {}
    for stage in entry.stages:
        if stage.after is None:
            continue
        try:
            when = timeline.resolved(entry, stage, known)
            if when:
                dates.within_years(when, when.text)
        except timeline.StageCircle as error:
            circle = error.stages[error.stages.index(error.stages[-1]) :]
            if not told.intersection(circle):
                told.update(circle)
                place = (*places[circle[0]], "after")
                _tell_circle(circle, place, "Give one of them its own `when`.", findings)
        except (OverflowError, Bad):
            findings.add("date-out-of-range", places[stage.id])


def _tell_circle(circle: tuple[str, ...], place: KeyPath, advice: str, findings: Findings) -> None:
    findings.add("stage-circle", place, stages=" → ".join(circle), advice=advice)
