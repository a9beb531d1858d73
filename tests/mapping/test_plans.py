"""Plans, versions and events as descriptions."""

from typing import Any

import pytest

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.merging import merge
from saisei_lod.records.model import (
    Amendment,
    Amount,
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
from saisei_lod.terms import Description, Property

KEY = "r055-01204-3476059d"
PAGE = Page(source="01204-054421", sha256="ab" * 32)


def block(**fields: Any) -> list[Description]:
    """Return the block of a plan certified in round 55 with the fields given."""
    certification = Certification(date="2020-03-30", round=55, round_basis="stated")
    plan = PlanRecord(**{"id": KEY, "title": "計画", "certification": certification, **fields})
    return plan_block(merge([SourcedPlan(plan, PAGE, "data/plans/a.yaml", 3)]), Minter())


def of_type(described: list[Description], kind: Any) -> list[Description]:
    """Return the descriptions of a class, in order."""
    return [one for one in described if kind in one.types]


def said(described: Description, predicate: Property) -> list[str]:
    """Return the values of a property in Turtle."""
    return [value.ttl for value in described.values(predicate)]


def test_the_plan_comes_first_with_its_key() -> None:
    """The first description of a block is the plan."""
    plan = block()[0]
    assert (plan.subject.ttl, said(plan, v.DCTERMS_IDENTIFIER)) == (f"plan:{KEY}", [f'"{KEY}"'])


def test_the_latest_version_says_what_the_plan_says() -> None:
    """Title, makers and schemes stand on the plan and on its latest version alike."""
    made = block(
        makers=[Maker(code="01204")],
        schemes=["suishin"],
        amendments=[Amendment(date="2020-08-21", kind="amendment")],
    )
    versions = of_type(made, v.PLAN_VERSION)
    for predicate in (v.DCTERMS_TITLE, v.MAKER, v.MAKER_BASIS, v.SCHEME):
        assert said(made[0], predicate) == said(versions[-1], predicate) != []
        assert said(versions[0], predicate) == []


def test_an_earlier_version_says_nothing_but_its_interval() -> None:
    """What the page does not tell of a past version is not copied from the latest one."""
    first = of_type(block(amendments=[Amendment(date="2020-08-21")]), v.PLAN_VERSION)[0]
    assert {predicate.ttl for predicate, _ in first.statements} == {
        "dcterms:isVersionOf",
        "prov:specializationOf",
        "saisei:validFrom",
        "saisei:validUntil",
        "prov:wasGeneratedBy",
    }


def test_versions_and_events_point_to_each_other() -> None:
    """The amendment uses the first version and generates the second, which revises the first."""
    made = block(amendments=[Amendment(date="2020-08-21", kind="amendment")])
    amendment, second = of_type(made, v.AMENDMENT)[0], of_type(made, v.PLAN_VERSION)[1]
    assert said(amendment, v.PROV_USED) == [f"version:{KEY}-20200330"]
    assert said(amendment, v.PROV_GENERATED) == [second.subject.ttl]
    assert said(second, v.PROV_WAS_REVISION_OF) == [f"version:{KEY}-20200330"]
    assert said(second, v.PROV_WAS_GENERATED_BY) == [amendment.subject.ttl]


def test_events_carry_what_sparql_cannot_compute() -> None:
    """Fiscal year and days since certification are derived, 144 days to the amendment."""
    made = block(amendments=[Amendment(date="2020-08-21", kind="amendment")])
    certification, amendment = of_type(made, v.PLAN_EVENT)
    assert (said(certification, v.FISCAL_YEAR), said(certification, v.DAYS_SINCE_CERTIFICATION)) == (
        ["2019"],
        [],
    )
    assert (said(amendment, v.FISCAL_YEAR), said(amendment, v.DAYS_SINCE_CERTIFICATION)) == (
        ["2020"],
        ["144"],
    )


@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        ("amendment", (v.PLAN_EVENT, v.CHANGE, v.AMENDMENT)),
        ("minor", (v.PLAN_EVENT, v.CHANGE, v.MINOR_CHANGE)),
        ("unspecified", (v.PLAN_EVENT, v.CHANGE, v.UNSPECIFIED_CHANGE)),
        ("revocation", (v.PLAN_EVENT, v.REVOCATION)),
        ("combination", (v.PLAN_EVENT, v.COMBINATION)),
    ],
)
def test_an_event_states_all_its_classes(kind: Any, classes: tuple[Any, ...]) -> None:
    """Shapes and queries need no inference."""
    made = block(amendments=[Amendment(date="2024-11-22", kind=kind)])
    assert of_type(made, v.PLAN_EVENT)[1].types == classes


def test_a_revocation_invalidates_the_last_version() -> None:
    """It generates none."""
    revocation = of_type(block(amendments=[Amendment(date="2024-11-22", kind="revocation")]), v.REVOCATION)[0]
    assert said(revocation, v.PROV_INVALIDATED) == [f"version:{KEY}-20200330"]
    assert said(revocation, v.PROV_GENERATED) == []


