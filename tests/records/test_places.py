"""The lines of a record's fields."""

from saisei_lod.findings import Place
from saisei_lod.records.places import Places

_PLACES = Places(
    "a.yaml",
    {
        "": 1,
        "page": 1,
        "plans": 3,
        "plans[0]": 4,
        "plans[0].title": 5,
        "plans[1]": 9,
        "plans[1].makers[0].code": 12,
    },
)


def test_a_known_field_has_its_line() -> None:
    """A field's line is the line of its name."""
    assert _PLACES.line("plans[0].title") == 5


def test_an_unknown_field_has_the_line_of_what_holds_it() -> None:
    """A field that is missing is shown where its plan begins."""
    assert [
        _PLACES.line(field)
        for field in (
            "plans[0].period",
            "plans[0].amendments[3].date",
            "plans[1].makers[2]",
            "plans[7]",
            "other",
        )
    ] == [4, 4, 9, 3, 1]


def test_without_lines_a_place_is_the_file() -> None:
    """A file whose lines are not known still has its name."""
    assert Places("b.jsonl").where("plans[0]") == "b.jsonl"


def test_a_place_carries_the_field() -> None:
    """A finding's place tells file, line and field."""
    assert _PLACES.at("plans[0].title") == Place("a.yaml", 5, path="plans[0].title")


def test_each_plan_has_paths_of_its_own() -> None:
    """The paths of one plan begin inside it."""
    own = _PLACES.by_plan()
    assert own == {
        0: Places("a.yaml", {"": 4, "title": 5}),
        1: Places("a.yaml", {"": 9, "makers[0].code": 12}),
    }
