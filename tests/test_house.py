"""The house itself: sizes, names and words that no file may hold."""

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "src" / "saisei_lod").rglob("*.py"))
TEXTS = {".py", ".md", ".toml", ".ttl", ".rq", ".yaml", ".tsv", ".txt", ".json", ".jsonld", ".csv", ""}


def body_sizes(path: Path) -> dict[str, int]:
    """Return the lines of each function's body, its docstring left out."""
    sizes = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[bool(ast.get_docstring(node)) :] or node.body
            sizes[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = (
                (body[-1].end_lineno or 0) - body[0].lineno + 1
            )
    return sizes


def test_no_file_is_longer_than_400_lines() -> None:
    """A file that grows longer has two subjects."""
    assert [path for path in MODULES if path.read_text(encoding="utf-8").count("\n") > 400] == []


def test_functions_are_small() -> None:
    """None over 50 lines, nine in ten under 25, the median at most 8."""
    sizes = {name: size for path in MODULES for name, size in body_sizes(path).items()}
    assert [name for name, size in sizes.items() if size > 50] == []
    ordered = sorted(sizes.values())
    assert ordered[len(ordered) * 9 // 10] < 25
    assert statistics.median(ordered) <= 8


def test_no_module_is_named_for_nothing() -> None:
    """Modules are named for what they hold."""
    vague = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
    assert [path for path in MODULES if path.stem in vague] == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="git tells which files the project has")
def test_no_file_names_a_registry_host_or_a_place_of_ours() -> None:
    """Package registries' hosts and absolute paths of a machine stay out of the repository."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    hosts = "|".join(["files.python" + "hosted", "pypi" + r"\.org", "registry.npm" + "js", "deb." + "debian"])
    places = "|".join(["/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/"])
    forbidden = re.compile(rf"{hosts}|(?<![\w.]){places}")
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in TEXTS and path.is_file():
            found = forbidden.search(path.read_text(encoding="utf-8", errors="replace"))
            assert found is None, f"{name}: {found}"