def test_several_makers_are_a_joint_making() -> None:
    """Its members are the makers, and the lead stands only where it is stated."""
    made = block(makers=[Maker(code="01000"), Maker(code="01204", lead=True)])
    joint = of_type(made, v.JOINT_MAKING_CLASS)[0]
    assert said(joint, v.ORG_HAS_MEMBER) == ["local-government:01000", "local-government:01204"]
    assert said(joint, v.LEAD) == ["local-government:01204"]
    assert of_type(block(makers=[Maker(code="01204")]), v.JOINT_MAKING_CLASS) == []


def test_one_implied_maker_makes_the_basis_implied() -> None:
    """The weaker basis is the basis of all."""
    made = block(makers=[Maker(code="06209", basis="implied"), Maker(code="06213")])
    assert said(made[0], v.MAKER_BASIS) == ["saisei:Implied"]


def test_a_silent_page_gives_no_period_no_coverage_no_scheme() -> None:
    """Silence in the source stays silence in the graph."""
    stated = {predicate.key for predicate, _ in block()[0].statements}
    assert stated.isdisjoint({"period", "coverage", "scheme", "maker", "document"})


def test_a_period_tells_its_days_its_precision_and_its_words() -> None:
    """The end is inclusive; days are end minus start."""
    made = block(
        period=Period(start="2016-03-15", end="2021-03-31"), printed={"period": "令和3年3月31日まで"}
    )
    period = of_type(made, v.PERIOD_CLASS)[0]
    assert said(period, v.DAYS) == ["1842"]
    assert said(period, v.PRECISION) == ["saisei:DayPrecision"]
    assert said(period, v.WORDING) == ['"令和3年3月31日まで"@ja']


def test_a_period_may_lack_its_start() -> None:
    """計画終了年月日 alone is legal; no days are computed then."""
    period = of_type(block(period=Period(end="2028-03-31")), v.PERIOD_CLASS)[0]
    assert (said(period, v.PERIOD_START), said(period, v.DAYS)) == ([], [])


def test_a_period_of_months_runs_from_the_first_to_the_last_day() -> None:
    """The days are derived, and the precision says so."""
    period = of_type(block(period=Period(start="2020-04", end="2024-02", precision="month")), v.PERIOD_CLASS)[
        0
    ]
    assert said(period, v.PERIOD_START) == ['"2020-04-01"^^xsd:date']
    assert said(period, v.PERIOD_END) == ['"2024-02-29"^^xsd:date']
    assert said(period, v.PRECISION) == ["saisei:MonthPrecision"]


def test_coverage_names_the_area_and_its_words() -> None:
    """Coverage of kind unknown is described only where the page prints an area."""
    made = block(coverage=Coverage(kind="part", codes=["38201"], text="松山市の区域の一部"))
    coverage = of_type(made, v.COVERAGE_CLASS)[0]
    assert said(coverage, v.COVERAGE_KIND) == ["saisei:PartOfArea"]
    assert said(coverage, v.COVERS) == ["local-government:38201"]
    assert of_type(block(coverage=Coverage(text="当該地域")), v.COVERAGE_CLASS) != []


@pytest.mark.parametrize(
    ("printed", "kilobytes"),
    [("351キロバイト", ["351"]), ("1,450KB", ["1450"]), ("1.1MB", ["1100"]), ("大きい", [])],
)
def test_printed_sizes_are_kept_and_rounded_to_kilobytes(printed: str, kilobytes: list[str]) -> None:
    """No byte is asserted: a page does not say whether a kilobyte has 1000 or 1024 of them."""
    document = of_type(block(documents=[Document(format="PDF", size_text=printed)]), v.PLAN_DOCUMENT)[0]
    assert (said(document, v.PRINTED_SIZE), said(document, v.PRINTED_KILOBYTES)) == (
        [f'"{printed}"'],
        kilobytes,
    )


def test_indicators_and_amounts_keep_words_beside_numbers() -> None:
    """A value that is no number is kept as printed."""
    values = [
        IndicatorValue(year="2020", value="1,200", role="base"),
        IndicatorValue(value="約3割", role="final"),
    ]
    made = block(
        indicators=[Indicator(name="観光客数", unit="人", values=values)],
        amounts=[Amount(name="事業費", yen=5000, text="5千円")],
    )
    first, second = of_type(made, v.INDICATOR_VALUE_CLASS)
    assert (said(first, v.NUMBER), said(second, v.NUMBER)) == (['"1200"^^xsd:decimal'], [])
    assert said(second, v.VALUE) == ['"約3割"']
    assert said(of_type(made, v.AMOUNT_CLASS)[0], v.YEN) == ["5000"]


