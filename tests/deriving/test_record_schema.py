"""The JSON Schema of records accepts what the typed records accept."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest

from saisei_lod.deriving.record_schema import record_schema
from saisei_lod.records.model import Certification, Maker, Page, PageRecord, Period, PlanRecord

_SCHEMA: Final[dict[str, Any]] = json.loads(record_schema())
_RECORD: Final = PageRecord(
    page=Page(title="地域再生計画", source="01204-054421", page_id="054421", last_updated="2023-07-14"),
    plans=[
        PlanRecord(
            id="r055-01204-3476059d",
            title="青少年ICTパークプロジェクト",
            certification=Certification(date="2020-03-30", round=55),
            makers=[Maker(code="01204", name="旭川市")],
            period=Period(start="2020-04"),
            schemes=["suishin", "kigyou"],
            lines=(10, 20),
        )
    ],
)


def _patterns(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "pattern":
                yield value
            yield from _patterns(value)
    if isinstance(node, list):
        for member in node:
            yield from _patterns(member)


def test_a_record_is_valid() -> None:
    """What the typed records write is valid against the schema."""
    jsonschema.Draft202012Validator(_SCHEMA).validate(json.loads(msgspec.json.encode(_RECORD)))


@pytest.mark.parametrize(
    "change",
    [
        {"plans": [{"titel": "計画"}]},
        {"plans": [{"makers": [{"code": "012041"}]}]},
        {"plans": [{"schemes": ["A3007"]}]},
    ],
    ids=["misspelt field", "six digits", "no slug"],
)
def test_a_wrong_record_is_not(change: dict[str, Any]) -> None:
    """A misspelt field, a code of 6 digits and a code in place of a slug are refused, as on reading."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(_SCHEMA).validate(change)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(change, PageRecord)


def test_the_schema_is_a_schema() -> None:
    """The file says which JSON Schema it follows, and follows it."""
    jsonschema.Draft202012Validator.check_schema(_SCHEMA)
    assert _SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert next(iter(_SCHEMA)) == "$comment"


def test_patterns_are_ecma_262() -> None:
    r"""No pattern uses Python's \A and \Z, which other languages' validators refuse."""
    patterns = list(_patterns(_SCHEMA))
    assert patterns != []
    assert [pattern for pattern in patterns if re.search(r"\\[AZz]", pattern)] == []
