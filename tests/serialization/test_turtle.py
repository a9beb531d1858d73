from pathlib import Path
from typing import TYPE_CHECKING

from saisei_lod.serialization import write
from saisei_lod.terms import Description

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary, WriteAll


def test_turtle_has_prefixes_in_order_and_a_paragraph_a_subject(
    write_all: "WriteAll", block: list[Description]
) -> None:
    """Prefixes come first by name, xsd among them; then subjects as given, a line a predicate."""
    text = write_all([block])["turtle"].read_text("utf-8")
    assert text == (
        "@prefix ex: <https://example.org/ns#> .\n"
        "@prefix place: <https://example.org/id/place/> .\n"
        "@prefix place-period: <https://example.org/id/place-period/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        "place:a a ex:Plan ;\n"
        '  ex:title "長井市"@ja, "The \\"city\\""@en ;\n'
        '  ex:note "012041" ;\n'
        "  ex:parts place:a-1, place:a-2 ;\n"
        "  ex:part place:a-2 .\n"
        "\n"
        "place:a-1 a ex:Part, ex:First ;\n"
        "  ex:plan place:a ;\n"
        "  ex:part place:a-2 ;\n"
        "  ex:parts place-period:a .\n"
        "\n"
        "place:a-2 a ex:Part ;\n"
        '  ex:day "2020-03-30"^^xsd:date ;\n'
        "  ex:number 55 .\n"
        "\n"
        'place-period:a ex:day "2021-03"^^xsd:gYearMonth .\n'
        "\n"
        'place:stray ex:label "一"@ja .\n'
    )


def test_a_description_that_says_nothing_is_not_written(
    write_all: "WriteAll", vocabulary: "Vocabulary"
) -> None:
    """A subject without classes and values would be no Turtle at all."""
    paths = write_all([[Description(vocabulary.place("empty"))]])
    assert "empty" not in paths["turtle"].read_text("utf-8")
    assert paths["ntriples"].read_bytes() == b""


def test_prefixes_do_not_depend_on_the_order_in_which_they_are_given(
    vocabulary: "Vocabulary", block: list[Description], tmp_path: Path
) -> None:
    """The same prefixes in another order give the same bytes."""
    backwards = dict(reversed(vocabulary.prefixes.items()))
    made = []
    for number, prefixes in enumerate((vocabulary.prefixes, backwards)):
        path = tmp_path / f"{number}.ttl"
        write([block], {"turtle": path}, prefixes=prefixes, context={}, scratch=tmp_path)
        made.append(path.read_bytes())
    assert made[0] == made[1]
