from told_texts import entries


def test_a_number_alone_takes_the_programme_above_and_what_parts_it_from_others() -> None:
    told = entries(
        "# Interreg Baltic Ports – calls",
        "| Call | Sort | Deadline",
        "| First call | Small projects | 5 May 2026",
        "| First call | Large projects | 6 June 2026",
    )
    assert [title for _, title in told] == [
        "Interreg Baltic Ports, First call, Small projects",
        "Interreg Baltic Ports, First call, Large projects",
    ]


def test_a_name_stays() -> None:
    told = entries(
        "# Calls",
        "| Call | Sort | Deadline",
        "| Blue ports | Small | 5 May 2026",
        "| Nets | Large | 6 May 2026",
    )
    assert [title for _, title in told] == ["Blue ports", "Nets"]
