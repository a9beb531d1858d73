"""The table of plans and their selection, on the graph of odd cases, without a server."""

import asyncio
import json
from typing import Any

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions
from tests.serving.conftest import ROOT

from saisei_lod.querying import load_store
from saisei_lod.serving.limits import Limits
from saisei_lod.serving.lists.parameters import read_parameters
from saisei_lod.serving.lists.plans import Plans, Table
from saisei_lod.serving.lists.selecting import Selector
from saisei_lod.serving.messages import Answer, Ask

CASES = ROOT / "tests" / "querying" / "fixtures" / "cases.ttl"


class Workers:
    """Answers as a service does, from a store in memory; an answer of more rows than the limit is a mistake."""

    def __init__(self, rows: int) -> None:
        self.limits = Limits(rows=rows)
        self._store = load_store([CASES])

    def _body(self, text: str) -> bytes:
        found = self._store.query(text)
        assert isinstance(found, QuerySolutions)
        return found.serialize(format=QueryResultsFormat.JSON) or b""

    async def rows(self, text: str) -> list[dict[str, str]]:
        """Return the rows of a query."""
        rows = json.loads(self._body(text))["results"]["bindings"]
        assert len(rows) <= self.limits.rows
        return [{name: term["value"] for name, term in row.items()} for row in rows]

    async def ask(self, ask: Ask) -> Answer:
        """Return the answer to a query."""
        return Answer("", self._body(ask.text))


def table(rows: int = 1_000) -> Table:
    """Return the table, read through answers of so many rows."""
    workers: Any = Workers(rows)
    return asyncio.run(Plans(workers).table())


def selected(**asked: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Return answer and reasons by the last letter of the keys of the plans that meet the conditions."""
    workers: Any = Workers(1_000)
    read = table()
    request = read_parameters([(name.replace("_", "-"), value) for name, value in asked.items()], read)
    members = asyncio.run(Selector(workers).members(request, read))
    return {
        one.plan.key[-1]: (one.answer, {name: said.reason.en for name, said in one.verdicts.items()})
        for one in members
    }


@pytest.mark.parametrize("rows", [20, 37, 60])
def test_a_server_of_few_rows_reads_the_same_table(rows: int) -> None:
    """Plans are asked for in parts, and lists of all in the order of their IRIs."""
    assert table(rows) == table()


def test_what_is_not_known_of_a_certification_is_empty() -> None:
    """Only a change date, only a round, only a month: three plans."""
    found = {plan.key[-1]: plan.certification for plan in table().plans}
    assert found["e"] is None
    assert found["f"] is not None
    assert (found["f"].date, found["f"].round.rpartition("/")[2]) == ("", "63")
    assert found["2"] is not None
    assert (found["2"].date, found["2"].year) == ("2006-03", "2005")


def test_a_day_is_answered_as_plans_in_force_does() -> None:
    """A change on an unknown day makes the version doubtful; a missing period is told."""
    found = selected(as_of="2023-06-01")
    assert found["4"] == ("unknown", {"as-of": "changed or ended on an unknown day, no version is certain"})
    assert found["e"] == ("unknown", {"as-of": "certified, period not stated"})
    assert found["b"][0] == "yes"
    assert "b" not in selected(as_of="2024-11-22")  # revoked that day


def test_a_scheme_on_a_day_is_that_of_the_version_of_the_day() -> None:
    """The plan used one scheme before it was changed, and another after it."""
    assert selected(scheme="suishin", as_of="2022-04-01")["4"][0] == "yes"
    assert "4" not in selected(scheme="kigyou", as_of="2022-04-01", unknown="omit")


def test_an_area_that_is_not_stated_is_unknown_within_the_makers_prefecture() -> None:
    """鳥取県 makes two plans: one of all its area, one of an area that is not stated."""
    found = selected(municipality="31201")
    assert found["3"][0] == "yes"
    assert found["d"][0] == "unknown"
    assert found["f"] == ("yes", {"municipality": "it is a maker of the plan"})


def test_conditions_are_joined_and_unknown_stays_unknown() -> None:
    """A round is known of neither a plan of a change date alone nor one of a month alone."""
    found = selected(round="63")
    assert {key for key, (answer, _) in found.items() if answer == "unknown"} >= {"e", "2"}
    assert found["e"][1]["round"] == "the round of the first certification is not known"
    assert "e" not in selected(round="63", unknown="omit")
