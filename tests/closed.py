"""What a closed folder or file does stop, also where the superuser runs the tests."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

_CAPGET_CAPSET_VERSION_3 = 0x20080522
_DAC = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: to pass over modes of files and folders


@contextmanager
def stopped() -> Iterator[None]:
    """This thread may open what its user may: of the superuser, the power to open all is laid aside."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPGET_CAPSET_VERSION_3, 0)
    powers = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; of the first 32, then of the others
    assert libc.capget(header, powers) == 0, os.strerror(ctypes.get_errno())
    before = powers[0]
    try:
        powers[0] = before & ~_DAC
        assert libc.capset(header, powers) == 0, os.strerror(ctypes.get_errno())
        yield
    finally:
        powers[0] = before
        assert libc.capset(header, powers) == 0, os.strerror(ctypes.get_errno())
