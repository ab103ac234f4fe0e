"""Where the catalogue is."""

from pathlib import Path

from clustercalls.disk.folders import OWN_CATALOGUE, own_file
from clustercalls.errors import InputRefused, problem

ZONE = "Europe/Brussels"  # on whose clock what is on offer is looked at


def path() -> Path:
    """The file of the catalogue, whether it is there or not.

    Raises:
        InputRefused: when no home is known.
    """
    file = own_file(*OWN_CATALOGUE)
    if not file:
        raise InputRefused(problem("no-catalogue-folder"))
    return Path(file)
