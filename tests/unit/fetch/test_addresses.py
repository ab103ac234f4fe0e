"""Which addresses a public source may have."""

import pytest

from clustercalls.fetch.addresses import is_allowed

PUBLIC = [
    "93.184.216.34",
    "2606:2800:220:1::1",
    "::ffff:93.184.216.34",
    "2002:5db8:d822::",
    "64:ff9b::5db8:d822",
]
PRIVATE = [
    "127.0.0.1", "127.9.9.9", "::1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "fd12::1", "::ffff:127.0.0.1",
    "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::a00:1",
]  # fmt: skip
NEVER = [
    "169.254.169.254", "fe80::1", "fe80::1%eth0", "fd00:ec2::254", "100.100.100.200", "192.0.0.192", "::",
    "0.0.0.0",  # noqa: S104 - judged, not bound
    "224.0.0.1", "ff02::1", "255.255.255.255", "240.0.0.1", "100.64.0.1", "::ffff:169.254.169.254",
    "2002:a9fe:a9fe::", "64:ff9b::a9fe:a9fe", "2001:0:5db8:d822::5601:5601", "localhost", "", "1.2.3",
]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "public", "private"),
    [
        *((each, True, True) for each in PUBLIC),
        *((each, False, True) for each in PRIVATE),
        *((each, False, False) for each in NEVER),
    ],
)
def test_an_address_is_judged_with_what_it_holds(address: str, *, public: bool, private: bool) -> None:
    assert is_allowed(address, private=False) is public
    assert is_allowed(address, private=True) is private
