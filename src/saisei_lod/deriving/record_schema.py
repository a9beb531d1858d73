"""Derive docs/reference/plan-record.schema.json from the typed records (JSON Schema 2020-12)."""

import json
import re
from typing import Any, Final

import msgspec

from saisei_lod.records.model import PageRecord

__all__ = ["record_schema"]

_NOTICE: Final = (
    "Derived from src/saisei_lod/records/model.py by `saisei derive`: change that, then derive again."
)
_START: Final = re.compile(r"^\\A")
_END: Final = re.compile(r"\\Z$")


def record_schema() -> str:
    """Return the schema of a record file of data/plans/ (YAML; in the bulk form a page and its plans stand on lines of their own)."""
    schema = _portable(msgspec.json.schema(PageRecord))
    head = {"$comment": _NOTICE, "$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=1) + "\n"


def _portable(node: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    r"""Write patterns for ECMA-262, which JSON Schema asks for (section 6.4): no ``\A`` and ``\Z``.

    >>> _portable({"pattern": r"\A[a-z]+\Z"})
    {'pattern': '^[a-z]+$'}
    """
    if isinstance(node, dict):
        return {
            key: _pattern(value) if key == "pattern" and isinstance(value, str) else _portable(value)
            for key, value in node.items()
        }
    return [_portable(member) for member in node] if isinstance(node, list) else node


def _pattern(pattern: str) -> str:
    return _END.sub("$", _START.sub("^", pattern))
