"""Drafts put before a person, one after the other; or added as far as they need no answer."""

from collections.abc import Sequence

from clustercalls.cli import output
from clustercalls.cli.fetch.accepting import accept
from clustercalls.cli.importing.doubts import left_out, settled, told
from clustercalls.cli.importing.draft_entry import DraftEntry
from clustercalls.cli.importing.known_already import KnownDraft, known_already
from clustercalls.cli.importing.ticked_tasks import take_over, task_of
from clustercalls.cli.importing.understood import Understood
from clustercalls.cli.keep import ask
from clustercalls.cli.keep.add_in_editor import add_in_editor
from clustercalls.cli.keep.add_several import add_several
from clustercalls.cli.keep.desk import Desk
from clustercalls.cli.keep.new_file import file_for, folder_of_many
from clustercalls.errors import Refusal, UsageRefused, problem
from clustercalls.i18n import Language
from clustercalls.model import Registry
from clustercalls.reconcile.proposal import Proposal
from clustercalls.registry import notation
from clustercalls.registry.build import Defaults
from clustercalls.render import proposals
from clustercalls.render.drafts import known_text, tick_text
from clustercalls.render.safe import safe_text
from clustercalls.zones import Moment

ACCEPT, NEW, EDIT, SKIP, QUIT = "accept", "new", "edit", "skip", "quit"


def add_all(
    desk: Desk,
    read: Understood,
    chosen: Sequence[DraftEntry],
    registry: Registry,
    ticked: Sequence[Proposal],
    moment: Moment,
) -> int:
    """Adds what needs no answer and is new, in one act, and says what was left; the exit code.

    Raises:
        Refusal: when it cannot be added.
    """
    t, ready, left = desk.context.t, list[DraftEntry](), list[str]()
    for draft in chosen:
        known = _known(draft, registry, moment)
        if known:
            left += [_left_for(draft, known, t), *(f"   {line}" for line in known.told(t))]
        elif draft.unsure or not draft.is_named:
            left.append(t("{number}. {title}: needs an answer", number=draft.number, title=draft.title))
        else:
            ready.append(draft)
    code = _kept(desk, ready, again=False) if ready else 0
    left += [tick_text(task_of(each), t) for each in ticked]  # another's tick, on an entry that is ours
    if read.left:
        left.append(t("Not understood: {count}. See them with -f json.", count=len(read.left)))
    output.write(safe_text(line) + "\n" for line in left)
    return code


def _left_for(draft: DraftEntry, known: KnownDraft, t: Language) -> str:
    values = {"number": draft.number, "title": draft.title, "id": known.entry.id}
    if known.perhaps:
        return t("{number}. {title}: needs an answer, perhaps it is {id}", **values)
    return t("{number}. {title}: known already, {id}", **values)


def one_by_one(
    desk: Desk,
    read: Understood,
    chosen: Sequence[DraftEntry],
    registry: Registry,
    ticked: Sequence[Proposal],
    moment: Moment,
) -> int:
    """Asks about each, then about each tick, and does at once what is answered; the worst exit code.

    Raises:
        Abandoned: at the end of the input.
    """
    t, code, skipped = desk.context.t, 0, 0
    for number, draft in enumerate(chosen):
        known = _known(draft, registry, moment)
        for line in _shown(draft, known, len(read.entries), t):
            output.say(safe_text(line))
        if known and not (known.differences or known.perhaps):
            skipped += 1
            continue
        answer = _answer(t, known)
        if answer == QUIT:
            ticked, skipped = (), len(chosen) - number
            break
        skipped += answer == SKIP
        try:
            code = max(code, _done(desk, draft, known, answer, moment))
        except Refusal as refused:
            output.tell(refused.problem, t)
            code = max(code, refused.exit_code)
            skipped += 1
            if not isinstance(refused, UsageRefused):  # the next one could not be written either
                ticked, skipped = (), skipped + len(chosen) - number - 1
                break
    code = max(code, _ticked(desk, ticked))
    for left in read.left:
        output.say(safe_text(t("Not understood: {text}", text=left.text)))
    if chosen:
        desk.say(t("Entries read: {count}; left as they are: {left}.", count=len(chosen), left=skipped))
    return code


def _done(desk: Desk, draft: DraftEntry, known: KnownDraft | None, answer: str, moment: Moment) -> int:
    """Does what was answered about one; the exit code of what could not be read."""
    if answer == ACCEPT and known:
        return accept(desk, known.differences, [])
    if answer in {ACCEPT, NEW}:
        return _added(desk, draft, moment, again=answer == NEW)
    return _edited(desk, draft, moment) if answer == EDIT else 0


