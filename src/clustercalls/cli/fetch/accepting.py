"""Proposals accepted: the entries edited as `move` and `set` would, the new ones followed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from clustercalls.cli import output
from clustercalls.cli.fetch.differing import Difference
from clustercalls.cli.fetch.followed import offers
from clustercalls.cli.fetch.news import NewForUs
from clustercalls.cli.keep.act import PlannedEdit, done_to
from clustercalls.cli.keep.add_several import add_several
from clustercalls.cli.keep.chosen import ChosenEntry, by_name
from clustercalls.cli.keep.desk import Desk, entry_at
from clustercalls.cli.work.done_days import DoneDays
from clustercalls.editing.accepted import accepted, checked
from clustercalls.editing.document import Address, Document
from clustercalls.editing.moves import noted
from clustercalls.editing.typed_dates import ReadDate
from clustercalls.errors import ADVICE, Problem, UsageRefused, problem
from clustercalls.reconcile.proposal import Act
from clustercalls.reconcile.proposals import was_of
from clustercalls.render import proposals


def accept(desk: Desk, differences: Sequence[Difference], new: Sequence[NewForUs]) -> int:
    """Accepts these; what only a person can decide is said, and left. The exit code of what was not read.

    Raises:
        Refusal: when an entry cannot be edited so; then none is.
    """
    code = 0
    mine = {each.proposal.mark: each for each in differences if each.proposal.act is not Act.NOTHING}
    t = desk.context.t
    for each in differences:
        if each.proposal.act is Act.NOTHING:
            about = f"{proposals.name(each.proposal)}: {proposals.text(each.proposal, t)}"
            desk.say(t("Left to you: {about}.", about=about))
    if mine:
        ids = dict.fromkeys(each.proposal.entry.id for each in mine.values())
        targets, code = by_name(desk, ids, staged=False)
        by_id = {target.address.id: target for target in targets}
        every = [_still(by_id, each)._replace(stage=mark) for mark, each in mine.items()]
        done_to(desk, every, _Accepting(desk, mine).step)
    return max(code, _followed(desk, [each.name for each in new]))


def _followed(desk: Desk, names: Sequence[str]) -> int:
    """Follows these; one that is there already is said, and the others are followed all the same."""
    if not names:
        return 0
    try:
        return add_several(desk, offers(names), again=False, by_day=True)
    except UsageRefused as refused:
        if len(names) == 1:
            output.tell(_as_of_follow(refused.problem, names[0]), desk.context.t)
            return refused.exit_code
    return max(_followed(desk, [name]) for name in names)


def _as_of_follow(told: Problem, name: str) -> Problem:
    """That an entry is there already, with the command that adds another one: review has no --again."""
    if told.code != "already-kept":
        return told
    again = f"clustercalls follow {output.shell_word(name)} --again"
    return replace(told, values=tuple((dict(told.values) | {"again": again}).items()))


def _still(by_id: Mapping[str, ChosenEntry], difference: Difference) -> ChosenEntry:
    """The entry that is meant.

    Raises:
        UsageRefused: when it is there no more: a part of its name may be another's.
    """
    name = difference.proposal.entry.id
    if name not in by_id:
        raise UsageRefused(problem("unknown-id", None, id=name, advice=ADVICE["every id"]))
    return by_id[name]


class _Accepting(NamedTuple):
    """What was accepted, by its mark."""

    desk: Desk
    differences: Mapping[str, Difference]

    def step(self, document: Document, where: Address, mark: str, read: ReadDate) -> PlannedEdit | None:
        """The edit of one of them; None when the entry says so by now."""
        proposal, theirs, _ = self.differences[mark]
        if theirs is None and proposal.act is not Act.DONE:
            return None
        entry, table, t = entry_at(document, where), document.table(where), self.desk.context.t
        if was_of(entry, proposal) != proposal.was:
            raise UsageRefused(problem("changed-meanwhile", id=proposals.name(proposal)))
        if theirs is None:
            days = {(where.id, proposal.stage): proposal.now}
            return DoneDays(self.desk, days, frozenset(days.values())).step(
                document, where, proposal.stage, read
            )
        ops = accepted(document, entry, table, proposal, theirs, read)
        if not ops:
            return None
        moment = self.desk.moment(document)
        source = theirs.source
        because = proposal.quote or (source.title if source else "")
        ops += checked(table, ops, moment.today())
        edit = noted(document, where, ops, moment, (because, theirs.url))
        line = f"{proposals.name(proposal)}: {proposals.text(proposal, t)}."
        return PlannedEdit(edit, (line,))
