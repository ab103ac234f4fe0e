"""A walk over all that the portal has ahead, and the look for single records, as candidates."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from clustercalls.candidate import Candidate
from clustercalls.fetch.reading import PublicQuestion, Reader
from clustercalls.limits import RECORDS
from clustercalls.sources.eu.answer import AnswerPage, NotAnswered, PortalRecord, page_of
from clustercalls.sources.eu.asking import ADDRESS, PAGE, Ask, Type, by_name, form
from clustercalls.sources.eu.candidate import candidate, print_of
from clustercalls.sources.eu.naming import asked_as
from clustercalls.sources.eu.programmes import CODES
from clustercalls.sources.eu.walk import WALKS, Walk

Take = Callable[[Candidate], None]
TakeSame = Callable[[str, str], None]


FEW = 3  # that can all be withdrawn at once; of more that are suddenly none, the answer is not believed


class KnownRecords(NamedTuple):
    """What is known of a portal: the print of each record by its key, and which of them were ahead."""

    prints: Mapping[str, str] = {}
    ahead: Collection[str] = ()


NOTHING = KnownRecords()


class Portal(NamedTuple):
    """The portal, or a mirror of it at another address, and which programmes of it are asked for."""

    reader: Reader
    address: str = ADDRESS
    programmes: tuple[str, ...] = ()  # as they are called, or codes

    def walk(self, take: Take, known: KnownRecords = NOTHING, take_same: TakeSame | None = None) -> bool:
        """Gives every record that is forthcoming or open to `take`; whether none is missing.

        Of those whose print is `known` under their key, only key and print, to `take_same`. A type of which
        several were ahead and none comes is not believed to have none.

        Raises:
            NotAnswered: when an answer is none to what was asked, or nothing is there at all.
            Unusable: when none comes.
        """
        codes = tuple(CODES.get(each.upper(), each) for each in self.programmes)

        def taken(record: PortalRecord, kind: Type) -> None:
            if take_same and (digest := known.prints.get(record.key)) and digest == print_of(record, kind):
                take_same(record.key, digest)
            else:
                take(candidate(record, kind))

        walks = [self._walked(Ask(kind, programmes=codes), taken) for kind in Type]
        if all(walk.is_empty for walk in walks):
            raise NotAnswered("its answer is empty")
        had = Counter(each.type for key in known.ahead if (each := asked_as(key, "?")))
        return all(
            walk.is_complete or (walk.total == 0 and had[kind] <= FEW)
            for walk, kind in zip(walks, Type, strict=True)
        )

    def named(self, names: Iterable[tuple[Type, str]]) -> Iterator[Candidate]:
        """Single records, of whatever status, by what is unique in their type.

        Raises:
            NotAnswered: when an answer is none to what was asked.
            Unusable: when none comes.
        """
        wanted = list(names)
        for kind in Type:
            for first in by_name(kind, (name for each, name in wanted if each is kind)):
                for page in self._pages(first):
                    yield from (candidate(row, kind) for row in page.rows)

    def _walked(self, first: Ask, taken: Callable[[PortalRecord, Type], None]) -> Walk:
        walk = Walk()
        for _ in range(WALKS):
            for page in self._pages(first):
                for row in walk.new(page):
                    taken(row, first.type)
            if walk.is_complete:
                break
        return walk

    def _pages(self, ask: Ask) -> Iterator[AnswerPage]:
        while True:
            page = self._page(ask)
            yield page
            if not page.references or ask.page * PAGE >= page.total:
                return
            ask = ask._replace(page=ask.page + 1)

    def _page(self, ask: Ask) -> AnswerPage:
        made = form(ask.parts())
        question = PublicQuestion(ask.address(self.address), made.body, {"Content-Type": made.content_type})
        page = page_of(self.reader.read(question).body, ask)
        if page.total > RECORDS:
            raise NotAnswered(
                "it says that it has {count} of a kind: the filters were not applied", count=page.total
            )
        return page
