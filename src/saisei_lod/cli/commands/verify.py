"""``saisei verify``: a release against its hashes, its signature, and all that it says of itself."""

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
            "DIST(既定: dist)のファイルが SHA256SUMS のとおりか、署名、manifest.jsonld、"
            "各形式が同じグラフか、N-Triples が正準形か、カタログ、リンク、変更の記録を確かめます。",
            "Check that the files of DIST (default: dist) are what SHA256SUMS states, its signature and manifest, that all "
            "formats say the same graph, that N-Triples is canonical, that the catalogue is true to the files, that "
            "links lead somewhere, and that replaying its changes gives its graphs.",
        ),
    )
    @click.argument("dist", type=click.Path(path_type=Path), default=Path("dist"))
    @click.option(
        "--key",
        type=click.Path(path_type=Path),
        help=told(
            language,
            "発行者の公開鍵(PEM)。指定すると、その鍵による署名がなければ失敗します。",
            "The publisher's public key (PEM): the release must then be signed with it.",
        ),
    )
    @common(language)
    def verify(*, dist: Path, key: Path | None, progress: Progress) -> int:
        from saisei_lod.publishing.verifying import verify as verify_release

        progress(Bilingual("照合しています", "verifying"))
        findings = verify_release(dist, key)
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
