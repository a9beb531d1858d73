import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph
import pytest

from saisei_lod.serialization import disagreement, write
from saisei_lod.terms import Description, Property, Term, boolean, date, integer, plain, text

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary, WriteAll


_ID = "https://example.org/id"


def _graph(paths: dict[str, Path]) -> Any:
    return json.loads(paths["jsonld"].read_text("utf-8"))["@graph"]


def test_children_stand_inside_at_the_first_reference_and_as_ids_after_it(
    write_all: "WriteAll", block: list[Description]
) -> None:
    """A node takes what it refers to itself before its children can; what nothing refers to comes last."""
    assert _graph(write_all([block])) == [
        {
            "id": f"{_ID}/place/a",
            "type": "ex:Plan",
            "title": {"ja": "長井市", "en": 'The "city"'},
            "note": "012041",
            "parts": [
                {
                    "id": f"{_ID}/place/a-1",
                    "type": ["ex:Part", "ex:First"],
                    "plan": f"{_ID}/place/a",
                    "part": f"{_ID}/place/a-2",
                    "parts": [
                        {
                            "id": f"{_ID}/place-period/a",
                            "day": {"@value": "2021-03", "@type": "xsd:gYearMonth"},
                        }
                    ],
                },
                {"id": f"{_ID}/place/a-2", "type": "ex:Part", "day": "2020-03-30", "number": 55},
            ],
            "part": f"{_ID}/place/a-2",
        },
        {"id": f"{_ID}/place/stray", "label": {"ja": ["一"]}},
    ]


def test_the_document_is_indented_and_has_its_context_inline(
    write_all: "WriteAll", block: list[Description]
) -> None:
    """People read the file: one member a line, the context first, characters as they are."""
    lines = write_all([block])["jsonld"].read_text("utf-8").splitlines()
    assert lines[:3] == ["{", ' "@context": {', '  "@version": 1.1,']
    assert '   "title": {"ja": "長井市", "en": "The \\"city\\""},' in lines
    assert lines[-2:] == [" ]", "}"]


def test_a_document_without_blocks_is_still_a_document(write_all: "WriteAll") -> None:
    """No plans give an empty graph, not broken JSON."""
    assert _graph(write_all([])) == []


@pytest.mark.parametrize(
    "case",
    [
        ("note", [plain("a")], "a"),
        ("note", [plain("a"), plain("b")], ["a", "b"]),
        ("note", [text("a", "ja")], {"@value": "a", "@language": "ja"}),
        ("note", [plain("a"), integer(1)], ["a", {"@value": 1, "@type": "xsd:integer"}]),
        ("note", [boolean(value=True)], {"@value": True, "@type": "xsd:boolean"}),
        ("number", [integer(2**53 - 1)], 2**53 - 1),
        ("number", [integer(-(2**53))], "-9007199254740992"),
        ("number", [plain("1")], {"@value": "1"}),
        ("day", [date("2020")], {"@value": "2020", "@type": "xsd:gYear"}),
        ("title", [text("a", "ja"), text("b", "ja"), text("c", "en")], {"ja": ["a", "b"], "en": "c"}),
        ("title", [plain("a")], [{"@value": "a"}]),
        ("title", [text("a", "ja"), plain("b")], [{"@value": "a", "@language": "ja"}, {"@value": "b"}]),
        ("label", [text("a", "ja")], {"ja": ["a"]}),
        ("label", [text("a", "ja"), text("b", "en")], {"ja": ["a"], "en": ["b"]}),
        ("part", [plain("a")], {"@value": "a"}),
        ("parts", [plain("a")], [{"@value": "a"}]),
    ],
)
def test_values_stand_as_the_context_coerces_them_or_say_their_kind(
    write_all: "WriteAll", vocabulary: "Vocabulary", tmp_path: Path, case: tuple[str, list[Term], object]
) -> None:
    """Each value parses back to itself, whatever its property is declared to hold."""
    key, values, expected = case
    described = Description(vocabulary.place("a"))
    described.add(getattr(vocabulary, key), *values)
    paths = write_all([[described]])
    assert _graph(paths)[0][key] == expected
    assert disagreement(list(paths.values()), scratch=tmp_path) is None


