"""Read the answers of SPARQL services: JSON (both forms of the Wikidata query service) and CSV."""

import csv
import io
import json
from pathlib import Path

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.registry.building.decoding import decoded

__all__ = ["query_rows"]


def query_rows(path: Path) -> list[dict[str, str]]:
    """Return one dictionary of variable and value a row.

    Read are SPARQL 1.1 Query Results JSON, the plain JSON array that the Wikidata query service offers
    to download, and SPARQL 1.1 Query Results CSV. Raises InputError naming the file for anything else.
    """
    text = decoded(path)
    if text.lstrip()[:1] in {"{", "["}:
        return _from_json(path, text)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return [{key: value or "" for key, value in row.items() if key} for row in rows]


def _from_json(path: Path, text: str) -> list[dict[str, str]]:
    try:
        answer = json.loads(text)
        if isinstance(answer, list):
            return [{key: str(value) for key, value in row.items()} for row in answer]
        bindings = answer["results"]["bindings"]
        return [{key: str(node["value"]) for key, node in row.items()} for row in bindings]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            Bilingual("SPARQL の結果として読めません。", "This is no result of a SPARQL query."),
            where=f"{path}: {type(error).__name__}",
            expected=Bilingual("SPARQL 1.1 の結果の JSON または CSV", "results of SPARQL 1.1 in JSON or CSV"),
            todo=Bilingual(
                "問い合わせ画面から結果を JSON か CSV でダウンロードし直してください。",
                "Download the results again as JSON or CSV.",
            ),
        ) from error
