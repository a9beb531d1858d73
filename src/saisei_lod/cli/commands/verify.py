"""``saisei verify``: a release against its hashes, its formats and its canonical form."""

from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, exit_status, show_findings
from saisei_lod.errors import Bilingual, Language

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "verify",
        help=told(
            language,
            "DIST(既定: dist)のファイルが SHA256SUMS のとおりか、各形式が同じグラフか、N-Triples が正準形かを確かめます。",
            "Check that the files of DIST (default: dist) are what SHA256SUMS states, that all formats say the same "
            "graph, and that N-Triples is canonical.",
        ),
    )
    @click.argument("dist", type=click.Path(path_type=Path), default=Path("dist"))
    @common(language)
    def verify(*, dist: Path, progress: Progress) -> int:
        from saisei_lod.publishing.verifying import verify as verify_release

        progress(Bilingual("照合しています", "verifying"))
        findings = verify_release(dist)
        progress.end()
        show_findings(findings, language, remarks=not progress.quiet)
        status = exit_status(findings)
        if not status and not progress.quiet:
            click.echo(
                told(language, f"{dist}: 改変は見つかりませんでした。", f"{dist}: nothing was changed."),
                err=True,
            )
        return status

    return verify
