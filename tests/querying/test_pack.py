"""The pack as a whole: what every query file must hold, and how queries are found."""

import re
import time
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store
from rdflib.plugins.sparql import prepareQuery

from saisei_lod import vocabulary
from saisei_lod.errors import InputError, UsageError
from saisei_lod.querying import Query, bind, choose, find, pack
from saisei_lod.terms import Iri
from saisei_lod.vocabulary import SAISEI

ESTAT = "http://data.e-stat.go.jp/lod/ontology/"
#: Vocabularies that releases do not use: those of the report and of e-Stat.
OTHERS = {
    "cd-code": f"{ESTAT}crossDomain/code/",
    "cd-dimension": f"{ESTAT}crossDomain/dimension/",
    "census-code": f"{ESTAT}g00200521/code/2010/",
    "census-dimension": f"{ESTAT}g00200521/dimension/2010/",
    "estat-measure": f"{ESTAT}measure/",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sh": "http://www.w3.org/ns/shacl#",
    "shapes": "https://w3id.org/saisei/shapes#",
}
each_query = pytest.mark.parametrize("query", pack(), ids=lambda query: query.name)
PREFIX = re.compile(r"^PREFIX ([\w-]+): <([^>]+)>$", re.MULTILINE)


def code(query: Query) -> str:
    """Return the text of a query without its comments."""
    return "\n".join(line for line in query.text.split("\n") if not line.strip().startswith("#"))


def test_the_pack_answers_the_questions_asked_for() -> None:
    """The pack answers every competency question that can be asked of one release."""
    # Question 5, what changed between two releases, is asked of two of them: saisei diff answers it.
    assert {query.question for query in pack()} == {*range(1, 39)} - {5}


@each_query
def test_a_query_speaks_japanese_and_english(query: Query) -> None:
    """Title, note, keywords, parameters and columns are there in both languages, the Japanese in Japanese."""
    japanese = re.compile("[぀-ヿ一-鿿]")
    pairs = [query.title, query.note, *(p.about for p in query.parameters)]
    assert [pair for pair in pairs if not japanese.search(pair.ja) or not pair.en.isascii()] == []
    assert query.keywords.ja
    assert query.keywords.en
    assert all(column.heading.ja and column.heading.en for column in query.columns)


@each_query
def test_a_note_says_how_what_is_unknown_is_treated(query: Query) -> None:
    """Every note tells what silence of a page does to the answer."""
    assert re.search("不明|分か|分から|空欄|とは限りません|ありません", query.note.ja)
    assert re.search("unknown|not known|not stated|not printed|knows|does not prove", query.note.en)


@each_query
def test_a_query_declares_its_columns_and_parameters(query: Query) -> None:
    """The columns of the head are those of the SELECT, in order; every ?asked_ variable is a parameter."""
    found = Store().query(query.text)
    assert isinstance(found, QuerySolutions)
    assert [column.name for column in query.columns] == [variable.value for variable in found.variables]
    used = set(re.findall(r"\?asked_\w+", code(query)))
    assert used == {parameter.variable for parameter in query.parameters}


@each_query
def test_columns_come_in_pairs_of_languages(query: Query) -> None:
    """A column in one language stands beside its twin, unless its text exists in Japanese alone."""
    names = {column.name for column in query.columns}
    japanese_alone = {"contact_ja", "page_ja"}
    if query.name == "plan-sources":
        japanese_alone.add("title_ja")
    lonely = {n for n in names if n.endswith("_ja") and n.removesuffix("_ja") + "_en" not in names}
    assert lonely <= japanese_alone
    assert all(n.removesuffix("_en") + "_ja" in names for n in names if n.endswith("_en"))


