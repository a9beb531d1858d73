"""Every query of the pack on the two pages and on what they lack: expected rows, in two engines."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import Store
from rdflib import BNode, Dataset, Graph, Literal, Variable

from saisei_lod.publishing import build
from saisei_lod.querying import Answer, Query, bind, find, load_store, pack, render, run

HERE = Path(__file__).parent
#: The release of data/ without its catalogue, whose date and titles are no matter of the answers.
PAGES = tuple(Path(f"{part}.nt") for part in ("plans", "registry", "schemes", "rounds"))
CASES = (HERE / "fixtures" / "cases.ttl",)
#: The same with the claims of their sources, in named graphs.
PAGES_CLAIMED = (*PAGES, Path("provenance.nq"))
CASES_CLAIMED = (*CASES, HERE / "fixtures" / "claims.trig")
N1 = "r036-06209-c6e55eea"
STRING = "http://www.w3.org/2001/XMLSchema#string"


class Case(NamedTuple):
    """A query on a source with parameters; its expected rows stand in expected/ under its name."""

    query: str
    label: str
    source: tuple[Path, ...]
    given: Mapping[str, str] = {}

    @property
    def name(self) -> str:
        """The name of the case, and of its file of expected rows."""
        return f"{self.query}--{self.label}"

    @property
    def expected(self) -> Path:
        """The file of the expected rows, SPARQL 1.1 TSV."""
        return HERE / "expected" / f"{self.name}.tsv"


ALL_CASES = (
    Case("changed-within-a-year", "cases", CASES),
    Case("changed-within-a-year", "pages", PAGES),
    Case("changes-on-no-round-day", "cases", CASES),
    Case("changes-on-no-round-day", "pages", PAGES),
    Case("contradictions", "cases", CASES_CLAIMED),
    Case("contradictions", "cases-former-key", CASES_CLAIMED, {"plan": "d20050719-04202-0000000a"}),
    Case("contradictions", "pages", PAGES_CLAIMED),
    Case("datasets", "cases", CASES),
    Case("datasets", "pages", PAGES),
    Case("days-to-first-change", "cases", CASES),
    Case("days-to-first-change", "pages", PAGES),
    Case("irregular-rounds", "cases", CASES),
    Case("irregular-rounds", "pages", PAGES),
    Case("joint-plans", "cases", CASES),
    Case("joint-plans", "cases-former-partner", CASES, {"maker": "06213"}),
    Case("joint-plans", "pages", PAGES),
    Case("joint-plans", "pages-of-nanyo", PAGES, {"maker": "06213"}),
    Case("joint-plans-across-prefectures", "cases", CASES),
    Case("joint-plans-across-prefectures", "pages", PAGES),
    Case("joint-plans-by-type", "cases", CASES),
    Case("joint-plans-by-type", "pages", PAGES),
    Case("plan-contacts", "cases", CASES),
    Case("plan-contacts", "pages", PAGES),
    Case("plan-history", "cases-former-key", CASES, {"plan": "d20050719-04202-0000000a"}),
    Case("plan-history", "cases-month-and-title", CASES, {"plan": "r063-43202-00000004"}),
    Case("plan-history", "cases-no-day", CASES, {"plan": "r063-31201-0000000f"}),
    Case("plan-history", "cases-revoked", CASES, {"plan": "r063-07303-0000000b"}),
    Case("plan-history", "cases-unnumbered-round", CASES, {"plan": "r063-38201-0000000c"}),
    Case("plan-history", "pages", PAGES, {"plan": N1}),
    Case("plan-history", "pages-no-period", PAGES, {"plan": "r055-01204-3476059d"}),
    Case("plan-identifiers", "cases", CASES),
    Case("plan-identifiers", "pages", PAGES, {"plan": N1}),
    Case("plan-sources", "cases", CASES),
    Case("plan-sources", "pages", PAGES),
    Case("plans-by-scheme-and-year", "cases", CASES),
    Case("plans-by-scheme-and-year", "pages", PAGES),
    Case("plans-covering-municipality", "cases-part", CASES, {"municipality": "38201"}),
    Case("plans-covering-municipality", "cases-prefecture", CASES, {"municipality": "04581"}),
    Case("plans-covering-municipality", "cases-whole-prefecture", CASES, {"municipality": "31201"}),
    Case("plans-covering-municipality", "cases-a-prefecture", CASES, {"municipality": "31000"}),
    Case("plans-covering-municipality", "pages", PAGES, {"municipality": "014524"}),
    Case("plans-covering-municipality", "pages-asahikawa", PAGES, {"municipality": "01204"}),
    Case("plans-covering-municipality", "pages-elsewhere", PAGES, {"municipality": "38201"}),
    Case("plans-covering-municipality", "pages-sapporo", PAGES, {"municipality": "01100"}),
    Case("plans-ending-soon", "cases", CASES, {"date": "2024-11-01", "months": "12"}),
    Case("plans-ending-soon", "pages", PAGES, {"date": "2020-10-01"}),
    Case(
        "plans-ending-soon",
        "pages-12-months-of-nagai",
        PAGES,
        {"date": "2020-10-01", "months": "12", "maker": "06209"},
    ),
    Case("plans-in-force", "cases-20060228", CASES, {"date": "2006-02-28"}),
    Case("plans-in-force", "cases-20060719", CASES, {"date": "2006-07-19"}),
    Case("plans-in-force", "cases-20230401", CASES, {"date": "2023-04-01"}),
    Case("plans-in-force", "cases-20230601", CASES, {"date": "2023-06-01", "maker": "43202"}),
    Case("plans-in-force", "cases-20240501", CASES, {"date": "2024-05-01", "maker": "43202"}),
    Case("plans-in-force", "cases-20241122", CASES, {"date": "2024-11-22"}),
    Case("plans-in-force", "pages-20180101-of-nagai", PAGES, {"date": "2018-01-01", "maker": "06209"}),
    Case("plans-in-force", "pages-20200401", PAGES, {"date": "2020-04-01"}),
    Case("plans-of-maker", "cases", CASES, {"maker": "06209"}),
    Case("plans-of-maker", "cases-former-maker", CASES, {"maker": "06213"}),
    Case("plans-of-maker", "pages", PAGES, {"maker": "062090"}),
    Case("plans-per-round", "cases", CASES),
    Case("plans-per-round", "pages", PAGES),
    Case("plans-revoked-or-combined", "cases", CASES),
    Case("plans-revoked-or-combined", "pages", PAGES),
    Case("plans-under-renamed-schemes", "cases", CASES),
    Case("plans-under-renamed-schemes", "pages", PAGES),
    Case("plans-under-renamed-schemes", "pages-of-nagai", PAGES, {"maker": "06209"}),
    Case("plans-under-scheme-in-force", "cases", CASES, {"date": "2023-04-01"}),
    Case(
        "plans-under-scheme-in-force",
        "cases-earlier-version",
        CASES,
        {"date": "2022-04-01", "maker": "06209"},
    ),
    Case("plans-under-scheme-in-force", "cases-revoked", CASES, {"date": "2024-11-22"}),
    Case(
        "plans-under-scheme-in-force",
        "cases-of-another-scheme",
        CASES,
        {"date": "2006-07-19", "scheme": "digiden-suishin", "maker": "04202"},
    ),
    Case(
        "plans-under-scheme-in-force",
        "cases-other-scheme-before",
        CASES,
        {"date": "2023-04-01", "maker": "43202"},
    ),
    Case(
        "plans-under-scheme-in-force",
        "cases-doubtful",
        CASES,
        {"date": "2023-06-01", "scheme": "suishin", "maker": "43202"},
    ),
    Case("plans-under-scheme-in-force", "pages", PAGES, {"date": "2020-08-01"}),
    Case(
        "plans-under-scheme-in-force",
        "pages-after-the-change",
        PAGES,
        {"date": "2020-08-21", "maker": "01204"},
    ),
    Case("scheme-succession", "cases", CASES, {"scheme": "shin-dai2sedai"}),
    Case("scheme-succession", "pages", PAGES),
    Case("scheme-succession", "pages-no-succession", PAGES, {"scheme": "kigyou"}),
)


each_case = pytest.mark.parametrize("case", ALL_CASES, ids=[case.name for case in ALL_CASES])


@cache
def built() -> TemporaryDirectory[str]:
    """Build the release of data/ once; the folder is removed with the process."""
    folder = TemporaryDirectory(prefix="saisei-pack-")
    build(HERE.parents[1] / "data", Path(folder.name) / "dist")
    return folder


def files_of(source: tuple[Path, ...]) -> list[Path]:
    """Return the files of a source: those of the pages lie in the release."""
    return [path if path.is_absolute() else Path(built().name) / "dist" / path for path in source]


@cache
def store_of(source: tuple[Path, ...]) -> Store:
    """Load a source once."""
    return load_store(files_of(source))


@cache
def store_backwards(source: tuple[Path, ...]) -> Store:
    """Load a source once, its statements in reverse order."""
    store = Store()
    for quad in sorted(store_of(source), key=str, reverse=True):
        store.add(quad)
    return store


@cache
def graph_of(source: tuple[Path, ...]) -> Graph:
    """Load a source into rdflib once; of the registry the governments that plans name, since rdflib is slow."""
    files = files_of(source)
    plans = files[0].read_text(encoding="utf-8")
    dataset = Dataset()
    graph = dataset.default_graph
    for path in files:
        if path.stem == "registry":
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            named = [line for line in lines if line.split(" ", 1)[0] in plans]
            graph.parse(data="".join(named), format="nt")
        elif path.suffix in {".nq", ".trig"}:
            dataset.parse(path)
        else:
            graph.parse(path)
    return dataset if len(files) > len(PAGES) or files[-1].suffix == ".trig" else graph


def asked(case: Case) -> Answer:
    """Answer a case."""
    return run(bind(find(case.query), case.given), store_of(case.source))


def as_tsv(case: Case) -> bytes:
    """Answer a case as SPARQL 1.1 TSV."""
    shown = render(asked(case), "tsv", "en")
    return shown.encode() if isinstance(shown, str) else shown


def write_expected() -> None:
    """Write the expected rows of every case anew: run this file as a script, and read the difference."""
    for case in ALL_CASES:
        case.expected.write_bytes(as_tsv(case))
    for left in {*(HERE / "expected").iterdir()} - {case.expected for case in ALL_CASES}:
        left.unlink()


def cell_of_rdflib(term: object) -> tuple[str, str] | None:
    """Return value and language or datatype of a term of rdflib."""
    if term is None:
        return None
    if isinstance(term, Literal):
        return str(term), term.language or str(term.datatype or STRING)
    return str(term), "blank" if isinstance(term, BNode) else "iri"


def cell_of_pyoxigraph(term: object) -> tuple[str, str] | None:
    """Return value and language or datatype of a term of pyoxigraph."""
    if term is None:
        return None
    if isinstance(term, OxLiteral):
        return term.value, term.language or term.datatype.value
    return getattr(term, "value", ""), "iri"


@each_case
def test_each_case_has_its_expected_rows(case: Case) -> None:
    """The rows of a query are those of its golden file, which are what a reader of the pages finds by hand."""
    assert case.expected.read_bytes() == as_tsv(case)


@each_case
def test_rdflib_and_pyoxigraph_agree(case: Case) -> None:
    """The text that pyoxigraph runs gives the same rows in the same order in rdflib."""
    bound = bind(find(case.query), case.given)
    result = graph_of(case.source).query(bound.text)
    names = [Variable(name) for name in asked(case).rows.columns]
    rdflib_rows = [tuple(cell_of_rdflib(row.get(name)) for name in names) for row in result.bindings]
    assert rdflib_rows == [tuple(map(cell_of_pyoxigraph, row)) for row in asked(case).rows.rows]


@each_case
def test_rows_do_not_depend_on_the_order_of_the_data(case: Case) -> None:
    """Statements loaded in another order give the same rows in the same order."""
    backwards = run(bind(find(case.query), case.given), store_backwards(case.source))
    assert asked(case).rows == backwards.rows


@each_case
def test_no_two_rows_are_the_same(case: Case) -> None:
    """A query gives no row twice."""
    rows = asked(case).rows.rows
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("query", pack(), ids=lambda query: query.name)
def test_a_query_runs_unbound(query: Query) -> None:
    """The file as it stands, with its defaults and examples, gives what binding these values gives."""
    source = next(
        case.source for case in ALL_CASES if case.query == query.name and case.label.startswith("pages")
    )
    examples = {p.name: p.value for p in query.parameters if p.need == "required"}
    unbound = run(bind(query._replace(parameters=()), {}), store_of(source))
    assert unbound.body == run(bind(query, examples), store_of(source)).body


def test_no_expected_rows_are_left_over() -> None:
    """Every file of expected rows belongs to a case."""
    assert {*(HERE / "expected").iterdir()} == {case.expected for case in ALL_CASES}


@pytest.mark.parametrize("query", pack(), ids=lambda query: query.name)
def test_a_query_has_cases_on_the_pages_and_on_what_they_lack(query: Query) -> None:
    """Every query of the pack has expected rows on both graphs."""
    graphs = {case.source for case in ALL_CASES if case.query == query.name}
    assert graphs in ({PAGES, CASES}, {PAGES_CLAIMED, CASES_CLAIMED})


if __name__ == "__main__":
    write_expected()
