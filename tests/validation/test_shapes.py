from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings import Severity
from saisei_lod.validation.shapes import Rule, load_shapes, shape_files

Write = Callable[[str, str], Path]


def rule(path: Path, name: str) -> Rule:
    """Return the rule of a shape of a file."""
    return load_shapes([path]).rules[NamedNode(f"https://example.org/{name}")]


def test_a_rule_says_what_its_shape_says(turtle: Write) -> None:
    """Code, severity, texts, path and conditions come from the shape alone."""
    path = turtle(
        "s.ttl",
        "e:s a sh:PropertyShape ; sh:path e:p ; sh:minCount 1 ; sh:maxCount 2 ; sh:severity sh:Warning ; "
        'shapes:code "some-code" ; sh:message "日本語"@ja, "English"@en ; shapes:fix "直す"@ja, "mend"@en .',
    )
    assert rule(path, "s") == Rule(
        "some-code",
        Severity.WARNING,
        Bilingual("日本語", "English"),
        Bilingual("直す", "mend"),
        "<https://example.org/p>",
        "<https://example.org/p>",
        ("maxCount", "minCount"),
        about="<https://example.org/p>",
        expected={
            "maxCount": Bilingual("値は2つまで", "at most 2 values"),
            "minCount": Bilingual("値が1つ以上", "at least 1 value"),
        },
    )


@pytest.mark.parametrize(
    ("message", "ja", "en"),
    [
        ('"English"@en', "English", "English"),
        ('"日本語"@ja', "日本語", "日本語"),
        ('"plain"', "plain", "plain"),
        ('"plain", "日本語"@ja', "日本語", "plain"),
    ],
)
def test_a_message_in_one_language_stands_for_both(turtle: Write, message: str, ja: str, en: str) -> None:
    """Shapes of others rarely speak Japanese."""
    path = turtle("s.ttl", f"e:s sh:path e:p ; sh:message {message} .")
    assert rule(path, "s").message == Bilingual(ja, en)


def test_a_shape_that_says_nothing_is_named(turtle: Write) -> None:
    """Its code is its name, its severity a violation, and the message says which shape it is."""
    path = turtle("s.ttl", "e:PersonShape a sh:NodeShape ; sh:targetClass e:Person ; sh:closed true .")
    said = rule(path, "PersonShape")
    assert (said.code, said.severity, said.path) == ("person-shape", Severity.VIOLATION, "")
    assert "person-shape" in said.message.en


def test_a_shape_without_a_name_is_known_by_its_path(turtle: Write) -> None:
    """A blank node has no code of its own."""
    rules = load_shapes(
        [turtle("s.ttl", "e:s a sh:NodeShape ; sh:property [ sh:path e:p ; sh:minCount 1 ] .")]
    ).rules
    (nameless,) = [said for shape, said in rules.items() if str(shape).startswith("_:")]
    assert nameless.code == "rule-broken"
    assert "<https://example.org/p>" in nameless.message.ja


def test_parameters_of_components_are_no_shapes(turtle: Write) -> None:
    """They have a path, but nothing is validated against them (W3C SHACL, section 6.2.1)."""
    shapes = load_shapes(
        [turtle("s.ttl", "e:c a sh:ConstraintComponent ; sh:parameter [ sh:path e:limit ] .")]
    )
    assert shapes.rules == {}


def test_the_shapes_with_targets_are_known(turtle: Write) -> None:
    """Each way of section 2.1.3, and a class that is its own shape."""
    shapes = load_shapes(
        [
            turtle(
                "s.ttl",
                "e:a sh:targetClass e:X . e:b sh:targetNode e:x . e:c sh:targetSubjectsOf e:p . "
                "e:d sh:targetObjectsOf e:p . e:E a rdfs:Class, sh:NodeShape . e:f a sh:NodeShape .",
            )
        ]
    )
    assert [shapes.rules[shape].code for shape in shapes.targeting] == ["a", "b", "c", "d", "e"]


def test_files_of_shapes_are_found(tmp_path: Path) -> None:
    """A folder in order, a file, or our own."""
    for name in ("b.ttl", "a.ttl", "c.txt"):
        (tmp_path / name).touch()
    assert shape_files(tmp_path) == [tmp_path / "a.ttl", tmp_path / "b.ttl"]
    assert shape_files(tmp_path / "a.ttl") == [tmp_path / "a.ttl"]
    assert "plans.ttl" in {path.name for path in shape_files()}


def test_a_folder_without_shapes_is_refused(tmp_path: Path) -> None:
    """It would find nothing in anything."""
    with pytest.raises(InputError) as caught:
        shape_files(tmp_path)
    assert caught.value.where == str(tmp_path)
