"""What published things are called for good."""

from uuid import UUID

from builders import entry
from clustercalls.site.identity import feed_urn, item_urn, opportunity_id
from publications import As, published

CALL = entry(name="soil")


def test_names_are_the_same_in_every_version() -> None:
    here = published(CALL)
    assert feed_urn(here) == "urn:uuid:6eeb3c8a-b294-5909-b0e4-9eed270db7dd"
    assert item_urn(here, "soil") == "urn:uuid:1e7d6ca1-914f-5787-8da9-0582bdf32527"
    assert opportunity_id(here, "soil") == "9a560fe6-f7e9-5078-8c46-2106e87e18ed"


def test_a_folder_that_moves_to_another_server_keeps_its_names() -> None:
    here, there = published(CALL), published(CALL, how=As(address="https://example.org/", folder="en/"))
    assert feed_urn(here) == feed_urn(there)
    assert item_urn(here, "soil") == item_urn(there, "soil")
    assert opportunity_id(here, "soil") == opportunity_id(there, "soil")


def test_another_audience_language_registry_or_entry_is_another_item() -> None:
    others = (As(), As(name="office"), As(lang="it"), As(registry="theirs"))
    names = {item_urn(published(CALL, how=how), name) for how in others for name in ("soil", "water")}
    assert len(names) == 2 * len(others)
    assert len({feed_urn(published(CALL, how=how)) for how in others}) == len(others)


def test_an_opportunity_is_the_same_for_every_audience_and_in_every_language() -> None:
    hows = (As(), As(name="office"), As(lang="it"))
    (name,) = {opportunity_id(published(CALL, how=how), "soil") for how in hows}
    assert UUID(name).version == 5
    assert name != opportunity_id(published(CALL, how=As(registry="theirs")), "soil")


def test_without_a_name_of_the_registry_its_address_tells_it_from_others() -> None:
    one, other = (published(CALL, how=As(registry="", address=each)) for each in ("https://a/", "https://b/"))
    assert item_urn(one, "soil") != item_urn(other, "soil")
    assert item_urn(published(CALL, how=As(registry="", address="")), "soil").startswith("urn:uuid:")
