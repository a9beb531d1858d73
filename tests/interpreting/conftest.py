"""What the tests of interpreting share: the registry at hand, and readings of texts."""

from collections.abc import Callable

import pytest

from saisei_lod.interpreting import Known, Reading, read_record
from saisei_lod.registry.linking import linker
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.registry.tables import load


@pytest.fixture(scope="session")
def known() -> Known:
    """The registry, linker, rounds and schemes that come with the program."""
    return Known(load(), linker(), load_rounds(), load_schemes())


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Return a function from a page's text to its reading."""

    def reading(text: str, publisher: str | None = None, name: str = "page.txt") -> Reading:
        return read_record(text.encode(), name=name, publisher=publisher, url=None, retrieved=None)

    return reading
