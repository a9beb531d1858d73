from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.errors import InputError, UsageError
from saisei_lod.findings import Finding
from saisei_lod.validation import ENGINES, validate
from saisei_lod.validation.engines import engine_named

Write = Callable[[str, str], Path]

DATA = """
e:a a e:C ; e:p 1, "x"@en ; e:q [ e:p 2 ] ; e:d "2020-02-30"^^xsd:date ; e:b "none"^^xsd:boolean .
"""
#: A node shape on the class above, up to its first condition.
ON = "e:s a sh:NodeShape ; sh:targetClass e:C ;"
NODE = "https://example.org/a"
EACH_VALUE = 'sh:sparql [ sh:select "SELECT $this ?value { $this <https://example.org/p> ?value }" ]'
IMPORTED = 'e:o owl:imports e:i . e:i sh:declare [ sh:prefix "x" ; sh:namespace "https://example.org/"^^xsd:anyURI ] .'
each_engine = pytest.mark.parametrize("engine", sorted(ENGINES))


def found(write: Write, shapes: str, engine: str) -> list[Finding]:
    """Return what an engine finds in the data above."""
    report = validate([write("data.ttl", DATA)], shapes=write("shapes.ttl", shapes), engine=engine)
    return list(report.findings)


@each_engine
@pytest.mark.parametrize(
    ("shapes", "texts"),
    [
        (f"{ON} sh:property [ sh:path e:p ; sh:datatype xsd:integer ] .", ["x"]),
        (f"{ON} sh:property [ sh:path e:d ; sh:datatype xsd:date ] .", ["2020-02-30"]),
        (f"{ON} sh:property [ sh:path e:b ; sh:datatype xsd:boolean ] .", ["none"]),
        ("e:C a rdfs:Class, sh:NodeShape ; sh:property [ sh:path e:z ; sh:minCount 1 ] .", [""]),
        ('e:s sh:targetNode "text" ; sh:nodeKind sh:IRI .', ["text"]),
        (
            f"{ON} sh:property [ sh:path e:q ; sh:node [ sh:property [ sh:path e:p ; sh:hasValue 3 ] ] ] .",
            ["_:f0b0"],
        ),
        (f'{ON} sh:sparql [ sh:select "SELECT $this {{ $this a ?c }}" ] .', [NODE]),
        (
            f'{ON} sh:sparql [ sh:prefixes e:o ; sh:select "SELECT $this ?value {{ $this x:p ?value }}" ] . {IMPORTED}',
            ["1", "x"],
        ),
        (
            f'{ON} sh:property [ sh:path e:p ; sh:sparql [ sh:select "SELECT ?value {{ $this $PATH ?value }}" ] ] .',
            ["1", "x"],
        ),
        (
            f'{ON} sh:sparql [ sh:select "SELECT $this ?value {{ $this a ?c OPTIONAL {{ $this a $this, ?value }} }}" ] .',
            [NODE],
        ),
        (f"e:n sh:targetClass e:C ; sh:path e:q ; sh:property [ sh:path e:p ; {EACH_VALUE} ] .", ["2"]),
        (f"{ON} sh:property [ sh:path e:q ; sh:property [ sh:path e:p ; {EACH_VALUE} ] ] .", ["2"]),
        (
            f"{ON} sh:property e:n . e:n sh:path e:q ; sh:node e:m . e:m sh:targetNode e:x ; {EACH_VALUE} .",
            ["_:f0b0"],
        ),
        (f"{ON} sh:property [ sh:path e:p ; sh:maxCount 1 ; sh:deactivated true ] .", []),
        (
            f'{ON} sh:deactivated true ; sh:sparql [ sh:select "SELECT $this ?value {{ $this a ?value }}" ] .',
            [],
        ),
    ],
)
def test_engines_find_the_same(turtle: Write, engine: str, shapes: str, texts: list[str]) -> None:
    """Core and SPARQL constraints, ill-typed values, targets of each kind, nested shapes, prefixes, $PATH."""
    assert sorted(finding.text for finding in found(turtle, shapes, engine)) == texts


@each_engine
@pytest.mark.parametrize(
    "shapes",
    [
        f"{ON} sh:node e:s .",
        f'{ON} sh:property [ sh:path e:p ; sh:pattern "(" ] .',
        f'{ON} sh:property [ sh:path e:p ; sh:minCount "x" ] .',
        f'{ON} sh:property [ sh:path "p" ; sh:minCount 1 ] .',
        f'{ON} sh:sparql [ sh:select "SELECT $this {{ " ] .',
        f'{ON} sh:sparql [ sh:select "SELECT $this {{ $this no:prefix 1 }}" ] .',
        f'{ON} sh:sparql [ sh:select "SELECT $this {{ GRAPH $shapesGraph {{ $this a ?c }} }}" ] .',
    ],
)
def test_shapes_that_cannot_be_used_are_refused(
    turtle: Write, engine: str, shapes: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Recursion, a broken pattern, a wrong parameter, a wrong path, broken SPARQL: a message, no traceback."""
    with pytest.raises(InputError) as caught:
        found(turtle, shapes, engine)
    assert caught.value.text("ja") != caught.value.text("en")
    assert caplog.records == []


def test_an_unknown_engine_is_a_usage_error() -> None:
    """The message names those that exist."""
    with pytest.raises(UsageError) as caught:
        engine_named("hybrid")
    assert "fast, pyshacl" in str(caught.value)


@each_engine
def test_engines_say_nothing_themselves(
    turtle: Write, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither rdflib nor pySHACL prints about ill-typed literals."""
    found(turtle, "e:s sh:targetClass e:C ; sh:property [ sh:path e:d ; sh:datatype xsd:date ] .", engine)
    assert capsys.readouterr() == ("", "")
