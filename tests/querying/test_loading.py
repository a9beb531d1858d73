"""Loading what is asked: a release folder or RDF files."""

from pathlib import Path

import pytest

from saisei_lod.errors import InputError, UsageError
from saisei_lod.querying import load_store

TRIPLE = "<https://example.org/a> <https://example.org/b> <https://example.org/c> .\n"
FILES = {
    "one.nt": TRIPLE,
    "one.ttl": TRIPLE,
    "one.jsonld": '{"@id": "https://example.org/a", "https://example.org/b": {"@id": "https://example.org/c"}}',
    "one.rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://example.org/">'
    '<rdf:Description rdf:about="https://example.org/a"><e:b rdf:resource="https://example.org/c"/>'
    "</rdf:Description></rdf:RDF>",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_kind_is_read(tmp_path: Path, name: str) -> None:
    """N-Triples, Turtle, JSON-LD and RDF/XML give the same statement."""
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    assert [str(quad.triple) for quad in load_store(tmp_path / name)] == [TRIPLE.removesuffix(" .\n")]


def test_several_files_are_one_graph(tmp_path: Path) -> None:
    """Files given together are asked together, a statement in both counting once."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text.replace("/c", f"/{name}"), encoding="utf-8")
    assert len(load_store([tmp_path / name for name in FILES])) == len(FILES)


def release_of(folder: Path, suffix: str = ".nt") -> Path:
    """Write a release of one statement a part."""
    folder.mkdir()
    for part in ("plans", "registry", "schemes", "rounds"):
        (folder / f"{part}{suffix}").write_text(TRIPLE.replace("/c", f"/{part}"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("suffix", [".nt", ".ttl"])
def test_a_release_is_read_in_whichever_format_it_has(tmp_path: Path, suffix: str) -> None:
    """The four parts of the graph are read."""
    assert len(load_store(release_of(tmp_path / "dist", suffix))) == 4


def test_the_catalogue_is_read_where_it_is_there(tmp_path: Path) -> None:
    """A catalogue adds its statements; other files of the folder are left alone."""
    folder = release_of(tmp_path / "dist")
    (folder / "catalog.ttl").write_text(TRIPLE.replace("/c", "/catalog"), encoding="utf-8")
    (folder / "report.ttl").write_text("no Turtle", encoding="utf-8")
    assert len(load_store(str(folder))) == 5


def test_a_part_in_several_formats_is_read_once(tmp_path: Path) -> None:
    """N-Triples are read before Turtle."""
    folder = release_of(tmp_path / "dist")
    (folder / "plans.ttl").write_text("no Turtle", encoding="utf-8")
    assert len(load_store(folder)) == 4


def test_a_folder_that_is_no_release_is_refused(tmp_path: Path) -> None:
    """The message names the folder and what is missing."""
    with pytest.raises(InputError, match=r"plans\.nt, registry\.nt, schemes\.nt, rounds\.nt") as caught:
        load_store(tmp_path)
    assert caught.value.where == str(tmp_path)


def test_a_release_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    """A missing part would make answers wrong without a word."""
    folder = release_of(tmp_path / "dist")
    (folder / "schemes.nt").unlink()
    with pytest.raises(InputError, match=r"missing: schemes\.nt"):
        load_store(folder)


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("bad.nt", b"<https://example.org/a> b .\n", ":1:"),
        ("bad.ttl", b"@prefix a: <https://example.org/> .\na:b a:c\n", ":3:"),
        ("bad.ttl", b"<https://example.org/a> <https://example.org/b> '\xff' .", ":1:"),
        ("bad.jsonld", b'{"a": ', ":1:"),
        ("bad.jsonld", b'{"@context": "https://example.org/context", "a": 1}', "bad.jsonld"),
        ("bad.rdf", b"<rdf>", "bad.rdf"),
        ("empty.nt", b"", "empty.nt"),
        ("table.csv", b"a,b\n", "table.csv"),
        ("nothing", b"", "nothing"),
    ],
)
def test_a_file_that_is_no_rdf_is_refused_with_its_place(
    tmp_path: Path, name: str, content: bytes, where: str
) -> None:
    """The message names the file, and line and column where there are any."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        load_store(path)
    assert where in caught.value.where
    assert str(path) in caught.value.where


@pytest.mark.parametrize("name", ["none.nt", "dist"])
def test_what_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    """A path that leads nowhere is an input error."""
    with pytest.raises(InputError, match="no such file or folder"):
        load_store(tmp_path / name)


@pytest.mark.parametrize("source", ["https://example.org/sparql", Path("http://example.org/sparql")])
def test_an_address_is_no_file(source: str | Path) -> None:
    """An address among files is refused with what to do instead, also where it was made a path."""
    with pytest.raises(UsageError, match="address of an endpoint"):
        load_store(source)


def test_named_graphs_are_read_with_their_names(tmp_path: Path) -> None:
    """N-Quads and TriG keep their graphs apart; the default graph stays empty."""
    (tmp_path / "set.nq").write_text(TRIPLE.replace(" .", " <https://example.org/g> ."), encoding="utf-8")
    (tmp_path / "set.trig").write_text(f"<https://example.org/h> {{ {TRIPLE.rstrip()} }}", encoding="utf-8")
    store = load_store([tmp_path / "set.nq", tmp_path / "set.trig"])
    assert {str(graph) for graph in store.named_graphs()} == {
        "<https://example.org/g>",
        "<https://example.org/h>",
    }


def test_the_claims_of_a_release_are_read_where_they_are_asked_for(tmp_path: Path) -> None:
    """They are many times as large as the rest; asked for and missing, they are named."""
    folder = release_of(tmp_path / "dist")
    with pytest.raises(InputError, match=r"(?s)provenance\.nq.*make build"):
        load_store(folder, claims=True)
    (folder / "provenance.nq").write_text(
        TRIPLE.replace(" .", " <https://example.org/g> ."), encoding="utf-8"
    )
    assert (len(load_store(folder)), len(load_store(folder, claims=True))) == (4, 5)


def test_the_report_of_a_release_is_read_where_it_is_asked_for(tmp_path: Path) -> None:
    """What validation found stands in a file of its own; asked for and missing, it is named."""
    folder = release_of(tmp_path / "dist")
    with pytest.raises(InputError, match=r"report\.ttl"):
        load_store(folder, report=True)
    (folder / "report.ttl").write_text(TRIPLE.replace("/c", "/report"), encoding="utf-8")
    assert (len(load_store(folder)), len(load_store(folder, report=True))) == (4, 5)
