"""The passages of a document so far: no more of them than a document may have."""

from clustercalls.errors import InputRefused, Problem, problem
from clustercalls.limits import DOCUMENT_LETTERS, PASSAGE_LETTERS, PASSAGES, PDF_PAGES
from clustercalls.passages import Passage, PassageKind
from clustercalls.sources.documents.lines import OneLine, cut


class GatheredPassages:
    """Where every reader puts what it reads."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._letters = 0

    def add(
        self, line: OneLine, kind: PassageKind = PassageKind.TEXT, *, page: int = 0, level: int = 0
    ) -> None:
        """One passage more, or several of a long one; none of an empty line.

        Raises:
            InputRefused: where they are more than a document may have.
        """
        self._letters += len(line.text)
        for piece in cut(line, PASSAGE_LETTERS):
            if piece.text:
                self.passages.append(Passage(piece.text, kind, page, level, piece.links, piece.strong))
        if self._letters > DOCUMENT_LETTERS or len(self.passages) > PASSAGES:
            raise InputRefused(too_long())


def too_long() -> Problem:
    """That a document has more than is read of one."""
    most = {"letters": DOCUMENT_LETTERS, "passages": PASSAGES, "pages": PDF_PAGES}
    return problem("document-too-long", None, **{name: f"{number:,}" for name, number in most.items()})
