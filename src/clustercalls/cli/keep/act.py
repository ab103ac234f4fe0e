"""One act on several entries: planned for each, refused whole with all that cannot be, written as one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from clustercalls.cli.keep.chosen import ChosenEntry, refuse
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.known import still
from clustercalls.cli.keep.typed_date import Answers, asking, reading
from clustercalls.editing.document import Address, Document
from clustercalls.editing.edits import Edit, merged
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import InputRefused, Place, Problem, Refusal, UsageRefused

DOUBTFUL = "ambiguous-date"  # what a person can answer


class PlannedEdit(NamedTuple):
    """The edit of one entry, and what is said of it, a line a stage."""

    edit: Edit
    lines: tuple[str, ...]
    remark: str = ""  # of a dry run


Plan = Callable[[Document, Address, str, ReadDate], PlannedEdit | None]
Files = dict[Document, list[ChosenEntry]]
Wrong = tuple[ChosenEntry, Refusal]
Alike = tuple[str, tuple[tuple[str, str], ...]]  # a problem wherever it is


def done_to(desk: Desk, targets: Sequence[ChosenEntry], plan: Plan, last: str = "") -> None:
    """Does what is planned to all of these entries, or to none; `last` is said behind what was done.

    At a terminal a date that could be two is asked about once, before anything is held.

    Raises:
        Refusal: when it cannot be done to one; each that it cannot be done to is told.
    """
    files = {document: list(dict.fromkeys(its)) for document, its in _by_file(targets).items()}
    number, answers = sum(map(len, files.values())), Answers()
    if desk.answers:
        _rehearse(desk, files, plan, answers)
    with desk.act(list(files)) as every:
        wrong: list[Wrong] = []
        for held, (opened, its) in zip(every, files.items(), strict=True):
            now = [each._replace(address=still(held, opened, each.address)) for each in its]
            read = reading(desk.moment(held.document), answers)
            made = _planned(held.document, now, plan, read, wrong)
            if made:
                edit = merged(held.document, [(address, step.edit) for address, step in made])
                lines = tuple(line for _, step in made for line in step.lines)
                held.remark = made[0][1].remark
                held.make_of_each(edit, tuple(address.id for address, _ in made), lines)
        refuse(_told_once(wrong, number), desk)
    if last and any(held.changed for held in every):
        desk.say(last)


def _by_file(targets: Iterable[ChosenEntry]) -> Files:
    files: Files = {}
    for each in targets:
        files.setdefault(each.document, []).append(each)
    return files


def _rehearse(desk: Desk, files: Files, plan: Plan, answers: Answers) -> None:
    """Tells what cannot be, then asks what is doubtful."""
    number = sum(map(len, files.values()))
    sure = _wrong(files, plan, {each: reading(desk.moment(each), answers) for each in files})
    doubtful = [each for each in sure if each[1].problem.code == DOUBTFUL]
    refuse(_told_once([each for each in sure if each not in doubtful], number), desk)
    if doubtful:
        asked = _wrong(files, plan, {each: asking(desk.moment(each), answers, desk) for each in files})
        refuse(_told_once(asked, number), desk)


def _wrong(files: Files, plan: Plan, readers: dict[Document, ReadDate]) -> list[Wrong]:
    """What cannot be done to entries as they were opened."""
    wrong: list[Wrong] = []
    for opened, its in files.items():
        _planned(opened, its, plan, readers[opened], wrong)
    return wrong


def _planned(
    document: Document, targets: Iterable[ChosenEntry], plan: Plan, read: ReadDate, wrong: list[Wrong]
) -> list[tuple[Address, PlannedEdit]]:
    """What is to be done to each entry of a file, on the file as it is; what cannot be goes to `wrong`."""
    made: dict[Address, PlannedEdit] = {}
    for target in targets:
        address, before = target.address, made.get(target.address)
        its, there = document.excerpt(address)
        now = its.with_text(before.edit.text, before.edit.meant) if before else its
        try:
            step = plan(now, there, target.stage, read)
        except (UsageRefused, InputRefused) as refused:
            wrong.append((target, refused))
            continue
        if step:
            made[address] = _behind(before, step) if before else step
    return list(made.items())


def _behind(before: PlannedEdit, step: PlannedEdit) -> PlannedEdit:
    """Two steps of one entry as one."""
    touched = step.edit.touched[0]._replace(before=before.edit.touched[0].before)
    return PlannedEdit(step.edit._replace(touched=(touched,)), (*before.lines, *step.lines), step.remark)


def _told_once(wrong: Sequence[Wrong], number: int) -> list[Refusal]:
    """Each refusal with the entry it is of; once without one what is wrong for all of them."""
    alike: dict[Alike, list[Wrong]] = {}
    for each in wrong:
        found = each[1].problem
        alike.setdefault((found.code, found.values), []).append(each)
    return [told for same in alike.values() for told in _of_each(same, whole=len(same) == number)]


def _of_each(same: Sequence[Wrong], *, whole: bool) -> Iterator[Refusal]:
    for target, refused in same[:1] if whole else same:
        found = refused.problem
        place = found.place if whole or found.place.entry else Place(found.place.file, 0, target.address.id)
        yield type(refused)(Problem(found.code, place, found.values))
