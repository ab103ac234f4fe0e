"""What is done with what a person decided about the sources; at a terminal, asked one by one."""

from pathlib import Path

from clustercalls.cli import output
from clustercalls.cli.fetch.accepting import accept
from clustercalls.cli.fetch.decided import decide
from clustercalls.cli.fetch.open_items import OpenItems
from clustercalls.cli.fetch.sync_report import about
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.desk import Desk
from clustercalls.decisions import with_ignored
from clustercalls.errors import Refusal
from clustercalls.i18n import Language
from clustercalls.reconcile.proposal import Act
from clustercalls.render import proposals
from clustercalls.render.safe import safe_text

ACCEPT, IGNORE, LATER, QUIT = "accept", "ignore", "later", "quit"


class Deciding:
    """Decisions carried out, for the registry of these paths."""

    def __init__(self, desk: Desk, paths: tuple[Path, ...]) -> None:
        self.desk, self._paths = desk, paths

    def accept(self, items: OpenItems) -> int:
        """Edits the entries, follows the new ones; the exit code of what could not be read.

        Raises:
            Refusal: when an entry cannot be edited so.
        """
        return accept(self.desk, items.differences, items.new)

    def ignore(self, items: OpenItems) -> None:
        """Remembers that nobody is to be asked about these again.

        Raises:
            Refusal: when it cannot be remembered.
        """
        marks = [*(each.proposal.mark for each in items.differences), *(each.name for each in items.new)]
        names = [
            *(proposals.name(each.proposal) for each in items.differences),
            *(each.name for each in items.new),
        ]
        line = self.desk.context.t("Ignored, until its source says another: {names}.", names=", ".join(names))
        if self.desk.editing.dry_run:
            output.write([safe_text(line), "\n"])
            return
        decide(self._paths, lambda decided: with_ignored(decided, marks))
        self.desk.say(line)


def one_by_one(every: OpenItems, deciding: Deciding) -> int:
    """Asks about each, and does at once what is answered; the worst exit code.

    What cannot be done is said, and the next one is asked about.

    Raises:
        Abandoned: at the end of the input.
    """
    t = deciding.desk.context.t
    items = [
        *(OpenItems([item], []) for item in every.differences),
        *(OpenItems([], [item]) for item in every.new),
    ]
    code = 0
    for number, item in enumerate(items, 1):
        for line in _shown(item, f"{number}/{len(items)}", t):
            output.say(safe_text(line))
        answer = _answer_to(item, t)
        if answer == QUIT:
            break
        try:
            if answer == ACCEPT:
                code = max(code, deciding.accept(item))
            elif answer == IGNORE:
                deciding.ignore(item)
        except Refusal as refused:
            output.tell(refused.problem, t)
            code = max(code, refused.exit_code)
    return code


def _shown(item: OpenItems, place: str, t: Language) -> list[str]:
    if item.differences:
        (difference,) = item.differences
        proposal = difference.proposal
        line = f"{proposals.name(proposal)}: {proposals.text(proposal, t)}"
        return [f"{place}  {proposal.entry.title}", line, *filter(None, [difference.url])]
    new = item.new[0]
    return [f"{place}  {new.name}", about(new, t), *filter(None, [new.hit.row.entry.url])]


def _answer_to(item: OpenItems, t: Language) -> str:
    """What is to be done with it, answered by a word or how it begins; later, where nothing is."""
    words = {ACCEPT: t("accept"), IGNORE: t("ignore"), LATER: t("later"), QUIT: t("quit")}
    if any(each.proposal.act is Act.NOTHING for each in item.differences):
        del words[ACCEPT]
    meanings = {
        ACCEPT: t("follow it") if item.new else t("have your entry say so"),
        IGNORE: t("never ask again, until its source says another"),
        LATER: t("leave it open, and go on"),
        QUIT: t("leave it and all others; what was accepted stays"),
    }
    return ask.one_word(words, LATER, meanings)
