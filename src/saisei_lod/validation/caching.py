"""Keep reports, so that what has not changed since it was validated is not validated again.

A report is found by the SHA-256 of everything that it depends on: the bytes of the data, of its
background and of the shapes, the engine with its version, and this package's own code. Reports lie in
the user's cache folder, outside every release; where that folder cannot be used, work goes on without.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import msgspec

from saisei_lod.validation.engines import DEFAULT_ENGINE, ENGINES
from saisei_lod.validation.loading import load
from saisei_lod.validation.results import Locate, Report
from saisei_lod.validation.shapes import load_shapes, shape_files
from saisei_lod.validation.validating import Checked, check, report

__all__ = ["cache_folder", "digest", "validate_cached"]

_PACKAGE: Final = Path(__file__).resolve().parent
_LIBRARIES: Final = ("pyshacl", "rdflib", "pyoxigraph")
_KEPT: Final = 64


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder for kept reports (XDG Base Directory Specification), None where there is no home."""
    base = environment.get("XDG_CACHE_HOME") or ""
    if Path(base).is_absolute():
        return Path(base) / "saisei-lod" / "validation"
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    return Path(home) / ".cache" / "saisei-lod" / "validation" if Path(home).is_absolute() else None


def validate_cached(
    data: Sequence[Path],
    *,
    shapes: Path | None = None,
    background: Sequence[Path] = (),
    locate: Locate | None = None,
    cache: Path | None = None,
) -> Report:
    """Return what :func:`saisei_lod.validation.validate` returns, from the cache where nothing has changed.

    ``cache`` is the folder of kept reports, None for no cache; the engine is that of a build. Files are told
    apart by their content, not by their place; a finding without ``locate`` names the place of now.
    """
    files = shape_files(shapes)
    kept = cache / f"{digest(data, background, files)}.json" if cache is not None else None
    checked = _read(kept, data)
    if checked is None:
        known = load_shapes(files)
        checked = check(ENGINES[DEFAULT_ENGINE](known), known, load(data), load(background))
        _write(kept, checked, data)
    return report(checked, locate)


def digest(data: Iterable[Path], background: Iterable[Path], shapes: Iterable[Path]) -> str:
    """Return the SHA-256 of all that a report depends on; a file that cannot be read counts as empty."""
    whole = hashlib.sha256(f"{DEFAULT_ENGINE} {_versions()}".encode())
    for group in (data, background, shapes, sorted(_PACKAGE.glob("*.py"))):
        whole.update(b"\0group")
        for path in group:
            content = b""
            with suppress(OSError):
                content = path.read_bytes()
            whole.update(path.suffix.encode() + hashlib.sha256(content).digest())
    return whole.hexdigest()


def _versions() -> str:
    found = []
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}")
    return ", ".join(found)


def _read(kept: Path | None, data: Sequence[Path]) -> Checked | None:
    """Return a kept report; None where there is none, or none that can be read."""
    if kept is None:
        return None
    try:
        checked = msgspec.json.decode(kept.read_bytes(), type=Checked)
        os.utime(kept)
        files = {node: str(data[int(number)]) for node, number in checked.files.items()}
    except (OSError, msgspec.MsgspecError, ValueError, IndexError):
        return None
    return checked._replace(files=files)


def _write(kept: Path | None, checked: Checked, data: Sequence[Path]) -> None:
    """Keep a report, in one step, so that nobody reads half of one; a folder that cannot be used is left."""
    if kept is None:
        return
    numbers = {str(path): str(number) for number, path in reversed(list(enumerate(data)))}
    bare = checked._replace(files={node: numbers[file] for node, file in checked.files.items()})
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, prefix=".new-", delete=False) as file:
            written = Path(file.name)
        try:
            written.write_bytes(msgspec.json.encode(bare))
            written.replace(kept)
        finally:
            written.unlink(missing_ok=True)
        _forget_oldest(kept.parent)


def _forget_oldest(folder: Path) -> None:
    """Keep the reports used last, so that the folder stays small."""
    kept = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink(missing_ok=True)
