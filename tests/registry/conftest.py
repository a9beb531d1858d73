"""A copy of the registry's tables that a test may change."""

import shutil
from pathlib import Path

import pytest

from saisei_lod import resources

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Return a folder with a copy of data/registry/."""
    return Path(shutil.copytree(resources.registry(), tmp_path / "registry"))


@pytest.fixture
def fixtures() -> Path:
    """Return the folder of small inputs in the forms of their publishers."""
    return FIXTURES
