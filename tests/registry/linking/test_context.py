import pytest

from saisei_lod.errors import UsageError
from saisei_lod.registry import load
from saisei_lod.registry.linking.context import read_context
from saisei_lod.registry.linking.deciding import Context
from saisei_lod.registry.tables import short_name

REGISTRY = load()


@pytest.mark.parametrize(
    "form", ["6", "06", "06000", "060003", "山形県", "山形", " 山形県 ", "⼭形県", "06209"]
)
def test_prefecture_is_understood_in_any_form(form: str) -> None:
    """A code of 1, 2, 5 or 6 digits, a name, a short name: all are the prefecture."""
    assert read_context(REGISTRY, form) == Context("06000", "", "")


def test_every_prefecture_is_understood() -> None:
    """Each of the 47 is understood by its full and its short name."""
    rows = [row for row in REGISTRY.governments.values() if row.kind == "prefecture"]
    names = [(row.code, name) for row in rows for name in (row.name, short_name(row.name))]
    assert [read_context(REGISTRY, name).prefecture for _, name in names] == [code for code, _ in names]


def test_publisher_stands_for_its_prefecture() -> None:
    """A publisher gives its own prefecture unless another is asked for; 6 digits are understood."""
    assert read_context(REGISTRY, publisher="062090") == Context("06000", "06209", "")
    assert read_context(REGISTRY, "01", publisher="06209") == Context("01000", "06209", "")


def test_early_day_is_read_as_the_first_of_the_registry() -> None:
    """A day before 2005-01-01 is read as that day."""
    assert read_context(REGISTRY, on="1999-12-31").on == "2005-01-01"


def test_wrong_check_digit_is_refused() -> None:
    """A publisher's code with a wrong check digit is no code."""
    with pytest.raises(UsageError):
        read_context(REGISTRY, publisher="062091")
