"""Small releases made of records alone: graphs of plans without a build."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from saisei_lod.changes.comparing import Changes, compared
from saisei_lod.changes.releases import Head, opened
from saisei_lod.iris import Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.merging import MergedPlan
from saisei_lod.records.model import Amendment, Certification, Maker, Page, Period, PlanRecord, Publisher
from saisei_lod.records.streaming import SourcedPlan

BASE = "https://example.org/id/"
KEY = "r055-06209-0a0a0a0a"
PAGE = Page(title="見本", publisher=Publisher(code="06209"), source="06209-plans", sha256="ab" * 32)


def a_plan(key: str = KEY, **fields: object) -> PlanRecord:
    """A plan of 長井市 that was certified on 2020-03-30 and changed on 2020-08-21."""
    said: dict[str, object] = {
        "title": "港の計画",
        "certification": Certification(date="2020-03-30", date_basis="stated"),
        "amendments": [changed("2020-08-21")],
        "period": Period(start="2020-03-30", end="2025-03-31"),
        "makers": [Maker(code="06209")],
        "schemes": ["suishin"],
        **fields,
    }
    return PlanRecord(id=key, **said)  # type: ignore[arg-type]


def changed(day: str, kind: str = "amendment") -> Amendment:
    """An event after the certification."""
    return Amendment(date=day, date_basis="stated", kind=kind)  # type: ignore[arg-type]


def lines(plans: Sequence[PlanRecord]) -> bytes:
    """The sorted N-Triples of plans."""
    said = set()
    for plan in plans:
        merged = MergedPlan(plan.id or "", plan, (SourcedPlan(plan, PAGE, "a.yaml", 1),))
        for described in plan_block(merged, Minter(BASE)):
            said |= {f"{s} {p} {o} .\n" for s, p, o in described.triples()}
    return "".join(sorted(said)).encode()


class Comparing:
    """Compare two states, each given as plans or as lines by graph; make what they are given as."""

    plan = staticmethod(a_plan)
    changed = staticmethod(changed)
    lines = staticmethod(lines)

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack

    def __call__(
        self,
        old: Sequence[PlanRecord] | Mapping[str, bytes],
        new: Sequence[PlanRecord] | Mapping[str, bytes],
        days: tuple[str, str] = ("2021-01-01", "2022-01-01"),
    ) -> Changes:
        """Return what changed between the releases of two days."""
        states = []
        for number, (said, day) in enumerate(zip((old, new), days, strict=True)):
            graphs = said if isinstance(said, Mapping) else {"plans": lines(said)}
            files = {}
            for name, text in graphs.items():
                files[name] = self._folder / f"{number}-{name}.nt"
                files[name].write_bytes(text)
            states.append(self._stack.enter_context(opened(Head(BASE, day, "1.0.0"), files)))
        return compared(*states)


@pytest.fixture
def compare(tmp_path: Path) -> Iterator[Comparing]:
    """Compare two states."""
    with ExitStack() as stack:
        yield Comparing(tmp_path, stack)
