from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.validation.loading import load
from saisei_lod.validation.paths import sparql_path, turtle_path

SH_PATH = "http://www.w3.org/ns/shacl#path"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("sh:name", "sh:name"),
        ("e:p", "<https://example.org/p>"),
        ("[ sh:inversePath sh:name ]", "^sh:name"),
        ("( sh:name sh:order )", "sh:name/sh:order"),
        ("[ sh:alternativePath ( sh:name sh:order ) ]", "sh:name|sh:order"),
        ("[ sh:zeroOrMorePath sh:name ]", "sh:name*"),
        ("[ sh:oneOrMorePath ( sh:name sh:order ) ]", "(sh:name/sh:order)+"),
        ("[ sh:zeroOrOnePath [ sh:inversePath sh:name ] ]", "^sh:name?"),
        ("( [ sh:alternativePath ( sh:name sh:order ) ] sh:group )", "(sh:name|sh:order)/sh:group"),
        ("[ sh:inversePath ( sh:name sh:order ) ]", "^(sh:name/sh:order)"),
    ],
)
def test_a_path_is_shown_as_sparql_and_as_turtle(
    turtle: Callable[[str, str], Path], written: str, read: str
) -> None:
    """People read the short form; the Turtle is what was written."""
    shapes = load([turtle("path.ttl", f"e:s sh:path {written} .")]).triples
    ((_, path),) = shapes.pairs(SH_PATH)
    assert sparql_path(path, shapes) == read
    assert turtle_path(path, shapes) == written.replace("e:p", "<https://example.org/p>")


@pytest.mark.parametrize(
    "written",
    [
        '"name"',
        "[]",
        "[ sh:inversePath _:x ] . _:x sh:inversePath _:x",
        "_:l . _:l sh:oneOrMorePath ( e:p _:l )",
    ],
)
def test_what_is_no_path_is_an_input_error(turtle: Callable[[str, str], Path], written: str) -> None:
    """A literal, nothing, and paths that contain themselves."""
    shapes = load([turtle("path.ttl", f"e:s sh:path {written} .")]).triples
    (path,) = [value for subject, value in shapes.pairs(SH_PATH) if str(subject) == "<https://example.org/s>"]
    for written_as in (sparql_path, turtle_path):
        with pytest.raises(InputError):
            written_as(path, shapes)
