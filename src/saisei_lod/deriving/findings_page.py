"""Derive docs/reference/findings.md: every kind of finding with its severity, message and fix."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Final

from saisei_lod import findings
from saisei_lod.deriving.markdown import anchor, notice, table
from saisei_lod.findings import SEVERITY_NAMES, Kind

__all__ = ["findings_page", "kinds"]

_INTRODUCTION: Final = """# 指摘 · Findings

指摘は、誤り、不審な点、読み取れなかった点の一つ一つである。コードは変わらない。違反があると終了コードは 1。
`{text}` などの波括弧には、実際の語句が入る。

A finding is one thing that is wrong, odd or not understood. Its code stays; a violation makes the exit status 1.
Braces such as `{text}` are filled with the words at hand. What shapes find is named by the shapes' own codes.
"""


def kinds() -> dict[str, list[Kind]]:
    """Return the kinds of finding by the module of saisei_lod.findings that holds them, sorted by code."""
    found = {name: sorted(_kinds_of(name)) for _, name, _ in pkgutil.iter_modules(findings.__path__)}
    return {name: members for name, members in sorted(found.items()) if members}


def _kinds_of(module: str) -> Iterator[Kind]:
    members = vars(importlib.import_module(f"{findings.__name__}.{module}"))
    return (member for member in members.values() if isinstance(member, Kind))


def findings_page() -> str:
    """Return the page, a table for each area."""
    headings = ["", "重さ · severity", "内容", "message", "対処", "fix"]
    parts = [
        f"## {module}\n\n{table(headings, [_row(kind) for kind in members])}"
        for module, members in kinds().items()
    ]
    return "\n".join([f"{notice('src/saisei_lod/findings')}\n{_INTRODUCTION}", *parts])


def _row(kind: Kind) -> tuple[str, ...]:
    severity = " · ".join(SEVERITY_NAMES[kind.severity])
    return (
        f"{anchor(kind.code)}`{kind.code}`",
        severity,
        kind.message.ja,
        kind.message.en,
        kind.fix.ja,
        kind.fix.en,
    )
