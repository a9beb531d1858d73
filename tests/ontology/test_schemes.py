"""The concepts of ontology/schemes.ttl: how many there are, and that they say what the table of sources says."""

import csv
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode

from saisei_lod import resources

_SCHEMES: Final = resources.ontology() / "schemes.ttl"
_TABLE: Final = resources.ontology().parent.parent / "shared" / "domain" / "schemes.tsv"
_SCHEME: Final = "https://w3id.org/saisei/id/scheme/"
_SAISEI: Final = "https://w3id.org/saisei/ns#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_LEVELS: Final = {"group": "GroupLevel", "scheme": "MeasureLevel", "type": "TypeLevel"}
_REQUIREMENTS: Final = {"yes": "PlanRequired", "no": "PlanNotRequired", "partly": "PlanPartlyRequired"}


@cache
def _store() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(path=_SCHEMES, format=pyoxigraph.RdfFormat.TURTLE)
    return store


def _values(slug: str, predicate: str) -> set[str]:
    """Return the values of a concept: local names of IRIs, texts of literals (of those in languages the ja)."""
    quads = _store().quads_for_pattern(NamedNode(_SCHEME + slug), NamedNode(predicate), None, None)
    nodes = [quad.object for quad in quads]
    texts = {node.value for node in nodes if isinstance(node, Literal) and node.language in {None, "ja"}}
    iris = {node.value for node in nodes if isinstance(node, NamedNode)}
    return texts | {iri.removeprefix(_SCHEME).removeprefix(_SAISEI) for iri in iris}


def _concepts() -> set[str]:
    of_class = _store().quads_for_pattern(None, None, NamedNode(_SKOS + "Concept"), None)
    return {str(quad.subject)[1:-1].removeprefix(_SCHEME) for quad in of_class}


def _rows() -> list[dict[str, str]]:
    if not _TABLE.is_file():
        return []
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def _year_or_day(printed: str, *, until: bool = False) -> set[str]:
    """Return what the file says for a date of the table: an end is the first day without the measure."""
    if not printed:
        return set()
    if len(printed) < 10:
        return {printed.removeprefix("FY")}
    return {str(date.fromisoformat(printed) + timedelta(days=until))}


needs_table = pytest.mark.skipif(
    not _TABLE.is_file(), reason="the table of sources lies outside the repository"
)


def test_counts() -> None:
    """There are 55 concepts on three levels, 26 of them top concepts, and 20 transitions."""
    levels = Counter(level for slug in _concepts() for level in _values(slug, _SAISEI + "schemeLevel"))
    tops = list(_store().quads_for_pattern(None, NamedNode(_SKOS + "topConceptOf"), None, None))
    transitions = list(_store().quads_for_pattern(None, None, NamedNode(_SAISEI + "SchemeTransition"), None))
    assert levels == {"GroupLevel": 3, "MeasureLevel": 35, "TypeLevel": 17}
    assert (len(tops), len(transitions)) == (26, 20)


def test_a_fiscal_year_stays_a_fiscal_year() -> None:
    """デジタル田園都市国家構想交付金 is of FY2022 to FY2024: years, marked as fiscal ones."""
    assert _values("digiden", _SAISEI + "existsFrom") == {"2022"}
    assert _values("digiden", _SAISEI + "existsUntil") == {"2024"}
    assert _values("digiden", _SAISEI + "validityPrecision") == {"FiscalYearPrecision"}


def test_an_end_is_the_day_of_the_successor() -> None:
    """The grants of 2005 end, half-open, on the day on which those of 2016 begin."""
    assert _values("kiban-kyoka", _SAISEI + "existsUntil") == _values("mhs-koufukin", _SAISEI + "existsFrom")


def test_a_misprint_is_hidden() -> None:
    """A misprint seen on a page can be searched for and is never shown."""
    assert "港道整備交付金" in _values("michi-seibi", _SKOS + "hiddenLabel")


def test_both_spellings_of_donation_are_known() -> None:
    """寄付 and 寄附 both lead to the corporate hometown tax."""
    labels = _values("kigyou", _SKOS + "altLabel") | _values("kigyou", _SKOS + "hiddenLabel")
    assert {"まち・ひと・しごと創生寄附活用事業", "まち・ひと・しごと創生寄付活用事業"} <= labels


def test_a_guessed_succession_is_partial() -> None:
    """What is only guessed to follow is marked as a partial succession."""
    transition = NamedNode("https://w3id.org/saisei/id/scheme-transition/seibi-suishin-shin-dai2-infra")
    quads = _store().quads_for_pattern(transition, NamedNode(_SAISEI + "transitionKind"), None, None)
    assert [quad.object for quad in quads] == [NamedNode(_SAISEI + "PartialSuccession")]


@needs_table
def test_all_slugs_are_there() -> None:
    """The concepts are those of the table, no more and no less."""
    assert _concepts() == {row["id"] for row in _rows()}


@needs_table
@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["id"])
def test_a_row_is_told(row: dict[str, str]) -> None:
    """Labels, number, level, place, validity, succession and requirement of a concept are those of its row."""
    slug = row["id"]
    variants = {label for label in row["altLabels_ja"].split("|") if label}
    shown = {label for label in variants if "(誤記例)" not in label}
    misprints = {label.removesuffix("(誤記例)") for label in variants - shown}
    assert _values(slug, _SKOS + "prefLabel") == {row["prefLabel_ja"]}
    assert shown <= _values(slug, _SKOS + "altLabel") | _values(slug, _SKOS + "hiddenLabel")
    assert misprints <= _values(slug, _SKOS + "hiddenLabel")
    assert _values(slug, _SKOS + "notation") == set(filter(None, [row["notation"]]))
    assert _values(slug, _SKOS + "broader") == set(filter(None, [row["broader"]]))
    assert _values(slug, _SAISEI + "schemeLevel") == {_LEVELS[row["level"]]}
    assert _values(slug, _SAISEI + "existsFrom") == _year_or_day(row["valid_from"])
    assert _values(slug, _SAISEI + "existsUntil") == _year_or_day(row["valid_to"], until=True)
    assert _values(slug, "http://purl.org/dc/terms/replaces") == set(filter(None, row["replaces"].split("|")))
    assert _values(slug, _SAISEI + "planRequirement") == {_REQUIREMENTS[row["plan_required"].split()[0]]}


@needs_table
def test_english_labels_are_those_of_the_table() -> None:
    """Each English label is that of its row, and one that is unofficial is said to be so."""
    for row in _rows():
        concept = NamedNode(_SCHEME + row["id"])
        said = {
            quad.object
            for quad in _store().quads_for_pattern(concept, NamedNode(_SKOS + "prefLabel"), None, None)
        }
        notes = "".join(_values(row["id"], _SKOS + "editorialNote"))
        assert Literal(row["prefLabel_en"], language="en") in said
        assert "英語名" in notes, row["id"]
        assert ("非公式" in notes) == row["en_source"].startswith("unofficial") or row[
            "id"
        ] == "kyoten-kyouka"


def test_the_file_is_laid_out_one_block_a_concept() -> None:
    """Each concept and transition begins one block, after an empty line, so that a difference is easy to read."""
    blocks = Path(_SCHEMES).read_text(encoding="utf-8").split("\n\n")
    begun = [block.split(" a ", 1)[0] for block in blocks if block.startswith("scheme")]
    assert len(begun) == len(set(begun)) == 55 + 20
