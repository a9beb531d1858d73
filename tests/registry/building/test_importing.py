from pathlib import Path

import pytest

from saisei_lod import resources
from saisei_lod.registry.building import import_haichi, verify
from saisei_lod.registry.building.haichi import COLUMNS, read_haichi
from saisei_lod.registry.building.importing import IMPORTED, replayed
from saisei_lod.registry.tables import Registry, read

OFFICIAL = resources.registry().parents[1].parent / "shared" / "registry" / "estat-haichi.csv"


@pytest.fixture
def imported(tables: Path, fixtures: Path) -> Registry:
    """Return the registry after the import of changes of later years."""
    import_haichi(fixtures / "haichi_2027.csv", tables)
    return read(tables)


def test_merger_of_a_later_year_needs_no_code(imported: Registry) -> None:
    """A new city stands in the tables with its kana, romaji and predecessors."""
    city = imported.government("06215")
    assert (city.name, city.kana, city.romaji, city.kind) == (
        "白鷹飯豊市",
        "しらたかいいでし",
        "Shiratakaiide",
        "city",
    )
    assert (city.exists_from, imported.current("06402"), imported.current("06403")) == (
        "2027-04-01",
        ("06215",),
        ("06215",),
    )
    assert imported.exists("06402", "2027-03-31")
    assert not imported.exists("06402", "2027-04-01")


def test_absorption_of_a_later_year_ends_the_town(imported: Registry) -> None:
    """A town that was absorbed leads to the city, which goes on unchanged."""
    assert imported.current("01452") == ("01204",)
    assert len(imported.states["01204"]) == 1


def test_city_status_keeps_the_office(imported: Registry) -> None:
    """A town that becomes a city under a new code hands its coordinates on."""
    town, city = imported.government("20403"), imported.government("20221")
    assert (town.latitude, town.longitude) == (city.latitude, city.longitude)
    assert imported.successors("20403") == ("20221",)


def test_renaming_begins_a_state_without_kana(tables: Path, fixtures: Path) -> None:
    """The list tells a new name without kana: they stay empty, and a finding says so."""
    result = import_haichi(fixtures / "haichi_2027.csv", tables)
    old, new = read(tables).states["40344"]
    assert (old.name, old.valid_until, new.name, new.kana, new.romaji) == (
        "須惠町",
        "2028-04-01",
        "須恵湖町",
        "",
        "",
    )
    assert "registry-kana-unknown" in {finding.code for finding in result.findings}


def test_sentence_that_is_not_understood_is_reported(tables: Path, fixtures: Path) -> None:
    """A sentence of an unknown form is a finding of the import."""
    result = import_haichi(fixtures / "haichi_2027.csv", tables)
    assert "西置賜郡(06400)の区域変更なし" in {finding.text for finding in result.findings}


def test_second_import_changes_nothing(tables: Path, fixtures: Path) -> None:
    """An import of what is already there writes no file."""
    import_haichi(fixtures / "haichi_2027.csv", tables)
    before = {path.name: path.read_bytes() for path in tables.iterdir()}
    assert import_haichi(fixtures / "haichi_2027.csv", tables).changes == ()
    assert before == {path.name: path.read_bytes() for path in tables.iterdir()}


def test_kept_rows_give_the_same_tables(tables: Path, fixtures: Path) -> None:
    """The rows that an import keeps, replayed on the former tables, give the tables of the import."""
    former = read(tables)
    import_haichi(fixtures / "haichi_2027.csv", tables)
    assert (tables / IMPORTED).is_file()
    rows = read_haichi(fixtures / "haichi_2027.csv")
    again, _ = replayed(former, rows, tables)
    now = read(tables)
    assert (now.governments, now.states, now.changes) == (again.governments, again.states, again.changes)


def test_verify_asks_for_the_new_counts_alone(tables: Path, fixtures: Path) -> None:
    """After an import the tables are sound; the counts of today are a person's to confirm."""
    import_haichi(fixtures / "haichi_2027.csv", tables)
    assert {"registry-count-differs"} == {f.code for f in verify(tables)}
    assert {"city", "town"} == {f.text for f in verify(tables)}


def test_change_of_an_unknown_code_is_left_out(tables: Path, tmp_path: Path, fixtures: Path) -> None:
    """A change whose code the registry does not know is a finding, and the tables stay."""
    text = (fixtures / "haichi_2027.csv").read_text(encoding="utf-8").replace("(01452)", "(01999)")
    path = tmp_path / "odd.csv"
    path.write_text(text, encoding="utf-8")
    result = import_haichi(path, tables)
    assert "registry-code-unknown" in {finding.code for finding in result.findings}
    assert read(tables).exists("01452", "2030-01-01")


def test_change_on_another_day_is_left_out(tables: Path, tmp_path: Path) -> None:
    """A list that ends a government on another day is contradicted, not followed."""
    header = ",".join(COLUMNS)
    path = tmp_path / "odd.csv"
    path.write_text(
        f"{header}\n01666,北海道,,,阿寒町,あかんちょう,2007-01-01,阿寒町(01666)が釧路市(01206)に編入\n",
        encoding="utf-8",
    )
    result = import_haichi(path, tables)
    assert [finding.code for finding in result.findings] == ["registry-already-ended"]
    assert read(tables).government("01666").exists_until == "2005-10-11"


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official list is not here")
def test_import_of_the_official_list_adds_nothing(tables: Path) -> None:
    """All changes of the official list since 2005 are in the tables already."""
    result = import_haichi(OFFICIAL, tables)
    assert (result.changes, result.findings) == ((), ())


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official list is not here")
def test_official_list_agrees_in_every_end(tables: Path) -> None:
    """Every end since 2005 agrees with the official list in day, successor and kind."""
    assert verify(tables, haichi=OFFICIAL) == []
