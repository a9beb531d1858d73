import json
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from saisei_lod import resources, vocabulary
from saisei_lod.iris import Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.merging import MergedPlan
from saisei_lod.records.model import (
    Amendment,
    Certification,
    Coverage,
    Document,
    Indicator,
    IndicatorValue,
    Maker,
    OwnWords,
    Page,
    Period,
    PlanRecord,
)
from saisei_lod.records.streaming import SourcedPlan
from saisei_lod.serialization import FORMATS, disagreement, to_rdflib, uncanonical_line, write
from saisei_lod.terms import Description, Namespace

_KEY = "r055-01204-3476059d"
_RECORD = PlanRecord(
    id=_KEY,
    title="”旭川圏”〜A計画\n(第2期)",
    status="ended",
    certification=Certification(date="2020-03-30", round=55, round_basis="stated"),
    amendments=[Amendment(date="2020-08-21", kind="amendment"), Amendment(date="2021-03", kind="minor")],
    period=Period(start="2020-04-01", end="2025-03-31", precision="fiscal_year"),
    makers=[Maker(code="01204", lead=True), Maker(code="01453")],
    coverage=Coverage(kind="part", codes=["01204"], text="旭川市の一部"),
    schemes=["suishin"],
    documents=[Document(format="PDF", size_text="310キロバイト", url="https://example.org/計画.pdf")],
    indicators=[
        Indicator(
            name="利用者数", unit="人", values=[IndicatorValue(year="2024", value="1,200", role="final")]
        )
    ],
    lines=(3, 9),
    own=OwnWords(title_en="ICT park", summary_en="Young people and ICT."),
)


@pytest.fixture(scope="module")
def block() -> list[Description]:
    """The descriptions of a plan with nearly everything that a plan can have."""
    listed = SourcedPlan(_RECORD, Page(source="01204-plans", sha256="0" * 64), "plans.yaml", 1)
    return plan_block(MergedPlan(_KEY, _RECORD, (listed,)), Minter())


@pytest.fixture(scope="module")
def paths(block: list[Description], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The block in all formats, with the context and the prefixes of a release."""
    folder = tmp_path_factory.mktemp("plan")
    terms = [getattr(vocabulary, name) for name in vocabulary.__all__]
    spaces = [term for term in terms if isinstance(term, Namespace)] + [*Minter().namespaces.values()]
    context = json.loads((resources.ontology() / "context.jsonld").read_text("utf-8"))["@context"]
    written = {name: folder / f"plans.{row.extension}" for name, row in FORMATS.items()}
    prefixes = {space.prefix: space.base for space in spaces}
    write([block], written, prefixes=prefixes, context=context, scratch=folder)
    return written


def test_a_plan_is_one_graph_in_all_formats_for_both_libraries(
    block: list[Description], paths: dict[str, Path], tmp_path: Path
) -> None:
    """What rdflib reads from each file is what the descriptions say, and pyoxigraph agrees."""
    expected = to_rdflib(block)
    for path in paths.values():
        assert isomorphic(Graph().parse(path), expected)
    assert disagreement(list(paths.values()), scratch=tmp_path) is None
    assert uncanonical_line(paths["ntriples"]) is None


def test_a_plan_is_one_object_with_everything_inside(paths: dict[str, Path]) -> None:
    """Events and versions stand under the plan, the listing under the version that it describes."""
    graph: Any = json.loads(paths["jsonld"].read_text("utf-8"))["@graph"]
    assert len(graph) == 1
    (plan,) = graph
    assert [event["date"] for event in plan["event"][:2]] == ["2020-03-30", "2020-08-21"]
    assert [version["validFrom"] for version in plan["version"]] == ["2020-03-30", "2020-08-21"]
    assert plan["latestVersion"] == plan["version"][1]["id"]
    assert [listing["firstLine"] for listing in plan["version"][1]["describedIn"]] == [3]
    assert plan["coverage"]["wording"] == {"ja": "旭川市の一部"}