@pytest.mark.parametrize(
    ("key", "expected"),
    [("part", f"{_ID}/place/b"), ("parts", [f"{_ID}/place/b"]), ("note", {"id": f"{_ID}/place/b"})],
)
def test_references_stand_as_strings_where_the_context_says_so(
    write_all: "WriteAll", vocabulary: "Vocabulary", tmp_path: Path, key: str, expected: object
) -> None:
    """A reference under a key that is none for references is an object with an id."""
    described = Description(vocabulary.place("a"))
    described.add(getattr(vocabulary, key), vocabulary.place("b"))
    paths = write_all([[described]])
    assert _graph(paths)[0][key] == expected
    assert disagreement(list(paths.values()), scratch=tmp_path) is None


def test_a_property_stated_twice_has_one_key(
    write_all: "WriteAll", vocabulary: "Vocabulary", tmp_path: Path
) -> None:
    """JSON readers keep the last of two equal keys, so the values come together under one."""
    described = Description(vocabulary.place("a"), vocabulary.ex("A"), vocabulary.ex("A"))
    described.add(vocabulary.note, plain("a"))
    described.add(vocabulary.day, date("2020-01-01"))
    described.add(vocabulary.note, plain("b"))
    paths = write_all([[described]])
    assert _graph(paths) == [
        {"id": f"{_ID}/place/a", "type": "ex:A", "note": ["a", "b"], "day": "2020-01-01"}
    ]
    assert disagreement(list(paths.values()), scratch=tmp_path) is None


def test_two_descriptions_of_one_subject_both_stay(
    write_all: "WriteAll", vocabulary: "Vocabulary", tmp_path: Path
) -> None:
    """The second becomes an object of its own, which JSON-LD joins to the first."""
    first, second = Description(vocabulary.place("a")), Description(vocabulary.place("a"))
    first.add(vocabulary.note, plain("a"))
    second.add(vocabulary.note, plain("b"))
    paths = write_all([[first, second]])
    assert [item["note"] for item in _graph(paths)] == ["a", "b"]
    assert disagreement(list(paths.values()), scratch=tmp_path) is None


def test_a_chain_of_nodes_longer_than_the_stack_is_written(
    write_all: "WriteAll", vocabulary: "Vocabulary", tmp_path: Path
) -> None:
    """Nodes far down a chain of first references stand apart, and no recursion error comes."""
    chain = [Description(vocabulary.place(f"n{number}")) for number in range(3000)]
    for described, following in pairwise(chain):
        described.add(vocabulary.part, following.subject)
    chain[-1].add(vocabulary.note, plain("end"))
    paths = write_all([chain])
    assert disagreement(list(paths.values()), scratch=tmp_path) is None


def test_one_key_for_two_properties_is_refused(vocabulary: "Vocabulary", tmp_path: Path) -> None:
    """A key leads to one property: with two, values would move from one to the other in silence."""
    other = Property(vocabulary.place, "note", "note")
    described = Description(vocabulary.place("a"))
    described.add(vocabulary.note, plain("a"))
    described.add(other, plain("b"))
    with pytest.raises(ValueError, match="share a JSON-LD key"):
        write([[described]], {"jsonld": tmp_path / "g.jsonld"}, prefixes={}, context={}, scratch=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_parser_can_read_the_document_as_a_stream(write_all: "WriteAll", block: list[Description]) -> None:
    """Context, type and identifier come first everywhere: a streaming parser gives the very graph."""
    paths = write_all([block])
    streamed = pyoxigraph.parse(path=paths["jsonld"], format=pyoxigraph.RdfFormat.STREAMING_JSON_LD)
    assert {str(quad) for quad in streamed} == {
        str(quad) for quad in pyoxigraph.parse(path=paths["ntriples"])
    }
