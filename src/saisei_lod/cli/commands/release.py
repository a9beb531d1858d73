"""``saisei release``: build, verify, and record in data/history/ what was released."""

from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, exit_status, show_findings
from saisei_lod.errors import Language, ReleaseRejected
from saisei_lod.findings import Severity

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "release",
        help=told(
            language,
            "DATA(既定: data)から公開データを作って確かめ、DATA/history/ に記録します。次の公開の変化の一覧の元になります。",
            "Build a release from DATA (default: data), verify it, and record it in DATA/history/, from which the next "
            "release tells what changed.",
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
    @common(language)
    def release(*, data: Path, dist: Path, as_of: str | None, progress: Progress) -> int:
        from saisei_lod.publishing.releasing import release as make_release

        try:
            made = make_release(data, dist, as_of=as_of, progress=progress)
        except ReleaseRejected as rejected:
            progress.end()
            show_findings(rejected.findings, language, remarks=False)
            raise
        progress.end()
        worst = [found for found in made.findings if found.severity is not Severity.INFO]
        show_findings(worst, language, remarks=False)
        if not progress.quiet:
            click.echo(made.summary.in_language(language), err=True)
        return exit_status(made.findings)

    return release
