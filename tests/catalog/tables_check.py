"""Read datapackage.json and croissant.json with their own libraries, where these are installed.

``python tables_check.py RELEASE ADDRESS`` prints a JSON object: ``frictionless`` holds the errors that it
finds in the package, its schemas, keys, sizes and hashes; ``croissant`` the issues that mlcroissant reports,
and the number of records that it reads of each table. ADDRESS is where the release's files will lie.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import frictionless
import mlcroissant


def package_errors(release: Path) -> list[str]:
    """Return what frictionless has against the package and its tables."""
    os.chdir(release)
    report = frictionless.validate("datapackage.json")
    return [str(error) for error in report.flatten(["title", "message"])] + list(report.warnings)


def croissant_read(release: Path, address: str) -> dict[str, Any]:
    """Return mlcroissant's issues, and how many records each table has for it."""
    path = release / "croissant.json"
    described = json.loads(path.read_text(encoding="utf-8"))["distribution"]
    files = {one["@id"]: str(release / one["contentUrl"].removeprefix(address)) for one in described}
    dataset = mlcroissant.Dataset(jsonld=str(path), mapping=files)
    issues = dataset.metadata.ctx.issues
    records = {one.uuid: sum(1 for _ in dataset.records(one.uuid)) for one in dataset.metadata.record_sets}
    return {"issues": sorted([*issues.errors, *issues.warnings]), "records": records}


if __name__ == "__main__":
    folder = Path(sys.argv[1]).resolve()
    found = {"frictionless": package_errors(folder), "croissant": croissant_read(folder, sys.argv[2])}
    json.dump(found, sys.stdout, ensure_ascii=False)
