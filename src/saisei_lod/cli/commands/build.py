"""``saisei build``: records → validated graph → every file of a release."""

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, exit_status, show_findings
from saisei_lod.errors import Bilingual, Language, ReleaseRejected
from saisei_lod.findings import Finding, Severity

__all__ = ["command"]

#: Blocks are trees: looking for circles among their many objects takes a fifth of the time.
_COLLECTIONS: Final = (50_000, 20, 50)


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
        "--entities",
        is_flag=True,
        help=told(
            language,
            "計画や団体ごとのフォルダー(id/)も出力します。静的なサーバーで IRI を参照可能にするときに使います。",
            "Write a folder for each plan, local government and so on (id/) too, for servers of static files.",
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
        *,
        data: Path,
        dist: Path,
        as_of: str | None,
        allow_violations: bool,
        entities: bool,
        full: bool,
        progress: Progress,
    ) -> int:
        from saisei_lod.publishing import build as build_release

        gc.set_threshold(*_COLLECTIONS)
        try:
            built = build_release(
                data,
                dist,
                as_of=as_of,
                allow_violations=allow_violations,
                entities=entities,
                full=full,
                progress=progress,
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
