"""Local governments, wards and changes as descriptions."""

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.governments import Links, government_blocks
from saisei_lod.registry.links import dbpedia_names
from saisei_lod.registry.tables import load
from saisei_lod.terms import Description


def described(*codes: str) -> dict[str, Description]:
    """Return the descriptions of the governments named, by Turtle name."""
    registry = load()
    links = Links(dbpedia_names(registry), {"01204": "Q201351"}, {"01204": ("1970-04-01",)})
    blocks = government_blocks(registry, codes, links, Minter())
    return {one.subject.ttl: one for block in blocks for one in block}


def test_a_city_states_its_codes_labels_and_prefecture() -> None:
    """Six digits with check digit, 法人番号, three labels and the link to the area code."""
    city = described("01204", "01000")["local-government:01204"]
    assert city.types == (v.LOCAL_GOVERNMENT, v.CITY)
    assert [value.ttl for value in city.values(v.DCTERMS_IDENTIFIER)] == ['"012041"']
    assert [value.ttl for value in city.values(v.CORPORATE_NUMBER)] == ['"9000020012041"']
    assert [value.ttl for value in city.values(v.AREA_CODE)] == ["sac:C01204"]
    assert [value.ttl for value in city.values(v.IN_PREFECTURE)] == ["local-government:01000"]
    assert [value.ttl for value in city.values(v.SKOS_PREF_LABEL)] == [
        '"旭川市"@ja',
        '"あさひかわし"@ja-hira',
        '"Asahikawa City"@en',
    ]


def test_a_ward_of_a_designated_city_is_no_local_government() -> None:
    """It is a unit of its city and has no 法人番号."""
    ward = described("01101", "01100", "01000")["ward:01101"]
    assert ward.types == (v.WARD,)
    assert [value.ttl for value in ward.values(v.ORG_UNIT_OF)] == ["local-government:01100"]
    assert ward.values(v.CORPORATE_NUMBER) == ()


def test_a_town_has_its_county() -> None:
    """鷹栖町 lies in 上川郡."""
    town = described("01452", "01000")["local-government:01452"]
    assert town.values(v.COUNTY)[0].ttl == '"上川郡"@ja'


def test_links_to_others_say_how_much_they_claim() -> None:
    """An imported Wikidata item is the same; dbpedia and GeoLOD are to be seen; dated codes are the state's."""
    made = described("01204", "01000")
    city = made["local-government:01204"]
    assert [value.ttl for value in city.values(v.OWL_SAME_AS)] == ["<http://www.wikidata.org/entity/Q201351>"]
    assert "<http://ja.dbpedia.org/resource/旭川市>" in [value.ttl for value in city.values(v.RDFS_SEE_ALSO)]
    state = next(
        one for one in made.values() if v.LOCAL_GOVERNMENT_PERIOD in one.types and "01204" in one.subject.ttl
    )
    assert [value.ttl for value in state.values(v.AREA_CODE)] == ["sac:C01204-19700401"]


def test_a_merger_links_the_towns_that_ended_to_their_successor() -> None:
    """The change event names both sides, and each town that ended names the event."""
    registry = load()
    change = next(c for c in registry.changes if c.kind == "merger")
    made = described(
        *change.before, *change.after, *{registry.governments[c].prefecture for c in change.before}
    )
    event = next(one for one in made.values() if v.ORG_CHANGE_EVENT in one.types)
    named = {value.ttl for value in event.values(v.ORG_ORIGINAL_ORGANIZATION)}
    assert named == {f"local-government:{code}" for code in change.before}
    ended = next(code for code in change.before if code not in change.after)
    assert event.subject in made[f"local-government:{ended}"].values(v.ORG_CHANGED_BY)
