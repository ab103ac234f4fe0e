"""A chat's address is a secret: it names nothing, shows nowhere, and stays out of what failed."""

import logging

import pytest

from clustercalls.deliver.chat import Notify
from clustercalls.deliver.target import Failed
from messages import Arrivals, message

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # apprise imports imghdr
ADDRESS = "json://user:secret@127.0.0.1:1/token"


def test_its_name_tells_kind_and_checksum_or_the_name_of_the_config() -> None:
    plain, other, named = Notify(ADDRESS), Notify(f"{ADDRESS}/2"), Notify(ADDRESS, "phone")
    assert plain.name.startswith("notify:json:")
    assert plain.name == Notify(ADDRESS).name != other.name
    assert named.name == "notify:phone"
    assert "secret" not in f"{plain.name}{plain!r}{named!r}"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("nosuchservice://secret", "apprise does not know such an address"),
        (ADDRESS, "the service refused it or could not be reached"),  # nobody listens there
    ],
)
def test_what_did_not_arrive_is_said_without_the_address(address: str, reason: str) -> None:
    arrived = Arrivals()
    with pytest.raises(Failed) as failed:
        Notify(address).deliver(message(), arrived, 1)
    assert failed.value.values == {"reason": reason}
    assert arrived.keys == []
    assert not logging.getLogger("apprise").isEnabledFor(logging.CRITICAL)
