"""Chats and push services by way of apprise (extra `notify`)."""

import zlib

from msgspec import Struct

from clustercalls.deliver.target import Failed, Message, Sent


class Notify(Struct, frozen=True):
    """One apprise address, which is a secret, and the name it has in the config, if any."""

    address: str
    label: str = ""

    def __repr__(self) -> str:
        """Without the address."""
        return f"Notify({self.name})"

    @property
    def name(self) -> str:
        """By its name in the config, else by its kind and a checksum."""
        kind = self.address.split("://", 1)[0]
        return f"notify:{self.label or f'{kind}:{zlib.crc32(self.address.encode()):08x}'}"

    def message_id(self, message: Message) -> str:  # noqa: ARG002 - as of any target
        """None: only mail has one."""
        return ""

    def deliver(self, message: Message, sent: Sent, seconds: float) -> None:  # noqa: ARG002 - it has its own limits
        """Hands subject and text to apprise.

        Raises:
            Failed: when apprise is missing, does not know the address, or could not deliver.
        """
        try:
            import logging

            # Its log lines hold addresses with their credentials.
            logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)
            from apprise import Apprise, NotifyFormat

            from clustercalls.deliver.web import bound
        except ImportError:
            raise Failed("apprise is missing: pip install 'clustercalls[notify]'") from None
        bound()
        channel = Apprise()
        if not channel.add(self.address):
            raise Failed("apprise does not know such an address")
        if not channel.notify(body=message.plain, title=message.subject, body_format=NotifyFormat.TEXT):
            raise Failed("the service refused it or could not be reached")
        sent(message.keys)
