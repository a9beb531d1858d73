"""What tests of the catalogue share: the catalogue of a built release, and interpreters with others' tools."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib

HERE = Path(__file__).resolve().parent
Tool = Callable[..., Any]


@pytest.fixture(scope="session")
def graph(release: Path) -> rdflib.Graph:
    """The catalogue that most portals take."""
    return rdflib.Graph().parse(release / "catalog.ttl")


@pytest.fixture(scope="session")
def eu_graph(release: Path) -> rdflib.Graph:
    """The catalogue in the terms of the EU's tables."""
    return rdflib.Graph().parse(release / "catalog-eu.ttl")


def interpreter(variable: str, *modules: str) -> str:
    """Return a Python that has some modules: this one, or the one that a variable names; else skip."""
    if all(importlib.util.find_spec(name) for name in modules):
        return sys.executable
    if named := os.environ.get(variable):
        return named
    pytest.skip(f"{', '.join(modules)} are not here: {variable} names no Python that has them")


@pytest.fixture(scope="session")
def run_tool() -> Tool:
    """What runs a script of this folder under an interpreter of its own, and returns the JSON that it prints."""

    def run(variable: str, modules: tuple[str, ...], script: str, *arguments: str) -> Any:
        done = subprocess.run(
            [interpreter(variable, *modules), str(HERE / script), *arguments],
            capture_output=True,
            check=False,
            env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return json.loads(done.stdout.decode("utf-8").splitlines()[-1])

    return run
