"""The engines, by the name that ``--engine`` takes.

An engine is a function: it is given the shapes once, and returns a checker, which is given data and the
focus nodes of each shape as often as there are blocks of data. It returns violations in any order.
"""

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.validation.access import Graph
from saisei_lod.validation.fast_engine import compiled
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.pyshacl_engine import reference
from saisei_lod.validation.results import Violation
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.targets import Focus

__all__ = ["DEFAULT_ENGINE", "ENGINES", "Checker", "Engine", "engine_named"]


class Checker(Protocol):
    """An engine with its shapes."""

    @property
    def inverse(self) -> frozenset[str]:
        """The predicates, in N-Triples, that it follows backwards in a graph."""

    @property
    def left(self) -> tuple[Term, ...]:
        """The shapes that it leaves to pySHACL."""

    def __call__(self, data: Graph, focus: Focus) -> list[Violation]:
        """Return the violations at the focus nodes of each shape, in any order."""


Engine = Callable[[Shapes], Checker]

#: ``pyshacl`` is the reference; ``fast`` gives the same results and is what a build uses.
ENGINES: Final[Mapping[str, Engine]] = {"fast": compiled, "pyshacl": reference}
DEFAULT_ENGINE: Final = "fast"


def engine_named(name: str) -> Engine:
    """Return the engine of a name; UsageError where there is none."""
    if name in ENGINES:
        return ENGINES[name]
    known = ", ".join(sorted(ENGINES))
    raise UsageError(
        Bilingual(f"そのような検証エンジンはありません: {name}", f"There is no such engine: {name}"),
        expected=Bilingual(f"{known} のどれか", f"one of {known}"),
        todo=Bilingual("--engine を直すか、付けないでください。", "Correct --engine, or leave it out."),
    )
