"""Validate data against shapes: the one function behind ``saisei validate`` and every build."""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from saisei_lod.findings import Place
from saisei_lod.validation.engines import DEFAULT_ENGINE, Checker, engine_named
from saisei_lod.validation.large import graph_of
from saisei_lod.validation.loading import Source, statements
from saisei_lod.validation.results import Locate, Report, Result
from saisei_lod.validation.shapes import Shapes, load_shapes, shape_files
from saisei_lod.validation.targets import focus_nodes

__all__ = ["Checked", "check", "in_order", "report", "validate"]


class Checked(NamedTuple):
    """What a check gives before anyone asks where the records stand.

    ``files`` holds the file that describes a focus node, by the node's term in N-Triples; ``by_pyshacl`` the
    codes of the shapes that the engine left to pySHACL.
    """

    results: tuple[Result, ...]
    untargeted: tuple[str, ...]
    files: Mapping[str, str]
    by_pyshacl: tuple[str, ...] = ()


def validate(
    data: Source,
    *,
    shapes: Path | None = None,
    background: Source = (),
    engine: str = DEFAULT_ENGINE,
    locate: Locate | None = None,
) -> Report:
    """Return what the shapes find in the data.

    ``shapes`` is a file or folder, by default the program's own. ``background`` is what the data refers to
    and what is validated elsewhere: it is seen, but nothing in it is reported. ``locate`` leads from the
    IRI of a node to its record; else a finding names the file that describes the node. Raises InputError
    for files that cannot be read or shapes that cannot be used, UsageError for an unknown engine.
    """
    run = engine_named(engine)
    known = load_shapes(shape_files(shapes))
    return report(check(run(known), known, data, background), locate)


def check(checker: Checker, shapes: Shapes, data: Source, background: Source) -> Checked:
    """Run a checker over data and its background; results come in a stable order."""
    files: dict[str, str] = {}
    others: dict[str, str] = {}
    said = chain(statements(data, files), statements(background, others))
    with graph_of(said, checker.inverse) as seen:
        focus = focus_nodes(shapes, seen)
        ours = {
            shape: [node for node in nodes if node in files or node not in others]
            for shape, nodes in focus.items()
        }
        found = in_order(v.result(shapes.rules[v.shape]) for v in checker(seen, ours))
    return Checked(
        results=found,
        untargeted=tuple(sorted({shapes.rules[shape].code for shape, nodes in focus.items() if not nodes})),
        files={result.focus: files[result.focus] for result in found if files.get(result.focus)},
        by_pyshacl=tuple(sorted(shapes.rules[shape].code for shape in checker.left)),
    )


def in_order(results: Iterable[Result]) -> tuple[Result, ...]:
    """Return results in the order of a report: by node, code, path and value."""
    return tuple(sorted(results, key=_order))


def _order(result: Result) -> tuple[str, ...]:
    return (result.focus, result.code, result.path, result.value, result.component, result.shape)


def report(checked: Checked, locate: Locate | None = None) -> Report:
    """Return the report of a check, with each finding led back to its record by ``locate``."""

    def place(result: Result) -> Place:
        found = locate(result.node) if locate is not None else None
        return found or Place(file=checked.files.get(result.focus, ""))

    findings = tuple(result.finding(place(result)) for result in checked.results)
    return Report(checked.results, checked.untargeted, findings, by_pyshacl=checked.by_pyshacl)
