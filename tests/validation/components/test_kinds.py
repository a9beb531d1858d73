from typing import Any

import pytest


@pytest.mark.parametrize(
    ("said", "kind", "wrong"),
    [
        ("e:x . e:x a e:C", "e:C", []),
        ("e:x . e:x a e:D . e:D rdfs:subClassOf e:E . e:E rdfs:subClassOf e:C", "e:C", []),
        ("e:x . e:x a e:D . e:D rdfs:subClassOf e:D", "e:C", ["e:x"]),
        ('e:x, "x"', "e:C", ['"x"', "e:x"]),
        ("e:x . e:x a e:C", "e:C, e:D", ["e:x"]),
    ],
)
def test_class(values: Any, said: str, kind: str, wrong: list[str]) -> None:
    """Subclasses count where the data states them; a literal has no class; each sh:class is one condition."""
    assert values(said, f"sh:class {kind}") == wrong


@pytest.mark.parametrize(
    ("said", "datatype", "wrong"),
    [
        ('"a", "b"@en', "xsd:string", ['"b"@en']),
        ('"a", "b"@en', "rdf:langString", ['"a"']),
        (
            '"2020-02-30"^^xsd:date, e:x',
            "xsd:date",
            ['"2020-02-30"^^<http://www.w3.org/2001/XMLSchema#date>', "e:x"],
        ),
        ('"300"^^xsd:byte, "3"^^xsd:byte', "xsd:byte", ['"300"^^<http://www.w3.org/2001/XMLSchema#byte>']),
        ("1", "xsd:decimal", ['"1"^^<http://www.w3.org/2001/XMLSchema#integer>']),
        ('"x"^^e:d', "e:d", []),
    ],
)
def test_datatype(values: Any, said: str, datatype: str, wrong: list[str]) -> None:
    """The type itself, not one derived from it, and a lexical form that it has."""
    assert values(said, f"sh:datatype {datatype}") == wrong


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("sh:IRI", ['"x"', "_:b"]),
        ("sh:BlankNode", ['"x"', "e:x"]),
        ("sh:Literal", ["_:b", "e:x"]),
        ("sh:BlankNodeOrIRI", ['"x"']),
        ("sh:BlankNodeOrLiteral", ["e:x"]),
        ("sh:IRIOrLiteral", ["_:b"]),
    ],
)
def test_node_kind(values: Any, kind: str, wrong: list[str]) -> None:
    """IRIs, blank nodes and literals, and two of them at a time."""
    assert values('e:x, _:b, "x"', f"sh:nodeKind {kind}") == wrong
