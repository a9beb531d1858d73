"""Derive docs/reference/rules.md: every rule of the shapes, with what it expects, why, and what to do."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from saisei_lod.deriving.markdown import anchor, notice, table
from saisei_lod.errors import Bilingual
from saisei_lod.findings import SEVERITY_NAMES, Severity
from saisei_lod.validation.shapes import Rule, load_shapes, shape_files

__all__ = ["SECTIONS", "rules_page"]

#: What each file of shapes is about.
SECTIONS: Final[Mapping[str, Bilingual]] = {
    "plans": Bilingual("計画", "Plans"),
    "versions": Bilingual("計画の版", "Versions of plans"),
    "events": Bilingual("認定・変更・取消し・統合", "Certifications, changes, revocations, combinations"),
    "parts": Bilingual("区域・計画期間・共同作成", "Coverage, period, joint making"),
    "documents": Bilingual("文書・数値目標・金額", "Documents, indicators, amounts"),
    "practice": Bilingual("法令と実務からの規則", "Rules from the law and its practice"),
    "sources": Bilingual("出典・取得物・掲載・問い合わせ先", "Sources, snapshots, listings, contacts"),
    "provenance": Bilingual("言明", "Claims"),
    "rounds": Bilingual("認定回", "Certification rounds"),
    "schemes": Bilingual("支援措置", "Funding schemes"),
    "transitions": Bilingual("支援措置の移行", "Transitions between schemes"),
    "registry": Bilingual("地方公共団体と行政区", "Local governments and wards"),
    "registry-history": Bilingual("地方公共団体の沿革", "History of local governments"),
    "catalog": Bilingual("目録", "The catalogue"),
}
_INTRODUCTION: Final = """# 検証の規則 · Rules of validation

公開するデータが満たすべき条件。報告は規則を符号で示す。**違反**があると公開できない。**注意**は確かめること、**参考**は
分かれば補うこと。件数や値の形は「期待する内容」にある。使い方は[検証する](../how-to/validate.md)、記録そのものの誤りは
[指摘](findings.md)にある。

What published data must satisfy. Reports name a rule by its code. A **violation** stops a release, a **warning** asks
you to check, an **info** to complete what you know. How to use them: [Validate](../how-to/validate.md); what is found in
the records themselves: [Findings](findings.md).
"""
_HEADINGS: Final = (
    "規則 · rule",
    "重さ · severity",
    "内容 · message",
    "期待する内容 · expected",
    "直し方 · what to do",
    "理由など · because",
)
_ACROSS: Final = Bilingual("ほかの計画を要する。", "Looks across plans.")
_RANK: Final = list(Severity)


def rules_page() -> str:
    """Return the page, a table a file of shapes, the worst first and then by code."""
    whole = load_shapes(shape_files()).rules
    by_code = {rule.code: rule for rule in whole.values()}
    parts = [f"{notice('shapes/')}\n{_INTRODUCTION}"]
    for name, codes in sorted(_codes().items(), key=lambda item: _place(item[0])):
        rules = sorted((by_code[code] for code in codes), key=lambda r: (_RANK.index(r.severity), r.code))
        title = SECTIONS.get(name, Bilingual(name, name))
        parts.append(f"## {title.ja} · {title.en}\n\n{table(_HEADINGS, map(_row, rules))}")
    return "\n".join(parts)


def _place(name: str) -> tuple[int, str]:
    return (list(SECTIONS).index(name) if name in SECTIONS else len(SECTIONS), name)


def _codes() -> dict[str, list[str]]:
    """Return the codes of the named shapes that can give results, by the name of their file."""
    return {path.stem: list(_codes_of(path)) for path in shape_files() if list(_codes_of(path))}


def _codes_of(path: Path) -> Iterator[str]:
    for shape, rule in load_shapes([path]).rules.items():
        if not str(shape).startswith("_:") and rule.conditions:
            yield rule.code


def _row(rule: Rule) -> tuple[str, ...]:
    severity = SEVERITY_NAMES[rule.severity]
    expected = list(dict.fromkeys(rule.expected.values()))
    because = [rule.because, *([_ACROSS] if rule.across_plans else [])]
    return (
        f"{anchor(rule.code)}`{rule.code}`" + (f" {_name(rule)}" if rule.name.ja else ""),
        f"{severity.ja} · {severity.en}",
        _both([rule.message]),
        _both(expected),
        _both([rule.fix]),
        _both([said for said in because if said.ja]),
    )


def _name(rule: Rule) -> str:
    return f"<br>{rule.name.ja} · {rule.name.en}"


def _both(said: list[Bilingual]) -> str:
    """Return texts in Japanese and below them in English."""
    return "<br>".join(filter(None, ["、".join(one.ja for one in said), "; ".join(one.en for one in said)]))
