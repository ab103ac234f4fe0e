"""Templates of steps: what is to be done how many working days before a deadline; two are here."""

from typing import Annotated

from msgspec import Meta, Struct

from clustercalls.limits import STAGES, TEXT_LETTERS

FARTHEST = 2_600  # working days: ten years, as `after` of the registry takes them
Text = Annotated[str, Meta(max_length=TEXT_LETTERS)]


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to do: `working_days` before the deadline, below zero, or 0 on its day; and whose it is."""

    id: Text
    working_days: Annotated[int, Meta(ge=-FARTHEST, le=0)]
    title: Text = ""
    owner: Text = ""


Steps = Annotated[tuple[Step, ...], Meta(max_length=STAGES)]
Templates = dict[str, Steps]

# Made of what research offices and consultants publish of their own calendars; docs/planning.md names them.
BUNDLED: Templates = {
    "lead": (
        Step("go-or-no-go", -45, "go or no-go"),
        Step("partners", -35, "partners agreed, tasks and costs shared out"),
        Step("mandate", -25, "mandate to sign and submit"),
        Step("letters", -15, "letters of support asked for"),
        Step("budget", -10, "costs agreed with the finance office"),
        Step("full-draft", -5, "full draft to the partners"),
        Step("test-submission", -3, "test submission"),
        Step("submit", -1, "submit, a day in hand"),
    ),
    "join": (
        Step("interest", -35, "say yes or no to the coordinator"),
        Step("data", -25, "legal data and PIC to the coordinator"),
        Step("mandate", -15, "mandate signed"),
        Step("budget", -10, "our costs agreed with the finance office"),
        Step("read-draft", -5, "full draft read"),
        Step("check-submitted", -1, "ask that it is submitted"),
    ),
}