def _ticked(desk: Desk, ticked: Sequence[Proposal]) -> int:
    """Asks about what of ours is ticked."""
    t, code = desk.context.t, 0
    words = {ACCEPT: t("accept"), SKIP: t("skip"), QUIT: t("quit")}
    meanings = {
        ACCEPT: t("note it as done"),
        SKIP: t("leave it, and go on"),
        QUIT: t("leave it and all others; what was accepted stays"),
    }
    for number, proposal in enumerate(ticked, 1):
        output.say(safe_text(f"{number}/{len(ticked)}  {proposal.entry.title}"))
        output.say(safe_text(f"{proposals.name(proposal)}: {proposals.text(proposal, t)}"))
        answer = ask.one_word(words, SKIP, meanings)
        if answer == QUIT:
            break
        try:
            code = max(code, take_over(desk, proposal) if answer == ACCEPT else 0)
        except Refusal as refused:
            output.tell(refused.problem, t)
            code = max(code, refused.exit_code)
    return code


def _known(draft: DraftEntry, registry: Registry, moment: Moment) -> KnownDraft | None:
    return known_already(draft.kind, draft.table("draft", Defaults(), moment), registry.entries, moment)


def _shown(draft: DraftEntry, known: KnownDraft | None, count: int, t: Language) -> list[str]:
    lines = [f"{draft.number}/{count}  {draft.title}"]
    if known:
        lines.append(known_text(known.entry.id, t, perhaps=known.perhaps))
        same = t("Nothing in it is different: there is nothing to change.")
        return lines + (known.told(t) or [same])
    for fact in draft.draft.facts:
        if fact.key == "source" or (fact.key == "title" and fact.sure):  # how it is called stands above
            continue
        page = f" ({t('p. {page}', page=fact.page)})" if fact.page else ""
        is_sentence = fact.quote != draft.title or bool(page)  # a row, or a component, has none
        lines += (
            [f"  {told(fact, t)}", f"    “{fact.quote}”{page}"] if is_sentence else [f"  {told(fact, t)}"]
        )
    return lines


def _answer(t: Language, known: KnownDraft | None) -> str:
    """What is answered: what is known is not edited, and what may be may also be new."""
    words = {ACCEPT: t("accept"), NEW: t("new"), EDIT: t("edit"), SKIP: t("skip"), QUIT: t("quit")}
    meanings = {
        ACCEPT: t("have {id} say so", id=known.entry.id) if known else t("add it to your registry"),
        NEW: t("add it as an entry of its own"),
        EDIT: t("add it as you write it in your editor"),
        SKIP: t("leave it, and go on"),
        QUIT: t("leave it and all others; what was accepted stays"),
    }
    if known is None or not known.perhaps:
        del words[NEW]
    if known is not None:
        del words[EDIT]
        if not known.differences:  # there is nothing to change
            del words[ACCEPT]
    return ask.one_word(words, SKIP, meanings)


def _added(desk: Desk, draft: DraftEntry, moment: Moment, *, again: bool) -> int:
    """Adds one, having asked what is not sure, and says what was left out; `again` beside a like one."""
    t = desk.context.t
    draft = settled(draft, moment, t)
    code = _kept(desk, [draft], again=again)
    if left := left_out(draft, t):
        desk.say(left)
    return code


def _kept(desk: Desk, drafts: Sequence[DraftEntry], *, again: bool) -> int:
    """Adds these, which were not there when the registry was read.

    Raises:
        UsageRefused: when somebody added one of them since then.
    """
    try:
        return add_several(desk, drafts, again=again, by_day=True)
    except UsageRefused as refused:
        why = refused.problem
        if why.code == "already-kept":
            why = problem("kept-meanwhile", why.place, **dict(why.values))
        raise UsageRefused(why) from None


def _edited(desk: Desk, draft: DraftEntry, moment: Moment) -> int:
    """Opens the editor on it, what is not sure in comments above."""
    t = desk.context.t
    many = folder_of_many(desk, None)
    table = draft.table(draft.id_for(set()), Defaults(), moment)
    unsure = "".join(f"# {safe_text(told(each, t))}: “{safe_text(each.quote)}”\n" for each in draft.unsure)
    text = unsure + notation.block(draft.kind, notation.in_order(table))
    return add_in_editor(desk, many or file_for(desk, None), draft.kind, many, begun_as=text)
