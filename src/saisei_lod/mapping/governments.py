"""Map local governments, wards, their states over time and the changes between them.

Makers link to the government, which keeps its IRI through renamings; its names and counties over time
are LocalGovernmentPeriods, and mergers are org:ChangeEvents (W3C ORG, section 5.4). A code is not the
government: saisei:areaCode links to e-Stat's standard area code, and nothing says they are the same.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.iris import SAC, Minter
from saisei_lod.registry.codes import corporate_number, six_digits
from saisei_lod.registry.model import CHANGE_KINDS, Change, Government, State, english_name, event_code
from saisei_lod.registry.tables import Registry
from saisei_lod.terms import Description, Iri, Literal, date, decimal, plain, text

__all__ = ["Links", "government_blocks"]

_TYPES: Final[dict[str, tuple[Iri, ...]]] = {
    "prefecture": (v.LOCAL_GOVERNMENT, v.PREFECTURE),
    "designated-city": (v.LOCAL_GOVERNMENT, v.CITY, v.DESIGNATED_CITY),
    "city": (v.LOCAL_GOVERNMENT, v.CITY),
    "special-ward": (v.LOCAL_GOVERNMENT, v.SPECIAL_WARD),
    "town": (v.LOCAL_GOVERNMENT, v.TOWN),
    "village": (v.LOCAL_GOVERNMENT, v.VILLAGE),
    "ward": (v.WARD,),
}
_CHANGE_NAMES: Final = {
    "absorption": "Absorption",
    "merger": "Merger",
    "city-status": "City status",
    "town-status": "Town status",
    "renaming": "Renaming",
    "designation": "Designation",
    "ward-reorganisation": "Reorganisation of wards",
    "split": "Split",
    "county-change": "Change of county",
}
_CHANGE_LABELS: Final[dict[str, Bilingual]] = {
    kind: Bilingual(word, _CHANGE_NAMES[kind]) for kind, word in CHANGE_KINDS.items()
}
_GEOLOD: Final = "http://geolod.ex.nii.ac.jp/resource/"
_DBPEDIA: Final = "http://ja.dbpedia.org/resource/"
_WIKIDATA: Final = "http://www.wikidata.org/entity/"


class Links(NamedTuple):
    """What others call local governments: dbpedia names, Wikidata items, days of dated area codes."""

    dbpedia: Mapping[str, str]
    wikidata: Mapping[str, str]
    dated_codes: Mapping[str, Sequence[str]]


def government_blocks(
    registry: Registry, codes: Collection[str], links: Links, minter: Minter
) -> Iterator[list[Description]]:
    """Yield a block a government or ward named by its code: itself, then its states; then the changes.

    Only changes among the codes given are described, so that no link leads out of the release.
    """
    known = frozenset(codes)
    changes = [change for change in registry.changes if known.issuperset(change.before + change.after)]
    touching: dict[str, list[Change]] = {}
    for change in changes:
        for code in {*change.before, *change.after}:
            touching.setdefault(code, []).append(change)
    for code in sorted(known):
        states = registry.states.get(code, ())
        government = _government(registry.governments[code], states, registry, minter)
        _link_changes(government, registry.governments[code], touching.get(code, []), minter)
        _link_others(government, registry.governments[code], links)
        yield [government, *[_state(state, links, registry, minter) for state in states]]
    for change in changes:
        yield [_change(change, registry, minter)]


def _subject(code: str, registry: Registry, minter: Minter) -> Iri:
    is_ward = registry.governments[code].kind == "ward"
    return minter.ward(code) if is_ward else minter.local_government(code)


def _government(
    said: Government, states: Collection[State], registry: Registry, minter: Minter
) -> Description:
    described = Description(_subject(said.code, registry, minter), *_TYPES[said.kind])
    described.add(v.DCTERMS_IDENTIFIER, plain(six_digits(said.code)))
    described.add(v.AREA_CODE, SAC(f"C{said.code}"))
    described.add(v.SKOS_PREF_LABEL, *_labels(said.name, said.kana, said.romaji, said.kind))
    if said.kind == "ward":
        described.add(v.ORG_UNIT_OF, minter.local_government(said.parent))
    else:
        described.add(v.CORPORATE_NUMBER, plain(corporate_number(said.code)))
    if said.kind != "prefecture":
        described.add(v.IN_PREFECTURE, minter.local_government(said.prefecture))
    described.add(v.COUNTY, *_county(said.county, said.county_kana, said.county_romaji))
    described.add(v.EXISTS_FROM, date(said.exists_from) if said.exists_from else None)
    described.add(v.EXISTS_UNTIL, date(said.exists_until) if said.exists_until else None)
    described.add(v.LATITUDE, decimal(said.latitude) if said.latitude else None)
    described.add(v.LONGITUDE, decimal(said.longitude) if said.longitude else None)
    described.add(v.STATE, *[_state_iri(state, minter) for state in states])
    return described


def _link_others(described: Description, said: Government, links: Links) -> None:
    """Link to others' records of the government; only an imported Wikidata item is the same as it."""
    dbpedia, item = links.dbpedia.get(said.code), links.wikidata.get(said.code)
    described.add(
        v.RDFS_SEE_ALSO,
        Iri.absolute(_GEOLOD + said.geolod) if said.geolod else None,
        Iri.absolute(_DBPEDIA + dbpedia) if dbpedia else None,
    )
    described.add(v.OWL_SAME_AS, Iri.absolute(_WIKIDATA + item) if item else None)


