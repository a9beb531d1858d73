"""Golden pages: own text in the structures of real pages, with hand-checked records.

``expected.json`` holds the JSON of ``saisei read`` without what is null or empty, findings as
``line severity code: text``.
"""

import json
from pathlib import Path

import pytest

from saisei_lod.interpreting import as_json, read_record

GOLDEN = sorted((Path(__file__).parents[1] / "reading" / "golden").iterdir())
EMPTY: tuple[object, ...] = (None, [], {}, False)


def without_empty(value: object) -> object:
    """Return JSON without members that are null, empty or false."""
    if isinstance(value, dict):
        return {key: bare for key, part in value.items() if (bare := without_empty(part)) not in EMPTY}
    return [without_empty(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("case", GOLDEN, ids=lambda path: path.name)
def test_a_golden_page_gives_its_record(case: Path) -> None:
    """Every fact and every finding of the page is the hand-checked one."""
    data = (case / "page.txt").read_bytes()
    made = as_json(read_record(data, name="page.txt", publisher=None, url=None, retrieved=None))
    findings = made["findings"]
    assert isinstance(findings, list)
    page = made["page"]
    assert isinstance(page, dict)
    del page["sha256"], page["evidence"]  # that it says the values is tested for all pages
    plans = made["plans"]
    assert isinstance(plans, list)
    for plan in plans:
        del plan["evidence"]
    shown = {
        "page": page,
        "plans": plans,
        "findings": [f"{f['line'] or '-'} {f['severity']} {f['code']}: {f['text']}" for f in findings],
    }
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert without_empty(expected) == without_empty(json.loads(json.dumps(shown)))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda path: path.name)
def test_line_ends_and_blank_lines_change_no_fact(case: Path) -> None:
    """Windows line ends, or a further blank line after each line, give the same plans but for their lines."""
    text = (case / "page.txt").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")

    def facts(data: bytes) -> list[dict[str, object]]:
        plans = as_json(read_record(data, name="page.txt", publisher=None, url=None, retrieved=None))["plans"]
        assert isinstance(plans, list)
        return [
            {key: value for key, value in plan.items() if key not in {"lines", "heading", "evidence"}}
            for plan in plans
        ]

    as_it_is = facts(text.encode())
    assert as_it_is == facts(text.replace("\n", "\r\n").encode())
    if "broken" not in case.name and "no-blank" not in case.name:
        assert as_it_is == facts(text.replace("\n", "\n\n").encode())
