from typing import TYPE_CHECKING

import pytest

from saisei_lod.serialization.outline import Outlines, pieces
from saisei_lod.terms import GAP, Description, Namespace, Property, date, plain, text

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary


def test_descriptions_that_differ_in_values_alone_share_an_outline(vocabulary: "Vocabulary") -> None:
    """Another subject and another day are the same outline; another kind of value is not."""
    kind = vocabulary.ex("A")
    described = [Description(vocabulary.place(name), kind) for name in "abcd"]
    for one, value in zip(
        described, (date("2020-03-30"), date("2021-03-30"), date("2021-03"), None), strict=True
    ):
        one.add(vocabulary.day, value)
    first, second, third, fourth = [item[1] for item in Outlines().of(described).items]
    assert first is second
    assert len({first, third, fourth}) == 3


def test_an_outline_knows_where_several_values_and_references_stand(vocabulary: "Vocabulary") -> None:
    """Places are counted from 0 in the order of the statements."""
    described = Description(vocabulary.place("a"))
    described.add(vocabulary.note, plain("x"), plain("y"))
    described.add(vocabulary.part, vocabulary.place("b"))
    described.add(vocabulary.title, text("z", "ja"))
    block = Outlines().of([described])
    ((_, outline, subject, start, end),) = block.items
    assert (outline.several, [place for place, _ in outline.references]) == ((0,), [1])
    assert (subject, start, end, block.cores) == (b"a", 0, 3, [b"x", b"b", b"z"])
    assert [value.nt for value in block.firsts] == ['"x"', "<https://example.org/id/place/b>", '"z"@ja']


def test_what_says_nothing_has_no_outline(vocabulary: "Vocabulary") -> None:
    """A description without classes and values is left out of the block."""
    assert Outlines().of([Description(vocabulary.place("a"))]).items == []


def test_a_literal_is_no_class(vocabulary: "Vocabulary") -> None:
    """The class rdf:type with a text is a mistake of the program, said at once."""
    rdf = Namespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
    described = Description(vocabulary.place("a"))
    described.add(Property(rdf, "type", "type"), plain("Plan"))
    with pytest.raises(TypeError, match="leads to a class"):
        Outlines().of([described])


def test_text_is_cut_at_its_gaps() -> None:
    """Gaps are the odd places, also at the ends of the text."""
    assert pieces(f"{GAP} a {GAP}") == [b"", b"", b" a ", b"", b""]
