"""Every shape speaks to a clerk: code, severity, name, message and fix in Japanese and English."""

import re
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode

from saisei_lod.validation.graphs import to_rdflib
from saisei_lod.validation.names import RDF_TYPE, SH, SHAPES, local_name
from saisei_lod.validation.shapes import shape_files

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
PROPERTY_SHAPE = NamedNode(f"{SH}PropertyShape")


def named_shapes(bench: Any) -> list[Any]:
    """Return the shapes that can give results: those with an IRI and with conditions."""
    return [
        shape
        for shape, rule in bench.shapes.rules.items()
        if isinstance(shape, NamedNode) and rule.conditions
    ]


def texts(bench: Any, shape: Any, predicate: str) -> dict[str, list[str]]:
    """Return the texts of a shape by language tag."""
    found: dict[str, list[str]] = {}
    for term in bench.shapes.triples.objects(shape, predicate):
        found.setdefault(term.language, []).append(term.value)
    return found


@pytest.mark.parametrize("predicate", [f"{SH}message", f"{SHAPES}fix"])
def test_message_and_fix_stand_in_both_languages(bench: Any, predicate: str) -> None:
    """Each is said once in Japanese, with Japanese letters, and once in English, without."""
    for shape in named_shapes(bench):
        said = texts(bench, shape, predicate)
        assert {language: len(of) for language, of in said.items()} == {"ja": 1, "en": 1}, shape
        assert JAPANESE.search(said["ja"][0]), shape
        assert not JAPANESE.search(said["en"][0]) or predicate.endswith("fix"), shape


def test_a_property_shape_names_its_property_in_both_languages(bench: Any) -> None:
    """sh:name is what a form would show; shapes over several properties need none."""
    for shape in bench.shapes.triples.with_object(RDF_TYPE, PROPERTY_SHAPE):
        if local_name(shape.value) != "part-unused":
            assert sorted(texts(bench, shape, f"{SH}name")) == ["en", "ja"], shape


def test_codes_are_stable_names(bench: Any) -> None:
    """A code is kebab-case, stands once, and is the name of its shape where it is not that of a class."""
    shapes = named_shapes(bench)
    codes = [bench.shapes.rules[shape].code for shape in shapes]
    assert len(set(codes)) == len(codes)
    for shape, code in zip(shapes, codes, strict=True):
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code), code
        assert [Literal(code)] == bench.shapes.triples.objects(shape, f"{SHAPES}code")
        closed = bench.shapes.triples.objects(shape, f"{SH}closed")
        assert local_name(shape.value) == code or (closed and code.endswith("-property-unknown")), code


def test_severity_is_always_stated(bench: Any) -> None:
    """Nothing is a violation by default."""
    for shape in named_shapes(bench):
        assert len(bench.shapes.triples.objects(shape, f"{SH}severity")) == 1, shape


def test_nameless_shapes_only_stand_inside_of_conditions(bench: Any) -> None:
    """A blank node is never held by sh:property of a named shape: its results could not be told apart."""
    for holder, held in bench.shapes.triples.pairs(f"{SH}property"):
        assert isinstance(held, NamedNode) or not isinstance(holder, NamedNode), holder


@pytest.mark.parametrize("path", shape_files(), ids=lambda path: path.name)
def test_a_file_of_shapes_is_short_and_says_what_it_needs(path: Path) -> None:
    """A file has at most 400 lines, and its head names the background that its shapes refer to."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    head = text.partition("@prefix")[0]
    assert "Background:" in head or path.name == "annotations.ttl"


@pytest.mark.slow
def test_the_shapes_satisfy_the_shapes_of_shacl(bench: Any) -> None:
    """SHACL-SHACL (W3C SHACL, appendix C), as pySHACL carries it, finds nothing."""
    from pyshacl.entrypoints import meta_validate  # noqa: PLC0415 - slow to import

    conforms, _, text = meta_validate(to_rdflib(bench.shapes.triples))
    assert conforms, text
