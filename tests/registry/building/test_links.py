from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.registry import dated_area_codes, wikidata_items
from saisei_lod.registry.building import import_sac, import_wikidata


def test_items_are_read_from_json(tables: Path, fixtures: Path) -> None:
    """Items that leave no choice are taken; of two codes the one of today counts."""
    import_wikidata(fixtures / "wikidata.json", tables)
    assert wikidata_items(tables) == {"01204": "Q900001", "06209": "Q900002", "14150": "Q900003"}


def test_what_leaves_a_choice_is_a_finding(tables: Path, fixtures: Path) -> None:
    """Two items with one code, and a wrong check digit, are named and left out."""
    result = import_wikidata(fixtures / "wikidata.json", tables)
    assert [(finding.code, finding.text) for finding in result.findings] == [
        ("registry-check-digit-wrong", "062032"),
        ("registry-item-ambiguous", "06213: Q900004, Q900005"),
    ]


def test_csv_and_plain_json_give_the_same(tables: Path, fixtures: Path, tmp_path: Path) -> None:
    """The three downloads of the query service give the same table."""
    plain = tmp_path / "query.json"
    plain.write_text(
        '[{"item":"http://www.wikidata.org/entity/Q900001","code":"012041"},{"item":"http://www.wikidata.org/entity/Q900002","code":"062090"}]'
    )
    from_json = import_wikidata(plain, tables).rows
    assert from_json == import_wikidata(fixtures / "wikidata.csv", tables).rows


def test_second_import_adds_to_the_first(tables: Path, fixtures: Path) -> None:
    """Rows of a former import stay where a later one does not name them."""
    import_wikidata(fixtures / "wikidata.json", tables)
    import_wikidata(fixtures / "wikidata.csv", tables)
    assert len(wikidata_items(tables)) == 3


@pytest.mark.parametrize("content", ["", "{", '{"head": {}}', "[1]", "a,b\n1,2\n", "[" * 100_000])
def test_other_files_are_refused(tables: Path, tmp_path: Path, content: str) -> None:
    """What is no result of a query, or holds no items, is refused."""
    path = tmp_path / "query"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError):
        import_wikidata(path, tables)
    with pytest.raises(InputError):
        import_sac(path, tables)


@pytest.mark.parametrize("name", ["sac.json", "sac.ttl"])
def test_dated_area_codes_are_read(tables: Path, fixtures: Path, name: str) -> None:
    """Dated codes of SPARQL results and of Turtle give the days of each code."""
    import_sac(fixtures / name, tables)
    assert dated_area_codes(tables) == {"01206": ("1970-04-01", "2005-10-11")}


def test_codes_that_ended_before_2005_are_counted(tables: Path, fixtures: Path) -> None:
    """東鷹栖町 (until 1971) is not in the registry: its code is left out, and counted."""
    assert import_sac(fixtures / "sac.json", tables).of_others == 1


def test_broken_turtle_is_refused(tables: Path, tmp_path: Path) -> None:
    """Turtle with a syntax error is refused with the file's name."""
    path = tmp_path / "broken.ttl"
    path.write_text("@prefix sac: <http://data.e-stat.go.jp/lod/sac/> .\nsac:C01206 a ", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.ttl"):
        import_sac(path, tables)
