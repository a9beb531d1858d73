"""The catalogue as the programs of others read it: CKAN, frictionless, mlcroissant, where they are installed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.catalog import DATASETS

ADDRESS = "https://w3id.org/saisei/data/"
Tool = Callable[..., Any]


@pytest.fixture(scope="module")
def ckan(run_tool: Tool, release: Path) -> Any:
    """What CKAN makes of the release."""
    return run_tool("SAISEI_CKAN_PYTHON", ("ckan", "ckanext.dcat"), "ckan_check.py", str(release))


@pytest.fixture(scope="module")
def tables(run_tool: Tool, release: Path) -> Any:
    """What frictionless and mlcroissant make of the release."""
    modules = ("frictionless", "mlcroissant")
    return run_tool("SAISEI_CATALOG_PYTHON", modules, "tables_check.py", str(release), ADDRESS)


def test_ckans_validators_have_nothing_against_any_dataset(ckan: Any) -> None:
    """Neither those that its DCAT parser makes, nor those of ckan/packages.jsonl; a bad tag is found."""
    assert ckan["errors"] == []
    assert ckan["bad"]["tags"]


@pytest.mark.parametrize("form", ["catalog.ttl", "catalog.jsonld", "catalog.rdf"])
def test_ckans_parser_makes_our_datasets_in_the_language_of_the_portal(ckan: Any, form: str) -> None:
    """Titles in ja or en, licence, formats, sizes and hashes, from every form of the catalogue."""
    for locale in ("ja", "en"):
        found = ckan["dcat"][form][locale]
        titles = {getattr(dataset.title, locale) for dataset in DATASETS}
        assert {one["title"] for one in found} == titles
        for one in found:
            assert one["license_id"] == "cc-by"
            assert {file["format"] for file in one["resources"]} <= {
                "TTL",
                "JSON-LD",
                "N-Triples",
                "N-Quads",
                "RDF/XML",
                "CSV",
            }
            assert all(file["hash"] and file["size"] and file["url"] for file in one["resources"])


def test_packages_and_dcat_say_the_same_to_ckan(ckan: Any, release: Path) -> None:
    """The files of a dataset are those of its package, with the same tags, licence and days."""
    lines = (release / "ckan" / "packages.jsonl").read_text(encoding="utf-8").splitlines()
    packages = {one["title"]: one for one in map(json.loads, lines)}
    parsed = {one["title"]: one for one in ckan["dcat"]["catalog.ttl"]["ja"]}
    assert parsed.keys() == packages.keys()
    for title, package in packages.items():
        other = parsed[title]
        assert {one["name"] for one in package["tags"]} == {one["name"] for one in other["tags"]}
        assert package["license_id"] == other["license_id"]
        keys = ("url", "hash", "size", "format", "name")
        assert {tuple(one[key] for key in keys) for one in package["resources"]} == {
            tuple(one[key] for key in keys) for one in other["resources"]
        }
        extras = {one["key"]: one["value"] for one in other["extras"]}
        for one in package["extras"]:
            if one["key"] in {"identifier", "uri", "issued", "modified", "temporal_start", "temporal_end"}:
                assert extras[one["key"]] == one["value"]


def test_frictionless_finds_no_error(tables: Any) -> None:
    """Schemas, types, keys that lead to other tables, sizes and hashes."""
    assert tables["frictionless"] == []


def test_mlcroissant_has_no_issue_and_reads_every_record(tables: Any, release: Path) -> None:
    """No error, no warning; as many records as lines, in every table."""
    assert tables["croissant"]["issues"] == []
    for name, count in tables["croissant"]["records"].items():
        lines = (release / "tables" / f"{name}.csv").read_text(encoding="utf-8").count("\n") - 1
        assert count == lines, name
