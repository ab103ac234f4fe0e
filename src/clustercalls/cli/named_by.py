"""Which variable of the environment named a file of ours that is not as it should be."""

import os

from clustercalls.disk.folders import CACHE, OWN_CONFIG, OWN_REGISTRY, STATE, user_folder_text
from clustercalls.errors import Problem

KEPT = (STATE[:2], CACHE[:2])  # what stands there is named by nothing else
EVERY = (*KEPT, OWN_CONFIG[:2], OWN_REGISTRY[:2])


def with_variable(trouble: Problem, folders: tuple[tuple[str, str], ...] = KEPT) -> Problem:
    """The problem of a file in one of these folders with the variable that names it, if one does.

    It is as it was where something else is known to name the file.
    """
    if not trouble.place.file or any(name == "namer" for name, _ in trouble.values):
        return trouble
    file = os.path.normpath(trouble.place.file)
    for variable, fallback in folders:
        if os.environ.get(variable, "").startswith("/"):
            folder = os.path.normpath(user_folder_text(variable, fallback))
            if folder in {file, f"{file}/clustercalls"} or file.startswith(f"{folder}/"):
                return trouble.named_by("by variable", variable=variable)
    return trouble
