"""The shapes: what each of them says to people, what it targets, and how many conditions it holds.

Read without rdflib, so that a cached report costs a few milliseconds. Engines see the same triples.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from saisei_lod import resources
from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings import Severity
from saisei_lod.findings.validation import RULE_BROKEN
from saisei_lod.validation.expecting import expectations, said_in_both
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.loading import load
from saisei_lod.validation.names import RDF_TYPE, SH, SHAPES, local_name, shortened
from saisei_lod.validation.paths import sparql_path, turtle_path

__all__ = ["TARGETS", "Rule", "Shapes", "load_shapes", "shape_files"]

#: The ways in which a shape declares its targets (W3C SHACL, section 2.1.3).
TARGETS: Final = tuple(
    SH + name for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
)
#: Properties of a shape that are no condition.
_NO_CONDITION: Final = frozenset(
    SH + name
    for name in (
        "path", "name", "description", "message", "severity", "order", "group", "property", "deactivated",
        "ignoredProperties", "flags", "qualifiedValueShape", "qualifiedValueShapesDisjoint", "defaultValue",
    )
)  # fmt: skip
_KINDS: Final = frozenset({f"{SH}NodeShape", f"{SH}PropertyShape"})
_SEVERITIES: Final = {
    f"{SH}Violation": Severity.VIOLATION,
    f"{SH}Warning": Severity.WARNING,
    f"{SH}Info": Severity.INFO,
}


_NOTHING: Final = Bilingual("", "")


class Rule(NamedTuple):
    """What a shape says to people: a stable code, its severity, message, fix, and the path it checks.

    ``path`` is in the spelling of SPARQL and ``turtle`` in Turtle, both "" for a node shape. ``conditions``
    are the local names of its constraint parameters, such as ``minCount``, in alphabetical order, and
    ``expected`` says in words what each of them expects. ``name`` is that of the property, ``about`` the
    property that a person corrects (shortened), ``because`` the reason and legal basis; "" where unsaid.
    """

    code: str
    severity: Severity
    message: Bilingual
    fix: Bilingual
    path: str
    turtle: str
    conditions: tuple[str, ...]
    name: Bilingual = _NOTHING
    about: str = ""
    because: Bilingual = _NOTHING
    across_plans: bool = False
    expected: Mapping[str, Bilingual] = MappingProxyType({})


class Shapes:
    """The shapes of some files, as triples and as rules by shape."""

    def __init__(self, triples: Triples) -> None:
        self.triples = triples

    @cached_property
    def rules(self) -> Mapping[Term, Rule]:
        """The rule of every shape, nested ones included."""
        return {shape: self._rule(shape) for shape in self._shapes()}

    @cached_property
    def targeting(self) -> tuple[Term, ...]:
        """The shapes that declare targets, by code and then by term."""
        found = [shape for shape in self._shapes() if self._declares_target(shape)]
        return tuple(sorted(found, key=lambda shape: (self.rules[shape].code, str(shape))))

    def _declares_target(self, shape: Term) -> bool:
        return self.is_class(shape) or any(self.triples.objects(shape, target) for target in TARGETS)

    def is_class(self, shape: Term) -> bool:
        """Tell whether the shape is a class too and targets its instances (section 2.1.3.3)."""
        return any(
            local_name(kind.value) == "Class"
            for kind in self.triples.objects(shape, RDF_TYPE)
            if isinstance(kind, NamedNode)
        )

    def _shapes(self) -> Iterator[Term]:
        for subject in self.triples.subjects:
            kinds = {
                kind.value for kind in self.triples.objects(subject, RDF_TYPE) if isinstance(kind, NamedNode)
            }
            described = any(map(_makes_a_shape, self.triples.predicates(subject)))
            if kinds & _KINDS or (described and f"{SH}parameter" not in self.triples.links_to(subject)):
                yield subject

    def _rule(self, shape: Term) -> Rule:
        path = next(iter(self.triples.objects(shape, f"{SH}path")), None)
        shown = sparql_path(path, self.triples) if path else ""
        code = self._text(shape, f"{SHAPES}code") or _code_of(shape)
        unnamed = shown if isinstance(shape, BlankNode) and shown else code
        silent = RULE_BROKEN.message.filled(text=unnamed)
        conditions = tuple(sorted(map(local_name, filter(_is_condition, self.triples.predicates(shape)))))
        return Rule(
            code,
            self._severity(shape),
            self._bilingual(shape, f"{SH}message", silent),
            self._bilingual(shape, f"{SHAPES}fix", RULE_BROKEN.fix),
            shown,
            turtle_path(path, self.triples) if path else "",
            conditions,
            self._bilingual(shape, f"{SH}name"),
            self._about(shape, path),
            self._bilingual(shape, f"{SHAPES}because"),
            self._text(shape, f"{SHAPES}acrossPlans") == "true",
            expectations(shape, conditions, self.triples),
        )

    def _severity(self, shape: Term) -> Severity:
        stated = next(iter(self.triples.objects(shape, f"{SH}severity")), None)
        return _SEVERITIES.get(stated.value if isinstance(stated, NamedNode) else "", Severity.VIOLATION)

    def _about(self, shape: Term, path: Term | None) -> str:
        """Return the property that the rule is about: what it says, else its path where that is one."""
        stated = next(iter(self.triples.objects(shape, f"{SHAPES}about")), path)
        return shortened(stated.value) if isinstance(stated, NamedNode) else ""

    def _text(self, shape: Term, predicate: str) -> str:
        return next(
            (term.value for term in self.triples.objects(shape, predicate) if isinstance(term, Literal)), ""
        )

    def _bilingual(self, shape: Term, predicate: str, otherwise: Bilingual = _NOTHING) -> Bilingual:
        said = said_in_both(shape, predicate, self.triples)
        return said if said.ja else otherwise


def _makes_a_shape(predicate: str) -> bool:
    return predicate in TARGETS or predicate in {f"{SH}path", f"{SH}property"}


def _is_condition(predicate: str) -> bool:
    return predicate.startswith(SH) and predicate not in _NO_CONDITION and predicate not in TARGETS


def _code_of(shape: Term) -> str:
    if not isinstance(shape, NamedNode):
        return RULE_BROKEN.code
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", local_name(shape.value)).lower() or RULE_BROKEN.code


def shape_files(source: Path | None = None) -> list[Path]:
    """Return the files of a folder of shapes, in order, or the one file; by default the program's own.

    Raises InputError where there are none.
    """
    place = source if source is not None else resources.shapes()
    if not place.is_dir():
        return [place]
    files = sorted(place.glob("*.ttl"))
    if files:
        return files
    raise InputError(
        Bilingual("形(SHACL)のファイルがありません。", "There is no file of shapes."),
        where=str(place),
        expected=Bilingual("形を書いた .ttl のあるフォルダー", "a folder with shapes in .ttl files"),
        todo=Bilingual("場所を確かめてください。", "Check the place."),
    )


def load_shapes(files: Iterable[Path]) -> Shapes:
    """Return the shapes of files; InputError with line and column where one cannot be read.

    Files that are as they were a moment ago are not read again: a build asks for the same shapes three times.
    """
    return _loaded(tuple((path, _state(path)) for path in files))


@lru_cache(maxsize=2)
def _loaded(files: tuple[tuple[Path, tuple[int, int]], ...]) -> Shapes:
    return Shapes(load([path for path, _ in files]).triples)


def _state(path: Path) -> tuple[int, int]:
    """Return what tells a file that was written from what it was before."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0  # reading it gives the message
    return found.st_mtime_ns, found.st_size
