"""Read a release as CKAN does; run by an interpreter that has ckan and ckanext-dcat, without a server.

``python ckan_check.py RELEASE`` prints a JSON object: under ``dcat``, for each form of the catalogue and each
locale, the datasets that ckanext-dcat's parser makes of it; under ``errors`` what CKAN's own validators say
of these and of the lines of ckan/packages.jsonl, under ``bad`` what they say of a tag that CKAN refuses.
"""

import json
import sys
from pathlib import Path
from typing import Any

from ckan.common import config
from ckan.lib.navl.dictization_functions import validate
from ckan.logic.schema import default_create_package_schema
from ckanext.dcat.processors import RDFParser

FORMS = {"catalog.ttl": "turtle", "catalog.jsonld": "json-ld", "catalog.rdf": "xml"}
#: What only a running portal can check: whether a name is taken, and who may write where.
OF_THE_PORTAL = ("id", "owner_org")
NEEDING_A_DATABASE = ("package_name_validator",)


def package_schema() -> dict[str, Any]:
    """Return CKAN's own form of a new dataset, without what asks its database."""
    form: dict[str, Any] = default_create_package_schema()
    for name in OF_THE_PORTAL:
        form.pop(name, None)
    form["name"] = [one for one in form["name"] if one.__name__ not in NEEDING_A_DATABASE]
    return form


def errors_of(package: dict[str, Any]) -> dict[str, Any]:
    """Return what CKAN's validators have against a dataset."""
    told = {key: value for key, value in package.items() if key not in OF_THE_PORTAL}
    _, errors = validate(told, package_schema(), {"model": None, "session": None})
    return {key: value for key, value in errors.items() if value}


def parsed(path: Path, form: str) -> list[dict[str, Any]]:
    """Return the datasets that the default profile makes of a catalogue."""
    parser = RDFParser(profiles=["euro_dcat_ap_3"])
    parser.parse(path.read_text(encoding="utf-8"), _format=form)
    return sorted(parser.datasets(), key=lambda one: one["title"])


def main(release: Path) -> None:
    """Print what CKAN makes of a release."""
    dcat: dict[str, dict[str, Any]] = {}
    errors = []
    for locale in ("ja", "en"):
        config["ckan.locale_default"] = locale
        for name, form in FORMS.items():
            found = parsed(release / name, form)
            dcat.setdefault(name, {})[locale] = found
            # The harvester makes the URL name of the title, a database at hand; any valid one does here.
            errors += [errors_of({**one, "name": "a-dataset"}) for one in found]
    lines = (release / "ckan" / "packages.jsonl").read_text(encoding="utf-8").splitlines()
    errors += [errors_of(json.loads(line)) for line in lines]
    bad = errors_of({**json.loads(lines[0]), "tags": [{"name": "まち・ひと"}]})
    told = {"dcat": dcat, "errors": [one for one in errors if one], "bad": bad}
    json.dump(told, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
