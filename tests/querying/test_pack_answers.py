"""Every query of the pack on the two pages and on what they lack: expected rows, in two engines or three.

The third, Apache Jena, is asked where Java and Jena's packages are there: Debian has them as
``libapache-jena-java``; a class path in SAISEI_JENA names others.
"""

import json
import os
import subprocess
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

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
#: The cases with what validation found in them, and both graphs with populations.
CASES_REPORTED = (*CASES, HERE / "fixtures" / "report.ttl")
PAGES_POPULATED = (*PAGES, HERE / "fixtures" / "populations.ttl")
CASES_POPULATED = (*CASES, HERE / "fixtures" / "populations.ttl")
N1 = "r036-06209-c6e55eea"
STRING = "http://www.w3.org/2001/XMLSchema#string"
DEBIAN = Path("/usr/share/java")
CLASS_PATH = os.environ.get("SAISEI_JENA") or (f"{DEBIAN}/*" if (DEBIAN / "jena-arq.jar").is_file() else "")
DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"


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
    Case("legal-basis", "cases", CASES),
    Case("legal-basis", "pages", PAGES),
    Case("legal-basis", "pages-of-one", PAGES, {"scheme": "kigyou"}),
    Case("makers-by-scheme", "cases", CASES, {"scheme": "kigyou"}),
    Case("makers-by-scheme", "pages", PAGES),
    Case("makers-identifiers", "cases", CASES),
    Case("makers-identifiers", "pages", PAGES),
    Case("makers-identifiers", "pages-of-one", PAGES, {"maker": "01204"}),
    Case("merged-municipalities", "cases", CASES),
    Case("merged-municipalities", "cases-of-one", CASES, {"municipality": "04202"}),
    Case("merged-municipalities", "pages", PAGES),
    Case("municipalities-without-plan", "cases", CASES, {"date": "2024-03-31"}),
    Case("municipalities-without-plan", "cases-day-after", CASES, {"date": "2024-04-01"}),
    Case(
        "municipalities-without-plan",
        "pages-of-yamagata",
        PAGES,
        {"date": "2024-04-01", "prefecture": "06000"},
    ),
    Case("plan-indicators", "cases", CASES, {"plan": "r001-04202-0000000a"}),
    Case("plan-indicators", "pages", PAGES),
    Case("plan-length-distribution", "cases", CASES),
    Case("plan-length-distribution", "pages", PAGES),
    Case("plan-lengths", "cases", CASES),
    Case("plan-lengths", "pages", PAGES),
    Case("plan-lengths", "pages-of-nagai", PAGES, {"maker": "06209"}),
    Case("plans-about", "cases", CASES, {"topic": "プログラミング"}),
    Case("plans-about", "pages", PAGES, {"topic": "ｄｍｏ"}),
    Case("plans-by-prefecture", "cases", CASES, {"date": "2024-11-21"}),
    Case("plans-by-prefecture", "cases-2006", CASES, {"date": "2006-03-15"}),
    Case("plans-by-prefecture", "pages", PAGES, {"date": "2021-03-31"}),
    Case("plans-by-prefecture", "pages-2020", PAGES, {"date": "2020-04-01"}),
    Case("plans-ended-unchanged", "cases", CASES, {"date": "2025-04-01"}),
    Case("plans-ended-unchanged", "pages", PAGES, {"date": "2024-04-01"}),
    Case("plans-ended-unchanged", "pages-of-nagai", PAGES, {"date": "2021-04-01", "maker": "06209"}),
    Case("plans-for-map", "cases", CASES, {"prefecture": "31000"}),
    Case("plans-for-map", "pages", PAGES, {"prefecture": "01000"}),
    Case("plans-per-population", "cases", CASES_POPULATED),
    Case("plans-per-population", "pages", PAGES_POPULATED),
    Case("plans-per-population", "pages-another-year", PAGES_POPULATED, {"year": "2010"}),
    Case("population-of-plan-areas", "cases", CASES_POPULATED),
    Case("population-of-plan-areas", "pages", PAGES_POPULATED),
    Case("revocations-and-donations", "cases", CASES),
    Case("revocations-and-donations", "pages", PAGES),
    Case("rule-findings", "cases", CASES_REPORTED),
    Case("rule-findings", "cases-of-one", CASES_REPORTED, {"plan": "d20050719-04202-0000000a"}),
    Case("schemes-out-of-validity", "cases", CASES),
    Case("schemes-out-of-validity", "pages", PAGES),
)


