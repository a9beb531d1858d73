"""Validate data against shapes: the one function behind ``saisei validate`` and every build."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from saisei_lod.findings import Place
from saisei_lod.validation.engines import DEFAULT_ENGINE, Checker, engine_named
from saisei_lod.validation.graphs import Triples
from saisei_lod.validation.loading import Loaded, load
from saisei_lod.validation.results import Locate, Report, Result
from saisei_lod.validation.shapes import Shapes, load_shapes, shape_files
from saisei_lod.validation.targets import focus_nodes

if TYPE_CHECKING:
    import rdflib

__all__ = ["Checked", "check", "report", "validate"]


class Checked(NamedTuple):
    """What a check gives before anyone asks where the records stand; this is what the cache keeps.

    ``files`` holds the file that describes a focus node, by the node's term in N-Triples.
    """

    results: tuple[Result, ...]
    untargeted: tuple[str, ...]
    files: Mapping[str, str]


def validate(
    data: "Sequence[Path] | rdflib.Graph",
    *,
    shapes: Path | None = None,
    background: "Sequence[Path] | rdflib.Graph" = (),
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
    return report(check(run(known), known, load(data), load(background)), locate)


def check(checker: Checker, shapes: Shapes, data: Loaded, background: Loaded) -> Checked:
    """Run a checker over data and its background; results come in a stable order."""
    seen = Triples([*data.triples, *background.triples])
    outside = set(background.triples.subjects).difference(data.triples.subjects)
    focus = focus_nodes(shapes, seen)
    ours = {shape: tuple(n for n in nodes if n not in outside) for shape, nodes in focus.items()}
    found = sorted((v.result(shapes.rules[v.shape]) for v in checker(seen, ours)), key=_order)
    files = {str(term): file for term, file in data.files.items()}
    return Checked(
        results=tuple(found),
        untargeted=tuple(sorted({shapes.rules[shape].code for shape, nodes in focus.items() if not nodes})),
        files={result.focus: files[result.focus] for result in found if result.focus in files},
    )


def _order(result: Result) -> tuple[str, ...]:
    return (result.focus, result.code, result.path, result.value, result.component, result.shape)


def report(checked: Checked, locate: Locate | None = None) -> Report:
    """Return the report of a check, with each finding led back to its record by ``locate``."""

    def place(result: Result) -> Place:
        found = locate(result.node) if locate is not None else None
        return found or Place(file=checked.files.get(result.focus, ""))

    findings = tuple(result.finding(place(result)) for result in checked.results)
    return Report(checked.results, checked.untargeted, findings)
