"""Where a memory that cannot be believed is kept aside."""

import os
from pathlib import Path


def name_beside(path: Path) -> Path:
    """The name beside it that is still free: what was put aside before is not buried."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.{number}.bad")):
        number += 1
    return aside
