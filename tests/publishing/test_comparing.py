"""All forms of a release say the same: what only one of them says is found and named."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.publishing.comparing import compare_forms


@pytest.fixture
def copy(release: Path, tmp_path: Path) -> Path:
    """A copy of the release that may be damaged."""
    return shutil.copytree(release, tmp_path / "dist")


def change(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what replaces the first place of a text in a file."""

    def changed(folder: Path) -> None:
        path = folder / name
        text = path.read_bytes().decode()
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode())

    return changed


def without_line(name: str, pattern: str) -> Callable[[Path], None]:
    """Return what takes the first line with a pattern out of a file."""

    def changed(folder: Path) -> None:
        path = folder / name
        lines = path.read_bytes().decode().splitlines(keepends=True)
        place = next(number for number, line in enumerate(lines) if re.search(pattern, line))
        path.write_bytes("".join(lines[:place] + lines[place + 1 :]).encode())

    return changed


def test_a_whole_release_has_nothing_to_find(release: Path, tmp_path: Path) -> None:
    """Syntaxes, dataset and tables agree."""
    assert compare_forms(release, tmp_path) == []


DAMAGES = {
    "RDF/XML says another title": (change("plans.rdf", "デザイン", "テザイン"), {"plans.rdf", "plans.nt"}),
    "Turtle leaves a day out": (without_line("plans.ttl", "validUntil"), {"plans.ttl"}),
    "JSON-LD says another day": (change("rounds.jsonld", "2005-06-17", "2005-06-18"), {"rounds.jsonld"}),
    "the dataset lacks a quad": (without_line("dataset.nq", "/plan/"), {"dataset.nq"}),
    "the dataset has another graph": (
        change("dataset.nq", "/catalog/rounds> .", "/catalog/plans> ."),
        {"dataset.nq", "rounds.nt", "plans.nt"},
    ),
    "a table says another day": (
        change("tables/versions.csv", ",2016-03-15,", ",2016-03-16,"),
        {"tables", "plans.nt"},
    ),
    "a table says another maker": (change("tables/makers.csv", ",06209,", ",06210,"), {"tables"}),
    "a table lacks a row": (without_line("tables/events.csv", "^r036"), {"tables"}),
    "a table has a row too many": (
        change("tables/wards.csv", "\n", "\n99999,999999,x,,,,,01000,,,C99999\n"),
        {"plans.nt", "catalog.nt", "tables"},
    ),
    "the metadata lead elsewhere": (
        change("tables/csv-metadata.json", "ns#periodStart", "ns#periodEnd"),
        {"catalog.nt", "tables"},
    ),
}


@pytest.mark.parametrize("name", list(DAMAGES))
def test_a_form_that_says_something_else_is_named(name: str, copy: Path, tmp_path: Path) -> None:
    """The finding says which file lacks the line, which one holds it, and the line."""
    damage, places = DAMAGES[name]
    damage(copy)
    (found,) = compare_forms(copy, tmp_path)
    assert found.code == "formats-differ"
    assert found.place.file in places
    assert found.text.startswith("<http")


def test_n_triples_out_of_order_are_found(copy: Path, tmp_path: Path) -> None:
    """The line that the canonical form would not have there; the dataset, in order, differs too."""
    path = copy / "rounds.nt"
    first, second, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([second, first, *rest]), encoding="utf-8")
    codes = {found.code for found in compare_forms(copy, tmp_path)}
    assert "not-canonical" in codes


def test_a_table_that_cannot_be_read_is_named(copy: Path, tmp_path: Path) -> None:
    """A heading that the metadata do not know stops the comparison with file and line."""
    change("tables/plans.csv", "plan,title", "plan,titel")(copy)
    with pytest.raises(InputError, match=r"plans.csv:1"):
        compare_forms(copy, tmp_path)


def test_a_release_of_before_the_tables_is_compared_too(copy: Path, tmp_path: Path) -> None:
    """What an older release does not have is not missed."""
    shutil.rmtree(copy / "tables")
    for path in [copy / "dataset.nq", *copy.glob("*.rdf")]:
        path.unlink()
    assert compare_forms(copy, tmp_path) == []
