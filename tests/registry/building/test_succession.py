import pytest

from saisei_lod.registry.building.sources import Place
from saisei_lod.registry.building.succession import derive_successors


def place(code: str, name: str, where: float, **more: str) -> Place:
    """Return a place of one prefecture; ``where`` is its latitude, the longitude is the same for all."""
    facts = {"valid_from": "", "valid_until": "", "address": "", "county": "", **more}
    return Place(
        code=code, name=name, designated=False, latitude=str(where), longitude="140.0", geolod="", **facts
    )


CITY = place("06209", "長井市", 38.0, address="長井市栄町1-1")
NEAR = place("06402", "白鷹町", 38.5, address="白鷹町荒砥甲833")


def successor(ended: Place, *others: Place) -> str:
    """Return the derived successor of a place among others."""
    places = [ended, *others]
    return derive_successors(places, {p.code: p.valid_until for p in places if p.valid_until})[ended.code]


def test_address_outweighs_distance() -> None:
    """The municipality in the office's address succeeds, though another is nearer."""
    ended = place("06499", "伊佐沢村", 38.49, valid_until="2005-04-01", address="長井市上伊佐沢1")
    assert successor(ended, CITY, NEAR) == "06209"


def test_what_began_that_day_outweighs_what_joined_later() -> None:
    """Of two that became one city later, the one that began on the day succeeds."""
    ended = place("06499", "伊佐沢村", 38.49, valid_until="2005-04-01", address="長井市上伊佐沢1")
    begun = place(
        "06498", "長井町", 38.0, valid_from="2005-04-01", valid_until="2006-01-01", address="長井市栄町1"
    )
    joined = place("06497", "平野村", 38.48, valid_until="2006-01-01", address="長井市平山1")
    assert successor(ended, CITY._replace(valid_from="2006-01-01"), begun, joined) == "06498"


def test_the_final_name_outweighs_distance() -> None:
    """Of several that later were one city, the one that bore its name already succeeds."""
    ended = place("06499", "伊佐沢村", 38.49, valid_until="2005-04-01", address="長井市上伊佐沢1")
    joined = place("06497", "平野村", 38.48, valid_until="2006-01-01", address="長井市平山1")
    assert successor(ended, CITY, joined) == "06209"


def test_neighbour_of_the_day_tells_where_no_address_does() -> None:
    """Without an address the place goes where its neighbour went that day."""
    ended = place("06499", "伊佐沢村", 38.2, valid_until="2005-04-01")
    neighbour = place("06497", "平野村", 38.21, valid_until="2005-04-01", address="長井市平山1")
    town = place("06403", "飯豊町", 38.19, address="飯豊町椿2888")
    assert successor(ended, neighbour, CITY, town) == "06209"


def test_much_nearer_city_outweighs_a_far_neighbour() -> None:
    """Where the only neighbour of the day is far away, the near city succeeds."""
    ended = place("06499", "伊佐沢村", 38.01, valid_until="2005-04-01")
    far = place("06497", "平野村", 39.9, valid_until="2005-04-01", address="白鷹町平山1")
    assert successor(ended, far, CITY, NEAR) == "06209"


@pytest.mark.parametrize("name", ["中央区", "特別区部"])
def test_wards_are_no_candidates(name: str) -> None:
    """A ward of a designated city, or geoshape's 特別区部, never succeeds."""
    ended = place("06499", "伊佐沢村", 38.3, valid_until="2005-04-01")
    ward = place("06101", name, 38.3, valid_from="2005-04-01", county="長井市")
    assert successor(ended, ward, CITY) == "06209"
