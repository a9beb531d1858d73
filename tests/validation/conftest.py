"""Small data and shapes that are not ours, in files."""

from collections.abc import Callable
from pathlib import Path

import pytest

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shapes: <https://w3id.org/saisei/shapes#> .
@prefix e: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture
def turtle(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write Turtle with the usual prefixes into a file of a name."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(PREFIXES + text, encoding="utf-8")
        return path

    return write
