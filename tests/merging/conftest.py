"""What one source says of one plan, made short."""

from collections.abc import Callable
from typing import Any

import pytest

from saisei_lod.records.model import Page, PlanRecord
from saisei_lod.records.streaming import SourcedPlan

KEY = "r051-06209-0d8eee4b"


def listing(name: str, last_updated: str | None = None, **fields: Any) -> SourcedPlan:
    """Return what one source says of the plan; ``page@2`` is a second snapshot of the source ``page``."""
    source, _, snapshot = name.partition("@")
    page = Page(source=f"06209-{source}", last_updated=last_updated, sha256=(snapshot or "1") * 64)
    plan = PlanRecord(id=KEY, **{"title": "計画", **fields})
    return SourcedPlan(plan, page, f"data/plans/{name}.yaml", 3)


@pytest.fixture
def said() -> Callable[..., SourcedPlan]:
    """What one source says of the plan."""
    return listing
