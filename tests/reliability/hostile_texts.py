"""Every injection in every field by itself, through every output: `make hostile-text`; half an hour.

`python tests/reliability/hostile_texts.py [SHARE]` tries one in SHARE of them. The suite has all of them in
one registry (`tests/acceptance/test_hostile_text.py`).
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from harness import Figures

import hostile
from judges import JUDGES
from outputs import DAY, OUTPUTS, judged, ran, registry_of

PLAIN = ["word", "word"]


def every_output(share: int) -> Figures:
    """A call and an event with the injection in one field: the shape is that of plain words."""
    Path("other.toml").write_text(registry_of(["other", "other"]))
    twin, evil = Path("twin.toml"), Path("evil.toml")
    twin.write_text(registry_of(PLAIN))
    shapes = {name: judged(output, twin).shape for name, output in OUTPUTS.items()}
    broken: list[str] = []
    tried = 0
    for number, (name, field) in enumerate(product(hostile.INJECTIONS, hostile.TEXTS + hostile.ADDRESSES)):
        if number % share:
            continue
        evil.write_text(registry_of([hostile.INJECTIONS[name]] * 2, field))
        twin.write_text(registry_of(PLAIN, field))
        shutil.rmtree(
            ".local", ignore_errors=True
        )  # what was looked at: each is looked at for the first time
        for shown, output in OUTPUTS.items():
            tried += 1
            found = judged(output, evil)
            # What is compared with another file differs by field; the others are as they ever are.
            shape = judged(output, twin).shape if "against" in shown else shapes[shown]
            if found.harm or found.shape != shape:
                broken.append(f"{name} in {field}, {shown}: {found.harm or 'another shape'}")
    return Figures("every injection, field and output", tried, [*broken, *_acted()])


def every_refusal(share: int) -> Figures:
    """What cannot be in a field is told on one line, by `check`, on standard error and in a message."""
    path = Path("bad.toml")
    broken: list[str] = []
    tried = 0
    for number, (name, field) in enumerate(product(hostile.INJECTIONS, hostile.REFUSED)):
        if number % share:
            continue
        path.write_text(hostile.bad([hostile.INJECTIONS[name]], [field]))
        for form, judge in {"": "lines", "plain": "terminal", "md": "md", "html": "html"}.items():
            tried += 1
            typed = ("remind", *DAY, "-f", form) if form else ("check",)
            done = ran(*typed, "-r", str(path), at_a_terminal=number % 2 == 0)
            harm = JUDGES[judge](done.out).harm + JUDGES["lines"](done.err).harm
            if harm or done.code not in {0, 1, 3}:
                broken.append(f"{name} in {field}, {form or 'check'}: exit {done.code} {harm}")
    return Figures("every injection where it is refused", tried, [*broken, *_acted()])


def _acted() -> Iterator[str]:
    if Path(hostile.CANARY).exists():
        yield "the canary is there"


def main(share: int) -> int:
    """Prints a line a trial; 1 when anything acted."""
    failed = False
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        os.environ.update({"HOME": folder, "LANG": "C.UTF-8", "NO_COLOR": "1"})
        os.chdir(folder)
        for trial in (every_refusal, every_output):
            begin = time.monotonic()
            found = trial(share)
            seconds = time.monotonic() - begin
            print(f"{found.trial:<40} {found.tried:>6} tried {len(found.broken):>4} broken {seconds:>7.1f} s")
            for each in found.broken[:20]:
                print(f"    {each}", flush=True)
            failed = failed or bool(found.broken)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
