"""Compare what a release says in its many forms: each says what the sorted N-Triples say."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final, ParamSpec

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import GRAPHS_DIFFER, NOT_CANONICAL
from saisei_lod.publishing.agreeing import Agreed, nothing_agreed
from saisei_lod.publishing.comparing_tables import tables_disagreement
from saisei_lod.publishing.entities import entity_disagreements
from saisei_lod.serialization.datasets import dataset_disagreement
from saisei_lod.serialization.equality import Disagreement, disagreement, uncanonical_line, unordered_line

__all__ = ["DATASET", "TABLES", "compare_forms"]

#: All graphs in one file, each under its name.
DATASET: Final = "dataset.nq"
#: The folder of tables.
TABLES: Final = "tables"
_FORMATS: Final = (".nt", ".ttl", ".jsonld", ".rdf")
#: What tables say as CSV, and how it is read; the rest of the folder is made for people.
_OF_TABLES: Final = frozenset({".csv", ".json"})
_P = ParamSpec("_P")


def compare_forms(release: Path, scratch: Path, agreed: Agreed | None = None) -> list[Finding]:
    """Return a finding for each form of a release that does not say what the others say.

    What ``agreed`` remembers is not compared again. Raises InputError for a file that cannot be parsed.
    """
    known = agreed or nothing_agreed()
    graphs = {path.stem: path for path in sorted(release.glob("*.nt"))}
    found = []
    for question, files, answer in _questions(release, graphs, scratch):
        if not known.has(question, files):
            findings = list(answer())
            found += findings
            if not findings:
                known.add(question, files)
    return [*found, *entity_disagreements(release)]


_Question = tuple[str, list[Path], Callable[[], Iterator[Finding]]]
"""What is asked of some files, by name, and what answers it: the findings."""


def _questions(release: Path, graphs: Mapping[str, Path], scratch: Path) -> Iterator[_Question]:
    for path in graphs.values():
        same = [form for extension in _FORMATS if (form := path.with_suffix(extension)).is_file()]
        yield "syntaxes", same, partial(_disagreeing, disagreement, same, scratch=scratch)
    files = list(graphs.values())
    dataset, tables = release / DATASET, release / TABLES
    if dataset.is_file():
        yield "dataset", [dataset, *files], partial(_disagreeing, dataset_disagreement, dataset, graphs)
    if tables.is_dir():
        parts = sorted(path for path in tables.iterdir() if path.suffix in _OF_TABLES)
        answer = partial(_disagreeing, tables_disagreement, tables, graphs, scratch)
        yield "tables", [*parts, *files], answer
    for lines in sorted([*files, *release.glob("*.nq")]):
        # Each line of the dataset is one of the graphs, which are canonical: what can be wrong is their order.
        find = unordered_line if lines == dataset else uncanonical_line
        yield "canonical", [lines], partial(_uncanonical, lines, find)


def _disagreeing(
    compare: Callable[_P, Disagreement | None], *given: _P.args, **named: _P.kwargs
) -> Iterator[Finding]:
    """Yield how some forms differ."""
    if differing := compare(*given, **named):
        yield _finding(differing)


def _uncanonical(lines: Path, find: Callable[[Path], int | None]) -> Iterator[Finding]:
    """Compare a file of lines with its canonical form."""
    if line := find(lines):
        yield NOT_CANONICAL.at(Place(file=lines.name, line=line))


def _finding(differing: Disagreement) -> Finding:
    place = Place(file=differing.lacking.name)
    return GRAPHS_DIFFER.at(place, text=differing.line, holder=differing.holder.name)
