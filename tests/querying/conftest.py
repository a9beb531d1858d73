"""What is asked in these tests beside the release of the two pages: a graph of what they lack."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def graph_of_cases() -> Path:
    """The file of what the two pages lack."""
    return HERE / "fixtures" / "cases.ttl"
