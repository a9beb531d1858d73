"""Show findings and progress on standard error; data alone goes to standard output."""

import os
import sys
import time
from collections.abc import Iterable
from typing import Final

import click

from saisei_lod.errors import Bilingual, Language
from saisei_lod.findings import SEVERITY_NAMES, Finding, Severity, by_place, worst

__all__ = ["Progress", "colour", "exit_status", "show_findings"]

_COLOURS: Final = {Severity.VIOLATION: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def show_findings(findings: Iterable[Finding], language: Language, *, remarks: bool = True) -> None:
    """Write the findings to standard error in a stable order; without remarks, not those that only inform."""
    shown = [f for f in by_place(findings) if remarks or f.severity is not Severity.INFO]
    # One mistake of a record breaks the same rule on the plan and on its version: it is said once.
    for paragraph in dict.fromkeys(_paragraph(finding, language) for finding in shown):
        click.echo(paragraph, err=True, color=colour())


def colour() -> bool | None:
    """Return False where NO_COLOR asks for none, else None: click finds out whether there is a terminal."""
    return False if os.environ.get("NO_COLOR") else None


def _paragraph(finding: Finding, language: Language) -> str:
    name = SEVERITY_NAMES[finding.severity].in_language(language)
    label = click.style(name, fg=_COLOURS[finding.severity])
    place = f"{finding.place}: " if str(finding.place) else ""
    message = finding.message.in_language(language)
    words = f" ({finding.text})" if finding.text and finding.text not in message else ""
    fix = finding.fix.in_language(language)
    return f"{place}{label} [{finding.code}] {message}{words}" + (f"\n    → {fix}" if fix else "")


def exit_status(findings: Iterable[Finding]) -> int:
    """Return 1 where a finding is a violation, else 0."""
    return int(worst(findings) is Severity.VIOLATION)


class Progress:
    """Say what long work is at: in one line that is overwritten on a terminal, in lines where verbose.

    In a pipe nothing is said unless verbose.
    """

    def __init__(self, language: Language, *, quiet: bool = False, verbose: bool = False) -> None:
        self._language: Language = language
        self.quiet = quiet
        self.verbose = verbose
        self._overwrites = sys.stderr.isatty() and not quiet and not verbose
        self._step = ""
        self._began = 0.0

    def __call__(self, step: Bilingual) -> None:
        """Show the step that has begun."""
        self._finish()
        self._step, self._began = step.in_language(self._language), time.perf_counter()
        if self._overwrites:
            click.echo(f"\r\x1b[2K{self._step} …", err=True, nl=False)

    def end(self) -> None:
        """Show that the last step is done."""
        self._finish()
        if self._overwrites:
            click.echo("\r\x1b[2K", err=True, nl=False)
        self._step = ""

    def _finish(self) -> None:
        if self.verbose and self._step:
            click.echo(f"{self._step}: {time.perf_counter() - self._began:.2f} s", err=True)
