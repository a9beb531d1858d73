"""Import results of the Wikidata query service for P429 (団体コード, six digits) into a table of items."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings.model import Finding, Place
from saisei_lod.findings.registry import CHECK_DIGIT_WRONG, CODE_UNKNOWN, ITEM_AMBIGUOUS
from saisei_lod.registry.building.query_results import query_rows
from saisei_lod.registry.building.writing import write_table
from saisei_lod.registry.codes import check_digit
from saisei_lod.registry.tables import WIKIDATA, Registry, read, wikidata_items

__all__ = ["ItemRow", "WikidataImport", "import_wikidata"]

_ITEM: Final = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d*)")
_CODE: Final = re.compile(r"(\d{5})-?(\d)")


class ItemRow(NamedTuple):
    """One row of the answer: 5-digit code and Wikidata item."""

    code: str
    item: str


class WikidataImport(NamedTuple):
    """The rows that the table took, and what was left out."""

    rows: tuple[ItemRow, ...]
    findings: tuple[Finding, ...]


def import_wikidata(path: Path, folder: Path) -> WikidataImport:
    """Read items by P429 from JSON or CSV results and merge them into ``wikidata.tsv`` of a folder.

    The variables may have any name: one holds items, one six digits. An item that stands with several
    codes counts for the one that exists today; several items with one code are left out with a finding,
    since owl:sameAs allows no guess.
    """
    registry = read(folder)
    answer = query_rows(path)
    pairs, findings = _pairs(answer, path)
    known = {pair for pair in pairs if pair.code in registry.governments}
    findings += [CODE_UNKNOWN.at(Place(str(path)), f"{code} {item}") for code, item in sorted(pairs - known)]
    rows, ambiguous = _one_to_one(registry, known)
    findings += [ITEM_AMBIGUOUS.at(Place(str(path)), text) for text in ambiguous]
    merged = {**wikidata_items(folder), **dict(rows)}
    write_table(folder / WIKIDATA, ItemRow._fields, sorted(merged.items()))
    return WikidataImport(tuple(rows), tuple(findings))


def _pairs(answer: Iterable[Mapping[str, str]], path: Path) -> tuple[set[ItemRow], list[Finding]]:
    """Return code and item of each row that holds both, and the codes with a wrong check digit."""
    pairs: set[ItemRow] = set()
    findings: list[Finding] = []
    for row in answer:
        items = [found[1] for value in row.values() if (found := _ITEM.fullmatch(value.strip()))]
        codes = [found for value in row.values() if (found := _CODE.fullmatch(value.strip()))]
        for code in codes:
            if check_digit(code[1]) != code[2]:
                findings.append(CHECK_DIGIT_WRONG.at(Place(str(path)), code[0]))
            else:
                pairs.update(ItemRow(code[1], item) for item in items)
    if not pairs and not findings:
        raise InputError(
            Bilingual(
                "Wikidata の項目と団体コードの組がありません。",
                "There is no pair of a Wikidata item and a code.",
            ),
            where=str(path),
            expected=Bilingual(
                "SELECT ?item ?code WHERE { ?item wdt:P429 ?code } の結果",
                "the results of SELECT ?item ?code WHERE { ?item wdt:P429 ?code }",
            ),
            todo=Bilingual("問い合わせを確かめてください。", "See the query."),
        )
    return pairs, findings


def _one_to_one(registry: Registry, pairs: Iterable[ItemRow]) -> tuple[list[ItemRow], list[str]]:
    """Return the pairs that leave no choice, and those left out as text."""
    codes_of: dict[str, set[str]] = defaultdict(set)
    for code, item in pairs:
        codes_of[item].add(code)
    items_of: dict[str, set[str]] = defaultdict(set)
    ambiguous: list[str] = []
    for item, codes in sorted(codes_of.items()):
        present = {code for code in codes if not registry.governments[code].exists_until}
        chosen = codes if len(codes) == 1 else present
        if len(chosen) == 1:
            items_of[chosen.pop()].add(item)
        else:
            ambiguous.append(f"{item}: {', '.join(sorted(codes))}")
    ambiguous += [
        f"{code}: {', '.join(sorted(items))}" for code, items in sorted(items_of.items()) if len(items) > 1
    ]
    return [
        ItemRow(code, items.pop()) for code, items in sorted(items_of.items()) if len(items) == 1
    ], ambiguous