def test_a_listing_keeps_where_the_plan_was_read() -> None:
    """終了した計画 is a statement of the page, kept on the listing alone."""
    made = block(status="ended", heading="終了した計画", lines=(10, 20))
    listing = of_type(made, v.LISTING)[0]
    assert said(listing, v.LISTED_STATUS) == ["saisei:ListedAsEnded"]
    assert (said(listing, v.FIRST_LINE), said(listing, v.LAST_LINE)) == (["10"], ["20"])
    assert said(of_type(made, v.PLAN_VERSION)[-1], v.DESCRIBED_IN) == [listing.subject.ttl]


def test_own_words_are_marked_as_editorial() -> None:
    """Our English title is no dcterms:title."""
    plan = block(own=OwnWords(title_en="Plan", summary_ja="要約", summary_en="Summary"))[0]
    assert said(plan, v.EDITORIAL_TITLE) == ['"Plan"@en']
    assert said(plan, v.EDITORIAL_SUMMARY) == ['"要約"@ja', '"Summary"@en']
    assert said(plan, v.DCTERMS_TITLE) == ['"計画"@ja']


def test_a_round_without_a_number_is_inferred_from_its_day() -> None:
    """No record can name such a round; a minor change belongs to none."""
    plan = PlanRecord(
        id=KEY,
        certification=Certification(date="2026-01-21"),
        amendments=[Amendment(date="2026-01-21", kind="minor")],
    )
    merged = merge([SourcedPlan(plan, PAGE, "data/plans/a.yaml", 3)])
    events = of_type(plan_block(merged, Minter(), {"2026-01-21": "d20260121"}), v.PLAN_EVENT)
    assert [said(event, v.IN_ROUND) for event in events] == [["round:d20260121"], []]
    assert said(events[0], v.ROUND_BASIS) == ["saisei:Inferred"]


def of_two_listings(**second: Any) -> list[Description]:
    """Return the block of a plan that one page lists as certified and a later one as changed."""
    certification = Certification(date="2020-03-30", round=55, round_basis="stated")
    common: dict[str, Any] = {"id": KEY, "certification": certification}
    first = PlanRecord(
        **common,
        title="旧計画",
        makers=[Maker(code="01204")],
        period=Period(end="2023-03-31"),
        schemes=["suishin"],
    )
    change = [Amendment(date="2020-08-21", kind="amendment")]
    later = PlanRecord(**common, title="新計画", amendments=change, **second)
    other = Page(source="01204-054421", sha256="cd" * 32, last_updated="2023-07-14")
    return plan_block(
        merge([SourcedPlan(first, PAGE, "a.yaml", 3), SourcedPlan(later, other, "b.yaml")]), Minter()
    )


def test_a_version_that_a_listing_describes_says_what_the_listing_says() -> None:
    """The earlier version has a title, makers and a period of its own; the plan has those of the latest."""
    made = of_two_listings(makers=[Maker(code="01204"), Maker(code="01452")])
    plan, first, second = made[0], *of_type(made, v.PLAN_VERSION)
    assert [said(one, v.DCTERMS_TITLE) for one in (plan, first, second)] == [
        ['"新計画"@ja'],
        ['"旧計画"@ja'],
        ['"新計画"@ja'],
    ]
    assert said(first, v.MAKER) == ["local-government:01204"]
    assert said(first, v.PERIOD) == [f"period:{KEY}-20200330"]
    assert said(plan, v.JOINT_MAKING) == said(second, v.JOINT_MAKING) == [f"joint-making:{KEY}-20200821"]
    described = {one.subject.ttl for one in made}
    assert {f"period:{KEY}-20200330", f"joint-making:{KEY}-20200821"} <= described


def test_what_an_earlier_version_alone_has_is_not_the_plan_s() -> None:
    """Period and scheme of the first version stand there and nowhere else."""
    made = of_two_listings()
    plan, first, second = made[0], *of_type(made, v.PLAN_VERSION)
    for predicate in (v.PERIOD, v.SCHEME, v.MAKER):
        assert (said(plan, predicate), said(second, predicate)) == ([], [])
        assert said(first, predicate) != []


def test_each_version_names_the_listings_that_describe_it() -> None:
    """The two snapshots of one page describe one version each."""
    first, second = of_type(of_two_listings(), v.PLAN_VERSION)
    assert said(first, v.DESCRIBED_IN) == [f"listing:01204-054421-abababab-{KEY}"]
    assert said(second, v.DESCRIBED_IN) == [f"listing:01204-054421-cdcdcdcd-{KEY}"]


def test_a_version_says_until_when_it_is_certain() -> None:
    """A change of which only the month is known may have replaced it from the first of that month on."""
    (version,) = of_type(block(amendments=[Amendment(date="2021-03")]), v.PLAN_VERSION)
    assert said(version, v.CERTAIN_UNTIL) == ['"2021-03-01"^^xsd:date']
    assert said(of_type(block(), v.PLAN_VERSION)[0], v.CERTAIN_UNTIL) == []
