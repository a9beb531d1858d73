"""The part of YAML that records use, and what is refused."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.errors import RecordError, SaiseiError
from saisei_lod.records.yaml_files import parsed

_SCALARS = {"round": "int", "lines[]": "int", "lead": "bool"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("code: 01204", {"code": "01204"}),
        ("code: '01204'", {"code": "01204"}),
        ("code: 13101", {"code": "13101"}),
        ("date: 2020-03-30", {"date": "2020-03-30"}),
        ("title: no", {"title": "no"}),
        ("title: true", {"title": "true"}),
        ("title: 1_000", {"title": "1_000"}),
        ("title: 12:30:45", {"title": "12:30:45"}),
        ("round: 55", {"round": 55}),
        ("round: 055", {"round": "055"}),
        ("round: '55'", {"round": "55"}),
        ("round: 5.0", {"round": "5.0"}),
        ("lines: [3, 4]", {"lines": [3, 4]}),
        ("lead: true", {"lead": True}),
        ("lead: yes", {"lead": "yes"}),
        ("title:", {"title": None}),
        ("title: ~", {"title": None}),
        ("title: null", {"title": None}),
        ("title: 'null'", {"title": "null"}),
        ("title: ''", {"title": ""}),
        ("title: |-\n  a\n  b", {"title": "a\nb"}),
        ("title: >-\n  a\n  b", {"title": "a b"}),
        ("55: a", {"55": "a"}),
        ("- a\n- {b: c}", ["a", {"b": "c"}]),
    ],
)
def test_the_field_decides_what_a_scalar_is(text: str, value: object) -> None:
    """An unquoted scalar is text unless its field holds numbers or booleans."""
    assert parsed(text, "a.yaml", _SCALARS)[0] == value


def test_every_field_has_its_line() -> None:
    """Lines are those of the names, and of the items of lists."""
    _, places = parsed(
        "page:\n  title: a\nplans:\n  - id: x\n\n    makers:\n      - code: y\n  - id: z\n", "a.yaml", {}
    )
    expected = {
        "": 1,
        "page": 1,
        "page.title": 2,
        "plans": 3,
        "plans[0]": 4,
        "plans[0].id": 4,
        "plans[0].makers": 6,
        "plans[0].makers[0]": 7,
        "plans[0].makers[0].code": 7,
        "plans[1]": 8,
        "plans[1].id": 8,
    }
    assert places.lines == expected


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: &x 1", 1, "Anchors (&x)"),
        ("a: 1\nb: *x", 2, "Aliases (*x)"),
        ("a: !!python/object:os.system x", 1, "Tags ("),
        ("a: !local x", 1, "Tags (!local)"),
        ("a: 1\n<<: {b: 2}", 2, "Merge keys"),
        ("a: 1\nb: 2\na: 3", 3, "The field a stands twice (lines 1 and 3)"),
        ("a: {b: 1, 'b': 2}", 1, "The field b stands twice"),
        ("? [a]\n: b", 1, "A field's name is not a text"),
        ("a: 1\n---\nb: 2", 2, "a second document"),
        ("# nothing\n", 2, "There is no record"),
        ('a: "x\\u0007"', 1, "the control character U+0007"),
        ('a: "x\\ty"', 1, "the control character U+0009"),
        ('"a\\x7f": b', 1, "the control character U+007F"),
        ("a: 1\nb: \x07", 2, "This is not YAML"),
        ("a: [", 1, "This is not YAML"),
        ("a: 1\n\tb: 2", 2, "This is not YAML"),
        ("a: b: c", 1, "This is not YAML"),
        ("a: 'x", 1, "This is not YAML"),
        ("%YAML 9.9\n---\na: 1", 1, "This is not YAML"),
        ("[" * 100, 1, "The nesting is too deep"),
    ],
)
def test_what_records_do_not_use_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    """Anchors, aliases, tags, merge keys, double names and broken YAML are errors that name the line."""
    with pytest.raises(RecordError) as caught:
        parsed(text, "a.yaml", {})
    error = caught.value
    assert words in error.text("en")
    assert error.where == f"a.yaml:{line}"
    assert error.expected is not None
    assert error.todo is not None
    assert error.text("ja") != error.text("en")


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "[" * 1_000_000,
        "{a: " * 500_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(1000)),
        "a: 1\n" * 100_000,
        '"' + '\\"' * 1_000_000,
    ],
    ids=["bomb", "lists", "mappings", "indentation", "names", "quote"],
)
def test_hostile_files_are_refused_quickly(text: str) -> None:
    """A YAML bomb, deep nesting or an endless quote costs no more than its own size."""
    begin = time.process_time()
    with pytest.raises(RecordError):
        parsed(text, "a.yaml", {})
    assert time.process_time() - begin < 2


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text at all ends in anything but a value or one of our errors."""
    with suppress(SaiseiError):
        parsed(text, "a.yaml", _SCALARS)