#: The queries that ask no other endpoint; the others have tests in test_federation.py.
LOCAL = tuple(query for query in pack() if "SERVICE" not in query.text)

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
    """Load a source into rdflib once."""
    files = files_of(source)
    dataset = Dataset()
    graph = dataset.default_graph
    for path in files:
        (dataset if path.suffix in {".nq", ".trig"} else graph).parse(path)
    return dataset if files[-1].suffix in {".nq", ".trig"} else graph


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


def plain(number: str) -> str:
    """Return a decimal number without noughts at its end, as pyoxigraph keeps it."""
    return f"{Decimal(number):f}".rstrip("0").rstrip(".") if "." in number else number


def cell_of_rdflib(term: object) -> tuple[str, str] | None:
    """Return value and language or datatype of a term of rdflib."""
    if term is None:
        return None
    if isinstance(term, Literal):
        value = plain(str(term)) if str(term.datatype) == DECIMAL else str(term)
        return value, term.language or str(term.datatype or STRING)
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


@pytest.fixture(scope="module")
def jena(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ask Jena all cases in one process; a folder of their answers in JSON."""
    folder = tmp_path_factory.mktemp("jena")
    lines = []
    for case in ALL_CASES:
        query, answer = folder / f"{case.name}.rq", folder / f"{case.name}.json"
        query.write_text(bind(find(case.query), case.given).text, encoding="utf-8")
        lines.append("\t".join(map(str, (query, answer, *files_of(case.source)))))
    (folder / "list").write_text("\n".join(lines), encoding="utf-8")
    command = ["java", "-cp", CLASS_PATH, str(HERE / "jena" / "AskAll.java"), str(folder / "list")]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def cell_of_json(term: dict[str, str] | None) -> tuple[str, str] | None:
    """Return value and language or datatype of a term of SPARQL's JSON."""
    if term is None:
        return None
    if term["type"] == "uri":
        return term["value"], "iri"
    if term.get("datatype") == DECIMAL:
        return plain(term["value"]), DECIMAL
    return term["value"], term.get("xml:lang") or term.get("datatype", STRING)


@pytest.mark.skipif(not (CLASS_PATH and which("java")), reason="Apache Jena is not here")
@each_case
def test_jena_agrees(case: Case, jena: Path) -> None:
    """The text that pyoxigraph runs gives the same rows in the same order in Jena."""
    body: dict[str, Any] = json.loads((jena / f"{case.name}.json").read_bytes())
    names = asked(case).rows.columns
    rows = [tuple(cell_of_json(row.get(name)) for name in names) for row in body["results"]["bindings"]]
    assert rows == [tuple(map(cell_of_pyoxigraph, row)) for row in asked(case).rows.rows]


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


@pytest.mark.parametrize("query", LOCAL, ids=lambda query: query.name)
def test_a_query_runs_unbound(query: Query) -> None:
    """The file as it stands, with its defaults and examples, gives what binding these values gives."""
    source = next(case.source for case in reversed(ALL_CASES) if case.query == query.name)
    examples = {p.name: p.value for p in query.parameters if p.need == "required"}
    unbound = run(bind(query._replace(parameters=()), {}), store_of(source))
    assert unbound.body == run(bind(query, examples), store_of(source)).body


def test_no_expected_rows_are_left_over() -> None:
    """Every file of expected rows belongs to a case."""
    assert {*(HERE / "expected").iterdir()} == {case.expected for case in ALL_CASES}


@pytest.mark.parametrize("query", LOCAL, ids=lambda query: query.name)
def test_a_query_has_cases_on_the_pages_and_on_what_they_lack(query: Query) -> None:
    """Every query of the pack has expected rows on both graphs."""
    graphs = {case.source for case in ALL_CASES if case.query == query.name}
    both = ({PAGES, CASES}, {PAGES_CLAIMED, CASES_CLAIMED}, {PAGES_POPULATED, CASES_POPULATED})
    # What validation finds on the pages changes with the rules, which have tests of their own.
    assert graphs in (*both, {CASES_REPORTED})


if __name__ == "__main__":
    write_expected()
