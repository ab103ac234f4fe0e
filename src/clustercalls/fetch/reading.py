"""What is public read from the network: patient with a server that is not well, and never for long.

Every address is judged before it is connected, that of each redirection too; nothing secret goes along.
https://www.rfc-editor.org/rfc/rfc9110
"""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import NamedTuple

from clustercalls import limits
from clustercalls.fetch.addresses import is_allowed
from clustercalls.fetch.bounded import Allowance, Passing, Unusable
from clustercalls.fetch.origin import Elsewhere, origin_of, resolved

TYPE_CHECKING = False  # as in `config_copy`
if TYPE_CHECKING:
    from clustercalls.fetch.conversation import Answer

TRIES = 3
FIRST_WAIT = 2.0  # seconds before the second try; before the third twice as many
_BUSY, _SAME = 429, 304
_IF_OTHERWISE = frozenset({"If-None-Match", "If-Modified-Since"})


class PublicQuestion(NamedTuple):
    """What is asked: a GET, or with a body a POST."""

    address: str
    body: str = ""
    headers: Mapping[str, str] = {}


class Received(NamedTuple):
    """What was answered with success, whole, and the address that gave it.

    `is_same` when it is what the question says to be known, and therefore not sent.
    """

    address: str
    body: bytes
    headers: Mapping[str, str]
    is_same: bool = False


class Clock(NamedTuple):
    """What tells the time, and lets it pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    today: Callable[[], datetime] = partial(datetime.now, UTC)


class _NotNow(Passing):
    """An answer that asks to come again, in so many seconds if it says so."""

    def __init__(self, status: int, wanted: float) -> None:
        super().__init__("the server answered {status}", status=status)
        self.wanted = wanted


class Reader:
    """Reads what public servers answer, of each host one request every `pause` seconds.

    With `private`, the host that is asked first may be this machine, or one of its network; no other may.
    """

    def __init__(self, *, private: bool = False, pause: float = 1.0, clock: Clock | None = None) -> None:
        self._private, self._pause, self._clock = private, pause, clock or Clock()
        self._next: dict[str, float] = {}

    def read(self, question: PublicQuestion) -> Received:
        """The answer; what may pass is tried three times.

        Raises:
            Unusable: when there is none.
        """
        wait, left = FIRST_WAIT, TRIES
        while True:
            left -= 1
            try:
                return self._read(question)
            except Passing as passing:
                if not left:
                    raise
                pause = max(wait, passing.wanted) if isinstance(passing, _NotNow) else wait
            self._clock.sleep(min(pause, limits.WAIT_SECONDS))
            wait *= 2

    def _read(self, question: PublicQuestion) -> Received:
        """The answer, after the redirections that a GET may take to other hosts; in one allowance for all."""
        from clustercalls.fetch.conversation import Conversation, sent_too_often

        address, body, headers = question
        try:
            first = origin_of(address)
        except ValueError:
            raise Unusable("this is no address of the web") from None
        allowance = Allowance(limits.PAGE_SECONDS, most=limits.PAGE_BYTES)
        for _ in range(limits.REDIRECTS + 1):
            origin = origin_of(address)
            allowance.extend(self._waited(origin.host))
            judge = partial(is_allowed, private=self._private and origin.host == first.host)
            with Conversation(str(origin), "", "", allowance, judge) as conversation:
                answer = conversation.once("POST" if body else "GET", address, body, headers)
                if not answer.there:
                    return self._whole(answer, is_known=not _IF_OTHERWISE.isdisjoint(headers))
            address = _sent_on(address, answer.there, is_post=bool(body))
        raise sent_too_often()

    def _waited(self, host: str) -> float:
        """How long was waited until it is our turn there."""
        now = self._clock.now()
        pause = max(self._next.get(host, now) - now, 0.0)
        if pause:
            self._clock.sleep(pause)
        self._next[host] = now + pause + self._pause
        return pause

    def _whole(self, answer: "Answer", *, is_known: bool) -> Received:
        """All of it; much of it waits on the disk, where what turns out to be too much costs nothing."""
        from tempfile import SpooledTemporaryFile

        if answer.status == _BUSY or 500 <= answer.status < 600:  # noqa: PLR2004 - what HTTP calls its fault
            raise _NotNow(answer.status, self._wanted(answer.headers))
        if answer.status == _SAME and is_known:
            return Received(answer.url, b"", answer.headers, is_same=True)
        if not 200 <= answer.status < 300:  # noqa: PLR2004 - what HTTP calls success
            raise Unusable("the server answered {status}", status=answer.status)
        with SpooledTemporaryFile(limits.PAGE_HELD_BYTES) as held:
            for piece in answer.pieces:
                held.write(piece)
            held.seek(0)
            return Received(answer.url, held.read(), answer.headers)

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


def _sent_on(address: str, there: str, *, is_post: bool) -> str:
    """The address at which the same is asked: of a POST the same host's, and never from https to http."""
    try:
        return resolved(address, there)
    except Elsewhere as elsewhere:
        onward = elsewhere.address
        if is_post or not onward or origin_of(onward).scheme < origin_of(address).scheme:
            from clustercalls.fetch.conversation import sent_elsewhere

            raise sent_elsewhere(elsewhere) from None
        return onward
