"""Deriving and comparing the derived files of a checkout."""

import shutil
from pathlib import Path

import pytest

from saisei_lod import resources
from saisei_lod.deriving import check, derive, derived_files
from saisei_lod.errors import EnvironmentFault, InputError

_CHECKOUT = resources.ontology().parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of the hand-written vocabulary, without anything derived."""
    shutil.copytree(resources.ontology(), tmp_path / "ontology", ignore=shutil.ignore_patterns("*.jsonld"))
    return tmp_path


def test_the_checkout_is_up_to_date() -> None:
    """The committed derived files are what would be derived now."""
    assert [finding.place.file for finding in check(_CHECKOUT)] == []


def test_missing_files_are_written(checkout: Path) -> None:
    """All files are written where there are none, and a second time there is nothing to do."""
    written = derive(checkout)
    assert [path.relative_to(checkout).as_posix() for path in written] == sorted(derived_files(checkout))
    assert all(path.is_file() for path in written)
    assert derive(checkout) == []


def test_missing_files_are_found(checkout: Path) -> None:
    """Comparing writes nothing and names every missing file, in order, as a violation with its fix."""
    findings = check(checkout)
    assert [finding.place.file for finding in findings] == sorted(derived_files(checkout))
    assert {(finding.code, finding.severity.value) for finding in findings} == {
        ("derived-file-stale", "violation")
    }
    assert "saisei derive" in findings[0].fix.ja
    assert sorted(path.name for path in checkout.iterdir()) == ["ontology"]


def test_an_edited_file_is_found_and_rewritten(checkout: Path) -> None:
    """A derived file that someone edited is stale; deriving restores it and leaves the others alone."""
    derive(checkout)
    context = checkout / "ontology" / "context.jsonld"
    derived = context.read_bytes()
    context.write_bytes(derived + b" ")
    assert [finding.place.file for finding in check(checkout)] == ["ontology/context.jsonld"]
    assert derive(checkout) == [context]
    assert context.read_bytes() == derived


def test_a_new_term_makes_its_files_stale(checkout: Path) -> None:
    """A term added to the ontology reaches constants, context and page by deriving again."""
    derive(checkout)
    with (checkout / "ontology" / "saisei.ttl").open("a", encoding="utf-8") as ontology:
        ontology.write('\nsaisei:mood a owl:ObjectProperty ; rdfs:label "気分"@ja , "mood"@en .\n')
    stale = [finding.place.file for finding in check(checkout)]
    assert stale == [
        "docs/reference/vocabulary.md",
        "ontology/context.jsonld",
        "src/saisei_lod/vocabulary/properties.py",
    ]


def test_deriving_is_deterministic() -> None:
    """The same sources give the same bytes."""
    assert derived_files(_CHECKOUT) == derived_files(_CHECKOUT)


def test_a_folder_without_an_ontology_is_refused(tmp_path: Path) -> None:
    """Outside a checkout the missing file is named."""
    with pytest.raises(InputError, match=r"saisei\.ttl"):
        check(tmp_path)


def test_a_file_in_the_way_is_told(checkout: Path) -> None:
    """Where a folder cannot be made, the error names the path."""
    (checkout / "docs").write_text("in the way", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="docs"):
        derive(checkout)
