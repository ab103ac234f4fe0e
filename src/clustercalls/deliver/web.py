"""What services answer to apprise over HTTP: never more than a bound, and no message goes on to another host.

apprise has no bound of its own, and each of its services calls `requests` by itself: so both are put where
that library makes its sessions. An address holds a token and a body the message: where a redirection leads to
another origin, neither follows it.
"""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from requests import Response, Session, exceptions, sessions
from requests.adapters import HTTPAdapter

from clustercalls import limits
from clustercalls.fetch.origin import Elsewhere, resolved

PIECE = 8192
_target = Session.get_redirect_target


class Bounded(HTTPAdapter):
    """The connections of a session."""

    def send(self, *arguments: Any, **options: Any) -> Response:  # noqa: ANN401 - as in requests
        """An answer that has been read whole.

        Raises:
            requests.RequestException: when it has too much.
        """
        answer = super().send(*arguments, **{**options, "stream": True})
        body = bytearray()
        with answer:
            for piece in answer.iter_content(PIECE):
                body += piece
                if len(body) > limits.TAG_BYTES:
                    raise exceptions.ContentDecodingError("its answer is too large")
        answer._content = bytes(body)  # noqa: SLF001 - as requests itself does when it reads all
        return answer


def judged(session: Session, answer: Response) -> str | None:
    """Where an answer sends on to, if it does.

    Raises:
        requests.RequestException: when that is another origin.
    """
    target = _target(session, answer)
    if target is not None:
        here = urlsplit(answer.url)
        try:
            resolved(here._replace(netloc=here.netloc.rpartition("@")[2]).geturl(), target)
        except Elsewhere:
            raise exceptions.TooManyRedirects("it sends on to another host") from None
    return target


@cache
def bound() -> None:
    """From here on every session of `requests` is bounded."""
    vars(sessions)["HTTPAdapter"] = Bounded
    Session.get_redirect_target = judged  # type: ignore[assignment,method-assign]
