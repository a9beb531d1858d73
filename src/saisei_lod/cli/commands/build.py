"""``saisei build``: records → validated graph → every file of a release."""

from collections.abc import Sequence
from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, exit_status, show_findings
from saisei_lod.errors import Bilingual, Language, ReleaseRejected
from saisei_lod.findings import Finding, Severity

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "build",
        help=told(
            language,
            "DATA(既定: data)の記録から公開用データ一式を作ります。違反があれば以前の公開用データは変わりません。",
            "Build a release from the records of DATA (default: data). On violations the former release stays.",
        ),
    )
    @click.argument("data", type=click.Path(path_type=Path), default=Path("data"))
    @click.option(
        "-o",
        "--output",
        "dist",
        type=click.Path(path_type=Path),
        default=Path("dist"),
        show_default=True,
        help=told(language, "出力先のフォルダー。", "The folder to write."),
    )
    @click.option(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=told(
            language,
            "公開日。既定は publication.toml、または SOURCE_DATE_EPOCH。",
            "Date of the release; else that of publication.toml, or SOURCE_DATE_EPOCH.",
        ),
    )
    @click.option(
        "--allow-violations",
        is_flag=True,
        help=told(
            language,
            "違反があっても下書きとして出力します(カタログに明示されます)。",
            "Write a draft in spite of violations; the catalogue says so.",
        ),
    )
    @click.option(
        "--full",
        is_flag=True,
        help=told(
            language,
            "前回から変わっていない計画も検証し直します。",
            "Validate plans again that have not changed since the last time.",
        ),
    )
    @common(language)
    def build(
        *, data: Path, dist: Path, as_of: str | None, allow_violations: bool, full: bool, progress: Progress
    ) -> int:
        from saisei_lod.publishing import build as build_release

        try:
            built = build_release(
                data, dist, as_of=as_of, allow_violations=allow_violations, full=full, progress=progress
            )
        except ReleaseRejected as rejected:
            progress.end()
            show_findings(rejected.findings, language, remarks=progress.verbose)
            raise
        progress.end()
        show_findings(built.findings, language, remarks=progress.verbose)
        if not progress.quiet:
            click.echo(built.summary.in_language(language), err=True)
            click.echo(_remarks(built.findings).in_language(language), err=True)
        return exit_status(built.findings)

    return build


def _remarks(findings: Sequence[Finding]) -> Bilingual:
    """Say how many findings only inform: they are many, and stand in the report."""
    count = sum(finding.severity is Severity.INFO for finding in findings)
    return Bilingual(
        f"ほかに参考情報が {count} 件あります(report.html、または saisei validate)。",
        f"{count} more remarks are in report.html; saisei validate shows them.",
    )
