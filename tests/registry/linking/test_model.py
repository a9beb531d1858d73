import json

from saisei_lod.registry.linking import Linker, as_json


def test_json_has_the_keys_of_the_interface(links: Linker) -> None:
    """The JSON form has text, matches and ambiguous names with the keys that scripts use."""
    made = as_json(links.resolve("長井市及び府中市"))
    assert made["text"] == "長井市及び府中市"
    assert made["matches"] == [
        {
            "code": "06209",
            "name": "長井市",
            "prefecture": "06000",
            "start": 0,
            "end": 3,
            "valid_from": "",
            "valid_until": "",
            "current": ["06209"],
            "reason": "unique",
            "scope": "",
            "text": "長井市",
            "mentions": [[0, 3]],
        }
    ]
    assert made["ambiguous"] == [{"text": "府中市", "start": 5, "end": 8, "candidates": ["13206", "34208"]}]


def test_json_can_always_be_written(links: Linker) -> None:
    """A lone surrogate of the command line becomes U+FFFD: the object can be written as UTF-8."""
    made = as_json(links.resolve("\udce3富谷市\ud800", on="2016-08-30"))
    assert "\ufffd富谷市\ufffd" in json.dumps(made, ensure_ascii=False).encode().decode()


def test_json_holds_findings_and_names_of_other_days(links: Linker) -> None:
    """Findings stand with both languages, names of other days beside the matches."""
    made = json.loads(json.dumps(as_json(links.resolve("富谷市", on="2016-08-30"))))
    assert [match["code"] for match in made["outdated"]] == ["04216"]
    assert set(made["findings"][0]) == {"code", "severity", "message", "fix", "text"}
    assert set(made["findings"][0]["message"]) == {"ja", "en"}
