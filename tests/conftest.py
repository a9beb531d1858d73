"""What several test modules share: the release of the committed data, built once."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep reports of validation in a folder of the tests', not in the user's."""
    import os  # noqa: PLC0415 - the environment is set before anything reads it

    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of data/, built into a temporary folder."""
    from saisei_lod.publishing import build  # noqa: PLC0415 - tests of small modules need not import it

    dist = tmp_path_factory.mktemp("release") / "dist"
    build(ROOT / "data", dist)
    return dist
