"""Lines of a plain page are short, and no address in them is broken."""

from clustercalls.render.wrapping import WIDTH, underlined, wrapped


def test_a_heading_has_its_line() -> None:
    assert underlined("Today", "=") == "Today\n====="
    assert underlined("long " * 40, "-").endswith("\n" + "-" * WIDTH)


def test_lines_break_at_spaces_below_their_mark() -> None:
    lines = wrapped("x " * 60, "  ", first="- ").splitlines()
    assert [line[:2] for line in lines] == ["- ", "  "]
    assert all(len(line) <= WIDTH for line in lines)


def test_what_fits_stays_as_it_is() -> None:
    assert wrapped("a-b", "  ", first="- ") == "- a-b"
    assert wrapped("", "  ") == ""


def test_an_address_stays_whole() -> None:
    address = "https://calls.example.org/" + "long-" * 30
    assert address in wrapped(f"See {address} for more", "  ").splitlines()[1]


def test_what_does_harm_is_shown() -> None:
    assert "\x1b" not in wrapped("a\x1b[31m", "") + underlined("a\x1b", "=")
