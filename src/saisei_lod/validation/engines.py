"""The engines, by the name that ``--engine`` takes.

An engine is a function: it is given the shapes once, and returns a checker, which is given data and the
focus nodes of each shape as often as there are blocks of data. It returns violations in any order.
"""

from collections.abc import Callable, Mapping
from typing import Final

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.validation.graphs import Triples
from saisei_lod.validation.pyshacl_engine import hybrid, reference
from saisei_lod.validation.results import Violation
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.targets import Focus

__all__ = ["DEFAULT_ENGINE", "ENGINES", "Checker", "Engine", "engine_named"]

Checker = Callable[[Triples, Focus], list[Violation]]
Engine = Callable[[Shapes], Checker]

#: ``pyshacl`` is the reference; ``hybrid`` gives the same results and is what a build uses.
ENGINES: Final[Mapping[str, Engine]] = {"hybrid": hybrid, "pyshacl": reference}
DEFAULT_ENGINE: Final = "hybrid"


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
