"""Links inside a release: the IRIs that it names, and the files that its pages refer to."""

import json
from pathlib import Path

import pytest

from saisei_lod.publishing.links import check_iris, check_pages

BASE = "https://example.org/id/"
FILES = "https://example.org/data/"


def lines(folder: Path, name: str, *statements: str) -> None:
    """Write N-Triples or N-Quads in which ``:`` stands for the base and ``s:`` for the vocabulary."""
    text = "".join(f"{statement} .\n" for statement in statements)
    text = text.replace("<s:", "<https://w3id.org/saisei/ns#").replace("<:", f"<{BASE}")
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A release with a vocabulary of one term."""
    (tmp_path / "ontology").mkdir()
    term = '<https://w3id.org/saisei/ns#maker> <http://example.org/p> "a" .\n'
    (tmp_path / "ontology" / "saisei.ttl").write_text(term, encoding="utf-8")
    return tmp_path


def lost(folder: Path) -> list[tuple[str, int | None, str]]:
    """Return file, line and IRI of what is not described."""
    return [(one.place.file, one.place.line, one.text) for one in check_iris(folder, BASE)]


def test_what_is_named_must_be_described_somewhere(folder: Path) -> None:
    """In any graph of the release; what others describe is theirs."""
    lines(folder, "plans.nt", "<:plan/a> <s:maker> <:city/1>", "<:plan/a> <s:maker> <https://example.net/x>")
    assert lost(folder) == [("plans.nt", 1, f"{BASE}city/1")]
    lines(folder, "registry.nt", '<:city/1> <s:maker> "x"')
    assert lost(folder) == []


def test_terms_of_the_vocabulary_are_checked(folder: Path) -> None:
    """A property that the ontology does not know."""
    lines(folder, "plans.nt", '<:plan/a> <s:makers> "x"')
    assert lost(folder) == [("plans.nt", 1, "https://w3id.org/saisei/ns#makers")]


def test_words_are_no_links(folder: Path) -> None:
    """What looks like an IRI within a literal is not one; quotes within it do no harm."""
    lines(folder, "plans.nt", r'<:plan/a> <s:maker> "see <:plan/b> and \"<:plan/c>\" "@ja')
    assert lost(folder) == []


def test_graphs_of_claims_are_checked(folder: Path) -> None:
    """The snapshot that names a graph of provenance.nq is described too; dataset.nq only repeats."""
    lines(folder, "provenance.nq", '<:claim/a> <s:maker> "x" <:snapshot/b>')
    lines(folder, "dataset.nq", "<:claim/a> <s:maker> <:claim/z> <:snapshot/b>")
    assert lost(folder) == [("provenance.nq", 1, f"{BASE}snapshot/b")]


def test_of_thousands_of_lost_iris_some_are_named(folder: Path) -> None:
    """Twenty are enough to know."""
    lines(folder, "plans.nt", *[f"<:plan/a> <s:maker> <:city/{number}>" for number in range(1000)])
    assert len(lost(folder)) == 20


def broken(folder: Path) -> list[tuple[str, str]]:
    """Return file and target of each broken link of pages."""
    return [(one.place.file, one.text) for one in check_pages(folder, FILES, BASE)]


def test_links_of_pages_lead_to_files(folder: Path) -> None:
    """Relative ones and those under the release's address; queries, fragments and escapes are understood."""
    (folder / "page two.html").write_text("", encoding="utf-8")
    good = [
        "page%20two.html#top",
        "ontology/",
        "",
        "#here",
        "https://example.net/",
        "/id/x",
        "mailto:a@b.c",
        f"{BASE}x",
    ]
    bad = ["missing.html", f"{FILES}plans.ttl?x=1", "../outside.html"]
    links = "".join(f"<a class=x href='{target}'>…</a><img\nsrc=\"{target}\">" for target in [*good, *bad])
    script = '<script>x = "<a href=nothing.html>" + " href=\'no.html\'"</script>'
    (folder / "index.html").write_text(links + script, encoding="utf-8")
    assert broken(folder) == [("index.html", target) for target in bad]


def test_descriptions_of_files_name_files(folder: Path) -> None:
    """CSVW, Frictionless and Croissant; reports have members of the same names and are not looked at."""
    (folder / "plans.csv").write_text("", encoding="utf-8")
    said = {"tables": [{"url": "plans.csv"}, {"url": "plan.csv"}]}
    for name in ("csv-metadata.json", "report.json"):
        (folder / name).write_text(json.dumps(said), encoding="utf-8")
    assert broken(folder) == [("csv-metadata.json", "plan.csv")]
