"""Messages for values that are not of their type."""

import msgspec
import pytest

from saisei_lod.errors import RecordError
from saisei_lod.records.explaining import explained, scalar_fields
from saisei_lod.records.model import PageRecord


def _explained(value: object) -> RecordError:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(value, PageRecord)
    return explained(caught.value, PageRecord, lambda field: f"a.yaml#{field}", value)


@pytest.mark.parametrize(
    ("value", "where", "what", "expected"),
    [
        ([], "", "The record cannot be this list", "fields with values (page, plans)"),
        ({"plan": []}, "plan", "no field plan in a record", "one of: page, plans"),
        ({"plans": [{"titel": "x"}]}, "plans[0].titel", "no field titel in plans[0]", "one of: id, title"),
        ({"plans": [{"title": 1}]}, "plans[0].title", "plans[0].title cannot be 1", "text"),
        ({"plans": [{"title": ["x"]}]}, "plans[0].title", "cannot be this list", "text"),
        ({"plans": ["x"]}, "plans[0]", 'plans[0] cannot be "x"', "fields with values"),
        ({"plans": [{"amendments": None}]}, "plans[0].amendments", "cannot be empty", "a list"),
        (
            {"plans": [{"status": "curent"}]},
            "plans[0].status",
            'cannot be "curent"',
            "one of: current, ended",
        ),
        (
            {"plans": [{"certification": {"date": "2020-3-30"}}]},
            "plans[0].certification.date",
            'cannot be "2020-3-30"',
            "a date, month or year",
        ),
        ({"page": {"last_updated": "2020"}}, "page.last_updated", 'cannot be "2020"', "a date like"),
        (
            {"plans": [{"certification": {"round": "55"}}]},
            "plans[0].certification.round",
            '"55"',
            "a whole number 1 - 999",
        ),
        (
            {"plans": [{"certification": {"round": 0}}]},
            "plans[0].certification.round",
            "cannot be 0",
            "1 - 999",
        ),
        ({"plans": [{"makers": [{"lead": "yes"}]}]}, "plans[0].makers[0].lead", '"yes"', "true or false"),
        ({"plans": [{"makers": [{"code": "012042"}]}]}, "plans[0].makers[0].code", '"012042"', "5 digits"),
        ({"plans": [{"schemes": ["推進"]}]}, "plans[0].schemes[0]", "推進", "the slug of a scheme"),
        ({"plans": [{"lines": [1]}]}, "plans[0].lines", "cannot be this list", "a list of 2 whole numbers"),
        ({"plans": [{"lines": [1, 0]}]}, "plans[0].lines[1]", "cannot be 0", "a whole number"),
        ({"plans": [{"printed": {"a": "b", "c": 1}}]}, "plans[0].printed", "cannot be 1", "text"),
        ({"plans": [{"printed": []}]}, "plans[0].printed", "cannot be this list", "names with texts"),
        ({"plans": [{"indicators": [{}]}]}, "plans[0].indicators[0]", "indicators[0].name is needed", "text"),
        ({"page": {"sha256": "0"}}, "page.sha256", "page.sha256 cannot be", "64 hexadecimal digits"),
        ({"page": {"source": "a"}}, "page.source", "page.source cannot be", "code-name"),
        (
            {"page": {"contact": "x"}},
            "page.contact",
            "page.contact cannot be",
            "fields with values (name, address",
        ),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(
    value: object, where: str, what: str, expected: str
) -> None:
    """Each message tells field, value and the form that was expected."""
    error = _explained(value)
    assert error.where == f"a.yaml#{where}"
    assert what in error.what.en
    assert error.expected is not None
    assert expected in error.expected.en
    assert error.todo is not None
    assert all((error.what.ja, error.expected.ja, error.todo.ja, error.todo.en))


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ({"plans": [{"titel": "x"}]}, "title"),
        ({"pages": {}}, "page"),
        ({"plans": [{"status": "curent"}]}, "current"),
    ],
)
def test_a_misspelling_is_answered_with_the_near_name(value: object, near: str) -> None:
    """A name or value close to an allowed one is offered."""
    error = _explained(value)
    assert error.todo is not None
    assert near in error.todo.en
    assert near in error.todo.ja


def test_what_may_be_silent_is_told_so() -> None:
    """A field that a source need not state may be left out; a list item may not."""
    errors = [_explained({"plans": [plan]}) for plan in ({"title": 1}, {"schemes": [1]})]
    assert [error.expected is not None and "leave the line out" in error.expected.en for error in errors] == [
        True,
        False,
    ]


def test_a_long_wrong_name_is_shown_in_part() -> None:
    """A name of a million characters does not fill the screen."""
    assert len(_explained({"x" * 1_000_000: 1}).what.en) < 200


def test_numbers_and_booleans_of_the_model_are_known() -> None:
    """The fields that hold no text are derived from the model."""
    assert scalar_fields(PageRecord) == {
        "plans[].certification.round": "int",
        "plans[].amendments[].round": "int",
        "plans[].makers[].lead": "bool",
        "plans[].amounts[].yen": "int",
        "plans[].lines[]": "int",
    }
