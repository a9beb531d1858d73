"""Derive what decides nothing of its own, and compare it: term constants, JSON-LD context, reference pages.

Derived files are committed; the first line of each says what it is derived from.
"""

from collections.abc import Mapping
from pathlib import Path

from saisei_lod.deriving.constants import vocabulary_modules
from saisei_lod.deriving.context import context_document
from saisei_lod.deriving.findings_page import findings_page
from saisei_lod.deriving.ontology import read_ontology
from saisei_lod.deriving.record_schema import record_schema
from saisei_lod.deriving.rules_page import rules_page
from saisei_lod.deriving.schemes_page import schemes_page
from saisei_lod.deriving.tables_page import tables_page
from saisei_lod.deriving.vocabulary_page import vocabulary_page
from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.deriving import DERIVED_FILE_STALE

__all__ = ["check", "derive", "derived_files"]


def derived_files(root: Path) -> Mapping[str, str]:
    """Return what each derived file should hold, by its path below the root of a checkout.

    Raises InputError where a file of ontology/ is missing or cannot be read.
    """
    ontology = read_ontology(root)
    return {
        **vocabulary_modules(ontology),
        "docs/reference/findings.md": findings_page(),
        "docs/reference/plan-record.schema.json": record_schema(),
        "docs/reference/rules.md": rules_page(),
        "docs/reference/schemes.md": schemes_page(root),
        "docs/reference/tables.md": tables_page(),
        "docs/reference/vocabulary.md": vocabulary_page(ontology),
        "ontology/context.jsonld": context_document(ontology),
    }


def derive(root: Path, further: Mapping[str, str] | None = None) -> list[Path]:
    """Write the derived files that are missing or differ, and return their paths, sorted.

    ``further`` holds what floors above derive (the page of commands), by path. Raises InputError for a
    broken ontology and EnvironmentFault where a file cannot be written.
    """
    stale = _stale(root, further)
    for path, text in stale.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise EnvironmentFault(
                Bilingual(
                    f"ファイルを書けません: {error.strerror}", f"The file cannot be written: {error.strerror}"
                ),
                where=str(path),
                todo=Bilingual(
                    "空き容量と書込みの権限を確かめてください。", "Check the free space and the permissions."
                ),
            ) from error
    return list(stale)


def check(root: Path, further: Mapping[str, str] | None = None) -> list[Finding]:
    """Return a finding for each derived file that is missing or is not what would be derived now."""
    stale = _stale(root, further)
    return [DERIVED_FILE_STALE.at(Place(path.relative_to(root).as_posix())) for path in stale]


def _stale(root: Path, further: Mapping[str, str] | None) -> dict[Path, str]:
    wanted = {root / name: text for name, text in sorted({**derived_files(root), **(further or {})}.items())}
    return {
        path: text for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text
    }
