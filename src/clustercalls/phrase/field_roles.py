"""What the date of each field is: something is due then, or begins, or was published."""

from enum import Enum


class Role(Enum):
    """What the date of a field is, by the field: the key of an entry, or the kind of a stage."""

    DUE = "deadline"  # something is to be done until then
    REGISTERS = "registration"
    OURS = "internal"
    OPENS = "opens"
    PUBLISHED = "published"
    STARTS = "starts"  # an event begins, or is
    ENDS = "ends"
    NOTED = "checked"  # somebody looked or wrote
    WRITTEN = "source.date"
    INFORMS = "info_day"
    INTERVIEWS = "interview"
    DECIDES = "decision"
    SOME = ""  # a day on which something happens

    @property
    def plain(self) -> "Role":
        """The role that its dates are read by: several are due, noted or of some day alike."""
        return _PLAIN.get(self, self)

    @property
    def begins(self) -> bool:
        """Whether something begins then."""
        return self in {Role.OPENS, Role.PUBLISHED, Role.STARTS}

    @property
    def looks_back(self) -> bool:
        """Whether a date without its year is the last one."""
        return self.plain in {Role.PUBLISHED, Role.NOTED}


_PLAIN = {
    Role.REGISTERS: Role.DUE,
    Role.OURS: Role.DUE,
    Role.WRITTEN: Role.NOTED,
    **dict.fromkeys((Role.INFORMS, Role.INTERVIEWS, Role.DECIDES), Role.SOME),
}
_ROLES = {role.value: role for role in Role} | {"dates": Role.STARTS, "until": Role.ENDS, "done": Role.NOTED}


def role_of(field: str, kind: str = "") -> Role:
    """The role of a field; the `when` of a stage has that of its kind."""
    return _ROLES.get(kind if field == "when" else field, Role.SOME)
