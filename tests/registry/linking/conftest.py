"""The linker over the committed tables, and a small registry made by hand."""

import pytest

from saisei_lod.registry import Change, Government, Registry, State
from saisei_lod.registry.linking import Linker, linker


@pytest.fixture(scope="session")
def links() -> Linker:
    """Return the linker of the tables that come with the program."""
    return linker()


@pytest.fixture(scope="session")
def small() -> Registry:
    """Return a registry of two prefectures with a town that became a city, and two towns of one name."""
    rows = [
        ("06000", "prefecture", "山形県", "06000", "", "", "", ""),
        ("43000", "prefecture", "熊本県", "43000", "", "", "", ""),
        ("06209", "city", "長井市", "06000", "", "", "", ""),
        ("06401", "town", "小国町", "06000", "西置賜郡", "", "", ""),
        ("43424", "town", "小国町", "43000", "阿蘇郡", "", "", ""),
        ("06999", "town", "古町", "06000", "西置賜郡", "", "", "2010-04-01"),
        ("06998", "city", "新町市", "06000", "", "", "2010-04-01", ""),
    ]
    governments = {row[0]: _government(row) for row in rows}
    states = {code: (_state(government),) for code, government in governments.items()}
    return Registry(governments, states, (Change("2010-04-01", "city-status", ("06999",), ("06998",), ""),))


def _government(row: tuple[str, ...]) -> Government:
    code, kind, name, prefecture, county, parent, start, end = row
    return Government(code, kind, name, "", "", prefecture, county, "", "", parent, "", "", start, end, "")


def _state(row: Government) -> State:
    return State(row.code, row.name, "", "", row.county, row.kind, row.exists_from, row.exists_until)
