"""``saisei validate FILE`` with files from anywhere: a message and an exit status, never a traceback."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.cli import main

Write = Callable[[str, str], Path]
HERE = "https://example.org"
SHAPES = 'e:s sh:targetSubjectsOf e:p ; sh:path e:p ; sh:maxCount 1 ; shapes:code "one" .'
TWICE = f"<{HERE}/a> <{HERE}/p> 1, 2 ."
LINES = [f'<{HERE}/a> <{HERE}/p> "{n}" .\n' for n in (1, 2)]
SYNTAXES = {
    "ttl": TWICE,
    "nt": "".join(LINES),
    "nq": "".join(line.replace(" .", f" <{HERE}/g> .") for line in LINES),
    "jsonld": json.dumps({"@id": f"{HERE}/a", f"{HERE}/p": [1, 2]}),
    "rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://example.org/">'
    f'<rdf:Description rdf:about="{HERE}/a"><e:p>1</e:p><e:p>2</e:p></rdf:Description></rdf:RDF>',
}


def validated(data: Path, shapes: Path, *more: str) -> int:
    """Run the command in English."""
    return main(["validate", str(data), "--shapes", str(shapes), "--lang", "en", *more])


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("ending", sorted(SYNTAXES))
def test_every_syntax_is_validated(turtle: Write, tmp_path: Path, ending: str, zipped: bool) -> None:  # noqa: FBT001
    """Also packed: there are two values where one is allowed."""
    said = SYNTAXES[ending].encode()
    path = tmp_path / (f"data.{ending}.gz" if zipped else f"data.{ending}")
    path.write_bytes(gzip.compress(said) if zipped else said)
    assert validated(path, turtle("shapes.ttl", SHAPES)) == 1


@pytest.mark.parametrize(
    ("data", "shapes", "words"),
    [
        ("e:a e:p ] .", SHAPES, "data.ttl:8:"),
        ("<https://example.org/a b> e:p 1 .", SHAPES, "data.ttl:8:"),
        ("e:a e:p 1 .", "e:s sh:targetNode e:a ; sh:node e:s .", "refers to itself"),
        ("e:a e:p 1 .", "e:s sh:targetNode e:a ; sh:minKount 1 .", "sh:minKount"),
        ("e:a e:p 1 .", "e:s sh:targetNode ] .", "shapes.ttl:8:"),
    ],
)
def test_what_cannot_be_validated_is_said(
    turtle: Write, capsys: pytest.CaptureFixture[str], data: str, shapes: str, words: str
) -> None:
    """Broken Turtle by line, an IRI with a space, recursion, an unknown parameter: nothing is skipped."""
    assert validated(turtle("data.ttl", data), turtle("shapes.ttl", shapes)) == 2
    said = capsys.readouterr()
    assert (words in said.err, said.out) == (True, "")


def test_a_component_of_their_own_is_checked_by_pyshacl_and_said(
    turtle: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, and in the report."""
    shapes = """
    e:c a sh:ConstraintComponent ; sh:parameter [ sh:path e:most ] ;
      sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER ($value <= $most) }" ] .
    e:s sh:targetSubjectsOf e:p ; sh:path e:p ; e:most 3 ; shapes:code "at-most" .
    """
    status = validated(turtle("d.ttl", "e:a e:p 2, 4 ."), turtle("s.ttl", shapes), "--report", "json")
    said = capsys.readouterr()
    assert (status, json.loads(said.out)["by_pyshacl"]) == (1, ["at-most"])
    assert "at-most" in said.err


def test_odd_values_are_results(turtle: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """A day that no calendar has, and ten megabytes of text, which the report cuts."""
    shapes = "e:s sh:targetNode e:a ; sh:property [ sh:path e:d ; sh:datatype xsd:date ], [ sh:path e:p ; sh:maxLength 9 ] ."
    data = f'e:a e:d "2020-02-30"^^xsd:date ; e:p "{"長" * 3_500_000}" .'
    assert validated(turtle("data.ttl", data), turtle("shapes.ttl", shapes)) == 1
    said = capsys.readouterr().out
    assert "2020-02-30" in said
    assert len(said) < 10_000
