import re
from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.errors import Bilingual
from saisei_lod.validation.shapes import Rule, load_shapes, shape_files

Write = Callable[[str, str], Path]
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def rules_of_ours() -> list[Rule]:
    """Return the rules of named shapes."""
    return [
        rule for shape, rule in load_shapes(shape_files()).rules.items() if not str(shape).startswith("_:")
    ]


def expected(turtle: Write, shape: str, more: str = "") -> dict[str, Bilingual]:
    """Return what a shape expects by each of its conditions."""
    path = turtle("s.ttl", f"e:s a sh:PropertyShape ; {shape} .\n{more}")
    return dict(next(r for s, r in load_shapes([path]).rules.items() if str(s).endswith("/s>")).expected)


def test_every_condition_of_ours_is_told_in_both_languages() -> None:
    """A person who reads a report never meets an empty answer."""
    silent = [
        (rule.code, name) for rule in rules_of_ours() for name, said in rule.expected.items() if not all(said)
    ]
    assert silent == []


def test_no_query_and_no_pattern_of_ours_is_left_to_itself() -> None:
    """Where parameters say nothing to a clerk, the shape does; claims alone are for programs."""
    kinds = {"pattern", "or", "xone", "not", "sparql"}
    left = [
        rule.code
        for rule in rules_of_ours()
        for name, said in rule.expected.items()
        if name in kinds and ("正規表現" in said.ja or ": " in said.ja.partition("（")[0] or not said.ja)
    ]
    assert [code for code in left if not code.startswith("claim-")] == []


def test_ours_is_japanese_where_it_should_be() -> None:
    """Except for values that are the same in both."""
    same = {name for rule in rules_of_ours() for name, said in rule.expected.items() if said.ja == said.en}
    assert same <= {"in", "hasValue", "nodeKind"}


@pytest.mark.parametrize(
    ("condition", "ja", "en"),
    [
        ("sh:minCount 2", "値が2つ以上", "at least 2 values"),
        ("sh:maxCount 1", "値は1つまで", "at most 1 value"),
        ("sh:maxCount 0", "値なし", "no value"),
        ("sh:datatype xsd:integer", "整数", "a whole number"),
        ("sh:datatype e:own", "<https://example.org/own>", "<https://example.org/own>"),
        (
            "sh:class e:City",
            "<https://example.org/City> として記述されたもの",
            "something described as <https://example.org/City>",
        ),
        ("sh:nodeKind sh:IRI", "IRI", "an IRI"),
        ("sh:in ( 1 2 )", "次のどれか: 1、2", "one of: 1, 2"),
        ("sh:in ( 1 )", "1", "1"),
        (
            'sh:languageIn ( "ja" "en" )',
            "言語タグ ja・en のある文字列",
            "a text with the language tag ja or en",
        ),
        ("sh:uniqueLang true", "言語ごとに1つまで", "at most one in each language"),
        ('sh:pattern "^a"', "正規表現 ^a に合う文字列", "a text that matches ^a"),
        ("sh:hasValue 3", "3", "3"),
        ("sh:minInclusive 3", "3 以上の値", "3 at least"),
        ("sh:maxExclusive 3", "3 より小さい値", "less than 3"),
        ("sh:maxLength 3", "3 字以下", "at most 3 characters"),
        (
            "sh:lessThan e:end",
            "<https://example.org/end>より前の値",
            "a value before <https://example.org/end>",
        ),
        ("sh:not [ sh:minCount 1 ]", "「値が1つ以上」でないこと", "not (at least 1 value)"),
        (
            "sh:or ( [ sh:datatype xsd:date ] [ sh:path e:q ; sh:maxCount 0 ] )",
            "次のどれか: 実在する年月日（2020-03-30 の形） / <https://example.org/q>: 値なし",
            "one of: an existing date like 2020-03-30 / <https://example.org/q>: no value",
        ),
        (
            "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:datatype xsd:date ]",
            "「実在する年月日（2020-03-30 の形）」の値が1つ以上",
            "at least 1: an existing date like 2020-03-30",
        ),
    ],
)
def test_a_condition_is_told_by_its_parameters(turtle: Write, condition: str, ja: str, en: str) -> None:
    """Whoever wrote the shape."""
    (said,) = expected(turtle, f"sh:path e:p ; {condition}").values()
    assert said == Bilingual(ja, en)


def test_the_words_of_a_shape_go_before_its_parameters(turtle: Write) -> None:
    """Except that a number, a datatype or a language says its own beside another condition."""
    own = 'shapes:expected "港"@ja, "a harbour"@en'
    both = expected(turtle, f'sh:path e:p ; sh:pattern "^a" ; sh:maxCount 1 ; {own}')
    assert both == {
        "pattern": Bilingual("港", "a harbour"),
        "maxCount": Bilingual("値は1つまで", "at most 1 value"),
    }
    assert expected(turtle, f"sh:path e:p ; sh:maxCount 1 ; {own}")["maxCount"].en == "a harbour"
    assert expected(turtle, 'sh:path e:p ; sh:pattern "^a" ; shapes:expected "x"@en')["pattern"].ja == "x"


def test_classes_and_properties_are_called_by_their_names(turtle: Write) -> None:
    """As the shapes of the same class call them."""
    more = (
        'e:C sh:targetClass e:City ; sh:closed true ; sh:name "市"@ja, "city"@en ; sh:property e:s, e:end .\n'
        'e:end sh:path e:until ; sh:name "終わり"@ja, "end"@en .'
    )
    said = expected(turtle, "sh:path e:p ; sh:class e:City ; sh:lessThanOrEquals e:until", more)
    assert said["class"] == Bilingual("市として記述されたもの", "something described as: city")
    assert said["lessThanOrEquals"].ja == "終わり（<https://example.org/until>）以前の値"


def test_what_nests_without_end_is_told_in_part(turtle: Write) -> None:
    """A shape that holds itself is refused elsewhere."""
    said = expected(turtle, "sh:path e:p ; sh:node e:t", "e:t sh:node e:t ; sh:minLength 1 .")
    assert "1 字以上" in said["node"].ja
