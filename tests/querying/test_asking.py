"""Asking in one call, and what is refused since the data does not know it."""

import sys
from pathlib import Path
from subprocess import run as run_command

import pytest

from saisei_lod.errors import InputError, UsageError
from saisei_lod.querying import answer, find, pack, services

HEADED = """# saisei query
# question: 0
# title-ja: 版
# title-en: Versions
# note-ja: なし
# note-en: None
# keywords-ja: 版
# keywords-en: version
# parameter: day | date | required 2005-07-19 | 日 | the day
# column: version | 版 | version
SELECT ?version
WHERE {
  VALUES (?asked_day) { ("2005-07-19"^^<http://www.w3.org/2001/XMLSchema#date>) }
  ?version <https://w3id.org/saisei/ns#validFrom> ?asked_day .
}
"""


def test_a_query_of_ones_own_may_have_parameters(graph_of_cases: Path) -> None:
    """A text with a head is bound like those of the pack."""
    found = answer(HEADED, graph_of_cases, {"day": "2006-01-01"})
    assert [getattr(row[0], "value", "")[-10:] for row in found.rows.rows] == ["a-20060101"]


def test_a_text_without_a_head_takes_no_parameter(graph_of_cases: Path) -> None:
    """A parameter that nothing uses is refused, not ignored."""
    with pytest.raises(UsageError, match="takes no parameter"):
        answer("ASK {}", graph_of_cases, {"day": "2006-01-01"})


@pytest.mark.parametrize(
    ("name", "given", "near"),
    [
        ("plan-history", {"plan": "r063-07303-0000000c"}, "r063-07303-0000000b"),
        ("plan-history", {"plan": "d20050719-04202-0000000b"}, "d20050719-04202-0000000a"),
        ("scheme-succession", {"scheme": "suisin"}, "suishin"),
    ],
)
def test_what_the_data_does_not_hold_is_refused(
    graph_of_cases: Path, name: str, given: dict[str, str], near: str
) -> None:
    """A misspelt key or slug is refused with the nearest: an empty answer would look like a "no"."""
    with pytest.raises(UsageError) as caught:
        answer(find(name), graph_of_cases, given)
    assert caught.value.expected is not None
    assert near in caught.value.expected.en
    assert caught.value.where.startswith("--param ")


def test_data_without_plans_refuses_no_key(tmp_path: Path) -> None:
    """Data that holds no plan at all cannot tell a wrong key from a right one."""
    path = tmp_path / "one.nt"
    path.write_text(
        "<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n", encoding="utf-8"
    )
    assert answer(find("plan-history"), path, {"plan": "r063-07303-0000000c"}).rows.rows == ()


def test_a_government_without_plans_is_an_answer(graph_of_cases: Path) -> None:
    """Every local government may be asked about; that no plan is known of it is no error."""
    assert answer(find("plans-of-maker"), graph_of_cases, {"maker": "47201"}).rows.rows == ()


def test_the_pack_is_answered_where_nothing_is_known(tmp_path: Path) -> None:
    """On data about something else every query gives its counts of nought or no rows, and no error."""
    path = tmp_path / "one.nt"
    path.write_text(
        "<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n", encoding="utf-8"
    )
    for query in pack():
        given = {p.name: p.value for p in query.parameters if p.need == "required"}
        if not services(query):
            # Four kinds of events have a legal basis, whatever the data holds.
            assert len(answer(query, path, given).rows.rows) <= (4 if query.name == "legal-basis" else 1)


def test_a_syntax_error_is_told_with_the_place_of_the_file(graph_of_cases: Path) -> None:
    """Line and column are those of the file, also where parameters were bound."""
    broken = HEADED.replace("?asked_day .", "?asked_day ; ; ] .")
    with pytest.raises(InputError) as caught:
        answer(broken, graph_of_cases, {"day": "2006-01-01"})
    assert caught.value.where.startswith("query:14:")


def test_importing_the_package_loads_no_engine() -> None:
    """Listing and describing queries needs neither pyoxigraph nor rdflib."""
    code = (
        "import sys, saisei_lod.querying as q; q.list_text('ja'); q.describe_text(q.find('datasets'), 'en');"
        "print([m for m in ('pyoxigraph', 'rdflib', 'pyshacl', 'jinja2', 'yaml') if m in sys.modules])"
    )
    done = run_command([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "sees"),
    [
        ("SELECT ?c { GRAPH ?g { ?c a <https://w3id.org/saisei/ns#Claim> } }", True),
        ("SELECT ?c { graph ?g { ?c a <https://w3id.org/saisei/ns#Claim> } }", True),
        ("SELECT ?c { ?c a <https://w3id.org/saisei/ns#Claim> } # GRAPH", False),
        ("SELECT ?c { ?c a <https://w3id.org/saisei/ns#Claim> FILTER(\"GRAPH\" != 'GRAPH ?g') }", False),
    ],
)
def test_a_query_of_named_graphs_sees_the_claims(release: Path, text: str, *, sees: bool) -> None:
    """GRAPH in a comment or a text asks for nothing; without it the default graph has no claims."""
    assert bool(answer(text, release).rows.rows) is sees
