"""What is public read from the network: patient with a server that is not well, and never for long.

Every address is judged before it is connected, that of each redirection too; nothing secret goes along.
https://www.rfc-editor.org/rfc/rfc9110
"""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import NamedTuple, Self

from clustercalls import __version__, limits
from clustercalls.fetch.addresses import is_allowed
from clustercalls.fetch.bounded import Allowance, Passing, SentElsewhere, Unusable, too_large
from clustercalls.fetch.conversation import Answer, Conversation
from clustercalls.fetch.origin import Origin, origin_of

TRIES = 3
FIRST_WAIT = 2.0  # seconds before the second try; before the third twice as many
_AGAIN = frozenset({429, 500, 502, 503, 504})
_US = {"User-Agent": f"clustercalls/{__version__}"}


class PublicQuestion(NamedTuple):
    """What is asked: a GET, or with a body a POST."""

    address: str
    body: str = ""
    headers: Mapping[str, str] = {}


class Received(NamedTuple):
    """What was answered with success, whole, and the address that gave it."""

    address: str
    body: bytes
    headers: Mapping[str, str]


class Clock(NamedTuple):
    """What tells the time, and lets it pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    today: Callable[[], datetime] = partial(datetime.now, UTC)


class Reader:
    """Reads what public servers answer, one request every `pause` seconds.

    With `private`, the host that is asked first may be this machine, or one of its network; no other may.
    """

    def __init__(self, *, private: bool = False, pause: float = 1.0, clock: Clock | None = None) -> None:
        self._private, self._pause, self._clock = private, pause, clock or Clock()
        self._next = 0.0

    def read(self, question: PublicQuestion, most: int = limits.PAGE_BYTES) -> Received:
        """The answer, of `most` bytes at most; what may pass is tried three times.

        Raises:
            Unusable: when there is none.
        """
        wait, left = FIRST_WAIT, TRIES
        while True:
            left -= 1
            self._take_turn()
            try:
                with _Exchange(self, question) as asked:
                    if asked.status not in _AGAIN or not left:
                        return asked.whole(most)
                    pause = max(wait, self._wanted(asked.headers))
            except Passing:
                if not left:
                    raise
                pause = wait
            self._clock.sleep(min(pause, limits.WAIT_SECONDS))
            wait *= 2

    def conversation(self, origin: Origin, first: Origin) -> Conversation:
        """A connection to an origin, where one was asked that began with `first`."""
        judge = partial(is_allowed, private=self._private and origin.host == first.host)
        return Conversation(str(origin), "", "", Allowance(limits.PAGE_SECONDS), judge)

    def _take_turn(self) -> None:
        now = self._clock.now()
        if now < self._next:
            self._clock.sleep(self._next - now)
        self._next = max(now, self._next) + self._pause

    def _wanted(self, headers: Mapping[str, str]) -> float:
        """How long a server wants to be left alone: seconds, or until a date; 0 where it does not say."""
        text = headers.get("Retry-After", "").strip()
        if text.isascii() and text.isdigit():
            return float(text[:6])
        try:
            until = parsedate_to_datetime(text)
        except ValueError:
            return 0.0
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max((until - self._clock.today()).total_seconds(), 0.0)


class _Exchange:
    """One answer, after the redirections that a GET may take to other hosts."""

    def __init__(self, reader: Reader, question: PublicQuestion) -> None:
        self._reader, self._question = reader, question
        self._conversation: Conversation | None = None

    def __enter__(self) -> Self:
        try:
            self._answer = self._followed()
        except BaseException:
            self._close()
            raise
        self.status, self.headers = self._answer.status, self._answer.headers
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def whole(self, most: int) -> Received:
        """All of it."""
        if not 200 <= self.status < 300:  # noqa: PLR2004 - what HTTP calls success
            raise Unusable("the server answered {status}", status=self.status)
        body = bytearray()
        for piece in self._answer.pieces:
            body += piece
            if len(body) > most:
                raise too_large(most)
        return Received(self._answer.url, bytes(body), self.headers)

    def _followed(self) -> Answer:
        address, body, headers = self._question
        try:
            first = origin = origin_of(address)
        except ValueError:
            raise Unusable("this is no address of the web") from None
        for _ in range(limits.REDIRECTS + 1):
            self._close()
            self._conversation = self._reader.conversation(origin, first)
            try:
                return self._conversation.ask("POST" if body else "GET", address, body, {**headers, **_US})
            except SentElsewhere as sent:
                address = sent.address
                if body or not address or (there := origin_of(address)).scheme < origin.scheme:
                    raise  # what is posted goes to nobody else, and nothing from https to http
                origin = there
        raise Unusable("it sends on more than {count} times", count=limits.REDIRECTS)

    def _close(self) -> None:
        if self._conversation is not None:
            self._conversation.close()
            self._conversation = None
