"""Choose what of a report is shown, in which form, and write it to a file or to standard output."""

import os
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from saisei_lod.cli.showing import Progress
from saisei_lod.errors import Bilingual, EnvironmentFault, Language, UsageError
from saisei_lod.findings import SEVERITY_NAMES, Severity

if TYPE_CHECKING:
    from saisei_lod.validation import Report

__all__ = ["Selection", "chosen_form", "refuse_unwritable", "select", "write"]


class Selection(NamedTuple):
    """What is asked for: codes (all where there are none), the least severity, a city by its 5 digits."""

    only: frozenset[str]
    severity: Severity
    city: str

    @classmethod
    def checked(
        cls, only: Collection[str], severity: str, city: str | None, shapes: Path | None
    ) -> "Selection":
        """Return the selection; UsageError for a code that no rule and no finding has, or no such city."""
        if only:
            _refuse_unknown(only, shapes)
        return cls(frozenset(only), Severity(severity), _five_digits(city) if city else "")


def _refuse_unknown(only: Collection[str], shapes: Path | None) -> None:
    from saisei_lod.deriving.findings_page import kinds
    from saisei_lod.validation.shapes import load_shapes, shape_files

    known = {rule.code for rule in load_shapes(shape_files(shapes)).rules.values()}
    known |= {kind.code for members in kinds().values() for kind in members}
    for code in only:
        if code not in known:
            near = ", ".join(get_close_matches(code, sorted(known), n=3)) or "plan-period-missing"
            raise UsageError(
                Bilingual(f"そのような規則はありません: {code}", f"There is no such rule: {code}"),
                expected=Bilingual(f"規則の符号(例 {near})", f"the code of a rule, such as {near}"),
                todo=Bilingual("--only を直してください。", "Correct --only."),
            )


def _five_digits(code: str) -> str:
    """Return the 5 digits of a city; UsageError where the registry has none, or the check digit is wrong."""
    from saisei_lod.registry import tables

    return tables.load().government(code).code


def select(report: "Report", selection: Selection) -> "Report":
    """Return the part of a report that was asked for."""
    from saisei_lod.validation.reporting import selected

    return selected(report, only=selection.only, severity=selection.severity, city=selection.city)


def chosen_form(form: str | None, output: Path | None) -> str:
    """Return the form asked for, else that of the file's name, else text."""
    from saisei_lod.validation.reporting import SUFFIXES

    return form or (SUFFIXES.get(output.suffix.lower(), "text") if output else "text")


def refuse_unwritable(output: Path | None) -> None:
    """Raise EnvironmentFault where the file cannot be written, before any long work is done."""
    if output is None:
        return
    folder = output.parent
    if not folder.is_dir():
        what = Bilingual("報告を書くフォルダーがありません。", "There is no folder for the report.")
    elif output.is_dir():
        what = Bilingual(
            "報告の名前と同じフォルダーがあります。", "There is a folder in the place of the report."
        )
    elif not os.access(output if output.exists() else folder, os.W_OK):
        what = Bilingual("報告を書く許可がありません。", "The report may not be written there.")
    else:
        return
    raise EnvironmentFault(
        what,
        where=str(output),
        expected=Bilingual(
            "書き込めるフォルダーの中のファイル名", "a file name in a folder that can be written"
        ),
        todo=Bilingual("-o を直してください。", "Correct -o."),
    )


def write(report: "Report", form: str, output: Path | None, language: Language, progress: Progress) -> None:
    """Write the report in a form; text on standard output leaves remarks out where ``--quiet`` asks for it."""
    from saisei_lod.validation import REPORTS
    from saisei_lod.validation.reporting import selected

    if form == "text" and progress.quiet:
        report = selected(report, severity=Severity.WARNING)
    parts = REPORTS[form](report, language, verbose=progress.verbose)
    if output is None:
        _to_standard_output(parts, form)
        return
    with output.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)
    if not progress.quiet:
        click.echo(_written(report, output).in_language(language), err=True)


def _to_standard_output(parts: Iterable[str], form: str) -> None:
    """Write text as the terminal reads it, and other forms as the bytes that they are."""
    for part in parts:
        click.echo(part if form == "text" else part.encode(), nl=False)


def _written(report: "Report", output: Path) -> Bilingual:
    findings = [*report.findings, *(finding for finding, _ in report.records)]
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    said = [
        "、".join(f"{SEVERITY_NAMES[severity].ja} {count}" for severity, count in counts.items()),
        ", ".join(f"{SEVERITY_NAMES[severity].en} {count}" for severity, count in counts.items()),
    ]
    return Bilingual(f"{output} に報告を書きました({said[0]})。", f"The report is in {output} ({said[1]}).")
