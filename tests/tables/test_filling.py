import pytest

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.tables.columns import names, reads_all, says
from saisei_lod.tables.filling import Filling, namespaces
from saisei_lod.tables.model import DAY, JA, MONTH, STRING, URL, Column, Table, link
from saisei_lod.tables.nodes import Nodes
from saisei_lod.tables.steps import each
from saisei_lod.terms import Description, Iri, date, plain, text, typed

MINTER = Minter()
PLAN = MINTER.plan("r055-01204-3476059d")


def filled(described: list[Description], *columns: Column) -> list[str]:
    """Return the cells of the first description in a table of its own."""
    table = Table(
        "t",
        Bilingual("表", "table"),
        v.PLAN,
        each,
        (names("plan", "計画", "plan", "plan"), *columns),
        ("plan",),
    )
    nodes = Nodes()
    (node, *_) = nodes.enter(described)
    (row,) = Filling(table, namespaces(MINTER)).rows(node, nodes)
    return row[1:]


def test_a_cell_holds_what_is_of_the_columns_kind() -> None:
    """Language and datatype choose; what is said otherwise is not in the cell."""
    plan = Description(PLAN, v.PLAN)
    plan.add(v.DCTERMS_TITLE, text("計画", "ja"), text("Plan", "en"))
    plan.add(v.DCTERMS_DATE, date("2021-03"))
    assert filled(
        [plan],
        says("title", "名", "name", JA, "plan", v.DCTERMS_TITLE),
        says("date", "日", "day", DAY, "plan", v.DCTERMS_DATE),
        says("month", "月", "month", MONTH, "plan", v.DCTERMS_DATE),
    ) == ["計画", "", "2021-03"]


def test_silence_is_an_empty_cell() -> None:
    """Nothing said, and nothing known of what is named, leave cells empty."""
    plan = Description(PLAN, v.PLAN)
    plan.add(v.MAKER, MINTER.local_government("01204"))
    maker = reads_all("makers", "名", "names", JA, "plan", v.MAKER, v.SKOS_PREF_LABEL)
    assert filled([plan], says("title", "題", "title", JA, "plan", v.DCTERMS_TITLE), maker) == ["", ""]


def test_an_iri_is_its_local_name_however_it_is_spelled() -> None:
    """A whole IRI inside the namespace gives the same cell; one outside it is an error of ours."""
    plan, other = Description(PLAN, v.PLAN), Description(PLAN, v.PLAN)
    whole = Iri.absolute(MINTER.local_government("01204").value)
    plan.add(v.MAKER, whole, MINTER.local_government("06209"))
    column = reads_all("makers", "作成", "makers", link("local-government"), "plan", v.MAKER)
    assert filled([plan], column) == ["01204;06209"]
    other.add(v.MAKER, Iri.absolute("https://example.org/x"))
    with pytest.raises(ValueError, match="is outside"):
        filled([other], column)


def test_a_value_in_a_list_for_reading_may_hold_the_separator() -> None:
    """It stands in another form: an address percent-encoded, a text with the wide sign."""
    plan = Description(PLAN, v.PLAN)
    plan.add(v.URL, typed("https://e.org/a;b", "anyURI"))
    plan.add(v.DCTERMS_TITLE, text("甲;乙", "ja"))
    assert filled(
        [plan],
        reads_all("urls", "址", "urls", URL, "plan", v.URL),
        reads_all("titles", "題", "titles", JA, "plan", v.DCTERMS_TITLE),
    ) == ["https://e.org/a%3Bb", "甲；乙"]


def test_what_would_not_come_back_is_refused() -> None:
    """A separator within a value that leads to the graph, and several values in a cell for one."""
    plan = Description(PLAN, v.PLAN)
    plan.add(v.FORMER_KEY, plain("a;b"), plain("c"))
    with pytest.raises(ValueError, match="separator"):
        filled([plan], says("keys", "鍵", "keys", STRING, "plan", v.FORMER_KEY, ";"))
    with pytest.raises(ValueError, match="several"):
        filled([plan], says("keys", "鍵", "keys", STRING, "plan", v.FORMER_KEY))
