"""The commands that edit, each with the entry it means to leave."""

from datetime import date

from harness import Bench, Edit

AS_OF = ("--as-of", "2026-11-22")
TODAY = date(2026, 11, 22)
ID = "seed-00003"


def edits(bench: Bench) -> list[Edit]:
    """One edit of every command; `undo` takes back what a `set` did."""
    one = bench.old[ID]
    row = {"stage": "deadline", "was": one["deadline"], "noticed": TODAY}
    new = {"id": "new", "title": "N", "deadline": date(2028, 2, 29), "checked": TODAY}
    add = ("add", "--id", "new", "--title", "N", "--deadline", "2028-02-29", *AS_OF)
    moved = one | {"deadline": date(2027, 12, 24), "history": [row]}
    owned = one | {"owner": "anna"}
    set_owner = Edit("set", ("set", ID, "owner=anna", *AS_OF), ID, owned, bench.text)
    bench.reset(set_owner)
    done = bench.run(*set_owner.arguments)
    assert done.code == 0, done.err
    text, journal = bench.registry.read_text(encoding="utf-8"), bench.journal.read_bytes()
    return [
        Edit("add", add, "new", new, bench.text),
        Edit("move", ("move", ID, "2027-12-24", *AS_OF), ID, moved, bench.text, lines_gone=1),
        set_owner,
        Edit("confirm", ("confirm", ID, *AS_OF), ID, one | {"checked": TODAY}, bench.text, lines_gone=1),
        Edit("edit", ("edit", ID, *AS_OF), ID, one | {"title": "Sown 3"}, bench.text, lines_gone=2),
        Edit("remove", ("remove", ID, "--yes", *AS_OF), ID, None, bench.text, lines_gone=6),
        Edit("undo", ("undo", *AS_OF), ID, one, text, journal, lines_gone=1),
    ]
