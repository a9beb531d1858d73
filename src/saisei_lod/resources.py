"""Find the files that the program reads, in a checkout or inside an installed wheel, and the user's cache."""

import functools
import os
from collections.abc import Mapping
from pathlib import Path

from saisei_lod.errors import Bilingual, EnvironmentFault

__all__ = ["cache", "ontology", "queries", "registry", "rounds", "shapes"]

_PACKAGE = Path(__file__).resolve().parent


@functools.cache
def _root() -> tuple[Path, bool]:
    """Return the folder that holds the files, and whether it is a wheel's."""
    packaged = _PACKAGE / "_packaged"
    if packaged.is_dir():
        return packaged, True
    checkout = _PACKAGE.parent.parent
    if (checkout / "ontology").is_dir():
        return checkout, False
    raise EnvironmentFault(
        Bilingual(
            "プログラムに付属する語彙のファイルが見つかりません。",
            "The program's own vocabulary files are missing.",
        ),
        where=str(_PACKAGE),
        expected=Bilingual(
            "_packaged フォルダー、またはソースの ontology フォルダー",
            "a folder _packaged, or ontology/ of a checkout",
        ),
        todo=Bilingual("saisei-lod を入れ直してください。", "Install saisei-lod again."),
    )


def ontology() -> Path:
    """Return the folder of the vocabulary: saisei.ttl, alignment.ttl, schemes.ttl, context.jsonld."""
    return _root()[0] / "ontology"


def shapes() -> Path:
    """Return the folder of the SHACL shapes."""
    return _root()[0] / "shapes"


def queries() -> Path:
    """Return the folder of the query pack."""
    return _root()[0] / "queries"


def registry() -> Path:
    """Return the folder of the municipality tables."""
    root, packaged = _root()
    return root / "registry" if packaged else root / "data" / "registry"


def rounds() -> Path:
    """Return the table of certification rounds."""
    root, packaged = _root()
    return root / "rounds.tsv" if packaged else root / "data" / "rounds.tsv"


def cache(part: str, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the user's folder for what can be made again (XDG Base Directory Specification), None without a home."""
    base = environment.get("XDG_CACHE_HOME") or ""
    if Path(base).is_absolute():
        return Path(base) / "saisei-lod" / part
    home = environment.get("HOME") or environment.get("USERPROFILE") or ""
    return Path(home) / ".cache" / "saisei-lod" / part if Path(home).is_absolute() else None
