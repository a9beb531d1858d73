"""What is published of a version among the listings that describe it."""

from saisei_lod.merging.values import published_values
from saisei_lod.records.model import Coverage, Maker, Period, PlanRecord


def test_the_first_that_speaks_is_heard() -> None:
    """Each field is taken from the first record that says it, with the words printed there."""
    heard = [
        PlanRecord(title="甲", printed={"schemes": "-", "note": "注"}),
        PlanRecord(title="乙", schemes=["kigyou"], printed={"schemes": "企業版"}),
    ]
    values = published_values(heard)
    assert (values["title"], values["schemes"], values["printed"]) == (
        "甲",
        ["kigyou"],
        {"schemes": "企業版"},
    )


def test_makers_that_a_page_states_come_before_its_publisher() -> None:
    """A maker that is only implied is published where no page names any."""
    implied, stated = [Maker(code="06209", basis="implied")], [Maker(code="06209"), Maker(code="06213")]
    heard = [PlanRecord(makers=implied), PlanRecord(makers=stated)]
    assert published_values(heard)["makers"] == stated
    assert published_values(heard[:1])["makers"] == implied


def test_an_area_that_was_understood_comes_before_words_alone() -> None:
    """A wording of which nothing was understood is published where nothing better is known."""
    words, known = Coverage(text="当該地域"), Coverage(kind="whole", codes=["06209"])
    heard = [PlanRecord(coverage=words), PlanRecord(coverage=known)]
    assert published_values(heard)["coverage"] == known
    assert published_values(heard[:1])["coverage"] == words


def test_a_period_is_completed_by_the_next_source_of_its_precision() -> None:
    """One page prints the end alone, another both; days and fiscal years are not mixed."""
    end = PlanRecord(period=Period(end="2022-03-31"))
    both = PlanRecord(period=Period(start="2019-03-29", end="2023-03-31"))
    years = PlanRecord(period=Period(start="2018-04-01", end="2022-03-31", precision="fiscal_year"))
    assert published_values([end, both])["period"] == Period(start="2019-03-29", end="2022-03-31")
    assert published_values([end, years])["period"] == Period(end="2022-03-31")


def test_silence_of_all_is_silence() -> None:
    """Nothing is published of what nobody says."""
    values = published_values([PlanRecord(), PlanRecord()])
    assert values == {**{name: getattr(PlanRecord(), name) for name in values}, "printed": {}}
