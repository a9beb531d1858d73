import json

import pytest

from saisei_lod.validation import REPORTS, Report
from saisei_lod.validation.names import SH


def test_json_holds_everything_in_both_languages(report: Report) -> None:
    """One object, the same for both languages asked for; record, source and RDF stand side by side."""
    text = "".join(REPORTS["json"](report, "ja"))
    assert text == "".join(REPORTS["json"](report, "en"))
    said = json.loads(text)
    assert (said["conforms"], said["severities"]) == (False, {"violation": 3, "warning": 1, "info": 1})
    assert said["codes"] == {"closed": 2, "crooked": 1, "nameless": 1, "record-period-reversed": 1}
    assert (said["untargeted"], said["left_out"]) == (["v"], 0)
    assert next(finding for finding in said["findings"] if finding["code"] == "nameless") == {
        "code": "nameless",
        "severity": "info",
        "message": {"ja": "名がない", "en": "no name"},
        "fix": {"ja": "書く", "en": "write"},
        "file": "plans.yaml",
        "line": 7,
        "column": None,
        "field": "title",
        "name": {"ja": "名", "en": "name"},
        "value": None,
        "expected": {"ja": "名の値が1つ以上", "en": "at least 1 value: name"},
        "plan": "r055-01204-3476059d",
        "title": "港の計画",
        "codes": ["01204", "01452"],
        "source": {
            "publisher": "旭川市",
            "title": "計画の一覧",
            "url": "https://example.org/page",
            "lines": [32, 35],
            "words": "令和3年3月30日",
        },
        "link": None,
        "node": "https://example.org/a",
        "path": "<https://example.org/name>",
        "term": None,
        "shape": "https://example.org/n",
        "component": f"{SH}MinCountConstraintComponent",
    }


def test_findings_of_records_stand_among_them(report: Report) -> None:
    """They have no shape; all are in the order of severity, file and line."""
    found = json.loads("".join(REPORTS["json"](report, "en")))["findings"]
    assert [(one["code"], one["line"], one["shape"] is None) for one in found] == [
        ("closed", 7, False),
        ("closed", 7, False),
        ("record-period-reversed", 9, True),
        ("crooked", 7, False),
        ("nameless", 7, False),
    ]
    assert found[1]["term"] == '"\\"引用\\"\\n"@ja'


@pytest.mark.parametrize("report_of", [Report((), (), ()), Report((), ("a",), (), left_out=3)])
def test_json_of_no_results_is_json(report_of: Report) -> None:
    """What is left out counts against conformance."""
    said = json.loads("".join(REPORTS["json"](report_of, "en")))
    assert (said["findings"], said["conforms"]) == ([], report_of.left_out == 0)