@each_query
def test_a_query_uses_terms_of_the_vocabulary_alone(query: Query) -> None:
    """Every saisei: term is a term of the ontology, every prefix one of the vocabulary's, and each is used."""
    terms = {v.value for v in vars(vocabulary).values() if isinstance(v, Iri)}
    used = set(re.findall(r"\bsaisei:(\w+)", code(query)))
    assert {name for name in used if SAISEI.base + name not in terms} == set()
    bases = {n.prefix: n.base for n in vars(vocabulary).values() if isinstance(n, type(SAISEI))}
    declared = dict(PREFIX.findall(query.text))
    assert declared == {prefix: {**bases, **OTHERS}[prefix] for prefix in declared}
    body = PREFIX.sub("", code(query))
    assert [prefix for prefix in declared if f"{prefix}:" not in body] == []


@each_query
def test_a_query_types_its_subject_and_orders_its_rows(query: Query) -> None:
    """Plans and versions share properties, so that a subject without its class would count twice."""
    assert re.search(r"\ba (?:saisei|dcat):\w+", code(query))
    assert "\nORDER BY " in query.text


@each_query
def test_a_query_is_standard_sparql(query: Query) -> None:
    """Two parsers read the file as it stands, and it asks for no engine's own functions; federated ones say so."""
    prepareQuery(query.text)
    assert ("SERVICE" in code(query)) == query.name.endswith("-federated")
    assert re.search(r"\bNOW\(|\bRAND\(|\bUUID\(|\bLATERAL\b", code(query)) is None


@each_query
def test_lines_stay_readable(query: Query) -> None:
    """No line of the pack is longer than 120 characters, but those that must be one line."""
    one_line = ("# parameter: ", "# column: ", "VALUES (?asked_")
    assert [
        line for line in query.text.split("\n") if len(line) > 120 and not line.lstrip().startswith(one_line)
    ] == []


def test_the_pack_is_read_in_milliseconds() -> None:
    """Reading all heads takes well below a tenth of a second."""
    started = time.process_time()
    pack()
    assert time.process_time() - started < 0.1


def test_queries_come_in_the_order_of_their_questions() -> None:
    """The order is that of the questions, then of the names."""
    order = [(query.question, query.name) for query in pack()]
    assert order == sorted(order, key=lambda pair: (pair[0] or 0, pair[1]))


def test_a_query_is_found_by_name() -> None:
    """A name finds the query, whose parameters then can be bound."""
    query = find("plans-in-force")
    assert bind(query, {"date": "2020-04-01"}).values["date"].nt.startswith('"2020-04-01"')
    assert query == next(one for one in pack() if one.name == "plans-in-force")


@pytest.mark.parametrize("name", ["plan-histry", "plan_history", "PLAN-HISTORY", "plans-history"])
def test_an_unknown_name_brings_the_nearest(name: str) -> None:
    """A misspelt name is refused with the names that are like it."""
    with pytest.raises(UsageError) as caught:
        find(name)
    assert caught.value.expected is not None
    assert "plan-history" in caught.value.expected.en
    assert name in caught.value.what.ja


@pytest.mark.parametrize(
    "name", ["", "x" * 10_000, "../../pyproject", "長井市", "plan-history.rq/..", "\x00"]
)
def test_a_strange_name_is_refused(name: str) -> None:
    """Whatever a name holds, the answer is an error of ours."""
    with pytest.raises((UsageError, InputError)):
        choose(name)


def test_a_file_of_ones_own_is_chosen_by_its_path(tmp_path: Path) -> None:
    """A .rq file is read from its path, a byte order mark and all."""
    path = tmp_path / "mine.rq"
    path.write_text("﻿ASK {}", encoding="utf-8")
    assert choose(str(path)).text == "ASK {}"
    assert choose(str(path)).name == "mine"


@pytest.mark.parametrize("content", [b"", b" \n", b"SELECT \xff\xfe"])
def test_a_file_that_is_empty_or_no_utf8_is_refused(tmp_path: Path, content: bytes) -> None:
    """The message names the file."""
    path = tmp_path / "mine.rq"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        choose(str(path))
    assert caught.value.where == str(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a folder, is an input error."""
    (tmp_path / "folder.rq").mkdir()
    for name in ("none.rq", "folder.rq"):
        with pytest.raises(InputError):
            choose(str(tmp_path / name))
