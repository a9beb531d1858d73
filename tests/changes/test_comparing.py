"""What changed of what plans refer to, and releases that cannot be compared."""

from pathlib import Path
from typing import Any

import pytest

from saisei_lod.changes import changes_between
from saisei_lod.errors import InputError

ID = "https://w3id.org/saisei/id/"
ORG = "http://www.w3.org/ns/org#"
NS = "https://w3id.org/saisei/ns#"
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
DATE = "<http://www.w3.org/2001/XMLSchema#date>"
DAY = "<http://purl.org/dc/terms/date>"


def triples(*said: str) -> bytes:
    """Sorted N-Triples."""
    return "".join(sorted(f"{one} .\n" for one in said)).encode()


TOWNS = [
    f'<{ID}local-government/06401> {LABEL} "小国町"@ja',
    f'<{ID}local-government/06402> {LABEL} "白鷹町"@ja',
]


def merger(day: str) -> list[str]:
    """Two towns become one on a day."""
    event = f"<{ID}change-event/{day.replace('-', '')}-06401>"
    return [
        f'{event} {LABEL} "新設合併"@ja',
        f'{event} {LABEL} "Merger"@en',
        f'{event} {DAY} "{day}"^^{DATE}',
        f"{event} <{ORG}originalOrganization> <{ID}local-government/06401>",
        f"{event} <{ORG}originalOrganization> <{ID}local-government/06402>",
        f"{event} <{ORG}resultingOrganization> <{ID}local-government/06403>",
        f"<{ID}local-government/06401> <{ORG}changedBy> {event}",
        f'<{ID}local-government/06401> <{NS}existsUntil> "{day}"^^{DATE}',
        f'<{ID}local-government/06403> {LABEL} "小国白鷹町"@ja',
        f"<{ID}local-government/06403> <{ORG}resultedFrom> {event}",
    ]


def kinds(changes: Any) -> list[tuple[str, str, bool]]:
    """Kind, date and lateness of each change."""
    return [(c.kind, c.date, c.late) for c in changes.changes]


def test_a_merger_is_told_once(compare: Any) -> None:
    """With who was there before and after; what follows from it for the governments is not told again."""
    changes = compare({"registry": triples(*TOWNS)}, {"registry": triples(*TOWNS, *merger("2021-10-01"))})
    assert kinds(changes) == [("municipalities-merged", "2021-10-01", False)]
    assert changes.changes[0].note.ja == "小国町・白鷹町 → 小国白鷹町"


def test_the_day_of_a_merger_can_be_corrected(compare: Any) -> None:
    """The same towns on another day are no second merger."""
    old, new = merger("2020-10-01"), merger("2020-10-10")
    changes = compare({"registry": triples(*TOWNS, *old)}, {"registry": triples(*TOWNS, *new)})
    assert kinds(changes) == [("municipality-corrected", "", False)]


def test_a_name_of_a_government_is_corrected(compare: Any) -> None:
    """Without an event it is a correction."""
    said = [TOWNS[0].replace("小国町", "小國町"), TOWNS[1]]
    changes = compare({"registry": triples(*said)}, {"registry": triples(*TOWNS)})
    assert kinds(changes) == [("municipality-corrected", "", False)]


def test_a_scheme_is_replaced(compare: Any) -> None:
    """A transition is a change of the world; the links that repeat it are not told again."""
    old = [f'<{ID}scheme/a> {LABEL} "甲"@ja', f'<{ID}scheme/b> {LABEL} "乙"@ja']
    transition = f"<{ID}scheme-transition/a-b>"
    new = [
        *old,
        f'{transition} {LABEL} "甲から乙へ"@ja',
        f'{transition} <{NS}transitionDate> "2021"^^<http://www.w3.org/2001/XMLSchema#gYear>',
        f"<{ID}scheme/b> <http://purl.org/dc/terms/replaces> <{ID}scheme/a>",
    ]
    changes = compare({"schemes": triples(*old)}, {"schemes": triples(*new)})
    assert kinds(changes) == [("scheme-replaced", "2021", False)]


def test_terms_of_the_vocabulary(compare: Any) -> None:
    """A term that came, one that went, and one that is described otherwise."""
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    old = triples(f'<{NS}a> {label} "甲"@ja', f'<{NS}b> {label} "乙"@ja')
    new = triples(f'<{NS}b> {label} "丙"@ja', f'<{NS}c> {label} "丁"@ja')
    changes = compare({"vocabulary": old}, {"vocabulary": new})
    assert [kind for kind, _, _ in kinds(changes)] == ["term-added", "term-changed", "term-withdrawn"]


def test_a_graph_that_one_release_lacks_is_named(compare: Any) -> None:
    """It is not taken for withdrawn."""
    changes = compare({"plans": b"", "registry": triples(*TOWNS)}, {"plans": b""})
    assert (kinds(changes), list(changes.left_out)) == ([], ["registry"])


def a_release(folder: Path, base: str = ID, version: str = "0.1.0") -> Path:
    """A folder that holds what is read of a release."""
    (folder / "ontology").mkdir(parents=True)
    (folder / "plans.nt").write_bytes(b"")
    issued = f'<{base}catalog/catalog> <http://purl.org/dc/terms/issued> "2026-11-21"^^{DATE}'
    (folder / "catalog.nt").write_bytes(
        triples(issued, f'<{base}catalog/catalog> <http://www.w3.org/ns/dcat#version> "1.0.0"')
    )
    (folder / "ontology" / "saisei.ttl").write_text(
        f'@prefix owl: <http://www.w3.org/2002/07/owl#> .\n<{NS}> owl:versionInfo "{version}" .\n',
        encoding="utf-8",
    )
    return folder


def test_what_is_no_release_is_refused(tmp_path: Path) -> None:
    """The message names the folder."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="not a release folder") as caught:
        changes_between(tmp_path / "empty", tmp_path / "empty").__enter__()
    assert caught.value.where.endswith("empty")


def test_a_release_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    """Its vocabulary tells."""
    old, new = a_release(tmp_path / "old"), a_release(tmp_path / "new", version="99.0.0")
    with pytest.raises(InputError, match="newer program"), changes_between(old, new):
        pass


def test_releases_of_two_publishers_are_refused(tmp_path: Path) -> None:
    """Nothing in them has the same name."""
    old, new = a_release(tmp_path / "old"), a_release(tmp_path / "new", base="https://example.org/id/")
    with pytest.raises(InputError, match="different bases"), changes_between(old, new):
        pass


def test_a_file_that_is_no_turtle_is_refused(tmp_path: Path) -> None:
    """Its name stands in the message."""
    old, new = a_release(tmp_path / "old"), a_release(tmp_path / "new")
    (new / "ontology" / "saisei.ttl").write_text("<a> <b", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read as RDF"), changes_between(old, new):
        pass
