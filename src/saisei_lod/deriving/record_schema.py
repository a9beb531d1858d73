"""Derive docs/reference/plan-record.schema.json from the typed records (JSON Schema 2020-12)."""

import inspect
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
    r"""Write the schema alike on every Python, with patterns as JSON Schema asks (section 6.4: ECMA-262, no ``\A`` and ``\Z``).

    >>> _portable({"pattern": r"\A[a-z]+\Z"})
    {'pattern': '^[a-z]+$'}
    """
    if isinstance(node, dict):
        return {key: _TEXTS.get(key, _portable)(value) for key, value in node.items()}
    return [_portable(member) for member in node] if isinstance(node, list) else node


def _pattern(pattern: Any) -> Any:  # noqa: ANN401 - a member may also be called "pattern"
    return _END.sub("$", _START.sub("^", pattern)) if isinstance(pattern, str) else _portable(pattern)


def _description(text: Any) -> Any:  # noqa: ANN401 - a member may also be called "description"
    """Take away the indentation of a docstring, which Python keeps until 3.12 and no longer from 3.13."""
    return inspect.cleandoc(text) if isinstance(text, str) else _portable(text)


_TEXTS: Final = {"pattern": _pattern, "description": _description}