def _labels(name: str, kana: str, romaji: str, kind: str) -> Iterator[Literal]:
    yield text(name, "ja")
    if kana:
        yield text(kana, "ja-hira")
    if romaji:
        yield text(english_name(romaji, kind), "en")


def _county(name: str, kana: str, romaji: str) -> Iterator[Literal]:
    if name:
        yield text(name, "ja")
    if kana:
        yield text(kana, "ja-hira")
    if romaji:
        yield text(f"{romaji} District", "en")


def _state_iri(state: State, minter: Minter) -> Iri:
    return minter.local_government_period(state.code, state.valid_from or "before-2005")


def _state(said: State, links: Links, registry: Registry, minter: Minter) -> Description:
    described = Description(_state_iri(said, minter), v.LOCAL_GOVERNMENT_PERIOD)
    described.add(v.STATE_OF, _subject(said.code, registry, minter))
    described.add(v.SKOS_PREF_LABEL, *_labels(said.name, said.kana, said.romaji, said.kind))
    described.add(v.GOVERNMENT_TYPE, plain(said.kind))
    described.add(v.COUNTY, text(said.county, "ja") if said.county else None)
    described.add(v.VALID_FROM, date(said.valid_from) if said.valid_from else None)
    described.add(v.VALID_UNTIL, date(said.valid_until) if said.valid_until else None)
    days = [day for day in links.dated_codes.get(said.code, ()) if registry.state(said.code, day) == said]
    described.add(v.AREA_CODE, *[SAC(f"C{said.code}-{day.replace('-', '')}") for day in days])
    return described


def _change_iri(change: Change, minter: Minter) -> Iri:
    return minter.change_event(change.date, event_code(change))


def _link_changes(described: Description, said: Government, touching: list[Change], minter: Minter) -> None:
    """State which changes touched a government, and which one it came from."""
    described.add(v.ORG_CHANGED_BY, *[_change_iri(c, minter) for c in touching if said.code in c.before])
    described.add(
        v.ORG_RESULTED_FROM,
        *[_change_iri(c, minter) for c in touching if said.code in c.after and c.date == said.exists_from],
    )


def _change(said: Change, registry: Registry, minter: Minter) -> Description:
    label = _CHANGE_LABELS[said.kind]
    described = Description(_change_iri(said, minter), v.ORG_CHANGE_EVENT)
    described.add(v.SKOS_PREF_LABEL, text(label.ja, "ja"), text(label.en, "en"))
    described.add(v.DCTERMS_DATE, date(said.date))
    described.add(v.ORG_ORIGINAL_ORGANIZATION, *[_subject(code, registry, minter) for code in said.before])
    described.add(v.ORG_RESULTING_ORGANIZATION, *[_subject(code, registry, minter) for code in said.after])
    described.add(v.SKOS_NOTE, text(said.note, "ja") if said.note else None)
    return described
